import type { Figure, IndicatorDefinition, IndicatorPoint, IndicatorSeries } from '../model/indicator.ts';
import type { DeclaredBreak } from '../model/settings.ts';

/** What guards and rules look at: the latest period and the one a step before it. */
export interface Situation {
  readonly definition: IndicatorDefinition;
  readonly series: IndicatorSeries;
  readonly breaks: readonly DeclaredBreak[];
  /** `null` when the series has no period at all. */
  readonly current: IndicatorPoint | null;
  /** `null` when the series has no period exactly one step before. */
  readonly previous: IndicatorPoint | null;
}

/** Sets up the latest period of a series for judgement. */
export function latestSituation(
  definition: IndicatorDefinition,
  series: IndicatorSeries,
  breaks: readonly DeclaredBreak[],
): Situation {
  const current = series.points.at(-1) ?? null;
  const previous = series.points.find((point) => point.period === current?.previousPeriod) ?? null;
  return { definition, series, breaks, current, previous };
}

/** The own figure a measure rests on: the level, or the index itself where there is no level. */
export function ownFigure(definition: IndicatorDefinition, point: IndicatorPoint): Figure {
  return definition.measure === 'diversity' ? point.value : point.own;
}
