import { judgesChange, reachOf } from '../model/plan/rule-reach.ts';
import type { IndicatorPoint, UsedObservation } from '../model/plan/indicator-series.ts';
import type { Rule } from '../model/plan/rule.ts';
import { parseTimePeriod, periodFromKey } from '../model/time-period.ts';
import { findBase } from './rules/stable-or-improved.ts';
import { findTargetBase } from './rules/target.ts';
import type { Situation } from './situation.ts';

/** Keys of the periods that the rule reads and the series has: the current one, and those it is held against. */
export function periodsRead(situation: Situation): readonly number[] {
  return pointsRead(situation).map(({ period }) => period);
}

/**
 * The observations that a verdict rests on, and those of the base that the settings name, also where a break has moved
 * it.
 */
export function observationsRead(situation: Situation): readonly UsedObservation[] {
  const { definition, previous, series } = situation;
  // What has no ambition is shown beside the period before.
  const beside = definition.rule.id === 'not-set' && previous !== null ? [previous.period] : [];
  const shown = [...periodsRead(situation), ...beside];
  const codes = new Set(shown.map((period) => periodFromKey(period).code));
  const { baseYears } = reachOf(definition.rule, definition.measure);
  return series.observations.filter(
    ({ period }) => codes.has(period) || baseYears.includes(parseTimePeriod(period)?.year ?? NaN),
  );
}

/** The points that the rule reads: the current one first. */
export function pointsRead(situation: Situation): readonly IndicatorPoint[] {
  const { definition, current, previous, points } = situation;
  if (current === null) return [];
  const { previous: readsPrevious, before } = reachOf(definition.rule, definition.measure);
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const read = [current, readsPrevious ? previous : null, ...basePoints(definition.rule, situation)];
  let point = current;
  for (let count = 0; count < before; count += 1) {
    const earlier = byPeriod.get(point.previousPeriod ?? NaN);
    if (earlier === undefined) break;
    read.push(earlier);
    point = earlier;
  }
  return [...new Set(read.filter((one) => one !== null))];
}

function basePoints(rule: Rule, situation: Situation): readonly (IndicatorPoint | null)[] {
  if (rule.id === 'all-of') return rule.parts.flatMap((part) => basePoints(part, situation));
  if (rule.id === 'stable-or-improved') return [findBase(rule, situation)?.point ?? null];
  return rule.id === 'target' ? [findTargetBase(rule, situation)?.point ?? null] : [];
}

/** Does the rule judge a change from an earlier period, so that it may be asked whether that is an ordinary one? */
export function isAboutChange({ definition }: Situation): boolean {
  return judgesChange(definition.rule) && reachOf(definition.rule, definition.measure).before === 0;
}
