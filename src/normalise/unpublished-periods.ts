import type { Cube } from '../model/cube.ts';
import { shownText, startMarks } from './mark-cells.ts';

/**
 * A period that exists in the table before its figures do shows 0 in every cell. The newest periods in which no cell
 * holds a number other than 0, when an earlier period does, are therefore not published: their zeros become missing
 * (status O, symbol `0`). A cube that holds nothing but zeros is left alone.
 */
export function markUnpublishedPeriods(cube: Cube): Cube {
  const width = cube.periods.length;
  const newestWithFigures = lastPeriodWithFigures(cube);
  if (newestWithFigures === -1 || newestWithFigures === width - 1) return cube;
  const marks = startMarks(cube);
  for (let cell = 0; cell < cube.values.length; cell++) {
    if (cell % width <= newestWithFigures || cube.values[cell] !== 0) continue;
    marks.mark(cell, NaN, 'O', shownText(cube, cell));
  }
  return marks.finish();
}

/** Position of the newest period with a number other than 0; -1 when there is none. */
function lastPeriodWithFigures(cube: Cube): number {
  const width = cube.periods.length;
  for (let column = width - 1; column >= 0; column--) {
    for (let cell = column; cell < cube.values.length; cell += width) {
      const value = cube.values[cell] as number;
      if (value !== 0 && !Number.isNaN(value)) return column;
    }
  }
  return -1;
}
