import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../src/platform/project-root.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import { startStatbank, type Statbank } from '../statbank/server.ts';
import { START_OF_TIME } from '../statbank/state.ts';
import type { Happening } from './keep-until.ts';
import { type Life, liveOnce } from './leaping-service.ts';

/** What a year alone left in the database, and what it cost. */
export interface SimulatedYear {
  /** In order, as `2026-06-05T06:22 schedule jobs succeeded 12`; the last figure is the requests on record. */
  readonly runs: readonly string[];
  /** In order, as `2026-06-05 business-emissions on-track → stable`. */
  readonly alerts: readonly string[];
  /** Requests the source saw. */
  readonly requests: number;
  /** How often the service woke. */
  readonly wakes: number;
  /** Of the service alone, over both of its lives. */
  readonly cpuSeconds: number;
  /** The most memory the service held. */
  readonly peakBytes: number;
  readonly databaseBytes: number;
  /** How each life of the process ended. */
  readonly exitCodes: readonly (number | null)[];
}

const END = '2027-03-02T10:00:00.000Z';
const PROCESS_STOPS = '2026-10-20T12:00:00.000Z';
const PROCESS_STARTS = '2026-10-23T12:00:00.000Z';
/** Where there is a file system in memory, nobody waits for the disk. */
const MEMORY = '/dev/shm';

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
        statbank.publishYear('13470', '2026');
        statbank.publishYear('06445', '2026');
      },
    },
  ];
}

/**
 * The built service through 365 days in a process of its own, from an empty database, against the stand-in on loopback:
 * its clock leaps when it sleeps. In October it is killed and away for three days.
 */
export async function simulateYear(
  configDir = join(findProjectRoot(import.meta.url), 'config'),
): Promise<SimulatedYear> {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'naeringspuls-year-'));
  const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 60_000 });
  const databaseFile = join(folder, 'year.sqlite');
  const env = { DATABASE_FILE: databaseFile, SSB_API_URL: statbank.url, CONFIG_DIR: configDir, LOG_LEVEL: 'warn' };
  try {
    const events = happenings(statbank);
    const shared = { env, onTime: (at: string) => statbank.setNow(at) };
    const [before, after] = [
      events.filter(({ at }) => at < PROCESS_STOPS),
      events.filter(({ at }) => at > PROCESS_STARTS),
    ];
    const lives = [
      await liveOnce({ ...shared, from: START_OF_TIME, until: PROCESS_STOPS, happenings: before, end: 'SIGKILL' }),
      await liveOnce({ ...shared, from: PROCESS_STARTS, until: END, happenings: after }),
    ];
    const sum = (figure: (last: NonNullable<Life['last']>) => number) =>
      lives.reduce((total, life) => total + (life.last === null ? 0 : figure(life.last)), 0);
    return {
      ...readYear(databaseFile),
      requests: statbank.requests.length,
      wakes: sum(({ sleeps }) => sleeps),
      cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
      peakBytes: Math.max(...lives.map(({ last }) => last?.peakBytes ?? 0)),
      exitCodes: lives.map(({ code }) => code),
    };
  } finally {
    await statbank.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readYear(file: string): Pick<SimulatedYear, 'runs' | 'alerts' | 'databaseBytes'> {
  const database = new Database(file, { readonly: true });
  try {
    const list = (sql: string) => database.prepare<[], string>(sql).pluck().all();
    const [bytes = 0] = database
      .prepare<[], number>('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
      .pluck()
      .all();
    return { runs: list(RUNS), alerts: list(ALERTS), databaseBytes: bytes };
  } finally {
    database.close();
  }
}

const RUNS = `
  SELECT substr(started_at, 1, 16) || ' ' || "trigger" || ' ' ||
    (SELECT group_concat(value, '+') FROM json_each(jobs)) || ' ' || outcome || ' ' || requests
  FROM job_run ORDER BY id`;

const ALERTS = `
  SELECT substr(alert.created_at, 1, 10) || ' ' || indicator_id || ' ' || coalesce(from_status, 'nothing') || ' → ' ||
    to_status
  FROM alert JOIN assessment ON assessment.id = alert.assessment_id ORDER BY alert.id`;
