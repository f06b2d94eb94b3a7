import { OBS_STATUSES } from '../model/cube.ts';
import type { Cube } from '../model/cube.ts';
import { WITHDRAWN } from '../model/dataset.ts';
import { periodKey } from '../model/time-period.ts';
import { obsStatusOf } from './obs-status.ts';

const WITHHELD = OBS_STATUSES.indexOf('Q');

/**
 * Which of the periods are published, by position: those in which a cell holds a number other than 0, is withheld, or
 * carries a symbol nobody knows. Asked of a cube as published, before anything is marked.
 */
export function publishedColumns(cube: Cube): readonly boolean[] {
  const { values, obsStatuses, symbols, periods } = cube;
  const width = periods.length;
  // What has been taken away is no symbol of the source's.
  const isUnknown = cube.symbolTable.map((symbol) => symbol !== WITHDRAWN && obsStatusOf(symbol, false) === null);
  return periods.map((_, column) => {
    for (let cell = column; cell < values.length; cell += width) {
      const value = values[cell] as number;
      if (value !== 0 && !Number.isNaN(value)) return true;
      if (obsStatuses[cell] === WITHHELD || isUnknown[symbols[cell] as number] === true) return true;
    }
    return false;
  });
}

/** Key of the newest period that is published; `null` when none is. */
export function latestPublishedPeriod(cube: Cube): number | null {
  const period = cube.periods[publishedColumns(cube).lastIndexOf(true)];
  return period === undefined ? null : periodKey(period);
}
