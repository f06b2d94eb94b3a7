import { OBS_STATUSES } from '../model/cube.ts';
import type { Cube } from '../model/cube.ts';
import { periodKey } from '../model/time-period.ts';
import { obsStatusOf } from './obs-status.ts';

const WITHHELD = OBS_STATUSES.indexOf('Q');

/**
 * Position among the periods of the newest that is published: one in which a cell holds a number other than 0, is
 * withheld, or carries a symbol nobody knows; -1 when none is. Asked of a cube as published, before anything is marked.
 */
export function latestPublishedColumn(cube: Cube): number {
  const { values, obsStatuses, symbols } = cube;
  const width = cube.periods.length;
  const isUnknown = cube.symbolTable.map((symbol) => obsStatusOf(symbol, false) === null);
  for (let column = width - 1; column >= 0; column--) {
    for (let cell = column; cell < values.length; cell += width) {
      const value = values[cell] as number;
      if (value !== 0 && !Number.isNaN(value)) return column;
      if (obsStatuses[cell] === WITHHELD || isUnknown[symbols[cell] as number] === true) return column;
    }
  }
  return -1;
}

/** Key of the newest period that is published, as `latestPublishedColumn` finds it; `null` when none is. */
export function latestPublishedPeriod(cube: Cube): number | null {
  const period = cube.periods[latestPublishedColumn(cube)];
  return period === undefined ? null : periodKey(period);
}
