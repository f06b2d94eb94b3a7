import type { RuleVerdict } from '../../model/plan/assessment.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import { periodFromKey, periodInYear, periodKey } from '../../model/time-period.ts';
import type { Base } from '../guards.ts';
import { ownFigure, type Situation } from '../situation.ts';
import type { Outcome, PeriodPair } from '../verdict.ts';
import { inDirection, positionOf, rangeOf } from '../verdict.ts';
import { changeBetween, OPEN } from './annual-change.ts';

type StableOrImproved = Extract<Rule, { id: 'stable-or-improved' }>;

/**
 * Has the value held, or moved the way the ambition wants, since the period before and since the base? `improved` only
 * when by more than the tolerance. Where only bounds are known the two ends must agree, else the rule cannot speak.
 */
export function stableOrImproved(
  rule: StableOrImproved,
  { current, previous }: PeriodPair,
  base: Base | null,
): Outcome {
  const step = changeBetween(rule.tolerance, rangeOf(current), rangeOf(previous));
  const since = sinceBase(rule, current, base);
  const holds = (end: 0 | 1) => {
    const own = inDirection(rule.direction, step.ends[end]);
    const keepsBase =
      since === null || positionOf(inDirection(rule.direction, since.ends[end]), since.tolerance) !== 'below';
    return positionOf(own, step.tolerance) !== 'below' && keepsBase;
  };
  if (holds(0) !== holds(1)) return OPEN;
  const numbers = { ...step.numbers, ...(since === null ? {} : baseNumbers(since.numbers)) };
  const heldAgainst = since === null || base === null ? {} : { basePeriod: base.period };
  if (!holds(0)) return { verdict: { rule, status: 'off-track', numbers, ...heldAgainst } satisfies RuleVerdict };
  const isImproved = step.ends.every((end) => positionOf(inDirection(rule.direction, end), step.tolerance) === 'above');
  const label = isImproved ? 'improved' : 'stable';
  return { verdict: { rule, status: 'on-track', label, numbers, ...heldAgainst } };
}

function sinceBase(rule: StableOrImproved, current: IndicatorPoint, base: Base | null) {
  if (rule.base === undefined || !base?.point) return null;
  return changeBetween(rule.base.tolerance, rangeOf(current), rangeOf(base.point));
}

/** `previous` is the base there, and `change` the distance from it. */
function baseNumbers(numbers: Readonly<Record<string, number>>): Record<string, number> {
  const names: Readonly<Record<string, string>> = {
    previous: 'base',
    previousLow: 'baseLow',
    previousHigh: 'baseHigh',
    change: 'baseChange',
    changeLow: 'baseChangeLow',
    changeHigh: 'baseChangeHigh',
    tolerance: 'baseTolerance',
  };
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([name, value]) => {
      const known = names[name];
      return known === undefined ? [] : [[known, value]];
    }),
  );
}

/**
 * The base to hold the current value against; `null` when none is asked for, or the current period is not later. A base
 * before a break is replaced by the first period from the break on.
 */
export function findBase({ base }: StableOrImproved, situation: Situation): Base | null {
  const { current, points } = situation;
  if (base === undefined || current === null) return null;
  const nominal = periodKey(periodInYear(periodFromKey(current.period), base.year));
  const since = lastBreak(situation, nominal);
  const key = since ?? nominal;
  if (key >= current.period) return null;
  const point = points.find((one) => (since === null ? one.period === key : one.period >= key)) ?? null;
  return {
    period: point === null ? `${base.year}` : periodFromKey(point.period).code,
    point,
    isReplaced: since !== null,
  };
}

/** First period from the last break after a period on, declared, marked or by other borders; `null` without one. */
function lastBreak({ breaks, points, current, definition }: Situation, after: number): number | null {
  if (current === null) return null;
  const own = breaks.filter(({ peer, period }) => peer === null && after < period && period <= current.period);
  const moved = points.findLastIndex((point) => {
    const figure = ownFigure(definition, point);
    return point.period >= after && 'missing' in figure && figure.missing === 'border-change';
  });
  const next = moved === -1 ? undefined : points[moved + 1]?.period;
  const periods = [...own.map(({ period }) => period), ...(next === undefined ? [] : [next])];
  return periods.length === 0 ? null : Math.max(...periods);
}
