import { seriesKey, type Cube, type Dimension } from '../../model/data/cube.ts';
import type { SameCategory, TableYears } from '../../model/data/job.ts';
import { takesPeriod } from '../../model/data/table-years.ts';
import { periodKey } from '../../model/time-period.ts';
import { contractError } from '../contract-error.ts';

/**
 * The periods of a table that the dataset takes from it, first and last included; the whole cube without `years`. Throws
 * `source-contract` where the table has none of them.
 */
export function withinYears(cube: Cube, years: TableYears = {}): Cube {
  const isTaken = cube.periods.map((period) => takesPeriod(years, periodKey(period)));
  const columns = [...isTaken.keys()].filter((column) => isTaken[column]);
  if (columns.length === cube.periods.length) return cube;
  if (columns.length === 0) {
    const span = `${years.from ?? 'the beginning'} to ${years.to ?? 'now'}`;
    throw contractError(
      `"${cube.title}" has no period from ${span}, the years that the dataset takes from it.`,
      { table: cube.title },
      'Correct `from` and `to` of the table in datasets.yaml, or wait until the table has them.',
    );
  }
  const codes = new Set(columns.map((column) => cube.periods[column]?.code));
  return {
    ...cube,
    time: { ...cube.time, categories: cube.time.categories.filter(({ code }) => codes.has(code)) },
    periods: cube.periods.filter((_, column) => isTaken[column]),
    values: Float64Array.from(cellsOf(cube.values, cube, columns)),
    obsStatuses: Uint8Array.from(cellsOf(cube.obsStatuses, cube, columns)),
    symbols: Uint8Array.from(cellsOf(cube.symbols, cube, columns)),
  };
}

function cellsOf(cells: ArrayLike<number>, { seriesKeys, periods }: Cube, columns: readonly number[]): number[] {
  return [...seriesKeys.keys()].flatMap((series) =>
    columns.map((column) => cells[series * periods.length + column] ?? Number.NaN),
  );
}

/**
 * The cube with each of the categories under the name that the dataset has for the same quantity, so that its series go on
 * in the new table. Labels stay the table's own.
 */
export function asKept(cube: Cube, sameAs: readonly SameCategory[] = []): Cube {
  if (sameAs.length === 0) return cube;
  const renamed = cube.dimensions.map((dimension) => renamedBy(dimension, sameAs));
  const order = [...renamed.keys()].sort((a, b) => ((renamed[a]?.code ?? '') < (renamed[b]?.code ?? '') ? -1 : 1));
  const dimensions = order.flatMap((position) => renamed[position] ?? []);
  const width = cube.dimensions.length;
  const seriesCategories = Uint32Array.from(
    [...cube.seriesKeys.keys()].flatMap((series) =>
      order.map((position) => cube.seriesCategories[series * width + position] ?? 0),
    ),
  );
  const keyAt = (series: number) =>
    seriesKey(dimensions.map(({ categories }, n) => categories[seriesCategories[series * width + n] ?? 0]?.code ?? ''));
  return { ...cube, dimensions, seriesCategories, seriesKeys: [...cube.seriesKeys.keys()].map(keyAt) };
}

function renamedBy(dimension: Dimension, sameAs: readonly SameCategory[]): Dimension {
  const same = sameAs.find(({ variable }) => variable.toLowerCase() === dimension.code.toLowerCase());
  if (same === undefined) return dimension;
  const categories = dimension.categories.map((category) =>
    category.code.toLowerCase() === same.code.toLowerCase() ? { ...category, code: same.keptAs } : category,
  );
  return { ...dimension, code: same.dimension, categories };
}
