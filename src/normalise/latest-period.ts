import { OBS_STATUSES } from '../model/data/cube.ts';
import type { Cube } from '../model/data/cube.ts';
import { WITHDRAWN } from '../model/data/dataset.ts';
import { BUILT_IN_SYMBOLS, type SymbolMeanings } from '../model/data/symbol-meaning.ts';
import { periodKey } from '../model/time-period.ts';

const WITHHELD = OBS_STATUSES.indexOf('Q');

/**
 * Which of the periods are published, by position: those in which a cell holds a number other than 0, is withheld, or
 * carries an unknown symbol, or that of a sum of cells with different symbols: a period that is not out shows one and
 * the same. Asked of a cube as published, before anything is marked.
 */
export function publishedColumns(cube: Cube, meanings: SymbolMeanings = BUILT_IN_SYMBOLS): readonly boolean[] {
  const { values, obsStatuses, symbols, periods } = cube;
  const width = periods.length;
  // A withdrawn figure's symbol is not one of the source's.
  const isSign = cube.symbolTable.map((symbol) => symbol !== WITHDRAWN && isSignOfFigures(symbol, meanings));
  return periods.map((_, column) => {
    for (let cell = column; cell < values.length; cell += width) {
      const value = values[cell] as number;
      if (value !== 0 && !Number.isNaN(value)) return true;
      if (obsStatuses[cell] === WITHHELD || isSign[symbols[cell] as number] === true) return true;
    }
    return false;
  });
}

function isSignOfFigures(symbol: string, meanings: SymbolMeanings): boolean {
  return symbol !== '' && (meanings.get(symbol) ?? 'mixed') === 'mixed';
}

/** Key of the newest period that is published; `null` when none is. */
export function latestPublishedPeriod(cube: Cube, meanings: SymbolMeanings = BUILT_IN_SYMBOLS): number | null {
  const period = cube.periods[publishedColumns(cube, meanings).lastIndexOf(true)];
  return period === undefined ? null : periodKey(period);
}
