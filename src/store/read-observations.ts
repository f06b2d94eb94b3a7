import type { ObsStatus } from '../model/cube.ts';
import type { CorrectionReference, Observation } from '../model/dataset.ts';
import type { Sqlite } from './store.ts';

/**
 * The figures of some series in force after a publication: those it or an earlier one had set, and that no publication up
 * to it has replaced. For the newest publication that is the table of observations itself.
 */
const FIGURES_IN_FORCE = `
  SELECT series_id, period, value, symbol, obs_status, publication_id FROM observation
  WHERE series_id IN (SELECT value FROM json_each(:series)) AND publication_id <= :publication
  UNION ALL
  SELECT series_id, period, value, symbol, obs_status, publication_id FROM observation_revision
  WHERE series_id IN (SELECT value FROM json_each(:series))
    AND publication_id <= :publication AND replaced_by_publication_id > :publication
  ORDER BY series_id, period`;

/**
 * The numbers of the source that stood there before, and were replaced by that publication or an earlier one: where the
 * municipality had corrected one, what it was corrected from.
 */
const REPLACED_NUMBERS = `
  SELECT series_id, period, CASE obs_status WHEN 'E' THEN coalesce((
    SELECT published FROM correction
    WHERE correction.series_id = observation_revision.series_id AND correction.period = observation_revision.period
      AND corrected = value AND correction.publication_id <= observation_revision.publication_id
    ORDER BY correction.publication_id DESC LIMIT 1
  ), value) ELSE value END FROM observation_revision
  WHERE series_id IN (SELECT value FROM json_each(:series))
    AND replaced_by_publication_id <= :publication AND value IS NOT NULL`;

/** The newest correction of each figure by then. */
const CORRECTIONS = `
  SELECT series_id, period, published, corrected, reason, reference FROM correction
  WHERE series_id IN (SELECT value FROM json_each(:series)) AND publication_id <= :publication
  ORDER BY publication_id`;

type FigureRow = [number, number, number | null, string | null, ObsStatus, number];
type CorrectionRow = [number, number, number, number, string, string];

/** Reads the figures of some series, by their row numbers, as they were in force after a publication. */
export type ReadObservations = (
  seriesIds: readonly number[],
  publicationId: number,
) => ReadonlyMap<number, readonly Observation[]>;

/** Prepares the reading of figures: by row number of the series, ascending by period; without those that have none. */
export function createObservationReader(sqlite: Sqlite): ReadObservations {
  const selectFigures = sqlite.prepare(FIGURES_IN_FORCE).raw();
  const selectReplaced = sqlite.prepare(REPLACED_NUMBERS).raw();
  const selectCorrections = sqlite.prepare(CORRECTIONS).raw();
  return (seriesIds, publication) => {
    const parameters = { series: JSON.stringify(seriesIds), publication };
    const replaced = replacedNumbers(selectReplaced.all(parameters) as [number, number, number][]);
    const corrections = correctionsByCell(selectCorrections.all(parameters) as CorrectionRow[]);
    const observations = new Map<number, Observation[]>();
    // Of the series whose rows are being read: they stand together.
    let own: Observation[] = [];
    for (const row of selectFigures.all(parameters) as FigureRow[]) {
      const [series, period, value, symbol, obsStatus, publicationId] = row;
      const earlier = replaced.get(series)?.get(period) ?? [];
      const revised = earlier.some((number) => number !== value);
      const taken = value === null && earlier.length > 0;
      if (!observations.has(series)) observations.set(series, (own = []));
      const corrected = obsStatus === 'E' ? corrections.get(`${series} ${period}`) : undefined;
      const correction = corrected?.corrected === value ? corrected.reference : null;
      own.push({ period, value, symbol, obsStatus, publicationId, revised, taken, correction });
    }
    return observations;
  };
}

interface Corrected {
  readonly corrected: number;
  readonly reference: CorrectionReference;
}

function correctionsByCell(rows: readonly CorrectionRow[]): ReadonlyMap<string, Corrected> {
  return new Map(
    rows.map(([series, period, published, corrected, reason, reference]) => [
      `${series} ${period}`,
      { corrected, reference: { published, reason, reference } },
    ]),
  );
}

/** By series and period. */
function replacedNumbers(
  rows: readonly [series: number, period: number, value: number][],
): ReadonlyMap<number, ReadonlyMap<number, readonly number[]>> {
  const replaced = new Map<number, Map<number, number[]>>();
  for (const [series, period, value] of rows) {
    const ofSeries = replaced.get(series) ?? new Map<number, number[]>();
    ofSeries.set(period, [...(ofSeries.get(period) ?? []), value]);
    replaced.set(series, ofSeries);
  }
  return replaced;
}
