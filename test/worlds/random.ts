/** Chance that can be had again: the same seed gives the same sequence. */
export interface Random {
  /** From 0 to below 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True so often of a hundred times. */
  chance(percent: number): boolean;
  /** One of them. Throws for none. */
  pick<T>(all: readonly T[]): T;
  /** So many of them, in an order of chance. */
  sample<T>(all: readonly T[], count: number): readonly T[];
}

/** mulberry32: 32 bits of state, enough to make up small worlds. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const sample = <T>(all: readonly T[], count: number): readonly T[] =>
    all
      .map((one) => [fraction(), one] as const)
      .toSorted(([a], [b]) => a - b)
      .slice(0, count)
      .map(([, one]) => one);
  return {
    ...{ fraction, between, sample },
    chance: (percent) => fraction() * 100 < percent,
    pick: (all) => {
      const [one] = sample(all, 1);
      if (one === undefined) throw new Error('There is nothing to pick from.');
      return one;
    },
  };
}
