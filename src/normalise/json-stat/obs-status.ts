import type { ObsStatus } from '../../model/data/cube.ts';
import { BUILT_IN_SYMBOLS, type SymbolMeaning, type SymbolMeanings } from '../../model/data/symbol-meaning.ts';

/** The status of a cell without a number, and of a number. */
type Statuses = readonly [without: ObsStatus, onNumber: ObsStatus];

/**
 * A number stays a number whatever stands on it: a symbol that explains a missing figure does not make it one, so the
 * status is then A, and O for a cell without a number whose symbol speaks of a number.
 */
const STATUSES: Readonly<Record<SymbolMeaning, Statuses>> = {
  withheld: ['Q', 'A'],
  'not-possible': ['M', 'A'],
  missing: ['O', 'A'],
  mixed: ['O', 'A'],
  nil: ['N', 'A'],
  normal: ['O', 'A'],
  provisional: ['O', 'P'],
  estimated: ['O', 'E'],
  forecast: ['O', 'F'],
  break: ['O', 'B'],
  'other-definition': ['O', 'D'],
};

/**
 * The SDMX observation status of a cell, from its symbol (empty for none) and whether it holds a number. A symbol that
 * without a known meaning costs its own cell and nothing else: it is missing (O) where there is no number, and a number
 * with it is that number (A).
 */
export function obsStatusOf(
  symbol: string,
  hasNumber: boolean,
  meanings: SymbolMeanings = BUILT_IN_SYMBOLS,
): ObsStatus {
  const [without, onNumber] = STATUSES[meanings.get(symbol) ?? 'missing'];
  return hasNumber ? onNumber : without;
}
