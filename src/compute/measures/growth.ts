import { calculated, exactOf } from '../../model/data/figure.ts';
import { divide, fractionOf, multiply, subtract } from '../../model/fraction.ts';
import type { Figure } from '../../model/data/figure.ts';

const ONE = fractionOf(1);
const HUNDRED = fractionOf(100);

/**
 * Growth in per cent, 100·(x_t / x_{t−1} − 1): relative change as SSB publishes it. The base must be above zero, else
 * `base-not-positive`; a missing figure hands on its reason, the current one's first.
 */
export function growth(current: Figure, previous: Figure): Figure {
  if ('missing' in current) return current;
  if ('missing' in previous) return previous;
  if (previous.value <= 0) return { missing: 'base-not-positive' };
  const ratio = divide(exactOf(current), exactOf(previous));
  return calculated(multiply(HUNDRED, subtract(ratio, ONE)));
}
