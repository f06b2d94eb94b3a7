import type { Publication } from './facts.ts';
import { compare, decimal, type Fraction, fraction, HUNDRED, minus, over, plus, times, ZERO } from './fraction.ts';

/**
 * Is the change of a survey's index from 0 to 100 within two standard errors of it? An index m of n answers has the standard
 * error √(m(100 − m)/n) at most, and of a change the squares are added. False where either number of answers is not known.
 */
export function isWithinUncertainty({ series }: Publication, previous: string, period: string): boolean {
  const textOf = (contents: string, year: string) =>
    series.find(({ categories }) => categories['ContentsCode'] === contents)?.cells.get(year)?.text ?? null;
  const sample = (year: string): { readonly index: Fraction; readonly square: Fraction } | null => {
    const [value, respondents] = [textOf('value', year), textOf('respondents', year)];
    if (value === null || respondents === null) return null;
    const [index, answers] = [decimal(value), decimal(respondents)];
    if (compare(answers, ZERO) <= 0) return null;
    return { index, square: over(times(index, minus(HUNDRED, index)), answers) };
  };
  const [before, after] = [sample(previous), sample(period)];
  if (before === null || after === null) return false;
  const change = minus(after.index, before.index);
  return compare(times(change, change), times(fraction(4n), plus(before.square, after.square))) <= 0;
}
