import type { Cube } from '../model/data/cube.ts';
import { ZERO_SYMBOL } from '../model/data/dataset.ts';
import { publishedColumns } from './latest-period.ts';
import { startMarks } from './mark-cells.ts';

/**
 * A period that exists in the table before its figures do shows 0 in every cell, and so does one that was passed over.
 * The zeros of periods that are not `published` (by position) are therefore missing (status O, symbol `0`). A cube that
 * has published no period holds nothing but zeros, and is left alone.
 */
export function markUnpublishedPeriods(cube: Cube, published = publishedColumns(cube)): Cube {
  if (!published.includes(true) || !published.includes(false)) return cube;
  const width = cube.periods.length;
  const marks = startMarks(cube);
  for (const [column, isPublished] of published.entries()) {
    for (let cell = column; !isPublished && cell < cube.values.length; cell += width) {
      if (cube.values[cell] === 0) marks.mark(cell, NaN, 'O', ZERO_SYMBOL);
    }
  }
  return marks.finish();
}
