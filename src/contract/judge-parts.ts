import type { Cube, Dimension } from '../model/data/cube.ts';
import type { PartsOfWhole, Quantity } from '../model/data/job.ts';
import { listCodes } from '../model/data/list-codes.ts';
import { quarantine } from './quarantine.ts';
import { sumParts } from './sum-parts.ts';

/** A place and a period in which the parts of a dimension do not make its total. */
export interface PartsGap {
  readonly rule: PartsOfWhole;
  /** Positions of the series compared: the total's, and those of the parts that the publication has. */
  readonly series: readonly number[];
  /** Position of the period. */
  readonly column: number;
  readonly whole: number;
  /** Sum of the parts that have a number. */
  readonly sum: number;
  /** How many parts have none. */
  readonly missing: number;
}

export interface PartsQuestion {
  readonly parts: readonly PartsOfWhole[];
  /** Contents code → what its figures are. */
  readonly quantities: Readonly<Record<string, Quantity>>;
}

/** So many of the codes that are not counted are kept as a fact. */
const SHOWN = 5;
/** Of a sum of binary fractions, relative to the total. */
const BINARY_NOISE = 1e-9;

/**
 * Where the parts of a dimension do not make the total that the publication itself holds, newest period last. Every
 * figure may be off by what its rule allows, or by half a unit of its last decimal. With parts missing, counts may only
 * fall short. A total that is missing says nothing, and neither do parts of which none has a number. One pass over the
 * cells a rule.
 */
export function findPartsGaps(cube: Cube, { parts, quantities }: PartsQuestion): readonly PartsGap[] {
  const contents = cube.dimensions.findIndex(({ role }) => role === 'metric');
  return parts.flatMap((rule) => {
    const sums = sumParts(cube, rule);
    if (sums === null) return [];
    const { totals, known, parts: partsOf, seriesOf, width } = sums;
    const columns = cube.periods.length;
    const gaps: PartsGap[] = [];
    totals.forEach((whole, cell) => {
      const count = known[cell] ?? 0;
      if (Number.isNaN(whole) || count === 0) return;
      const sum = partsOf[cell] ?? 0;
      const missing = rule.parts.length - count;
      const row = Math.floor(cell / columns);
      const total = seriesOf[row * width] ?? 0;
      const category = contentsOf(cube, contents, total);
      const allowed = rule.within ?? 0.5 * 10 ** -(category?.decimals ?? 0);
      const slack = allowed * (count + 1) + BINARY_NOISE * Math.max(1, Math.abs(whole));
      const isCount = quantities[category?.code ?? ''] === 'count';
      const isGap = missing === 0 ? Math.abs(sum - whole) > slack : isCount && sum > whole + slack;
      if (!isGap) return;
      const series = [...seriesOf.subarray(row * width, (row + 1) * width)].filter((position) => position >= 0);
      gaps.push({ rule, series, column: cell % columns, whole, sum, missing });
    });
    return gaps.toSorted((a, b) => a.column - b.column);
  });
}

/** Throws `publication-quarantined` for gaps, naming the newest: what is missing or too much, where and when. */
export function judgeParts(cube: Cube, gaps: readonly PartsGap[]): void {
  const gap = gaps.at(-1);
  if (gap === undefined) return;
  const { rule, whole, sum, missing, column } = gap;
  const dimension = cube.dimensions.find(({ code }) => code === rule.variable);
  const more = gaps.length === 1 ? '' : `, and ${gaps.length - 1} more such ${gaps.length === 2 ? 'gap' : 'gaps'}`;
  const known = missing === 0 ? '' : ' that have a number';
  const share = whole === 0 ? 'do not make' : `make up ${shareText(sum / whole)} of`;
  const uncounted = othersOf(rule, dimension);
  const [place, period] = [placeOf(cube, gap), cube.periods[column]?.code ?? ''];
  throw quarantine(
    'parts-differ',
    `The groups of ${rule.variable} in "${cube.title}"${known} ${share} the total ${rule.total} in ` +
      `${place}${period}: ${plain(sum)} of ${plain(whole)}${more}.${uncounted.length === 0 ? '' : ` ${rule.variable} also has ${listCodes(uncounted)}, which is not counted among them.`}`,
    'See whether a group has been split or given another code: which codes make up the total stands under `parts` of the dataset.',
    {
      ...{ variable: rule.variable, total: rule.total, place: place.replace(/ in $/, ''), period },
      sum,
      whole,
      uncounted: uncounted.slice(0, SHOWN).join(', '),
    },
  );
}

function contentsOf({ dimensions, seriesCategories }: Cube, contents: number, series: number) {
  return dimensions[contents]?.categories[seriesCategories[series * dimensions.length + contents] ?? 0];
}

/** What identifies the series of the gap: its categories where a dimension has several. */
function placeOf(cube: Cube, { rule, series }: PartsGap): string {
  const [total = 0] = series;
  const names = cube.dimensions.flatMap(({ code, categories }, axis) => {
    const category = categories[cube.seriesCategories[total * cube.dimensions.length + axis] ?? 0];
    const isNotified = code !== rule.variable && (categories.length > 1 || cube.dimensions[axis]?.role === 'geo');
    return isNotified && category !== undefined ? [`${category.code} ${category.label}`] : [];
  });
  return names.length === 0 ? '' : `${names.join(', ')} in `;
}

/** Codes that stand beside the parts: a group that has been split shows there. */
function othersOf({ total, parts }: PartsOfWhole, dimension: Dimension | undefined): readonly string[] {
  const others = (dimension?.categories ?? []).map(({ code }) => code).filter((code) => code !== total);
  return others.filter((code) => !parts.includes(code));
}

/** Enough decimals that a gap is not shown as 100 %. */
function shareText(share: number): string {
  const written = [0, 1, 2, 3].map((decimals) => (100 * share).toFixed(decimals));
  return `${written.find((text) => Number(text) !== 100) ?? '100'} %`;
}

function plain(value: number): string {
  return String(Number(value.toFixed(6)));
}
