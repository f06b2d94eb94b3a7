import type { Fraction } from './fraction.ts';
import { fractionOf, toNumber } from './fraction.ts';
import type { Figure, Known } from './indicator.ts';

/** A figure that was calculated: its number is rounded to ten decimals, and it is compared by its exact value. */
export function calculated(exact: Fraction): Known {
  return { value: toNumber(exact), exact };
}

/** The exact value of a number that was published, or calculated. */
export function exactOf({ value, exact }: Known): Fraction {
  return exact ?? fractionOf(value);
}

/** The figure as it is stored: its exact value is found again from what it was calculated from. */
export function stored(figure: Figure): Figure {
  return 'value' in figure ? { value: figure.value } : figure;
}
