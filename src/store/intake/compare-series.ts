import { ABSENT, OBS_STATUSES, type Cube, type ObsStatus } from '../../model/data/cube.ts';
import { periodKey } from '../../model/time-period.ts';
import type { FigureRow, FigureWriter, StoredFigure } from './figure-writer.ts';
import type { Sqlite } from '../store.ts';

export interface SeriesComparer {
  /** Brings the rows of a known series in line with the cube, cell by cell. */
  readonly compare: (series: number, seriesId: number) => void;
  /** Takes the figures of a series out of force that the cube no longer has. */
  readonly withdrawAll: (seriesKey: string, seriesId: number) => void;
}

/** Compares stored series with a cube and writes the differences. What it lacks of `expectedPeriods` is withdrawn. */
export function createComparer(
  sqlite: Sqlite,
  cube: Cube,
  expectedPeriods: ReadonlySet<number>,
  writer: FigureWriter,
): SeriesComparer {
  const select = sqlite
    .prepare('SELECT period, value, symbol, obs_status FROM observation WHERE series_id = ? ORDER BY period')
    .raw();
  const stored = (seriesId: number): readonly StoredFigure[] => {
    const rows = select.all(seriesId) as [number, number | null, string | null, ObsStatus][];
    return rows.map(([period, value, symbol, obsStatus]) => ({ period, value, symbol, obsStatus }));
  };
  const periods = cube.periods.map(periodKey);
  const columnOf = new Map(periods.map((period, column) => [period, column]));

  return {
    compare(series, seriesId) {
      const seriesKey = cube.seriesKeys[series] ?? '';
      const rows = stored(seriesId);
      for (const before of rows) {
        const cell = { seriesId, seriesKey, period: before.period };
        const after = figureAt(cube, series, columnOf.get(before.period));
        if (after !== null && !isSame(before, after)) writer.replace(cell, before, after);
        if (after === null && expectedPeriods.has(before.period)) writer.withdraw(cell, before);
      }
      const there = new Set(rows.map(({ period }) => period));
      const added = [...columnOf].filter(([period]) => !there.has(period)).map(([, column]) => column);
      writer.insert(series, seriesId, added);
    },
    withdrawAll(seriesKey, seriesId) {
      for (const before of stored(seriesId)) {
        if (expectedPeriods.has(before.period)) writer.withdraw({ seriesId, seriesKey, period: before.period }, before);
      }
    },
  };
}

/** The figure of a cell; `null` when the source has no row for it. */
function figureAt(cube: Cube, series: number, column: number | undefined): FigureRow | null {
  if (column === undefined) return null;
  const cell = series * cube.periods.length + column;
  const obsStatus = OBS_STATUSES[cube.obsStatuses[cell] ?? ABSENT];
  if (obsStatus === undefined) return null;
  const value = cube.values[cell] ?? NaN;
  return {
    value: Number.isNaN(value) ? null : value,
    symbol: cube.symbolTable[cube.symbols[cell] ?? 0] || null,
    obsStatus,
  };
}

function isSame(a: FigureRow, b: FigureRow): boolean {
  return a.value === b.value && a.symbol === b.symbol && a.obsStatus === b.obsStatus;
}
