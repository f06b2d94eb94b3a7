import { COMPUTED_DECIMALS, roundTo } from '../../model/decimal.ts';
import type { Figure } from '../../model/indicator.ts';

/**
 * Growth in per cent, 100·(x_t / x_{t−1} − 1): relative change as SSB publishes it. The base must be above zero, else
 * `base-not-positive`; a missing figure hands on its reason, the current one's first.
 */
export function growth(current: Figure, previous: Figure): Figure {
  if ('missing' in current) return current;
  if ('missing' in previous) return previous;
  if (previous.value <= 0) return { missing: 'base-not-positive' };
  return { value: roundTo(100 * (current.value / previous.value - 1), COMPUTED_DECIMALS) };
}
