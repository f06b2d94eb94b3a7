import { exactOf } from '../model/data/figure.ts';
import { add, compare, divide, type Fraction, fractionOf, multiply, subtract, total } from '../model/fraction.ts';
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

/** Between which changes an ordinary one lies, both included. */
export interface OrdinaryChanges {
  readonly low: Fraction;
  readonly high: Fraction;
  /** Too few changes for firm limits. */
  readonly isProvisional: boolean;
}

/**
 * Which changes of an unbroken series are ordinary? XmR chart on the changes from one period to the next: mean change ±
 * 2.66 × mean moving range of the changes, the latest included (W. A. Shewhart, D. J. Wheeler; NHS England, Making Data
 * Count). `null` below 8 changes; the limits are provisional below 12.
 */
export function ordinaryChanges(values: readonly Fraction[]): OrdinaryChanges | null {
  const changes = stepsOf(values);
  if (changes.length < FEWEST_CHANGES) return null;
  const mean = average(changes);
  const limit = multiply(LIMIT_FACTOR, average(stepsOf(changes).map(sizeOf)));
  return { low: subtract(mean, limit), high: add(mean, limit), isProvisional: changes.length < FIRM_CHANGES };
}

/** Is the latest change an ordinary one? Exact, so that a series which always moves alike is ordinary; `null` where there are no limits. */
export function variationOf(values: readonly Fraction[]): Variation | null {
  const limits = ordinaryChanges(values);
  const latest = stepsOf(values).at(-1);
  if (latest === undefined || limits === null) return null;
  const isOrdinary = compare(latest, limits.low) >= 0 && compare(latest, limits.high) <= 0;
  return { isOrdinary, isProvisional: limits.isProvisional };
}

/** The values that lead up to the latest without a gap, a break or a change of borders, oldest first. */
export function unbrokenValues(situation: Situation): readonly Fraction[] {
  return unbrokenPoints(situation).flatMap(({ value }) => ('value' in value ? [exactOf(value)] : []));
}

/** The points of those values. */
export function unbrokenPoints({ points, breaks, current }: Situation): readonly IndicatorPoint[] {
  const unbroken: IndicatorPoint[] = [];
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const own = breaks.filter(({ peer }) => peer === null);
  const before = ({ period, previousPeriod }: IndicatorPoint) => {
    if (previousPeriod === null || own.some((one) => separates(one, previousPeriod, period))) return undefined;
    return byPeriod.get(previousPeriod);
  };
  for (let point = current ?? undefined; point !== undefined; point = before(point)) {
    if ('missing' in point.value) break;
    unbroken.unshift(point);
  }
  return unbroken;
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
