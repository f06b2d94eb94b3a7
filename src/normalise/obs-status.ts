import type { ObsStatus } from '../model/cube.ts';
import { PipelineError } from '../model/errors.ts';

/**
 * What a symbol says about a cell without a number. Statistics Norway: `.` not possible, `..` missing, `:` withheld,
 * and in older tables `...` not yet there and `-` nil. None of them is zero. Letters as Eurostat uses them.
 */
const WITHOUT_NUMBER: ReadonlyMap<string, ObsStatus> = new Map([
  ['.', 'M'],
  ['..', 'O'],
  ['...', 'O'],
  [':', 'Q'],
  ['-', 'N'],
  ['c', 'Q'],
  ['z', 'M'],
]);

/** What a symbol says about a number; `ep` is estimated and provisional, of which provisional is what we act on. */
const ON_NUMBER: ReadonlyMap<string, ObsStatus> = new Map([
  ['*', 'P'],
  ['a', 'A'],
  ['b', 'B'],
  ['d', 'D'],
  ['e', 'E'],
  ['ep', 'P'],
  ['f', 'F'],
  ['p', 'P'],
  ['s', 'E'],
]);

/**
 * The SDMX observation status of a cell, from its symbol (empty for none) and whether it holds a number; `null` for a
 * symbol nobody has explained. A number stays a number whatever stands on it: a symbol that explains a missing figure
 * does not make it one, so the status is then A, and O for a cell without a number whose symbol speaks of a number.
 */
export function obsStatusOf(symbol: string, hasNumber: boolean): ObsStatus | null {
  if (symbol === '') return hasNumber ? 'A' : 'O';
  if (!WITHOUT_NUMBER.has(symbol) && !ON_NUMBER.has(symbol)) return null;
  return hasNumber ? (ON_NUMBER.get(symbol) ?? 'A') : (WITHOUT_NUMBER.get(symbol) ?? 'O');
}

/** The error for a symbol that `obsStatusOf` does not know. */
export function unknownSymbolError(symbol: string, cell: string, table: string): PipelineError {
  const known = [...WITHOUT_NUMBER.keys(), ...ON_NUMBER.keys()].map((each) => `"${each}"`).join(' ');
  return new PipelineError(
    'unknown-obs-status',
    `The cell ${cell} of "${table}" carries the symbol "${symbol}", whose meaning is not known; known are ${known}.`,
    {
      hint:
        'Look up the meaning in the notes of the table, then add the symbol to src/normalise/obs-status.ts. ' +
        'Until then the last accepted publication stays in force.',
      context: { symbol, cell, table },
    },
  );
}
