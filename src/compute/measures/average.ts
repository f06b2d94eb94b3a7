import { COMPUTED_DECIMALS, roundTo, sum } from '../../model/decimal.ts';

/** Arithmetic mean, unweighted. Throws `RangeError` for no values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('The mean of no values is not defined');
  return roundTo(sum(values) / values.length, COMPUTED_DECIMALS);
}

/** Middle value, or the mean of the two in the middle. Throws `RangeError` for no values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return mean(sorted.slice(Math.floor(middle), Math.ceil(middle) + 1));
}
