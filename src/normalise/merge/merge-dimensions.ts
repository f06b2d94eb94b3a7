import type { Category, Cube, Dimension } from '../../model/data/cube.ts';
import { contractError } from '../contract-error.ts';
import { listCodes } from '../../model/data/list-codes.ts';

/**
 * The dimensions of all parts with the categories of all parts, each in the order it first appears. Parts with other
 * dimensions, other roles, or another unit for the same contents are refused with `source-contract`.
 */
export function mergeDimensions(parts: readonly Cube[], first: Cube): readonly Dimension[] {
  for (const part of parts) checkSameDimensions(part, first);
  return first.dimensions.map((dimension, position) => ({
    ...dimension,
    categories: mergeCategories(
      parts.map((part) => part.dimensions[position]?.categories ?? []),
      dimension.code,
      first.title,
    ),
  }));
}

/** The time dimension with the categories of all parts. */
export function mergeTime(parts: readonly Cube[], first: Cube): Dimension {
  const lists = parts.map((part) => part.time.categories);
  return { ...first.time, categories: mergeCategories(lists, first.time.code, first.title) };
}

function mergeCategories(
  lists: readonly (readonly Category[])[],
  dimension: string,
  table: string,
): readonly Category[] {
  const merged = new Map<string, Category>();
  for (const category of lists.flat()) {
    const known = merged.get(category.code);
    if (known === undefined) merged.set(category.code, category);
    else if (known.unit !== category.unit || known.decimals !== category.decimals) {
      throw contractError(
        `The parts of the reply "${table}" disagree on the unit of ${category.code} (${dimension}): ` +
          `${unitText(known)} in one, ${unitText(category)} in another.`,
      );
    }
  }
  return [...merged.values()];
}

function checkSameDimensions(part: Cube, first: Cube): void {
  const expected = axesOf(first);
  const found = axesOf(part);
  if (expected.join('|') === found.join('|')) return;
  throw contractError(
    `The parts of the reply "${first.title}" have different dimensions: ${listCodes(expected)} in one, ` +
      `${listCodes(found)} in another.`,
  );
}

function axesOf(cube: Cube): readonly string[] {
  return [...cube.dimensions, cube.time].map(({ code, role }) => `${code} (${role})`);
}

function unitText({ unit, decimals }: Category): string {
  return `${unit ?? 'no unit'} with ${decimals ?? 'unknown'} decimals`;
}
