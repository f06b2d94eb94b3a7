import type { Status } from '../../model/plan/assessment.ts';
import { exactOf } from '../../model/data/figure.ts';
import { add, compare, divide, type Fraction, fractionOf, multiply, subtract, toNumber } from '../../model/fraction.ts';
import type { Known } from '../../model/data/figure.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import { readsBase } from '../../model/plan/rule-reach.ts';
import { periodFromKey, periodInYear, periodKey } from '../../model/time-period.ts';
import type { Base } from '../guards.ts';
import type { Situation } from '../situation.ts';
import type { Outcome } from '../verdict.ts';
import { inDirection, positionOf, rangeOf } from '../verdict.ts';
import { namedEnds, OPEN } from './annual-change.ts';

type Target = Extract<Rule, { id: 'target' }>;

const ZERO = fractionOf(0);
const HUNDRED = fractionOf(100);

/**
 * Is the target reached, or the latest value on the path to it or better? Behind by no more than the tolerance is `stable`.
 * A straight path leads from the base to the target by equal steps a year, and is flat after its year. Before the base,
 * and with `at-end` before the year, there is no path: what is not reached by then cannot be judged.
 */
export function target(rule: Target, current: IndicatorPoint, base: Base | null): Outcome {
  const now = rangeOf(current);
  const from = base?.point ? rangeOf(base.point) : null;
  const { year } = periodFromKey(current.period);
  const starts = from === null ? [null] : [from.low, from.high];
  const courses = starts.map((start) => courseOf(rule, year, start));
  const statuses = courses.flatMap((course) => [now.low, now.high].map((value) => statusOf(rule, value, course)));
  const [status] = statuses;
  const [course] = courses;
  if (course === undefined || statuses.some((other) => other !== status)) return OPEN;
  if (status === undefined || status === null) return { stop: { guard: 'before-deadline', detail: String(rule.year) } };
  const { goal, path } = course;
  const numbers = {
    ...namedEnds('current', now),
    ...(from && namedEnds('base', from)),
    ...{ goal: toNumber(goal), year: rule.year },
    ...(path && { path: toNumber(path), distance: toNumber(subtract(exactOf(now.low), path)) }),
    tolerance: rule.tolerance.absolute,
  };
  return { verdict: { rule, status, numbers } };
}

/** The value to be reached, and where the path to it stands in the year; no path where nothing is asked yet. */
interface Course {
  readonly goal: Fraction;
  readonly path: Fraction | null;
}

function courseOf(rule: Target, year: number, base: Known | null): Course {
  const start = base === null ? null : exactOf(base);
  const goal = goalOf(rule, start);
  if (year >= rule.year) return { goal, path: goal };
  if (rule.path === 'at-end' || rule.base === undefined || start === null) return { goal, path: null };
  const share = divide(fractionOf(year - rule.base), fractionOf(rule.year - rule.base));
  return { goal, path: add(start, multiply(subtract(goal, start), share)) };
}

/** The value to be reached, from that of the base where it is a change since then. Throws `RangeError` where that is lacking. */
export function goalOf({ value, change }: Target, base: Fraction | null): Fraction {
  if (value !== undefined) return fractionOf(value);
  if (change === undefined || base === null) throw new RangeError('A target has neither a value nor a base');
  if ('absolute' in change) return add(base, fractionOf(change.absolute));
  return add(base, divide(multiply(base, fractionOf(change.percentOfBase)), HUNDRED));
}

/** `null` where nothing is asked yet, and the target is not reached. */
function statusOf({ direction, tolerance }: Target, value: Known, { goal, path }: Course): Status | null {
  const ahead = (of: Fraction) => inDirection(direction, subtract(exactOf(value), of));
  if (compare(ahead(goal), ZERO) >= 0) return 'on-track';
  if (path === null) return null;
  if (compare(ahead(path), ZERO) >= 0) return 'on-track';
  return positionOf(ahead(path), fractionOf(tolerance.absolute)) === 'within' ? 'stable' : 'off-track';
}

/**
 * The base that a target counts from, in the same part of its year as the latest period; `null` where it needs none, or
 * its path has not begun. The point is `null` where the series lacks it, or the base is yet to come.
 */
export function findTargetBase(rule: Target, { current, points }: Situation): Base | null {
  const { base, change } = rule;
  if (current === null || base === undefined || !readsBase(rule)) return null;
  const latest = periodFromKey(current.period);
  if (latest.year < base) return change === undefined ? null : { period: String(base), point: null, isReplaced: false };
  const period = periodInYear(latest, base);
  const point = points.find((one) => one.period === periodKey(period)) ?? null;
  return { period: period.code, point, isReplaced: false };
}
