import { exactOf, type Figure } from '../../model/data/figure.ts';
import { toNumber } from '../../model/fraction.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import type { IndicatorSeries } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import type { ChangeLimits, RuleFacts, SeriesBreak, SeriesFacts } from '../../model/plan/series-facts.ts';
import type { DeclaredBreak } from '../../model/plan/settings.ts';
import type { Base } from '../guards.ts';
import { isAboutChange } from '../periods-read.ts';
import { findBase } from '../rules/stable-or-improved.ts';
import { findTargetBase, goalOf } from '../rules/target.ts';
import { latestSituation, ownFigure, type Situation } from '../situation.ts';
import { ordinaryChanges, unbrokenPoints, unbrokenValues } from '../variation.ts';

/** What a series is shown over time with, besides its figures: where it breaks, what is ordinary, and what is asked of it. */
export function factsOfSeries(
  definition: IndicatorDefinition,
  series: IndicatorSeries,
  declared: readonly DeclaredBreak[],
): SeriesFacts {
  const situation = latestSituation(definition, series, declared);
  return {
    breaks: breaksOf(situation),
    limits: limitsOf(situation),
    parts: rulesIn(definition.rule).map((rule) => factsOfRule(rule, situation)),
  };
}

/** Breaks after which there is a figure and before which there is one, each once. */
function breaksOf(situation: Situation): readonly SeriesBreak[] {
  const { breaks, points, definition } = situation;
  const known = points.filter((point) => isKnown(ownFigure(definition, point)) || point.bounds !== undefined);
  const first = known[0]?.period ?? Infinity;
  const last = points.at(-1)?.period ?? -Infinity;
  return [...breaks, ...borderChanges(situation)]
    .filter(({ period }) => first < period && period <= last)
    .toSorted((a, b) => a.period - b.period);
}

/** The first periods after years of other borders, whose figures are left out. */
function borderChanges({ points, definition }: Situation): readonly SeriesBreak[] {
  const isOther = points.map((point) => hasOtherBorders(ownFigure(definition, point)));
  return points
    .filter((_, index) => isOther[index - 1] === true && isOther[index] === false)
    .map(({ period }) => ({ period, kind: 'border-change', detail: '', peer: null }));
}

function hasOtherBorders(figure: Figure): boolean {
  return 'missing' in figure && figure.missing === 'border-change';
}

function limitsOf(situation: Situation): ChangeLimits | null {
  if (!isAboutChange(situation)) return null;
  const limits = ordinaryChanges(unbrokenValues(situation));
  if (limits === null) return null;
  const { low, high, isProvisional } = limits;
  const periods = unbrokenPoints(situation).map(({ period }) => period);
  return { periods, low: toNumber(low), high: toNumber(high), isProvisional };
}

function rulesIn(rule: Rule): readonly Rule[] {
  return rule.id === 'all-of' ? rule.parts.flatMap(rulesIn) : [rule];
}

function factsOfRule(rule: Rule, situation: Situation): RuleFacts {
  if (rule.id === 'stable-or-improved') return { rule, base: baseOf(findBase(rule, situation)), goal: null };
  if (rule.id !== 'target') return { rule, base: null, goal: null };
  const base = findTargetBase(rule, situation);
  const start = base?.point && 'value' in base.point.value ? exactOf(base.point.value) : null;
  const isUnknown = rule.value === undefined && start === null;
  return { rule, base: baseOf(base), goal: isUnknown ? null : toNumber(goalOf(rule, start)) };
}

function baseOf(base: Base | null): RuleFacts['base'] {
  if (!base?.point || !('value' in base.point.value)) return null;
  return { period: base.point.period, value: base.point.value.value, isReplaced: base.isReplaced };
}

function isKnown(figure: Figure): boolean {
  return 'value' in figure;
}
