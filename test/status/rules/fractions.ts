/** A number counted without rounding, for reckoning a verdict in another way than the program does. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** The fraction of a number with at most `decimals` decimals. */
export function fraction(value: number, decimals: number): Fraction {
  return { over: BigInt(Math.round(value * 10 ** decimals)), under: 10n ** BigInt(decimals) };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under - b.over * a.under, under: a.under * b.under };
}

export function plus(...terms: readonly Fraction[]): Fraction {
  return terms.reduce((a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under }));
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

export function divided(a: Fraction, b: Fraction): Fraction {
  const sign = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * sign, under: a.under * b.over * sign };
}

export function whole(value: number): Fraction {
  return { over: BigInt(value), under: 1n };
}

/** Below, at or above: −1, 0 or 1. */
export function compare(a: Fraction, b: Fraction): number {
  const { over } = minus(a, b);
  return over < 0n ? -1 : Number(over > 0n);
}
