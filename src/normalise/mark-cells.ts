import { OBS_STATUSES } from '../model/data/cube.ts';
import type { Cube, ObsStatus } from '../model/data/cube.ts';
import { contractError } from './contract-error.ts';

/** A cell keeps its symbol as one byte, so a cube holds at most this many different ones. */
export const MAX_SYMBOLS = 256;
/** Stands for a number when so many different ones were shown where none can be that they cannot all be kept. */
const SOME_NUMBER = '#';

/** Cells of a cube that are to be others; the cube itself stays as it was. */
export interface CellMarks {
  /** The number in a cell as it stands now; NaN for none. */
  readonly valueAt: (cell: number) => number;
  /** Gives a cell another value (NaN for none), status and symbol. */
  readonly mark: (cell: number, value: number, status: ObsStatus, symbol: string) => void;
  /** The cube with the marks; the same cube when nothing was marked. */
  readonly finish: () => Cube;
}

/**
 * Starts writing marks. Numbers that no symbol is left for are kept as `#`; `source-contract` when other symbols would be
 * more than a cube can hold.
 */
export function startMarks(cube: Cube): CellMarks {
  // Copied at the first mark: most cubes have none, and a large one takes long to copy.
  let marked: Pick<Cube, 'values' | 'obsStatuses' | 'symbols'> | null = null;
  const symbolTable = [...cube.symbolTable];
  const indexes = new Map(symbolTable.map((symbol, index) => [symbol, index]));
  const indexOf = (symbol: string): number => {
    const known = indexes.get(symbol);
    if (known !== undefined) return known;
    // The last place but one is for the numbers that find none of their own.
    if (symbolTable.length >= MAX_SYMBOLS - 1 && isNumber(symbol)) return indexOf(SOME_NUMBER);
    if (symbolTable.length === MAX_SYMBOLS) throw tooManySymbols(cube.title);
    indexes.set(symbol, symbolTable.length);
    return symbolTable.push(symbol) - 1;
  };
  return {
    valueAt: (cell) => (marked ?? cube).values[cell] ?? NaN,
    mark: (cell, value, status, symbol) => {
      marked ??= copyCells(cube);
      marked.values[cell] = value;
      marked.obsStatuses[cell] = OBS_STATUSES.indexOf(status);
      marked.symbols[cell] = indexOf(symbol);
    },
    finish: () => (marked === null ? cube : { ...cube, ...marked, symbolTable }),
  };
}

function copyCells({ values, obsStatuses, symbols }: Cube): Pick<Cube, 'values' | 'obsStatuses' | 'symbols'> {
  return { values: values.slice(), obsStatuses: obsStatuses.slice(), symbols: symbols.slice() };
}

function isNumber(symbol: string): boolean {
  return /^-?\d/.test(symbol);
}

/** What the table shows in a cell, as text: its number, its symbol, or the number followed by the symbol. */
export function shownText(cube: Cube, cell: number): string {
  const value = cube.values[cell] as number;
  const symbol = cube.symbolTable[cube.symbols[cell] as number] ?? '';
  if (Number.isNaN(value)) return symbol;
  return symbol === '' ? String(value) : `${value} ${symbol}`;
}

/** The error for more different symbols than a cube can hold. */
export function tooManySymbols(table: string): Error {
  return contractError(
    `"${table}" shows so many different symbols that they cannot all be kept.`,
    { table },
    'A table has a handful of symbols; see whether its status column holds something else now.',
  );
}
