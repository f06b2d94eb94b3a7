import { ABSENT, OBS_STATUSES, type Cube, type ObsStatus } from '../../model/data/cube.ts';
import { TAKEN_BACK, WITHDRAWN } from '../../model/data/dataset.ts';
import type { RevisedCell } from '../../model/data/publication.ts';
import { periodKey } from '../../model/time-period.ts';
import { startBulkInsert } from './bulk-insert.ts';
import type { Sqlite } from '../store.ts';

export interface FigureRow {
  readonly value: number | null;
  readonly symbol: string | null;
  readonly obsStatus: ObsStatus;
}

const WITHDRAWN_FIGURE: FigureRow = { value: null, symbol: WITHDRAWN, obsStatus: 'O' };
const TAKEN_BACK_FIGURE: FigureRow = { value: null, symbol: TAKEN_BACK, obsStatus: 'O' };

export interface StoredFigure extends FigureRow {
  readonly period: number;
}

/** A place for a figure, and the series key for the summary. */
export interface FigureCell {
  readonly seriesId: number;
  readonly seriesKey: string;
  readonly period: number;
}

export interface WrittenChanges {
  readonly inserted: number;
  readonly revised: number;
  readonly withdrawn: number;
  /** Cells of the cube that differ from what was stored, whether revised or withdrawn. */
  readonly replaced: number;
  readonly revisions: readonly RevisedCell[];
}

export interface FigureWriter {
  /** Writes the cells of one series at these columns, which must not be there; absent ones are left out. */
  readonly insert: (series: number, seriesId: number, columns: readonly number[]) => void;
  /** Puts a new figure in force and keeps the old one with the publication that had set it. */
  readonly replace: (cell: FigureCell, before: FigureRow, after: FigureRow) => void;
  /**
   * Withdraws a figure that is no longer published, or that a person has withdrawn; does nothing when there was no
   * number.
   */
  readonly withdraw: (cell: FigureCell, before: FigureRow) => void;
  readonly finish: () => WrittenChanges;
}

/** Writes figures as set by one publication, and counts. What goes is withdrawn, or a person has taken it back. */
export function createFigureWriter(
  sqlite: Sqlite,
  cube: Cube,
  publicationId: number,
  isTakenBack = false,
): FigureWriter {
  const columns = 'observation (series_id, period, value, symbol, obs_status, publication_id)';
  const rows = startBulkInsert(sqlite, columns, `(?, ?, ?, ?, ?, ${publicationId})`);
  const keep = sqlite.prepare(`
    INSERT INTO observation_revision
      (series_id, period, publication_id, value, symbol, obs_status, replaced_by_publication_id)
    SELECT series_id, period, publication_id, value, symbol, obs_status, ${publicationId}
    FROM observation WHERE series_id = ? AND period = ?`);
  const put = sqlite.prepare(`
    UPDATE observation SET value = ?, symbol = ?, obs_status = ?, publication_id = ${publicationId}
    WHERE series_id = ? AND period = ?`);
  const periods = cube.periods.map(periodKey);
  const revisions: RevisedCell[] = [];
  const counts = { inserted: 0, revised: 0, withdrawn: 0, replaced: 0 };

  const putInForce = ({ seriesId, seriesKey, period }: FigureCell, before: FigureRow, after: FigureRow): void => {
    keep.run(seriesId, period);
    put.run(after.value, after.symbol, after.obsStatus, seriesId, period);
    revisions.push({ seriesKey, period, before: before.value, after: after.value });
    counts[before.value !== null && after.value === null ? 'withdrawn' : 'revised'] += 1;
  };
  return {
    insert(series, seriesId, columnsToInsert) {
      for (const column of columnsToInsert) {
        const cell = series * periods.length + column;
        const obsStatus = cube.obsStatuses[cell] ?? ABSENT;
        if (obsStatus === ABSENT) continue;
        const value = cube.values[cell] ?? NaN;
        rows.push(seriesId);
        rows.push(periods[column] ?? null);
        rows.push(Number.isNaN(value) ? null : value);
        rows.push(cube.symbolTable[cube.symbols[cell] ?? 0] || null);
        rows.push(OBS_STATUSES[obsStatus] ?? null);
        counts.inserted += 1;
      }
    },
    replace(cell, before, after) {
      putInForce(cell, before, after);
      counts.replaced += 1;
    },
    withdraw(cell, before) {
      // What the source had withdrawn after a file that is taken back had brought it was never there either.
      if (isTakenBack && before.symbol !== TAKEN_BACK) putInForce(cell, before, TAKEN_BACK_FIGURE);
      if (!isTakenBack && before.value !== null) putInForce(cell, before, WITHDRAWN_FIGURE);
    },
    finish() {
      rows.flush();
      return { ...counts, revisions };
    },
  };
}
