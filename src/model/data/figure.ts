import type { Fraction } from '../fraction.ts';
import { fractionOf, toNumber } from '../fraction.ts';

/**
 * Why there is no number; every reason has a sentence of its own. In the order in which one is reported when several
 * figures are missing: what the reader can do something about comes first.
 */
export const MISSING_REASONS = [
  'not-in-dataset',
  'withdrawn',
  'code-ended',
  'other-place',
  'unknown-symbol',
  'border-change',
  'parts-differ',
  'confidential',
  'zero',
  'not-possible',
  'nil',
  'missing',
  'unexplained',
  'no-previous-period',
  'base-not-positive',
  'denominator-not-positive',
  'peer-missing',
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** A number; `exact` is there where it was calculated, and the number itself is rounded. */
export interface Known {
  readonly value: number;
  readonly exact?: Fraction;
}

/** A number, or the reason there is none: absence is a value. */
export type Figure = Known | { readonly missing: MissingReason };

/** The lowest and the highest value that a figure can have. */
export interface Bounds {
  readonly low: Known;
  readonly high: Known;
}

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
