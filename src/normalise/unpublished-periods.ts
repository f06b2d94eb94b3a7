import type { Cube } from '../model/cube.ts';
import { ZERO_SYMBOL } from '../model/dataset.ts';
import { latestPublishedColumn } from './latest-period.ts';
import { startMarks } from './mark-cells.ts';

/**
 * A period that exists in the table before its figures do shows 0 in every cell. The zeros of the periods after
 * `latest`, the position of the newest published one, are therefore missing (status O, symbol `0`). A cube that has
 * published no period (-1) holds nothing but zeros, and is left alone.
 */
export function markUnpublishedPeriods(cube: Cube, latest = latestPublishedColumn(cube)): Cube {
  const width = cube.periods.length;
  if (latest === -1 || latest === width - 1) return cube;
  const marks = startMarks(cube);
  for (let cell = 0; cell < cube.values.length; cell++) {
    if (cell % width > latest && cube.values[cell] === 0) marks.mark(cell, NaN, 'O', ZERO_SYMBOL);
  }
  return marks.finish();
}
