import { existsSync } from 'node:fs';
import { PipelineError } from '../../model/errors.ts';
import { codesInYear, findPlace, ownAndPeerCodes } from '../../model/data/place.ts';
import { checkIntegrity } from '../../store/files/integrity.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import { findPublicationRequest } from '../../store/intake/publication-request.ts';
import { listRuns } from '../../store/runs/runs.ts';
import { type DatasetOrigin, datasetOrigins } from '../source/dataset-origin.ts';
import { describeClockTrouble } from '../messages/find-clock-trouble.ts';
import { examinePlaces } from './examine-places.ts';
import { describeFinding } from '../messages/find-place-troubles.ts';
import { type CategoryTreatment, treatmentsInForce } from '../files/treatments.ts';
import { notesAreRead } from './doctor-notes.ts';
import { describeSettings } from './settings-lack.ts';
import { type App, openApp, openEnvironment, settingsWarnings } from '../open-app.ts';
import { openChannels } from '../messages/open-channels.ts';

/** One thing looked at. `advice` says what to do when it is not in order. */
export interface DoctorCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly finding: string;
  readonly advice: string | null;
}

/** What is stored of one configured dataset. */
export interface StoredQuery {
  readonly datasetId: string;
  readonly table: string | null;
  /** What is asked for now, and which file says so. */
  readonly asked: Pick<DatasetOrigin, 'file' | 'tables'>;
  readonly alternative: string | null;
  readonly reason: string | null;
  /** One line per request sent. */
  readonly request: readonly string[];
  readonly updatedAt: string | null;
  readonly retrievedAt: string | null;
}

export interface InstallationReport {
  /** False before the first run, which makes the database. */
  readonly hasDatabase: boolean;
  readonly checks: readonly DoctorCheck[];
  readonly datasets: readonly StoredQuery[];
}

/**
 * Is this installation in order, as far as can be judged without network access? Settings that do not hold throw
 * `settings-invalid`; everything else is a check that says so.
 */
export function examineInstallation(): InstallationReport {
  let app: App;
  try {
    app = openApp('read');
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code === 'settings-invalid') throw error;
    const hasDatabase = existsSync(openEnvironment().databaseFile);
    const checks = [settingsAreInOrder(), failed('database', error.message, error.hint)];
    return { hasDatabase, checks, datasets: [] };
  }
  try {
    const datasets = datasetOrigins(app.settings.jobs).map((origin) => storedQuery(app, origin));
    const checks = [
      settingsAreInOrder(),
      databaseIsSound(app),
      lastRunWent(app),
      placesHold(app),
      categoriesAreDecided(app),
      notesAreRead(app),
      clockIsRight(app),
      channelsAreUsed(app),
    ];
    return { hasDatabase: true, checks, datasets };
  } finally {
    app.close();
  }
}

function settingsAreInOrder(): DoctorCheck {
  return passed('settings', describeSettings(settingsWarnings(openEnvironment())));
}

function databaseIsSound({ store }: App): DoctorCheck {
  const problems = checkIntegrity(store);
  if (problems.length === 0) return passed('database', `${store.file} is sound.`);
  return failed('database', problems.join(' '), 'Put the newest backup back, and keep the damaged file aside.');
}

function lastRunWent({ store }: App): DoctorCheck {
  const [last] = listRuns(store, { limit: 1 });
  if (last === undefined) return failed('last run', 'There has been no run yet.', 'Run `naeringspuls ingest`.');
  const finding = `${last.outcome} at ${last.finishedAt ?? last.startedAt}. ${last.message ?? ''}`.trim();
  const isFine = last.outcome === 'succeeded' || last.outcome === 'unchanged';
  return isFine
    ? passed('last run', finding)
    : failed('last run', finding, 'Run `naeringspuls ingest` and read what it says.');
}

/** Region codes that have expired: regions.yaml lacks the successor. Labels show ends that the settings do not have. */
function placesHold(app: App): DoctorCheck {
  const name = 'region codes';
  const year = app.clock.now().getUTCFullYear();
  const { geography } = app.settings;
  const ended = ownAndPeerCodes(geography).filter((code) => {
    const place = findPlace(geography, 'municipality', code);
    return place === undefined || !codesInYear(place, year).includes(code);
  });
  if (ended.length > 0) {
    const advice = 'Give the municipalities their new codes in config/regions.yaml and peers.yaml.';
    return failed(name, `These codes have ended: ${ended.join(', ')}.`, advice);
  }
  const { findings, datasets, klassAskedAt } = examinePlaces(app);
  const wrong = findings.filter(({ weight }) => weight !== 'note');
  if (wrong.length > 0) {
    const advice = 'Compare with the table and with https://www.ssb.no/klass before you write it.';
    return failed(name, wrong.map(describeFinding).join(' '), advice);
  }
  const notes = findings.map(({ sentence }) => sentence);
  return passed(name, [...notes, whatWasAsked(datasets.length, klassAskedAt)].join(' '));
}

function whatWasAsked(datasets: number, klassAskedAt: string | null): string {
  const labels =
    datasets === 0
      ? 'No labels of the source are stored yet to hold regions.yaml against.'
      : `regions.yaml agrees with the labels stored with ${datasets} datasets.`;
  const klass =
    klassAskedAt === null
      ? 'Klass has not been asked about these settings'
      : `Klass agreed on ${klassAskedAt.slice(0, 10)}`;
  return `${labels} ${klass}; \`doctor --live\` asks it and the source's code lists now.`;
}

/** An undecided category stops the judgement of its indicator. */
function categoriesAreDecided(app: App): DoctorCheck {
  const name = 'categories';
  const treatments = treatmentsInForce(app);
  if (treatments.length === 0) return passed(name, 'No file with categories to decide on has been imported.');
  const named = (which: CategoryTreatment['treatment'], isThere: boolean) =>
    treatments
      .filter((one) => one.treatment === which && one.isThere === isThere)
      .map(({ code }) => `«${code}»`)
      .join(', ') || 'none';
  const finding = [
    `Of the last file are counted: ${named('counted', true)}; left out: ${named('left-out', true)}.`,
    `Named in the settings and not in the file: counted ${named('counted', false)}; left out ${named('left-out', false)}.`,
  ].join(' ');
  const undecided = named('not-decided', true);
  if (undecided === 'none') return passed(name, finding);
  return failed(
    name,
    `Neither counted nor left out: ${undecided}. ${finding}`,
    "Write each under the terms or under leftOut of the indicator's file.",
  );
}

function clockIsRight(app: App): DoctorCheck {
  const trouble = describeClockTrouble(app);
  if (trouble === null) return passed('clock', 'Nothing in the database bears a time that has not come.');
  return failed('clock', trouble, 'Set the clock right, then run `naeringspuls repair clock`.');
}

/** A configured address that no channel uses: its messages are never sent. */
function channelsAreUsed(app: App): DoctorCheck {
  const { environment, settings } = app;
  const { channels } = settings.alerts;
  const open = openChannels(app);
  const isUnused = (by: 'webhook' | 'email') => !channels.some((plan) => plan.by === by && open.has(plan.name));
  const unused = [
    ...(environment.webhookUrl !== null && isUnused('webhook') ? ['WEBHOOK_URL'] : []),
    ...(environment.smtpUrl !== null && isUnused('email') ? ['SMTP_URL'] : []),
  ];
  if (unused.length === 0) return passed('channels', `Messages go to ${[...open.keys()].join(', ')}.`);
  const finding = `${unused.join(' and ')} is set, and no channel sends anything there.`;
  const advice = 'Give the channel its recipients in config/alerts.yaml, or take the variable away.';
  return failed('channels', finding, advice);
}

function storedQuery({ store }: App, { datasetId, file, tables }: DatasetOrigin): StoredQuery {
  const newest = findNewestPublication(store, datasetId);
  const request = newest === null ? null : findPublicationRequest(store, newest.publicationId);
  return {
    datasetId,
    table: request?.table ?? null,
    asked: { file, tables },
    alternative: request?.alternative ?? null,
    reason: request?.alternativeReason ?? null,
    request: request?.request ?? [],
    updatedAt: request?.updatedAt ?? null,
    retrievedAt: request?.retrievedAt ?? null,
  };
}

function passed(name: string, finding: string): DoctorCheck {
  return { name, ok: true, finding, advice: null };
}

function failed(name: string, finding: string, advice: string): DoctorCheck {
  return { name, ok: false, finding, advice };
}
