import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../../src/platform/project-root.ts';
import { Database } from '../../../src/store/sqlite-driver.ts';
import { startStatbank } from '../../statbank/server.ts';
import { START_OF_TIME } from '../../statbank/state.ts';
import { type Life, liveOnce } from '../service/leaping-service.ts';
import { LOCKED_FROM, yearAtSource } from './year-happenings.ts';

/** Something told: to the minute when, a line that says on which day, of what and what, and the text that was sent. */
export interface Told {
  readonly at: string;
  readonly line: string;
  readonly text: string;
}

/** What a year alone left in the database, and what it cost. */
export interface SimulatedYear {
  /** In order, as `2026-06-05T06:22 schedule jobs succeeded 12`; the last figure is the requests on record. */
  readonly runs: readonly string[];
  /** What staff are told, in order: `2026-06-05 business-emissions on-track → insufficient 2025 new-period`. */
  readonly staff: readonly Told[];
  /** What operations are told, in order: `2026-11-12 trouble-over zero:employment-rate:4601/2025`. */
  readonly operations: readonly Told[];
  /** Requests the source saw, those to Klass left out. */
  readonly requests: number;
  /** Days on which Klass was asked for the codes of the day. */
  readonly daysOfKlass: readonly string[];
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

/**
 * The built service through 365 days in a process of its own, from an empty database, against the stand-in on loopback:
 * its clock leaps when it sleeps. In September somebody takes the database's write lock between taking figures in and
 * assessing them, and in October the service is killed and away for three days. With `until` it ends there, before October.
 */
export async function simulateYear(
  configDir = join(findProjectRoot(import.meta.url), 'test/fixtures/settings'),
  { until }: { readonly until?: string } = {},
): Promise<SimulatedYear> {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'naeringspuls-year-'));
  const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 60_000 });
  const databaseFile = join(folder, 'year.sqlite');
  const sources = { SSB_API_URL: statbank.url, KLASS_API_URL: statbank.klassUrl };
  const env = { DATABASE_FILE: databaseFile, ...sources, CONFIG_DIR: configDir, LOG_LEVEL: 'warn' };
  try {
    const events = yearAtSource(statbank);
    const shared = { env, onTime: (at: string) => statbank.setNow(at) };
    const [before, after] = [
      events.filter(({ at }) => at < PROCESS_STOPS),
      events.filter(({ at }) => at > PROCESS_STARTS),
    ];
    const first = { ...shared, from: START_OF_TIME, happenings: before, lockFrom: LOCKED_FROM };
    const lives =
      until === undefined
        ? [
            await liveOnce({ ...first, until: PROCESS_STOPS, end: 'SIGKILL' }),
            await liveOnce({ ...shared, from: PROCESS_STARTS, until: END, happenings: after }),
          ]
        : [await liveOnce({ ...first, until })];
    const toKlass = statbank.requests.filter(({ path }) => path.includes('/klass/'));
    const sum = (figure: (last: NonNullable<Life['last']>) => number) =>
      lives.reduce((total, life) => total + (life.last === null ? 0 : figure(life.last)), 0);
    return {
      ...readYear(databaseFile),
      requests: statbank.requests.length - toKlass.length,
      daysOfKlass: toKlass.flatMap(({ query }) => query.flatMap(([name, day]) => (name === 'date' ? [day] : []))),
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

function readYear(file: string): Pick<SimulatedYear, 'runs' | 'staff' | 'operations' | 'databaseBytes'> {
  const database = new Database(file, { readonly: true });
  try {
    const list = (sql: string) => database.prepare<[], string>(sql).pluck().all();
    const told = (sql: string) => database.prepare<[], Told>(sql).all();
    const [bytes = 0] = database
      .prepare<[], number>('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
      .pluck()
      .all();
    return { runs: list(RUNS), staff: told(STAFF), operations: told(OPERATIONS), databaseBytes: bytes };
  } finally {
    database.close();
  }
}

const RUNS = `
  SELECT substr(started_at, 1, 16) || ' ' || "trigger" || ' ' ||
    (SELECT group_concat(value, '+') FROM json_each(jobs)) || ' ' || outcome || ' ' || requests
  FROM job_run ORDER BY id`;

const STAFF = `
  SELECT substr(alert.created_at, 1, 16) AS at, text, concat_ws(' ', substr(alert.created_at, 1, 10), nullif(kind, 'change'), subject,
    coalesce(from_status, 'nothing'), '→', to_status, period, cause) AS line
  FROM alert JOIN assessment ON assessment.id = alert.assessment_id ORDER BY alert.id`;

const OPERATIONS = `
  SELECT substr(created_at, 1, 16) AS at, text ->> '$.said' AS text,
    substr(created_at, 1, 10) || ' ' || kind || ' ' || subject AS line
  FROM alert WHERE assessment_id IS NULL ORDER BY id`;
