import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { shiftedTo } from '../../test/support/service/shifted-clock.ts';

type Line = Readonly<Record<string, unknown>>;

/** The built service in a process of its own. */
export interface Service {
  readonly pid: number;
  /** Resolves with the end of its first run. */
  readonly firstRun: Promise<void>;
  /** Lines of its log that are warnings or worse, and those that speak of a lock. */
  readonly complaints: readonly Line[];
  readonly locks: readonly Line[];
  /** Aborted when it has ended. */
  readonly gone: AbortSignal;
  /** Gives its exit code; `null` when it had to be killed. */
  stop(): Promise<number | null>;
}

/** Pino's number for `warn`. */
const WARNING = 40;
const SPEAKS_OF_A_LOCK = /SQLITE_(BUSY|LOCKED)|store-busy|database is locked/;

/** Starts the service with its clock at an instant and a slot of every job in every minute; at SIGUSR2 it collects its garbage. */
export function startService(root: string, env: Readonly<Record<string, string>>, instant: string): Service {
  const preloads = ['every-minute', 'collect-garbage'].flatMap((name) => [
    '--import',
    pathToFileURL(join(root, 'dist', 'bench', 'soak', `${name}.js`)).href,
  ]);
  const main = join(root, 'dist', 'program', 'main.js');
  const child = spawn(
    process.execPath,
    ['--import', shiftedTo(instant), ...preloads, main, 'daemon'],
    // Of a group of its own: a Ctrl-C in the terminal reaches the soak alone, which then stops the service.
    { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const complaints: Line[] = [];
  const locks: Line[] = [];
  const gone = new AbortController();
  const ended = once(child, 'close') as Promise<[number | null]>;
  const firstRun = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = JSON.parse(text) as Line;
      if (line['event'] === 'run-finished') resolve();
      if (Number(line['level']) >= WARNING) complaints.push(line);
      if (SPEAKS_OF_A_LOCK.test(text)) locks.push(line);
    });
    child.once('close', (code) => {
      gone.abort(new Error(`The service ended with ${code}.`));
      reject(new Error(`The service ended with ${code} before its first run was finished.`));
    });
  });
  return {
    ...{ pid: child.pid ?? 0, firstRun, complaints, locks, gone: gone.signal },
    stop: async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}
