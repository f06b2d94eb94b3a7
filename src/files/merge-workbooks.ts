import { ABSENT, type Cube } from '../model/data/cube.ts';
import { WITHDRAWN } from '../model/data/dataset.ts';
import { buildCube, type ImportedCell } from './build-cube.ts';

/**
 * What is in force after some workbooks, in their order: the last one, and without a number what an earlier one had and
 * the last has not, for its publisher has withdrawn it. `none` stands for no workbook at all.
 */
export function mergeWorkbooks(cubes: readonly Cube[], none: Cube): Cube {
  const last = cubes.at(-1);
  if (last === undefined) return none;
  const inForce = new Map(cellsOf(last).map((cell) => [keyOf(cell), cell]));
  const withdrawn = new Map<string, ImportedCell>();
  for (const cell of cubes.flatMap(cellsOf)) {
    if (!inForce.has(keyOf(cell))) withdrawn.set(keyOf(cell), { ...cell, value: NaN, symbol: WITHDRAWN });
  }
  if (withdrawn.size === 0) return last;
  const dimensions = last.dimensions.map((dimension, at) => {
    const all = cubes.toReversed().flatMap((cube) => cube.dimensions[at]?.categories ?? []);
    return { ...dimension, categories: [...new Map(all.toReversed().map((one) => [one.code, one])).values()] };
  });
  const { title, source } = last;
  return buildCube({ title, source, dimensions, cells: [...inForce.values(), ...withdrawn.values()] });
}

function keyOf({ codes, year }: ImportedCell): string {
  return [...codes, year].join('|');
}

function cellsOf(cube: Cube): readonly ImportedCell[] {
  const width = cube.dimensions.length;
  return cube.seriesKeys.flatMap((_, series) => {
    const codes = cube.dimensions.map(
      ({ categories }, at) => categories[cube.seriesCategories[series * width + at] ?? 0]?.code ?? '',
    );
    return cube.periods.flatMap(({ code: year }, column) => {
      const cell = series * cube.periods.length + column;
      if (cube.obsStatuses[cell] === ABSENT) return [];
      const symbol = cube.symbolTable[cube.symbols[cell] ?? 0] ?? '';
      return [{ codes, year, value: cube.values[cell] ?? NaN, ...(symbol === '' ? {} : { symbol }) }];
    });
  });
}
