import type { IndicatorDefinition } from '../model/plan/indicator.ts';
import type { IndicatorPoint } from '../model/plan/indicator-series.ts';
import { reachOf } from '../model/plan/rule-reach.ts';
import { periodFromKey } from '../model/time-period.ts';

/**
 * Keys of the latest period and of those before it that the rule reads, ascending; where there is a base, of every one
 * since, as a break may move the base. None for no points.
 */
export function neededPeriods(
  { rule, measure }: Pick<IndicatorDefinition, 'rule' | 'measure'>,
  points: readonly IndicatorPoint[],
): readonly number[] {
  const latest = points.at(-1);
  if (latest === undefined) return [];
  const { previous, baseYears, before } = reachOf(rule, measure);
  const first = Math.min(...baseYears);
  const sinceBase = points.map(({ period }) => period).filter((period) => periodFromKey(period).year >= first);
  // What has no ambition is shown beside the period before.
  const steps = Math.max(before, previous || rule.id === 'not-set' ? 1 : 0);
  const all = [...sinceBase, ...stepsBefore(points, latest, steps), latest.period];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Up to so many periods, each one step before the next. */
function stepsBefore(points: readonly IndicatorPoint[], latest: IndicatorPoint, steps: number): readonly number[] {
  const { previousPeriod } = latest;
  if (steps === 0 || previousPeriod === null) return [];
  const point = points.find(({ period }) => period === previousPeriod);
  return [previousPeriod, ...(point === undefined ? [] : stepsBefore(points, point, steps - 1))];
}
