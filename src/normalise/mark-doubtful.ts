import { ABSENT } from '../model/data/cube.ts';
import type { Cube, ObsStatus } from '../model/data/cube.ts';
import type { RegionLayout } from '../model/data/dataset.ts';
import type { DoubtfulCode } from '../model/data/place-witness.ts';
import { shownText, startMarks } from './mark-cells.ts';

/** Finds the codes of a cube that are not the places they are taken for. */
export type FindDoubtfulCodes = (cube: Cube) => readonly DoubtfulCode[];

/** What cannot exist is M; what exists, but elsewhere, is O. */
const STATUS: Readonly<Record<DoubtfulCode['reason'], ObsStatus>> = {
  'code-ended': 'M',
  'border-change': 'M',
  'other-place': 'O',
};

/**
 * Makes every cell of a doubtful code in its doubtful years missing (status M, or O where the figure is another place's);
 * the symbol keeps what the table showed. Cells without a row, and a code that the cube does not have, stay as they are.
 */
export function markDoubtfulCodes(cube: Cube, regions: RegionLayout | null, doubts: readonly DoubtfulCode[]): Cube {
  const position = cube.dimensions.findIndex((dimension) => dimension.code === regions?.dimension);
  const dimension = cube.dimensions[position];
  if (dimension === undefined || doubts.length === 0) return cube;
  const columns = dimension.categories.map(({ code }) => columnsOf(cube, code, doubts));
  const marks = startMarks(cube);
  const width = cube.dimensions.length;
  for (let series = 0; series < cube.seriesKeys.length; series++) {
    for (const [column, status] of columns[cube.seriesCategories[series * width + position] as number] ?? []) {
      const cell = series * cube.periods.length + column;
      if (cube.obsStatuses[cell] !== ABSENT) marks.mark(cell, NaN, status, shownText(cube, cell));
    }
  }
  return marks.finish();
}

/** Columns of a code that are doubtful, each with its status; the first doubt about a column holds. */
function columnsOf(cube: Cube, code: string, doubts: readonly DoubtfulCode[]): ReadonlyMap<number, ObsStatus> {
  const columns = new Map<number, ObsStatus>();
  for (const doubt of doubts.filter((one) => one.code === code)) {
    cube.periods.forEach(({ year }, column) => {
      if (doubt.years.includes(year) && !columns.has(column)) columns.set(column, STATUS[doubt.reason]);
    });
  }
  return columns;
}
