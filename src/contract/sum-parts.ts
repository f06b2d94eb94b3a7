import type { Cube } from '../model/data/cube.ts';
import type { PartsOfWhole } from '../model/data/job.ts';

/** The parts of one dimension against its total: a row for each combination of the other categories, a column a period. */
export interface PartsSums {
  /** Rows × periods; NaN where the total has no number. */
  readonly totals: Float64Array;
  /** Rows × periods: sum of the parts that have a number. */
  readonly parts: Float64Array;
  /** Rows × periods: how many parts have a number. */
  readonly known: Uint16Array;
  /** Rows × `width`: position of the series of the total, then of each part; -1 for one that the publication lacks. */
  readonly seriesOf: Int32Array;
  readonly width: number;
}

/**
 * Sums the parts that a rule names beside the total, in one pass over the cells; `null` when the publication has no such
 * dimension or total. Series of contents that the rule does not speak of keep a total of NaN.
 */
export function sumParts(cube: Cube, rule: PartsOfWhole): PartsSums | null {
  const axis = cube.dimensions.findIndex(({ code }) => code === rule.variable);
  const codes = cube.dimensions[axis]?.categories.map(({ code }) => code) ?? [];
  if (!codes.includes(rule.total)) return null;
  // Of each category: 0 for the total, 1 and on for the parts, -1 for what is neither.
  const places = codes.map((code) => (code === rule.total ? 0 : rule.parts.indexOf(code) + 1 || -1));
  const strides = stridesBeside(cube, axis);
  const rows = cube.dimensions.reduce(
    (count, { categories }, at) => (at === axis ? count : count * categories.length),
    1,
  );
  const columns = cube.periods.length;
  const width = rule.parts.length + 1;
  const sums = {
    totals: new Float64Array(rows * columns).fill(NaN),
    parts: new Float64Array(rows * columns),
    known: new Uint16Array(rows * columns),
    seriesOf: new Int32Array(rows * width).fill(-1),
    width,
  };
  const isMeant = meansContents(cube, rule);
  const { length: depth } = cube.dimensions;
  for (let series = 0; series < cube.seriesKeys.length; series += 1) {
    const place = places[cube.seriesCategories[series * depth + axis] ?? 0] ?? -1;
    if (place === -1 || !isMeant(series)) continue;
    let row = 0;
    for (let at = 0; at < depth; at += 1) row += (cube.seriesCategories[series * depth + at] ?? 0) * (strides[at] ?? 0);
    sums.seriesOf[row * width + place] = series;
    for (let column = 0; column < columns; column += 1) {
      const value = cube.values[series * columns + column] ?? NaN;
      const cell = row * columns + column;
      if (place === 0) sums.totals[cell] = value;
      else if (!Number.isNaN(value)) {
        sums.parts[cell] = (sums.parts[cell] ?? 0) + value;
        sums.known[cell] = (sums.known[cell] ?? 0) + 1;
      }
    }
  }
  return sums;
}

/** How far apart rows stand by each dimension; 0 for the one that is summed over. */
function stridesBeside({ dimensions }: Cube, axis: number): readonly number[] {
  const strides = dimensions.map(() => 0);
  let stride = 1;
  for (let at = dimensions.length - 1; at >= 0; at -= 1) {
    if (at === axis) continue;
    strides[at] = stride;
    stride *= dimensions[at]?.categories.length ?? 1;
  }
  return strides;
}

function meansContents(
  { dimensions, seriesCategories }: Cube,
  { contents }: PartsOfWhole,
): (series: number) => boolean {
  const axis = dimensions.findIndex(({ role }) => role === 'metric');
  if (contents === undefined || axis === -1) return () => true;
  const meant = dimensions[axis]?.categories.map(({ code }) => contents.includes(code)) ?? [];
  return (series) => meant[seriesCategories[series * dimensions.length + axis] ?? 0] ?? false;
}
