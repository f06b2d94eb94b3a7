import type { Clock } from '../platform/clock.ts';
import type { Pace } from '../source/rate-limit.ts';

/** The time and chance that a client of a source goes by; it gives up when `signal` is aborted. */
export function pacing(clock: Clock, signal?: AbortSignal): Pace {
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    random: () => Math.random(),
    ...(signal === undefined ? {} : { signal }),
  };
}
