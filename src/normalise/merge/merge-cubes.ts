import { seriesKey } from '../../model/data/cube.ts';
import type { Cube, Dimension } from '../../model/data/cube.ts';
import { periodKey } from '../../model/time-period.ts';
import type { TimePeriod } from '../../model/time-period.ts';
import { contractError } from '../contract-error.ts';
import { PipelineError } from '../../model/errors.ts';
import { mergeDimensions, mergeTime } from './merge-dimensions.ts';
import { stridesOf } from '../json-stat/lay-out-cells.ts';
import { MAX_SYMBOLS, tooManySymbols } from '../mark-cells.ts';

interface CubeFrame {
  readonly dimensions: readonly Dimension[];
  readonly periods: readonly TimePeriod[];
  readonly seriesKeys: readonly string[];
  readonly seriesCategories: Uint32Array;
}

/**
 * Puts the parts of a split query together: same dimensions, other series or other periods. A cell that stands in two
 * parts must be the same in both. Refused with `source-contract`: different dimensions or units, different figures for
 * one cell, cells that no part holds. Parts with the same contents from different states of the table are
 * `source-unavailable`: asked for again, they will be of one.
 */
export function mergeCubes(parts: readonly Cube[]): Cube {
  const first = parts[0];
  if (first === undefined) throw contractError('The source gave no reply to read.');
  if (parts.length === 1) return first;
  requireOneState(parts, first);
  const frame = frameOf(parts, first);
  const cells = frame.seriesKeys.length * frame.periods.length;
  const merged = {
    values: new Float64Array(cells),
    obsStatuses: new Uint8Array(cells),
    symbols: new Uint8Array(cells),
    symbolTable: [...new Set(parts.flatMap((part) => part.symbolTable))],
  };
  if (merged.symbolTable.length > MAX_SYMBOLS) throw tooManySymbols(first.title);
  const filled = new Uint8Array(cells);
  for (const part of parts) copyCells(part, frame, merged, filled);
  const gap = filled.indexOf(0);
  if (gap !== -1) throw contractError(`No part of the reply "${first.title}" holds the cell ${cellName(frame, gap)}.`);
  return {
    ...first,
    ...frame,
    ...merged,
    time: mergeTime(parts, first),
    updatedAt: newestStamp(parts),
    notes: [...new Set(parts.flatMap((part) => part.notes))],
  };
}

function frameOf(parts: readonly Cube[], first: Cube): CubeFrame {
  const dimensions = mergeDimensions(parts, first);
  const byKey = new Map(parts.flatMap((part) => part.periods).map((period) => [periodKey(period), period]));
  const periods = [...byKey.values()].sort((a, b) => periodKey(a) - periodKey(b));
  const positions = dimensions.map(
    (dimension) => new Map(dimension.categories.map(({ code }, position) => [code, position])),
  );
  const strides = stridesOf(dimensions.map((dimension) => dimension.categories.length));
  const ranks = new Map<number, readonly number[]>();
  for (const part of parts) {
    for (let series = 0; series < part.seriesKeys.length; series++) {
      const place = codesOf(part, series).map((code, n) => positions[n]?.get(code) as number);
      ranks.set(
        place.reduce((rank, position, n) => rank + position * (strides[n] as number), 0),
        place,
      );
    }
  }
  const places = [...ranks.entries()].sort(([a], [b]) => a - b).map(([, place]) => place);
  const keyOf = (place: readonly number[]) =>
    seriesKey(place.map((position, n) => dimensions[n]?.categories[position]?.code as string));
  return { dimensions, periods, seriesKeys: places.map(keyOf), seriesCategories: Uint32Array.from(places.flat()) };
}

function codesOf(cube: Cube, series: number): readonly string[] {
  const width = cube.dimensions.length;
  return cube.dimensions.map(
    (dimension, n) => dimension.categories[cube.seriesCategories[series * width + n] as number]?.code as string,
  );
}

function copyCells(
  part: Cube,
  frame: CubeFrame,
  merged: Pick<Cube, 'values' | 'obsStatuses' | 'symbols' | 'symbolTable'>,
  filled: Uint8Array,
): void {
  const series = new Map(frame.seriesKeys.map((key, position) => [key, position]));
  const periods = new Map(frame.periods.map((period, position) => [periodKey(period), position]));
  const periodTargets = part.periods.map((period) => periods.get(periodKey(period)) as number);
  const symbolTargets = part.symbolTable.map((symbol) => merged.symbolTable.indexOf(symbol));
  let cell = 0;
  for (const key of part.seriesKeys) {
    const base = (series.get(key) as number) * frame.periods.length;
    for (const offset of periodTargets) {
      const target = base + offset;
      const value = part.values[cell] as number;
      const symbol = symbolTargets[part.symbols[cell] as number] as number;
      const same = Object.is(merged.values[target], value) && merged.symbols[target] === symbol;
      if (filled[target] === 1 && !same) {
        throw contractError(
          `Two parts of the reply "${part.title}" disagree on the cell ${cellName(frame, target)}: ` +
            `${merged.values[target]} in one, ${value} in another.`,
        );
      }
      merged.values[target] = value;
      merged.obsStatuses[target] = part.obsStatuses[cell] as number;
      merged.symbols[target] = symbol;
      filled[target] = 1;
      cell++;
    }
  }
}

function cellName(frame: CubeFrame, cell: number): string {
  const width = frame.periods.length;
  return `${frame.seriesKeys[Math.floor(cell / width)]} in ${frame.periods[cell % width]?.code}`;
}

/** Asked first: what else differs between two states of a table is no fault of the form. */
function requireOneState(parts: readonly Cube[], first: Cube): void {
  const other = parts.find((part) => part.updatedAt !== first.updatedAt);
  if (other === undefined || parts.some((part) => contentsOf(part) !== contentsOf(first))) return;
  throw new PipelineError(
    'source-unavailable',
    `The table "${first.title}" was published again while it was being read: one part of the reply was updated at ` +
      `${first.updatedAt ?? 'an unknown time'}, another at ${other.updatedAt ?? 'an unknown time'}.`,
    { hint: 'Run again: the parts that were read belong to different publications.' },
  );
}

function contentsOf({ dimensions }: Cube): string {
  const metrics = dimensions.filter(({ role }) => role === 'metric');
  return metrics.flatMap(({ categories }) => categories.map(({ code }) => code)).join('|');
}

function newestStamp(parts: readonly Cube[]): string | null {
  return parts.reduce<string | null>(
    (newest, { updatedAt }) => (newest === null || (updatedAt !== null && updatedAt > newest) ? updatedAt : newest),
    null,
  );
}
