import { PipelineError } from '../../model/errors.ts';
import type { WaitCause } from '../../model/progress.ts';
import { type Pace, waitAloud } from './rate-limit.ts';

/** Nobody waits longer than this for one more attempt. */
export const LONGEST_WAIT_MS = 60_000;

interface Patience {
  readonly retries: number;
  readonly firstBackOffMs: number;
}

const ORDINARY: Patience = { retries: 3, firstBackOffMs: 1_000 };
/** SSB's window is a minute and its 429 need not say when it ends: the shortest waits together cover one. */
const RATE_LIMITED: Patience = { retries: 5, firstBackOffMs: 4_000 };

/**
 * Milliseconds to wait after a failed attempt (counted from 1), or `null` to give up: when the failure will not pass by
 * itself, when the attempts are used up, or when the source asks for a longer wait than anyone should sit through.
 * The back-off doubles; half of it is chance, so that many clients do not come back at once.
 */
export function planRetry(error: unknown, attempt: number, chance: number): number | null {
  if (!(error instanceof PipelineError) || error.retry !== 'transient') return null;
  const { retries, firstBackOffMs } = error.code === 'source-rate-limited' ? RATE_LIMITED : ORDINARY;
  const asked = error.retryAfterMs ?? 0;
  if (attempt > retries || asked > LONGEST_WAIT_MS) return null;
  const backOff = Math.min(firstBackOffMs * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return Math.max(asked, Math.round((backOff / 2) * (1 + chance)));
}

/** Calls for `what` until it succeeds or `planRetry` gives up; then throws the last failure, or the signal's reason. */
export async function retrying<T>(call: () => Promise<T>, pace: Pace, what = 'The same question'): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    pace.signal?.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      const wait = planRetry(error, attempt, pace.random());
      if (wait === null) throw error;
      await waitAloud(pace, { ms: wait, cause: causeOfWait(error), what });
    }
  }
}

function causeOfWait(error: unknown): WaitCause {
  const isQuota = error instanceof PipelineError && error.code === 'source-rate-limited';
  return { kind: isQuota ? 'too-many' : 'no-answer' };
}
