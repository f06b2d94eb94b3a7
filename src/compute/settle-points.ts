import { type StoredDataset, WITHDRAWN } from '../model/data/dataset.ts';
import type { Figure } from '../model/data/figure.ts';
import type { IndicatorInput } from '../model/plan/indicator.ts';
import type { IndicatorPoint } from '../model/plan/indicator-series.ts';
import type { Place } from '../model/data/place.ts';
import { isOfPlace } from './place-series.ts';
import { type CategorisedSeries, unsettledCategories } from './unsettled-categories.ts';

const NOT_THERE: Figure = { missing: 'not-in-dataset' };

/**
 * The points with the categories that settings and figures do not agree about, in the period or the one a step before
 * it. A sum that should leave out a category with no figure is not a figure.
 */
export function settlePoints(
  points: readonly IndicatorPoint[],
  input: IndicatorInput,
  dataset: StoredDataset,
  place: Place | undefined,
): readonly IndicatorPoint[] {
  if (!needsSettling(input)) return points;
  const series = categorisedSeries(dataset, place);
  return points.map((point) => {
    const periods = [point.previousPeriod, point.period].filter((period) => period !== null);
    const unsettled = unsettledCategories(input, series, periods);
    if (unsettled.length === 0) return point;
    const isWhole = unsettledCategories(input, series, [point.period]).some(({ kind }) => kind === 'not-left-out');
    return isWhole ? { ...point, unsettled, own: NOT_THERE, value: NOT_THERE } : { ...point, unsettled };
  });
}

function needsSettling({ terms, leftOut }: IndicatorInput): boolean {
  const leavesOut = terms.some((term) =>
    Object.values(term).some((selection) => 'not' in selection && selection.not.length > 0),
  );
  return leftOut !== undefined || leavesOut;
}

function categorisedSeries(dataset: StoredDataset, place: Place | undefined): readonly CategorisedSeries[] {
  return dataset.series
    .filter((series) => isOfPlace(dataset, series, place))
    .map(({ categories, observations }) => {
      const there = observations.filter(({ value, symbol }) => value !== null && symbol !== WITHDRAWN);
      return { categories, periods: new Set(there.map(({ period }) => period)) };
    });
}
