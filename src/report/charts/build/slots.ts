import type { Step } from '../../../model/plan/indicator.ts';
import type { IndicatorPoint } from '../../../model/plan/indicator-series.ts';
import type { Rule } from '../../../model/plan/rule.ts';
import type { SeriesBreak } from '../../../model/plan/series-facts.ts';
import { periodAtOrdinal, periodFromKey, periodInYear, periodKey } from '../../../model/time-period.ts';
import { type Context, ordinalOf } from '../../context.ts';
import type { PageIndicator } from '../../page-input.ts';

/** A period of the time axis, whether or not there is a figure for it. */
export interface Slot {
  /** Period key. */
  readonly period: number;
  readonly at: number;
  readonly label: string;
  /** `null` where the source has published nothing. */
  readonly point: IndicatorPoint | null;
  /** The breaks between the slot before and this one. */
  readonly breaks: readonly SeriesBreak[];
  /** Whether the demand was met; `null` where the rule could not speak. */
  readonly met: boolean | null;
}

interface SlotQuestion {
  readonly part: number;
  readonly rule: Rule;
  /** Breaks in the figures of peers count too. */
  readonly withPeers: boolean;
}

/** A target may lie so many steps ahead that the figures would be squeezed together. */
const MOST_AHEAD = 40;

/**
 * Every period from the first of the series to its latest, those that are lacking between two of them too, and on to the
 * year of a target. A table that is said to have no regular step has none that lacks.
 */
export function slotsOf(
  context: Context,
  { series, facts, definition, past }: PageIndicator,
  { part, rule, withPeers }: SlotQuestion,
): { readonly slots: readonly Slot[]; readonly step: number } {
  const { points } = series;
  const step = spacing(points, definition.step);
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const met = new Map(past.map(({ period, parts }) => [period, isMet(parts[part])]));
  const isRegular = definition.step.unit !== 'previous-period';
  const periods = points.flatMap((point, index) => [
    ...(isRegular ? lackingBefore(point, points[index - 1], step) : []),
    point.period,
  ]);
  const all = [...periods, ...ahead(rule, periods.at(-1), step)];
  const breaks = facts.breaks.filter(({ peer }) => withPeers || peer === null);
  const slots = all.map((period, index) => {
    const before = all[index - 1];
    return {
      ...{ period, at: ordinalOf(period), label: context.input.wording.period(period) },
      point: byPeriod.get(period) ?? null,
      breaks: before === undefined ? [] : breaks.filter((one) => before < one.period && one.period <= period),
      met: met.get(period) ?? null,
    };
  });
  return { slots, step };
}

/** How far apart two periods stand that follow each other. */
function spacing(points: readonly IndicatorPoint[], step: Step): number {
  const ordinals = points.map(({ period }) => ordinalOf(period));
  const gaps = ordinals.slice(1).map((ordinal, index) => ordinal - (ordinals[index] ?? ordinal));
  const least = Math.min(...gaps.filter((gap) => gap > 0));
  const [first] = points;
  if (first === undefined || step.unit === 'previous-period') return Number.isFinite(least) ? least : 1;
  const from = periodFromKey(first.period);
  const later = periodKey(periodInYear(from, from.year + step.count));
  const ofStep = step.unit === 'year' ? ordinalOf(later) - ordinalOf(first.period) : step.count;
  return Math.min(least, Math.max(1, ofStep));
}

/** The periods that lack between a point and the one before it. Weeks are not counted through a year. */
function lackingBefore(point: IndicatorPoint, before: IndicatorPoint | undefined, step: number): readonly number[] {
  const like = periodFromKey(point.period);
  if (before === undefined || like.frequency === 'week') return [];
  const [from, to] = [ordinalOf(before.period), ordinalOf(point.period)];
  const count = Math.max(0, Math.ceil((to - from) / step) - 1);
  return Array.from({ length: count }, (_, index) => periodKey(periodAtOrdinal(from + (index + 1) * step, like)));
}

function ahead(rule: Rule, last: number | undefined, step: number): readonly number[] {
  if (rule.id !== 'target' || last === undefined) return [];
  const like = periodFromKey(last);
  const from = ordinalOf(last);
  return Array.from({ length: MOST_AHEAD }, (_, index) => periodAtOrdinal(from + (index + 1) * step, like))
    .filter(({ year }) => year <= rule.year)
    .map(periodKey);
}

function isMet(status: string | undefined): boolean | null {
  if (status === 'on-track') return true;
  return status === 'stable' || status === 'off-track' || status === 'partly-met' ? false : null;
}
