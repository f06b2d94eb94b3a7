import { setTimeout as wait } from 'node:timers/promises';

/** The only source of the current time, so that tests can pass their own. */
export interface Clock {
  now(): Date;
  /**
   * Resolves after `ms` milliseconds; as soon as possible when that is 0 or less. Rejects with an `AbortError`, whose
   * cause is the signal's reason, when `signal` is or becomes aborted.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A longer timer fires at once: Node counts milliseconds in 31 bits, about 24.8 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (ms, signal) => {
    const options = signal === undefined ? {} : { signal };
    let left = Math.max(0, ms);
    do {
      await wait(Math.min(left, LONGEST_TIMER_MS), undefined, options);
      left -= LONGEST_TIMER_MS;
    } while (left > 0);
  },
};
