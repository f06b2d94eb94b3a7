import { compare, divide, type Fraction, fractionOf, total } from '../../model/fraction.ts';

/** Arithmetic mean, unweighted and exact. Throws `RangeError` for no values. */
export function mean(values: readonly Fraction[]): Fraction {
  if (values.length === 0) throw new RangeError('The mean of no values is not defined');
  return divide(total(values), fractionOf(values.length));
}

/** Middle value, or the mean of the two in the middle. Throws `RangeError` for no values. */
export function median(values: readonly Fraction[]): Fraction {
  const sorted = values.toSorted(compare);
  const middle = (sorted.length - 1) / 2;
  return mean(sorted.slice(Math.floor(middle), Math.ceil(middle) + 1));
}

/** The largest value. Throws `RangeError` for no values. */
export function largest(values: readonly Fraction[]): Fraction {
  const last = values.toSorted(compare).at(-1);
  if (last === undefined) throw new RangeError('The largest of no values is not defined');
  return last;
}

/** The smallest value. Throws `RangeError` for no values. */
export function smallest(values: readonly Fraction[]): Fraction {
  const [first] = values.toSorted(compare);
  if (first === undefined) throw new RangeError('The smallest of no values is not defined');
  return first;
}
