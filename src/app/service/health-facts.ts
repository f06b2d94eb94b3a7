import { statSync } from 'node:fs';
import { PipelineError } from '../../model/errors.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { Trouble } from '../../model/trouble.ts';
import { findNextAttemptAt } from '../../store/messages/due-messages.ts';
import { findLeaseHolder } from '../../store/runs/lease.ts';
import { readIdentity } from '../../store/migrate.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import { listRuns } from '../../store/runs/runs.ts';
import { readServiceFigures, type ServiceFigures } from '../../store/read/service-figures.ts';
import { inSnapshot } from '../../store/transaction.ts';
import { backupFolder, newestBackup, secondFolder } from '../upkeep/backup.ts';
import { findLastDrill } from '../upkeep/drill.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import type { HealthFacts } from '../../health/facts.ts';
import { readManifestDate } from '../../store/copy/copy-manifest.ts';
import { isDiskFull } from '../../store/full-disk.ts';
import { findSilentChannels } from '../messages/find-delivery-troubles.ts';
import { readOpenTroubles } from '../messages/open-troubles.ts';
import type { App } from '../open-app.ts';
import { readPageDate } from '../show/write-page.ts';
import { openChannels } from '../messages/open-channels.ts';

/** Runs looked through for the newest that has ended; at most one of them is in progress. */
const NEWEST_RUNS = 5;
const SECONDS_PER_DAY = 86_400;

/** What is known of the schedule; left out where nothing keeps one. */
export interface ScheduleState {
  /** When the next run is planned; `null` when none is. */
  readonly nextFire?: (() => Date | null) | undefined;
  /** When the schedule was last looked at. */
  readonly aliveAt?: (() => Date) | undefined;
}

export interface ServiceState {
  readonly facts: HealthFacts;
  /** `null` when the database cannot be used. */
  readonly figures: ServiceFigures | null;
}

/** Reads what is known of the service, from the database each time. Reading never throws. */
export function createHealthReader(app: App, schedule: ScheduleState): () => ServiceState {
  const opened = identify(app);
  return () => {
    const now = app.clock.now().toISOString();
    try {
      refuseOther(app, opened);
      return inSnapshot(app.store, () => {
        const figures = readServiceFigures(app.store);
        const facts = { ...readStored(app, figures), ...readPlan(schedule), now, database: { problem: null } };
        return { facts, figures };
      });
    } catch (error) {
      const database = { problem: describeFailure(error).sentence };
      const full = isDiskFull(app.store) ? (['database'] as const) : [];
      return { facts: { ...NOTHING_KNOWN, now, database, full }, figures: null };
    }
  };
}

const NOTHING_KNOWN = {
  nextFireAt: null,
  aliveAt: null,
  lastRun: null,
  going: null,
  outbox: { pending: 0, oldestAt: null, nextAttemptAt: null, givenUp: 0, silentChannels: [] },
  sources: [],
  page: { madeAt: null, failed: false },
  copy: { madeAt: null, failed: false },
  backup: { isWanted: false, newestDay: null, second: null, drill: null },
};

function readPlan({ nextFire, aliveAt }: ScheduleState): Pick<HealthFacts, 'nextFireAt' | 'aliveAt'> {
  return { nextFireAt: nextFire?.()?.toISOString() ?? null, aliveAt: aliveAt?.().toISOString() ?? null };
}

interface DatabaseIdentity {
  readonly inode: number | null;
  readonly version: number;
}

function identify({ store }: App): DatabaseIdentity {
  const inode = statSync(store.file, { throwIfNoEntry: false })?.ino ?? null;
  return { inode, version: readIdentity(store.sqlite).version };
}

/** An open file can be moved away, replaced or upgraded without a word to those who have it open. */
function refuseOther(app: App, opened: DatabaseIdentity): void {
  const { file } = app.store;
  const { inode, version } = identify(app);
  const isOther = inode !== opened.inode;
  if (!isOther && version === opened.version) return;
  const what = isOther ? 'is no longer the file that was opened' : `has been brought up to version ${version}`;
  throw new PipelineError('store-unavailable', `The database ${file} ${what}.`, {
    hint: 'Restart the service.',
    context: { file },
  });
}

function readStored(
  app: App,
  figures: ServiceFigures,
): Omit<HealthFacts, 'now' | 'nextFireAt' | 'aliveAt' | 'database'> {
  const { store, settings } = app;
  const runs = listRuns(store, { limit: NEWEST_RUNS });
  const going = runs.find(({ outcome }) => outcome === 'running');
  const [ended = null] = runs.flatMap(({ outcome, finishedAt }) =>
    finishedAt === null ? [] : [{ outcome, finishedAt }],
  );
  const { deliveries, oldestPendingAt } = figures;
  const troubles = readOpenTroubles(store);
  const isFailing = (...subjects: readonly string[]) => subjects.some((subject) => troubles.has(subject));
  return {
    lastRun: ended,
    going:
      going === undefined
        ? null
        : { startedAt: going.startedAt, heartbeatAt: findLeaseHolder(store)?.heartbeatAt ?? null },
    outbox: {
      pending: deliveries.pending,
      oldestAt: oldestPendingAt,
      nextAttemptAt: findNextAttemptAt(store, [...openChannels(app).keys()]),
      givenUp: deliveries['given-up'],
      silentChannels: findSilentChannels(app).map(({ channel }) => channel),
    },
    sources: settings.jobs.flatMap(({ datasets }) => datasets).flatMap((dataset) => readSource(app, dataset)),
    full: findFull(app, troubles),
    page: { madeAt: readPageDate(app.environment.reportFile), failed: isFailing('service:page') },
    copy: {
      madeAt: readManifestDate(app.environment.analystCopy),
      failed: isFailing('service:copy', 'service:workbook'),
    },
    backup: readBackups(app),
  };
}

/** What was last found on a full disk: the database by this process, the others as operations have been told. */
function findFull({ store }: App, troubles: ReadonlyMap<string, Trouble | null>): HealthFacts['full'] {
  const told = (['page', 'copy', 'workbook', 'backup'] as const).filter((name) => {
    const trouble = troubles.get(`service:${name}`);
    return trouble !== undefined && trouble !== null && 'why' in trouble && trouble.why === 'full';
  });
  return isDiskFull(store) ? ['database', ...told] : told;
}

function readBackups(app: App): HealthFacts['backup'] {
  const newestIn = (folder: string) => newestBackup(folder)?.day ?? null;
  const second = secondFolder(app);
  return {
    isWanted: app.settings.backup.keepDaily > 0,
    newestDay: newestIn(backupFolder(app)),
    second: second === null ? null : { newestDay: newestIn(second) },
    drill: findLastDrill(app),
  };
}

function readSource({ store, clock }: App, { id, allowedAgeDays }: DatasetDefinition): HealthFacts['sources'] {
  const newest = findNewestPublication(store, id);
  if (newest === null) return [];
  const publishedAt = Date.parse(newest.updatedAt ?? newest.retrievedAt);
  const ageSeconds = Math.max(0, (clock.now().getTime() - publishedAt) / 1000);
  return [{ datasetId: id, ageSeconds, allowedSeconds: allowedAgeDays * SECONDS_PER_DAY }];
}
