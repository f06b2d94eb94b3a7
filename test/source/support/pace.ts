import type { Pace } from '../../../src/source/ask/rate-limit.ts';

export interface FakePace extends Pace {
  /** Milliseconds of every sleep, in order. */
  readonly waits: readonly number[];
}

/** A clock that only sleeping moves, and no chance. */
export function fakePace(startIso = '2026-11-23T09:00:00Z'): FakePace {
  let now = Date.parse(startIso);
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date(now),
    random: () => 0,
    sleep: (ms) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}
