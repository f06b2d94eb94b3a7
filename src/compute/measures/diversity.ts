import { calculated, exactOf } from '../../model/data/figure.ts';
import { compare, divide, type Fraction, fractionOf, multiply, subtract, total } from '../../model/fraction.ts';
import type { Bounds, Figure, Known } from '../../model/data/figure.ts';
import { sumOf } from '../missing.ts';

const ZERO = fractionOf(0);
const ONE = fractionOf(1);

/**
 * Gini-Simpson index, 1 − Σ s², s being the share of a group in the sum of the groups: 0 when all is in one group,
 * nearing 1 with many even ones (Simpson, Measurement of Diversity, Nature 163, 1949; one less the Herfindahl index).
 * A missing group makes the index missing, and so does a sum that is not above zero.
 */
export function diversity(groups: readonly Figure[]): Figure {
  const sum = sumOf(groups);
  if ('missing' in sum) return sum;
  if (sum.value <= 0) return { missing: 'base-not-positive' };
  const numbers = numbersIn(groups);
  return indexOf(numbers, ZERO, total(numbers));
}

/**
 * As `diversity`, of groups that must be the whole: what is published in all, less what has no group. Missing as
 * `parts-differ` where they are not, beyond half a unit a figure: a group that nobody counts would be left out of the mix. A
 * whole that is not known says nothing.
 */
export function diversityOfWhole(groups: readonly Figure[], whole: Figure, unspecified: Figure): Figure {
  const index = diversity(groups);
  if ('missing' in index || !('value' in whole) || !('value' in unspecified)) return index;
  const rest = subtract(subtract(exactOf(whole), exactOf(unspecified)), total(numbersIn(groups)));
  const slack = fractionOf(0.5 * (groups.length + 2));
  const isWhole = compare(rest, slack) <= 0 && compare(subtract(ZERO, rest), slack) <= 0;
  return isWhole ? index : { missing: 'parts-differ' };
}

/**
 * Between which values the index lies when some groups are withheld and the published whole is known. The withheld
 * groups share R, what the whole holds beyond the known groups and what has no group: Σx² of k of them lies between R²/k
 * (all alike) and R² (all in one). `null` when nothing is withheld, a group is missing for another reason, the whole or
 * what has no group is missing, R is negative, or the sum is not above zero.
 */
export function diversityBounds(groups: readonly Figure[], whole: Figure, unspecified: Figure): Bounds | null {
  const missing = groups.flatMap((group) => ('missing' in group ? [group.missing] : []));
  if (missing.length === 0 || missing.some((reason) => reason !== 'confidential')) return null;
  if (!('value' in whole) || !('value' in unspecified)) return null;
  const known = numbersIn(groups);
  const rest = subtract(subtract(exactOf(whole), exactOf(unspecified)), total(known));
  if (compare(rest, ZERO) < 0 || compare(total([...known, rest]), ZERO) <= 0) return null;
  const allInOne = multiply(rest, rest);
  const allAlike = divide(allInOne, fractionOf(missing.length));
  const inAll = total([...known, rest]);
  return { low: indexOf(known, allInOne, inAll), high: indexOf(known, allAlike, inAll) };
}

function indexOf(numbers: readonly Fraction[], squaresOfRest: Fraction, inAll: Fraction): Known {
  return calculated(subtract(ONE, divide(total([...numbers.map(square), squaresOfRest]), square(inAll))));
}

function square(number: Fraction): Fraction {
  return multiply(number, number);
}

function numbersIn(figures: readonly Figure[]): readonly Fraction[] {
  return figures.flatMap((figure) => ('value' in figure ? [exactOf(figure)] : []));
}
