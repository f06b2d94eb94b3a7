import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../src/platform/project-root.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import { startStatbank, type Statbank } from '../statbank/server.ts';
import { START_OF_TIME } from '../statbank/state.ts';
import type { LeapAnswer, LeapQuestion } from './leaping-clock.ts';

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

interface Happening {
  readonly at: string;
  readonly happen: (statbank: Statbank) => void;
}

const END = '2027-03-02T10:00:00.000Z';
const PROCESS_STOPS = '2026-10-20T12:00:00.000Z';
const PROCESS_STARTS = '2026-10-23T12:00:00.000Z';
/** The clock of the source follows that of the service so closely. */
const SHARE_CLOCK_EVERY_MS = 15 * 60_000;
/** Where there is a file system in memory, nobody waits for the disk. */
const MEMORY = '/dev/shm';

/** Publications in June and February, one revision, and three days in April without an answer from the source. */
const HAPPENINGS: readonly Happening[] = [
  { at: '2026-04-14T05:00:00.000Z', happen: (statbank) => statbank.setMode('server-error') },
  { at: '2026-04-16T10:00:00.000Z', happen: (statbank) => statbank.setMode('normal') },
  { at: '2026-06-05T06:00:00.000Z', happen: (statbank) => statbank.publishYear('13931', '2025') },
  {
    at: '2026-09-15T06:00:00.000Z',
    happen: (statbank) => statbank.reviseCell('06445', { Region: '3301' }, '2025', 70.4),
  },
  { at: '2027-02-11T07:00:00.000Z', happen: (statbank) => statbank.publishYear('14623', '2026') },
  {
    at: '2027-02-25T07:00:00.000Z',
    happen: (statbank) => {
      statbank.publishYear('07984', '2026');
      statbank.publishYear('06445', '2026');
    },
  },
];

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
    const lives = [
      await live({ env, statbank, from: START_OF_TIME, until: PROCESS_STOPS, end: 'SIGKILL' }),
      await live({ env, statbank, from: PROCESS_STARTS, until: END, end: 'SIGTERM' }),
    ];
    const sum = (figure: (life: Life) => number) => lives.reduce((total, life) => total + figure(life), 0);
    return {
      ...readYear(databaseFile),
      requests: statbank.requests.length,
      wakes: sum(({ last }) => last.sleeps),
      cpuSeconds: sum(({ last }) => last.cpuSeconds),
      peakBytes: Math.max(...lives.map(({ last }) => last.peakBytes)),
      exitCodes: lives.map(({ exitCode }) => exitCode),
    };
  } finally {
    await statbank.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface LifePlan {
  readonly env: Readonly<Record<string, string>>;
  readonly statbank: Statbank;
  readonly from: string;
  readonly until: string;
  readonly end: 'SIGKILL' | 'SIGTERM';
}

interface Life {
  readonly last: LeapQuestion;
  readonly exitCode: number | null;
}

/** One life of the process, from its start to the signal that ends it. */
function live({ env, statbank, from, until, end }: LifePlan): Promise<Life> {
  const root = findProjectRoot(import.meta.url);
  const clock = join(root, 'dist/test/support/leaping-clock.js');
  const service = fork(join(root, 'dist/src/cli/main.js'), ['daemon'], {
    execArgv: ['--import', clock],
    env: { PATH: process.env['PATH'], ...env, CLOCK_STARTS_AT: from },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const waiting = HAPPENINGS.filter(({ at }) => at > from && at <= until);
  let last: LeapQuestion | undefined;
  service.on('message', (question: LeapQuestion) => {
    last = question;
    statbank.setNow(question.at);
    while (waiting[0] !== undefined && waiting[0].at <= question.at) waiting.shift()?.happen(statbank);
    if (question.at >= until) return void service.kill(end);
    const shared = new Date(Date.parse(question.at) + SHARE_CLOCK_EVERY_MS).toISOString();
    const [askAgainAt = until] = [shared, waiting[0]?.at ?? until, until].sort();
    service.send({ askAgainAt } satisfies LeapAnswer);
  });
  return new Promise((resolve, reject) => {
    service.once('error', reject);
    service.once('close', (exitCode) => {
      if (last === undefined) reject(new Error('The service ended before it slept.'));
      else resolve({ last, exitCode });
    });
  });
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
