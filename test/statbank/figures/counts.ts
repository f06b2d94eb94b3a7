import { split } from './split.ts';
import type { Axis } from './split.ts';

/** How the counts of a table come about: a total per region, year and contents, and how each axis divides it. */
export interface CountModel {
  readonly axes: readonly Axis[];
  readonly total: (region: string, year: number, contents: string) => number;
  /** One list of weights per axis. */
  readonly weights: (region: string, year: number, contents: string) => readonly (readonly number[])[];
}

export type CountReader = (region: string, year: number, contents: string, codes: readonly string[]) => number | null;

interface Base {
  readonly total: number;
  readonly weights: readonly (readonly number[])[];
  /** The total along the first axis, which nearly every question needs. */
  readonly first: readonly number[];
}

/**
 * Reads counts of a model, one code or total per axis. Every level is split from the one above, so any total is exactly
 * the sum of its parts. `null` for a code that its axis does not have.
 */
export function countReader(model: CountModel): CountReader {
  const bases = new Map<string, Base>();
  return (region, year, contents, codes) => {
    const key = `${region}|${year}|${contents}`;
    let base = bases.get(key);
    if (base === undefined) {
      base = baseOf(model, region, year, contents);
      bases.set(key, base);
    }
    if (base.total === 0) return 0;
    if (model.axes.some((axis, number) => codes[number] !== axis.total && !axis.codes.includes(codes[number] ?? '')))
      return null;
    return countWithin(base.total, 0, base, model.axes, codes);
  };
}

function baseOf(model: CountModel, region: string, year: number, contents: string): Base {
  const total = model.total(region, year, contents);
  const weights = total === 0 ? [] : model.weights(region, year, contents);
  return { total, weights, first: split(total, weights[0] ?? []) };
}

/** The part of a count that the codes of the axes from `number` on name. */
function countWithin(
  count: number,
  number: number,
  base: Base,
  axes: readonly Axis[],
  codes: readonly string[],
): number {
  const isWhole = axes.every((axis, position) => position < number || codes[position] === axis.total);
  const axis = axes[number];
  if (isWhole || axis === undefined) return count;
  const parts = number === 0 ? base.first : split(count, base.weights[number] ?? []);
  const code = codes[number] ?? axis.total;
  if (code === axis.total)
    return parts.reduce((sum, part) => sum + countWithin(part, number + 1, base, axes, codes), 0);
  return countWithin(parts[axis.codes.indexOf(code)] ?? 0, number + 1, base, axes, codes);
}
