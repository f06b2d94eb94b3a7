import { exactOf } from '../model/data/figure.ts';
import { compare, divide, type Fraction, fractionOf, multiply, subtract, total } from '../model/fraction.ts';
import type { IndicatorPoint } from '../model/plan/indicator-series.ts';
import { separates } from './breaks.ts';
import type { Situation } from './situation.ts';

/** Fewest changes for which limits are drawn. */
const FEWEST_CHANGES = 8;
/** From so many changes on the limits are no longer provisional. */
const FIRM_CHANGES = 12;
/** 3 / 1.128: three standard deviations, estimated from moving ranges of two. */
const LIMIT_FACTOR = fractionOf(2.66);
const ZERO = fractionOf(0);

/** What the changes of a series say of its latest one. */
export interface Variation {
  /** The latest change is no larger than ordinary ones. */
  readonly isOrdinary: boolean;
  /** Too few changes for firm limits. */
  readonly isProvisional: boolean;
}

/**
 * Is the latest change an ordinary one? XmR chart on the changes from one period to the next: mean change ± 2.66 × mean
 * moving range of the changes, the latest included (W. A. Shewhart, D. J. Wheeler; NHS England, Making Data Count).
 * `null` below 8 changes; the limits are provisional below 12. Exact, so that a series which always moves alike is ordinary.
 */
export function variationOf(values: readonly Fraction[]): Variation | null {
  const changes = stepsOf(values);
  const latest = changes.at(-1);
  if (latest === undefined || changes.length < FEWEST_CHANGES) return null;
  const limit = multiply(LIMIT_FACTOR, average(stepsOf(changes).map(sizeOf)));
  const distance = sizeOf(subtract(latest, average(changes)));
  return { isOrdinary: compare(distance, limit) <= 0, isProvisional: changes.length < FIRM_CHANGES };
}

/** The values that lead up to the latest without a gap, a break or a change of borders, oldest first. */
export function unbrokenValues({ points, breaks, current }: Situation): readonly Fraction[] {
  const values: Fraction[] = [];
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const own = breaks.filter(({ peer }) => peer === null);
  const before = ({ period, previousPeriod }: IndicatorPoint) => {
    if (previousPeriod === null || own.some((one) => separates(one, previousPeriod, period))) return undefined;
    return byPeriod.get(previousPeriod);
  };
  for (let point = current ?? undefined; point !== undefined; point = before(point)) {
    if ('missing' in point.value) break;
    values.unshift(exactOf(point.value));
  }
  return values;
}

function stepsOf(numbers: readonly Fraction[]): readonly Fraction[] {
  return numbers.slice(1).map((number, index) => subtract(number, numbers[index] ?? number));
}

function sizeOf(number: Fraction): Fraction {
  return compare(number, ZERO) < 0 ? subtract(ZERO, number) : number;
}

function average(values: readonly Fraction[]): Fraction {
  return divide(total(values), fractionOf(values.length));
}
