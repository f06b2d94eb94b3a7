import type { Cube } from '../model/data/cube.ts';
import { seriesKey } from '../model/data/cube.ts';
import type { UnknownSymbol } from '../model/data/source-description.ts';
import type { SymbolMeanings } from '../model/data/symbol-meaning.ts';

/**
 * The symbols of a cube, as received, without a known meaning: each with its first cell, as category codes and period
 * (`K.3301|2025`), and how many cells carry it. None in nearly every cube.
 */
export function findUnknownSymbols(cube: Cube, meanings: SymbolMeanings): readonly UnknownSymbol[] {
  const { symbolTable, symbols, seriesKeys, periods } = cube;
  return symbolTable.flatMap((symbol, index) => {
    if (symbol === '' || meanings.has(symbol)) return [];
    const first = symbols.indexOf(index);
    if (first === -1) return [];
    const series = seriesKeys[Math.floor(first / periods.length)] ?? '';
    const cell = seriesKey([series, periods[first % periods.length]?.code ?? '']);
    return [{ symbol, cell, cells: symbols.reduce((count, one) => (one === index ? count + 1 : count), 0) }];
  });
}
