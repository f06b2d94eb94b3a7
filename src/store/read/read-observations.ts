import type { ObsStatus } from '../../model/data/cube.ts';
import { TAKEN_BACK } from '../../model/data/dataset.ts';
import type { CorrectionReference, Observation } from '../../model/data/dataset.ts';
import type { Sqlite } from '../store.ts';

/**
 * The figures of some series in force after a publication: those it or an earlier one had set, and that no publication
 * up to it has replaced. For the newest publication that is the table of observations itself.
 */
const FIGURES_IN_FORCE = `
  SELECT series_id, period, value, symbol, obs_status, publication_id FROM observation
  WHERE series_id IN (SELECT value FROM json_each(:series)) AND publication_id <= :publication
    AND symbol IS NOT '${TAKEN_BACK}'
  UNION ALL
  SELECT series_id, period, value, symbol, obs_status, publication_id FROM observation_revision
  WHERE series_id IN (SELECT value FROM json_each(:series))
    AND publication_id <= :publication AND replaced_by_publication_id > :publication
    AND symbol IS NOT '${TAKEN_BACK}'
  ORDER BY series_id, period`;

/** The numbers that stood there before, and were replaced by that publication or an earlier one. */
const REPLACED_NUMBERS = `
  SELECT series_id, period, value, obs_status FROM observation_revision
  WHERE series_id IN (SELECT value FROM json_each(:series))
    AND replaced_by_publication_id <= :publication AND value IS NOT NULL`;

/** Every correction of each figure by then, the newest last. */
const CORRECTIONS = `
  SELECT series_id, period, published, corrected, reason, reference FROM correction
  WHERE series_id IN (SELECT value FROM json_each(:series)) AND publication_id <= :publication
  ORDER BY publication_id`;

type FigureRow = [number, number, number | null, string | null, ObsStatus, number];
type ReplacedRow = [number, number, number, ObsStatus];
type ReplacedNumber = [series: number, period: number, value: number];
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
    const corrections = correctionsByFigure(selectCorrections.all(parameters) as CorrectionRow[]);
    const published = selectReplaced.all(parameters).map((row) => asPublished(row as ReplacedRow, corrections));
    const replaced = replacedNumbers(published);
    const observations = new Map<number, Observation[]>();
    // Of the series whose rows are being read: they stand together.
    let own: Observation[] = [];
    for (const row of selectFigures.all(parameters) as FigureRow[]) {
      const [series, period, value, symbol, obsStatus, publicationId] = row;
      const earlier = replaced.get(series)?.get(period) ?? [];
      const taken = value === null && earlier.length > 0;
      if (!observations.has(series)) observations.set(series, (own = []));
      const correction = obsStatus === 'E' ? (corrections.get(`${series} ${period} ${value}`) ?? null) : null;
      const revised = earlier.some((number) => number !== (correction?.published ?? value));
      own.push({ period, value, symbol, obsStatus, publicationId, revised, taken, correction });
    }
    return observations;
  };
}

/** By series, period and what the figure was corrected to. */
type Corrections = ReadonlyMap<string, CorrectionReference>;

function correctionsByFigure(rows: readonly CorrectionRow[]): Corrections {
  return new Map(
    rows.map(([series, period, published, corrected, reason, reference]) => [
      `${series} ${period} ${corrected}`,
      { published, reason, reference },
    ]),
  );
}

/** A correction that was lifted is not a revision: the source had another number all the time. */
function asPublished([series, period, value, obsStatus]: ReplacedRow, corrections: Corrections): ReplacedNumber {
  const corrected = obsStatus === 'E' ? corrections.get(`${series} ${period} ${value}`) : undefined;
  return [series, period, corrected?.published ?? value];
}

/** By series and period. */
function replacedNumbers(rows: readonly ReplacedNumber[]): ReadonlyMap<number, ReadonlyMap<number, readonly number[]>> {
  const replaced = new Map<number, Map<number, number[]>>();
  for (const [series, period, value] of rows) {
    const ofSeries = replaced.get(series) ?? new Map<number, number[]>();
    ofSeries.set(period, [...(ofSeries.get(period) ?? []), value]);
    replaced.set(series, ofSeries);
  }
  return replaced;
}
