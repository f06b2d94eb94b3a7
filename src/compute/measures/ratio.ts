import { calculated, exactOf } from '../../model/data/figure.ts';
import { divide, fractionOf, multiply } from '../../model/fraction.ts';
import type { Figure } from '../../model/data/figure.ts';

/** The two figures of a ratio, and what their quotient is multiplied by. */
export interface RatioParts {
  readonly over: Figure;
  readonly under: Figure;
  readonly times: number;
}

/**
 * One figure over another, times a factor: 1000 for per thousand, 100 for per cent. The divisor must be above zero, else
 * `denominator-not-positive`; a missing figure hands on its reason, the dividend's first.
 */
export function ratio({ over, under, times }: RatioParts): Figure {
  if ('missing' in over) return over;
  if ('missing' in under) return under;
  if (under.value <= 0) return { missing: 'denominator-not-positive' };
  return calculated(multiply(fractionOf(times), divide(exactOf(over), exactOf(under))));
}
