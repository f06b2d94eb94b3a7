import { difference, sum } from '../../model/decimal.ts';
import type { Figure } from '../../model/indicator.ts';
import { sumOf } from '../missing.ts';

/**
 * Gini-Simpson index, 1 − Σ s², s being the share of a group in the sum of the groups: 0 when all is in one group,
 * nearing 1 with many even ones (Simpson, Measurement of Diversity, Nature 163, 1949; one less the Herfindahl index).
 * A missing group makes the index missing, and so does a sum that is not above zero.
 */
export function diversity(groups: readonly Figure[]): Figure {
  const total = sumOf(groups);
  if ('missing' in total) return total;
  if (total.value <= 0) return { missing: 'base-not-positive' };
  const squares = groups.map((group) => ('value' in group ? (group.value / total.value) ** 2 : 0));
  return { value: difference(1, sum(squares)) };
}
