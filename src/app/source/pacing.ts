import type { WaitCause } from '../../model/progress.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Pace, Wait } from '../../source/ask/rate-limit.ts';
import type { Progress } from '../progress.ts';

/** Shorter waits are not noticed. */
const REPORTED_FROM_MS = 5_000;

/** The clock and randomness of a source's client, which stops when `signal` is aborted. */
export function pacing(clock: Clock, signal?: AbortSignal, waiting?: Pace['waiting']): Pace {
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    random: () => Math.random(),
    ...(signal === undefined ? {} : { signal }),
    ...(waiting === undefined ? {} : { waiting }),
  };
}

/** Reports a long wait, how long and for what, in the progress shown and, where there is one, in the log. */
export function reportWaits(progress: Pick<Progress, 'waiting'>, logger?: Logger): (wait: Wait | null) => void {
  return (wait) => {
    if (wait === null) progress.waiting(null);
    if (wait === null || wait.ms < REPORTED_FROM_MS) return;
    const seconds = Math.ceil(wait.ms / 1000);
    const sentence = `Waiting ${seconds} s ${inTheLog(wait.cause)}; then: ${wait.what.charAt(0).toLowerCase()}${wait.what.slice(1)}.`;
    progress.waiting({ seconds, cause: wait.cause, sentence });
    logger?.info({ event: 'source-wait', seconds, what: wait.what }, sentence);
  };
}

function inTheLog(cause: WaitCause): string {
  if (cause.kind === 'quota') return `for the source's quota of ${cause.calls} calls in ${cause.windowSeconds} s`;
  return cause.kind === 'too-many' ? 'since there were too many requests' : 'since there was no answer';
}
