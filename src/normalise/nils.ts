import { OBS_STATUSES } from '../model/data/cube.ts';
import type { Cube } from '../model/data/cube.ts';
import type { ContentsRules } from '../model/data/job.ts';
import { contentsOfSeries } from './contents-of-series.ts';
import { startMarks } from './mark-cells.ts';

const NIL_STATUS = OBS_STATUSES.indexOf('N');

/**
 * A nil (`-`, or what the settings say of another symbol) has no number. Where the job says that it counts it is a published 0 (status A), elsewhere the figure cannot
 * be there (status M); the symbol stays. Cells that are missing for another reason are left alone.
 */
export function readNils(cube: Cube, rules: Readonly<Record<string, ContentsRules>>): Cube {
  if (!cube.obsStatuses.includes(NIL_STATUS)) return cube;
  const contentsOf = contentsOfSeries(cube);
  const marks = startMarks(cube);
  for (let cell = 0; cell < cube.values.length; cell++) {
    if (cube.obsStatuses[cell] !== NIL_STATUS) continue;
    const symbol = cube.symbolTable[cube.symbols[cell] as number] ?? '';
    const contents = contentsOf(Math.floor(cell / cube.periods.length));
    if (rules[contents]?.nil === 'counts') marks.mark(cell, 0, 'A', symbol);
    else marks.mark(cell, NaN, 'M', symbol);
  }
  return marks.finish();
}
