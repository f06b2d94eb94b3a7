import type { Store } from '../store.ts';

const FIGURE = `
  SELECT observation.value FROM observation
  JOIN series ON series.id = observation.series_id
  JOIN dataset ON dataset.id = series.dataset_id
  WHERE dataset.code = ? AND series.alternative = ? AND series.series_key = ? AND observation.period = ?`;

/** The number in force of a series in a period, by `periodKey`; `null` for no number, and for a figure that is not there. */
export type FindFigure = (seriesKey: string, period: number) => number | null;

/** Looks up figures of a dataset one by one, among those that one of its alternatives gave. */
export function createFigureFinder(store: Store, datasetId: string, alternative: string): FindFigure {
  const find = store.sqlite.prepare(FIGURE).pluck();
  return (seriesKey, period) =>
    (find.get(datasetId, alternative, seriesKey, period) as number | null | undefined) ?? null;
}
