import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobs } from '../../jobs/index.ts';
import type { App } from '../../src/app/open-app.ts';
import { findProjectRoot } from '../../src/platform/project-root.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { startStatbank, type Statbank } from '../statbank/server.ts';
import { START_OF_TIME } from '../statbank/state.ts';
import { type Happening, keepUntil } from './keep-until.ts';

/** What a year alone left in the database, and what it cost. */
export interface SimulatedYear {
  /** In order, as `06-05T06:22 schedule jobs succeeded 12`; the last figure is the requests on record. */
  readonly runs: readonly string[];
  /** In order, as `06-05 business-emissions on-track → stable`. */
  readonly alerts: readonly string[];
  /** Requests the source saw. */
  readonly requests: number;
  /** How often the service looked for work. */
  readonly looks: number;
}

const END = '2027-03-02T10:00:00.000Z';
const PROCESS_STOPS = '2026-10-20T12:00:00.000Z';
const PROCESS_STARTS = '2026-10-23T12:00:00.000Z';

/** Publications in June and February, one revision, and three days in April without an answer from the source. */
function happenings(statbank: Statbank): readonly Happening[] {
  return [
    { at: '2026-04-14T05:00:00.000Z', happen: () => statbank.setMode('server-error') },
    { at: '2026-04-16T10:00:00.000Z', happen: () => statbank.setMode('normal') },
    { at: '2026-06-05T06:00:00.000Z', happen: () => statbank.publishYear('13931', '2025') },
    { at: '2026-09-15T06:00:00.000Z', happen: () => statbank.reviseCell('06445', { Region: '3301' }, '2025', 70.4) },
    { at: '2027-02-11T07:00:00.000Z', happen: () => statbank.publishYear('14623', '2026') },
    {
      at: '2027-02-25T07:00:00.000Z',
      happen: () => {
        statbank.publishYear('07984', '2026');
        statbank.publishYear('06445', '2026');
      },
    },
  ];
}

/**
 * The service through 365 days in this process, from an empty database: on a clock that leaps from one look for work to
 * the next, with requests to the stand-in on loopback. In October the process is away for three days.
 */
export async function simulateYear(
  configDir = join(findProjectRoot(import.meta.url), 'config'),
): Promise<SimulatedYear> {
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-year-'));
  const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 60_000 });
  const clock = sharedClock(statbank);
  const service = { folder, statbank, clock, configDir };
  try {
    const [before, after] = [[], []] as [Happening[], Happening[]];
    for (const one of happenings(statbank)) (one.at < PROCESS_STOPS ? before : after).push(one);
    const first = await serve(service, PROCESS_STOPS, before);
    clock.moveTo(PROCESS_STARTS);
    const second = await serve(service, END, after);
    return { ...second, requests: statbank.requests.length, looks: first.looks + second.looks };
  } finally {
    await statbank.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type SharedClock = App['clock'] & { readonly moveTo: (instant: string) => void };

function sharedClock(statbank: Statbank): SharedClock {
  let now = new Date(START_OF_TIME);
  const moveTo = (instant: string) => {
    now = new Date(instant);
    statbank.setNow(instant);
  };
  return {
    moveTo,
    now: () => now,
    sleep: (ms) => {
      moveTo(new Date(now.getTime() + ms).toISOString());
      return Promise.resolve();
    },
  };
}

interface ServiceParts {
  readonly folder: string;
  readonly statbank: Statbank;
  readonly clock: SharedClock;
  readonly configDir: string;
}

/** One life of the process, from opening the database to closing it. */
async function serve(
  { folder, statbank, clock, configDir }: ServiceParts,
  until: string,
  events: readonly Happening[],
): Promise<Omit<SimulatedYear, 'requests'>> {
  const root = findProjectRoot(import.meta.url);
  const databaseFile = join(folder, 'year.sqlite');
  const env = { DATABASE_FILE: databaseFile, SSB_API_URL: statbank.url, KLASS_API_URL: statbank.klassUrl };
  const environment = readEnvironment({ ...env, CONFIG_DIR: configDir, LOG_LEVEL: 'silent' }, root);
  const store = openDatabase(databaseFile, { migrationsFolder: join(root, 'drizzle') });
  // A power cut is no part of the year, and waiting for the disk would be most of it.
  store.sqlite.pragma('synchronous = OFF');
  const settings = loadSettings(configDir, { jobs });
  const logger = createLogger({ level: 'silent', pretty: false });
  const app: App = { environment, settings, store, clock, logger, close: () => store.close() };
  try {
    const { looks } = await keepUntil(app, until, events);
    return { looks, runs: listRuns(app), alerts: listAlerts(app) };
  } finally {
    app.close();
  }
}

function listRuns({ store }: App): readonly string[] {
  return store.sqlite
    .prepare<[], string>(
      `SELECT substr(started_at, 6, 11) || ' ' || "trigger" || ' ' ||
         (SELECT group_concat(value, '+') FROM json_each(jobs)) || ' ' || outcome || ' ' || requests
       FROM job_run ORDER BY id`,
    )
    .pluck()
    .all();
}

function listAlerts({ store }: App): readonly string[] {
  return store.sqlite
    .prepare<[], string>(
      `SELECT substr(alert.created_at, 6, 5) || ' ' || indicator_id || ' ' || coalesce(from_status, 'nothing') || ' → ' ||
         to_status
       FROM alert JOIN assessment ON assessment.id = alert.assessment_id ORDER BY alert.id`,
    )
    .pluck()
    .all();
}
