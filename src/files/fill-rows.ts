import { NO_ROW } from '../model/data/dataset.ts';
import type { ImportedCell } from './build-cube.ts';

/** Gas, sector and source. */
type Combination = readonly [gas: string, sector: string, source: string];

/**
 * The zeros that a workbook leaves out. A municipality that has rows in a year has 0, with the symbol of a row left out,
 * in what it lacks and another municipality has that year: in every combination of a sector it has no row of, in one it
 * has in another year, and in one of a source that the settings name. What no municipality has that year stays absent.
 * Codes stand in the order gas, municipality, sector, source; `elsewhere` are cells of municipalities that are not kept.
 */
export function zerosLeftOut(
  cells: readonly ImportedCell[],
  elsewhere: readonly ImportedCell[],
  namedSources: readonly string[],
): readonly ImportedCell[] {
  const named = new Set(namedSources);
  const rowsByYear = combinationsByYear([...cells, ...elsewhere]);
  return [...byMunicipality(cells)].flatMap(([municipality, own]) => {
    const ever = new Set(own.map((cell) => combinationKey(combinationOf(cell))));
    return [...new Set(own.map(({ year }) => year))].flatMap((year) => {
      const ofYear = own.filter((cell) => cell.year === year).map(combinationOf);
      const present = new Set(ofYear.map(combinationKey));
      const sectors = new Set(ofYear.map(([, sector]) => sector));
      return [...(rowsByYear.get(year) ?? [])]
        .filter(([key, [, sector, source]]) => {
          return !present.has(key) && (!sectors.has(sector) || ever.has(key) || named.has(source));
        })
        .map(([, [gas, sector, source]]) => ({
          codes: [gas, municipality, sector, source],
          year,
          value: 0,
          symbol: NO_ROW,
        }));
    });
  });
}

function combinationKey(combination: Combination): string {
  return combination.join('|');
}

function combinationsByYear(cells: readonly ImportedCell[]): ReadonlyMap<string, ReadonlyMap<string, Combination>> {
  const found = new Map<string, Map<string, Combination>>();
  for (const cell of cells) {
    const ofYear = found.get(cell.year) ?? new Map<string, Combination>();
    const combination = combinationOf(cell);
    found.set(cell.year, ofYear.set(combinationKey(combination), combination));
  }
  return found;
}

function combinationOf({ codes: [gas = '', , sector = '', source = ''] }: ImportedCell): Combination {
  return [gas, sector, source];
}

function byMunicipality(cells: readonly ImportedCell[]): ReadonlyMap<string, readonly ImportedCell[]> {
  const found = new Map<string, ImportedCell[]>();
  for (const cell of cells) {
    const code = cell.codes[1] ?? '';
    const own = found.get(code) ?? [];
    own.push(cell);
    found.set(code, own);
  }
  return found;
}
