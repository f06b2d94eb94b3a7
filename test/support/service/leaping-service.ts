import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { LeapAnswer, LeapQuestion } from '../../preload/leaping-clock.ts';
import { findProjectRoot } from '../../../src/platform/project-root.ts';
import { killInTime, killingItself, type Moment } from './kill.ts';

/** What happens in the world while the service lives, which may be told of it by a signal. */
interface Happening {
  readonly at: string;
  readonly happen: (signal: (name: NodeJS.Signals) => void) => void;
}

/** One life of the built service, from an instant until it is ended. */
export interface LifePlan {
  readonly env: Readonly<Record<string, string>>;
  readonly from: string;
  readonly until: string;
  /** What happens in the world meanwhile, in order. */
  readonly happenings?: readonly Happening[];
  /** Told where the clock stands, at the first sleep and then at least every quarter of an hour. */
  readonly onTime?: (at: string) => void;
  /** `SIGTERM` when left out. */
  readonly end?: 'SIGTERM' | 'SIGKILL';
  /** When it is killed, unless it is ended before. */
  readonly kill?: Moment | undefined;
  /** From when on somebody takes the write lock as soon as a publication is in, and holds it until the service sleeps. */
  readonly lockFrom?: string;
}

export interface Life {
  readonly code: number | null;
  readonly killed: boolean;
  /** What it told when it was asked last; `null` when it never slept. */
  readonly last: LeapQuestion | null;
  /** Lines of the log. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
}

const QUARTER_MS = 15 * 60_000;
const LATER_THAN_ALL = '9999-12-31T00:00:00.000Z';

/** Lets the service live once in a process of its own, on a clock that stands still while it works and leaps when it sleeps. */
export function liveOnce(plan: LifePlan): Promise<Life> {
  const root = findProjectRoot(import.meta.url);
  const { env, from, until, end = 'SIGTERM', lockFrom } = plan;
  const killing = killingItself(plan.kill);
  const locking = lockFrom === undefined ? [] : ['lock-after-intake.js'];
  const preloads = ['leaping-clock.js', ...locking].map((name) => join(root, 'dist/test/preload', name));
  const service = fork(join(root, 'dist/program/main.js'), ['daemon'], {
    execArgv: [...preloads, ...killing.preloads].flatMap((preload) => ['--import', preload]),
    env: { PATH: process.env['PATH'], ...env, ...killing.env, CLOCK_STARTS_AT: from, LOCK_FROM: lockFrom },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { cancel } = killInTime(plan.kill, () => service.kill('SIGKILL'));
  let log = '';
  service.stdout?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const waiting = [...(plan.happenings ?? [])];
  let last: LeapQuestion | null = null;
  let isEnding = false;
  service.on('message', (question: LeapQuestion) => {
    last = question;
    const { at } = question;
    plan.onTime?.(at);
    while (waiting[0] !== undefined && waiting[0].at <= at) waiting.shift()?.happen((name) => void service.kill(name));
    if (at >= until) {
      // What it sleeps on its way out is not waited for; it may be gone before it hears so.
      if (isEnding) service.send({ askAgainAt: LATER_THAN_ALL } satisfies LeapAnswer, () => undefined);
      else service.kill(end);
      isEnding = true;
      return;
    }
    const nextQuarter = new Date(Date.parse(at) + QUARTER_MS).toISOString();
    const [askAgainAt = until] = [nextQuarter, waiting[0]?.at ?? until, until].sort();
    service.send({ askAgainAt } satisfies LeapAnswer);
  });
  return new Promise((resolve, reject) => {
    service.once('error', reject);
    service.once('close', (code, signal) => {
      cancel();
      resolve({ code, killed: signal === 'SIGKILL', last, log: parse(log) });
    });
  });
}

/** A line that was cut off by the end of the process is left out. */
function parse(log: string): Life['log'] {
  return log.split('\n').flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as Life['log'][number]] : []));
}
