import type { Status } from '../../model/plan/assessment.ts';
import { calculated, exactOf } from '../../model/data/figure.ts';
import { divide, type Fraction, fractionOf, subtract, toNumber, total } from '../../model/fraction.ts';
import type { Bounds } from '../../model/data/figure.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import { periodFromKey, periodInYear } from '../../model/time-period.ts';
import { type Base, isMeasurement } from '../guards.ts';
import { checkLevels } from '../guards-of-levels.ts';
import type { Situation } from '../situation.ts';
import type { GuardStop, Outcome } from '../verdict.ts';
import { inDirection, positionOf, rangeOf, toleranceOf, valueOrBound } from '../verdict.ts';
import { namedEnds, OPEN } from './annual-change.ts';

type NoWorseThanMean = Extract<Rule, { id: 'no-worse-than-mean' }>;

/**
 * Is the latest value no worse than the mean of so many periods before it, by more than the tolerance? All of them must be
 * there, a step apart and without a break. Where only bounds are known the two ends must agree, else the rule cannot
 * speak.
 */
export function noWorseThanMean(rule: NoWorseThanMean, situation: Situation, current: IndicatorPoint): Outcome {
  const before = pointsBefore(situation, rule.periods);
  const earlier = before.map((point) => ({ period: codeOf(point), point, isReplaced: false }) satisfies Base);
  const compared = { measured: valueOrBound(current), reference: null };
  const peers = situation.definition.measure === 'gap';
  const objection = checkLevels(situation, compared, { peers, earlier });
  const isOfFigures = objection === null || objection.guard === 'own-figure-missing';
  const stop =
    (isOfFigures ? onlyOne(situation, current) : null) ??
    objection ??
    tooFew(rule, situation, before[0] ?? current, before.length);
  if (stop !== null) return { stop };
  const now = rangeOf(current);
  const previous = rangeOf(before.at(-1) ?? current);
  const tolerance = toleranceOf(rule.tolerance, exactOf(previous.low));
  return judged(rule, now, meanOf(before), tolerance);
}

function judged(rule: NoWorseThanMean, now: Bounds, mean: Bounds, tolerance: Fraction): Outcome {
  const lowest = subtract(exactOf(now.low), exactOf(mean.high));
  const highest = subtract(exactOf(now.high), exactOf(mean.low));
  const [status, other] = [lowest, highest].map((distance): Status => {
    return positionOf(inDirection(rule.direction, distance), tolerance) === 'below' ? 'off-track' : 'on-track';
  });
  if (status === undefined || status !== other) return OPEN;
  const numbers = {
    ...namedEnds('current', now),
    ...namedEnds('meanBefore', mean),
    ...{ distance: toNumber(lowest), tolerance: toNumber(tolerance), periods: rule.periods },
  };
  return { verdict: { rule, status, numbers } };
}

/** Up to so many points before the latest, each a step before the next, oldest first. */
function pointsBefore({ points, current }: Situation, count: number): readonly IndicatorPoint[] {
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const before: IndicatorPoint[] = [];
  let point = byPeriod.get(current?.previousPeriod ?? NaN);
  while (point !== undefined && before.length < count) {
    before.unshift(point);
    point = byPeriod.get(point.previousPeriod ?? NaN);
  }
  return before;
}

/** One measurement has no mean before it. */
function onlyOne({ definition, points }: Situation, current: IndicatorPoint): GuardStop | null {
  const known = points.filter((point) => isMeasurement(definition, point));
  return known[0] === current ? { guard: 'only-one-period' } : null;
}

/** Where some periods are there, the newest that is not is named. */
function tooFew(
  { periods }: NoWorseThanMean,
  { definition: { step } }: Situation,
  oldest: IndicatorPoint,
  count: number,
): GuardStop | null {
  if (count === periods) return null;
  if (step.unit !== 'year') return { guard: 'periods-not-adjacent' };
  const first = periodFromKey(oldest.period);
  const { code: detail } = periodInYear(first, first.year - step.count);
  return { guard: 'own-figure-missing', missing: 'not-in-dataset', detail };
}

function meanOf(points: readonly IndicatorPoint[]): Bounds {
  const ranges = points.map(rangeOf);
  const mean = (values: readonly Fraction[]) => calculated(divide(total(values), fractionOf(values.length)));
  const low = mean(ranges.map((range) => exactOf(range.low)));
  const isExact = ranges.every((range) => range.low === range.high);
  return { low, high: isExact ? low : mean(ranges.map((range) => exactOf(range.high))) };
}

function codeOf({ period }: Pick<IndicatorPoint, 'period'>): string {
  return periodFromKey(period).code;
}
