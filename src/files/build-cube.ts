import { ABSENT, OBS_STATUSES, seriesKey } from '../model/data/cube.ts';
import type { Category, Cube, Dimension } from '../model/data/cube.ts';
import { parseTimePeriod } from '../model/time-period.ts';
import type { TimePeriod } from '../model/time-period.ts';

/** One figure of a file: a category code per dimension, in the order of the table's dimensions. */
export interface ImportedCell {
  readonly codes: readonly string[];
  readonly year: string;
  /** NaN for a figure that was there and is not any more. */
  readonly value: number;
  /** What stands beside the number; nothing when left out. */
  readonly symbol?: string;
}

export interface ImportedTable {
  readonly title: string;
  readonly source: string;
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly ImportedCell[];
}

/** The years a file may hold figures for. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

const NORMAL = OBS_STATUSES.indexOf('A');
const MISSING = OBS_STATUSES.indexOf('O');

/**
 * Lays the figures of an annual table out as a cube. Categories no figure uses are left out, so that a publication
 * promises only what it holds. Series stand in the order of their categories; a year without a row is ABSENT.
 * The caller has checked that no cell comes twice, every code is a category, and every year has four digits.
 */
export function buildCube(table: ImportedTable): Cube {
  const dimensions = usedDimensions(table);
  const positions = dimensions.map(({ categories }) => new Map(categories.map(({ code }, index) => [code, index])));
  const seriesCodes = distinctSeries(table.cells, positions);
  const years = [...new Set(table.cells.map(({ year }) => year))].sort();
  const seriesKeys = seriesCodes.map((codes) => seriesKey(codes));
  return {
    title: table.title,
    titleEn: null,
    source: table.source,
    updatedAt: null,
    notes: [],
    dimensions,
    time: {
      code: 'Tid',
      label: 'år',
      labelEn: 'year',
      role: 'time',
      note: null,
      categories: years.map((year) => category(year)),
    },
    periods: years.map(annualPeriod),
    seriesKeys,
    seriesCategories: Uint32Array.from(seriesCodes.flatMap((codes) => categoryPositions(codes, positions))),
    ...fillCells(table.cells, seriesKeys, years),
  };
}

/** A category as most files give it: a code and what it is called. */
export function category(code: string, label: string = code): Category {
  return { code, label, labelEn: null, unit: null, decimals: null, note: null };
}

function usedDimensions({ dimensions, cells }: ImportedTable): readonly Dimension[] {
  return dimensions.map((dimension, index) => {
    const used = new Set(cells.map(({ codes }) => codes[index]));
    return { ...dimension, categories: dimension.categories.filter(({ code }) => used.has(code)) };
  });
}

type Positions = readonly ReadonlyMap<string, number>[];

function distinctSeries(cells: readonly ImportedCell[], positions: Positions): readonly (readonly string[])[] {
  const byKey = new Map(cells.map(({ codes }) => [seriesKey(codes), codes]));
  return [...byKey.values()]
    .map((codes) => ({ codes, at: categoryPositions(codes, positions) }))
    .sort((a, b) => comparePositions(a.at, b.at))
    .map(({ codes }) => codes);
}

function categoryPositions(codes: readonly string[], positions: Positions): readonly number[] {
  return codes.map((code, index) => positions[index]?.get(code) ?? -1);
}

function comparePositions(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((position, index) => position !== b[index]);
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function fillCells(cells: readonly ImportedCell[], seriesKeys: readonly string[], years: readonly string[]) {
  const rowOf = new Map(seriesKeys.map((key, index) => [key, index]));
  const columnOf = new Map(years.map((year, index) => [year, index]));
  const values = new Float64Array(seriesKeys.length * years.length).fill(NaN);
  const obsStatuses = new Uint8Array(values.length).fill(ABSENT);
  const symbols = new Uint8Array(values.length);
  const symbolTable = ['', ...new Set(cells.flatMap(({ symbol }) => symbol ?? []))];
  for (const { codes, year, value, symbol = '' } of cells) {
    const at = (rowOf.get(seriesKey(codes)) ?? 0) * years.length + (columnOf.get(year) ?? 0);
    values[at] = value;
    obsStatuses[at] = Number.isNaN(value) ? MISSING : NORMAL;
    symbols[at] = symbolTable.indexOf(symbol);
  }
  return { values, obsStatuses, symbols, symbolTable };
}

function annualPeriod(year: string): TimePeriod {
  const period = parseTimePeriod(year);
  if (period === null) throw new RangeError(`${year} is not a year`);
  return period;
}
