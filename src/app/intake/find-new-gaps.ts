import { findPartsGaps, type PartsGap } from '../../contract/judge-parts.ts';
import type { Cube } from '../../model/data/cube.ts';
import type { CorrectedCell } from '../../model/data/publication.ts';
import type { FetchedDataset } from '../../model/data/retrieval.ts';
import { periodKey } from '../../model/time-period.ts';
import type { NormalisedReply } from '../../normalise/normalise.ts';
import { createFigureFinder } from '../../store/read/figures-in-force.ts';
import type { Store } from '../../store/store.ts';

/**
 * Where the source's own parts do not make its own total, whatever the municipality has corrected. A gap between figures
 * that are all in force already has been decided on, or was there before anybody looked.
 */
export function findNewGaps(
  store: Store,
  {
    datasetId,
    alternative,
    parts = [],
    quantities,
  }: Pick<FetchedDataset, 'datasetId' | 'alternative' | 'parts' | 'quantities'>,
  { cube, corrections }: Pick<NormalisedReply, 'cube' | 'corrections'>,
): readonly PartsGap[] {
  if (parts.length === 0) return [];
  const gaps = findPartsGaps(asPublished(cube, corrections), { parts, quantities });
  const findFigure = createFigureFinder(store, datasetId, alternative);
  return gaps.filter(({ series, column }) => {
    const period = cube.periods[column];
    return series.some((position) => {
      const value = cube.values[position * cube.periods.length + column] ?? NaN;
      const inForce = period === undefined ? null : findFigure(cube.seriesKeys[position] ?? '', periodKey(period));
      return !Object.is(inForce ?? NaN, value);
    });
  });
}

function asPublished(cube: Cube, corrections: readonly CorrectedCell[]): Cube {
  if (corrections.length === 0) return cube;
  const values = cube.values.slice();
  for (const { seriesKey, period, published } of corrections) {
    const series = cube.seriesKeys.indexOf(seriesKey);
    const column = cube.periods.findIndex((one) => periodKey(one) === period);
    if (series >= 0 && column >= 0) values[series * cube.periods.length + column] = published;
  }
  return { ...cube, values };
}
