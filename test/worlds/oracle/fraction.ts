/** An exact rational number: `top / bottom`, `bottom` above 0, in lowest terms. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b);
}

/** `top / bottom` in lowest terms. Throws a RangeError when `bottom` is 0. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new RangeError('A fraction has no denominator 0.');
  const sign = bottom < 0n ? -1n : 1n;
  const common = divisor(top, bottom) || 1n;
  return { top: (sign * top) / common, bottom: (sign * bottom) / common };
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);
export const HUNDRED = fraction(100n);

/** The number that a decimal text says: `64.1`, `-0.05`, `1e-7`. Throws for anything else. */
export function decimal(text: string): Fraction {
  const [, sign = '', whole = '', part = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new Error(`${text} is no decimal number.`);
  const digits = BigInt(`${sign}${whole}${part}`);
  const exponent = Number(power) - part.length;
  return exponent < 0 ? fraction(digits, 10n ** BigInt(-exponent)) : fraction(digits * 10n ** BigInt(exponent));
}

/** Sum of two. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

/** First less second. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negative(b));
}

/** Product of two. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

/** First over second. Throws a RangeError when the second is 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** The number with the other sign. */
export function negative(a: Fraction): Fraction {
  return { top: -a.top, bottom: a.bottom };
}

/** The number without its sign. */
export function size(a: Fraction): Fraction {
  return a.top < 0n ? negative(a) : a;
}

/** Below 0, 0 or above 0, as the first is less than, equal to or greater than the second. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** Sum of all; 0 of none. */
export function sum(all: readonly Fraction[]): Fraction {
  return all.reduce(plus, ZERO);
}

/** Unweighted mean. Throws a RangeError for none. */
export function mean(all: readonly Fraction[]): Fraction {
  return over(sum(all), fraction(BigInt(all.length)));
}

/** Middle one; of an even number the mean of the two in the middle. Throws a RangeError for none. */
export function median(all: readonly Fraction[]): Fraction {
  const sorted = all.toSorted(compare);
  const half = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** The nearest double, from the first 30 decimals. */
export function toNumber(number: Fraction): number {
  const { top, bottom } = size(number);
  const decimals = ((top % bottom) * 10n ** 30n) / bottom;
  const text = `${top / bottom}.${String(decimals).padStart(30, '0')}`;
  return number.top < 0n ? -Number(text) : Number(text);
}
