import type { Figure } from '../model/data/figure.ts';
import type { IndicatorDefinition } from '../model/plan/indicator.ts';
import type { IndicatorPoint, IndicatorSeries } from '../model/plan/indicator-series.ts';
import type { DeclaredBreak } from '../model/plan/settings.ts';
import { type Break, findBreaks } from './breaks.ts';

/** What guards and rules look at: a period, the one a step before it, and everything that leads up to them. */
export interface Situation {
  readonly definition: IndicatorDefinition;
  readonly series: IndicatorSeries;
  /** As the settings have them, of every dataset. */
  readonly declared: readonly DeclaredBreak[];
  /** Of the dataset used, declared and marked. */
  readonly breaks: readonly Break[];
  /** Up to the current one, ascending. */
  readonly points: readonly IndicatorPoint[];
  /** `null` when nothing has been published. */
  readonly current: IndicatorPoint | null;
  /** `null` when the series has no period exactly one step before. */
  readonly previous: IndicatorPoint | null;
}

/** Sets up the latest period of a series for judgement. */
export function latestSituation(
  definition: IndicatorDefinition,
  series: IndicatorSeries,
  declared: readonly DeclaredBreak[],
): Situation {
  return situationAt({ definition, series, declared, breaks: findBreaks(series, declared) }, series.points.length - 1);
}

/** What is the same whichever period is looked at. */
export type Frame = Pick<Situation, 'definition' | 'series' | 'declared' | 'breaks'>;

/** The situation in one of the periods of a series, by its position, by the figures in force. */
export function situationAt({ definition, series, declared, breaks }: Frame, index: number): Situation {
  const points = series.points.slice(0, index + 1);
  const current = points.at(-1) ?? null;
  const previous = points.find((point) => point.period === current?.previousPeriod) ?? null;
  return { definition, series, declared, breaks, points, current, previous };
}

/** The own figure a measure rests on: the level, or the index itself where there is no level. */
export function ownFigure({ measure }: IndicatorDefinition, point: IndicatorPoint): Figure {
  return measure === 'diversity' ? point.value : point.own;
}
