import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from '../cli.ts';
import { shiftedTo } from './shifted-clock.ts';

/** The built service in a process of its own. */
export interface Service {
  /** Resolves with the first line of the log, from now on or before, that has this event. */
  logged(event: string): Promise<Readonly<Record<string, unknown>>>;
  kill(signal: NodeJS.Signals): void;
  /** The events logged so far. */
  events(): readonly unknown[];
  /** Resolves once so many lines of the log have this event. */
  loggedTimes(event: string, times: number): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** How it ended, and how long that took since the last signal. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly afterMs: number }>;
}

type Line = Readonly<Record<string, unknown>>;

/** Starts the service at an instant, with more words to its command; it is gone when the test is over. */
export function startService(
  env: Readonly<Record<string, string>>,
  instant: string,
  words: readonly string[] = [],
): Service {
  const main = join(ROOT, 'dist', 'program', 'main.js');
  const child = spawn(process.execPath, ['--import', shiftedTo(instant), main, 'daemon', ...words], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: Line[] = [];
  const waiting = new Set<{ readonly event: string; readonly found: (line: Line) => void }>();
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const whole = (rest + text).split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole.map((one) => JSON.parse(one) as Line)) {
      lines.push(line);
      for (const one of waiting) if (one.event === line['event']) one.found(line);
    }
  });
  let signalledAt = 0;
  return {
    logged: (event) => {
      const known = lines.find((line) => line['event'] === event);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((found, reject) => {
        waiting.add({ event, found });
        child.once('close', () => reject(new Error(`The service ended without ${event}: ${JSON.stringify(lines)}`)));
      });
    },
    events: () => lines.map(({ event }) => event),
    loggedTimes: (event, times) =>
      new Promise((resolve, reject) => {
        const those = () => lines.filter((line) => line['event'] === event);
        const check = () => {
          if (those().length >= times) resolve(those());
        };
        waiting.add({ event, found: check });
        child.once('close', () => reject(new Error(`The service ended without ${event}: ${JSON.stringify(lines)}`)));
        check();
      }),
    kill: (signal) => {
      signalledAt = performance.now();
      child.kill(signal);
    },
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, afterMs: performance.now() - signalledAt }));
    }),
  };
}
