import { join } from 'node:path';
import { ROOT } from '../cli.ts';

/** When a process is killed: just before its so manieth write, or so long after its start. */
export type Moment = { readonly beforeWrite: number } | { readonly afterMs: number };

/** What a process is started with so that it is killed before a write: a module to load first, and the environment of that. */
export function killingItself(moment: Moment | undefined): {
  readonly preloads: readonly string[];
  readonly env: Readonly<Record<string, string>>;
} {
  if (moment === undefined || !('beforeWrite' in moment)) return { preloads: [], env: {} };
  return {
    preloads: [join(ROOT, 'dist/test/preload/kill-before-write.js')],
    env: { KILL_BEFORE_WRITE: String(moment.beforeWrite) },
  };
}

/** Kills a process that has just been started when its time has come; `cancel` when it has ended before. */
export function killInTime(moment: Moment | undefined, kill: () => unknown): { readonly cancel: () => void } {
  if (moment === undefined || !('afterMs' in moment)) return { cancel: () => undefined };
  const timer = setTimeout(kill, moment.afterMs);
  return { cancel: () => clearTimeout(timer) };
}
