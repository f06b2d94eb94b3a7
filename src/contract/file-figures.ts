import { ABSENT, type Cube } from '../model/data/cube.ts';
import type { StoredDataset } from '../model/data/dataset.ts';
import { periodFromKey } from '../model/time-period.ts';

/** A figure of a file, and what stands beside it. */
export interface FileFigure {
  readonly value: number;
  readonly symbol: string | null;
}

/** One series of a place: its categories, time and place left out, and its figures by period code. */
export interface FileSeries {
  readonly categories: Readonly<Record<string, string>>;
  readonly figures: ReadonlyMap<string, FileFigure>;
}

/**
 * The series of a cube that are of a place, or all of them where it has no places. Cells without a number are left out.
 */
export function seriesOfCube(cube: Cube, place: string): readonly FileSeries[] {
  const width = cube.dimensions.length;
  const geo = cube.dimensions.find(({ role }) => role === 'geo')?.code;
  const all = cube.seriesKeys.map((_, series): FileSeries => {
    const codes = cube.dimensions.map(({ code, categories }, at) => {
      return [code, categories[cube.seriesCategories[series * width + at] ?? 0]?.code ?? ''] as const;
    });
    const figures = cube.periods.flatMap(({ code }, column) => {
      const cell = series * cube.periods.length + column;
      const value = cube.values[cell] ?? NaN;
      if (cube.obsStatuses[cell] === ABSENT || Number.isNaN(value)) return [];
      return [[code, { value, symbol: cube.symbolTable[cube.symbols[cell] ?? 0] || null }] as const];
    });
    return { categories: Object.fromEntries(codes), figures: new Map(figures) };
  });
  return ofPlace(all, geo, place);
}

/** As `seriesOfCube`, of what is in force; empty when nothing has been imported. */
export function seriesOfDataset(dataset: StoredDataset | null, place: string): readonly FileSeries[] {
  if (dataset === null) return [];
  const all = dataset.series.map(({ categories, observations }): FileSeries => {
    const figures = observations.flatMap(({ period, value, symbol }) =>
      value === null ? [] : [[periodFromKey(period).code, { value, symbol }] as const],
    );
    return { categories, figures: new Map(figures) };
  });
  return ofPlace(all, dataset.regions?.dimension, place);
}

function ofPlace(series: readonly FileSeries[], geo: string | undefined, place: string): readonly FileSeries[] {
  if (geo === undefined) return series;
  return series
    .filter(({ categories }) => categories[geo] === place)
    .map(({ categories, figures }) => {
      return { categories: Object.fromEntries(Object.entries(categories).filter(([code]) => code !== geo)), figures };
    });
}

/** Every period code in which one of the series has a figure, ascending. */
export function periodsOf(series: readonly FileSeries[]): readonly string[] {
  return [...new Set(series.flatMap(({ figures }) => [...figures.keys()]))].sort();
}

/** Category code → sum of the figures in a period; categories without a figure are left out. */
export function sumsBy(series: readonly FileSeries[], dimension: string, period: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { categories, figures } of series) {
    const figure = figures.get(period);
    const code = categories[dimension] ?? '';
    if (figure !== undefined) sums.set(code, (sums.get(code) ?? 0) + figure.value);
  }
  return sums;
}

/** The same categories, whatever the order they are written in. */
export function categoriesKey(categories: FileSeries['categories']): string {
  return Object.keys(categories)
    .sort()
    .map((dimension) => `${dimension}=${categories[dimension] ?? ''}`)
    .join('|');
}
