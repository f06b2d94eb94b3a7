import { NO_ROW } from '../model/data/dataset.ts';
import { categoriesKey, type FileFigure, type FileSeries, periodsOf, sumsBy } from './file-figures.ts';
import type { FileQuestion } from '../model/data/file-question.ts';
import { partsThatBecameZero } from './parts-that-became-zero.ts';

/** A sum this many times another of the same sector is in another unit. */
const SCALE_FACTOR = 10;
/** Below this magnitude, in tonnes, a sector may well change tenfold. */
const SCALE_MAGNITUDE = 50;
/** Share of the figures that may be gone before a person is asked. */
const GONE_SHARE = 0.1;
/** Half of the last digit that is shown, in tonnes. */
const ROUNDING = 0.5;
/** Dimensions whose categories may be renamed, split and merged. */
const NAMED = ['Sektor', 'Utslippskilde'] as const;
/** The latest year and the one before it are those compared. */
const COMPARED = 2;

export interface EmissionsFileToJudge {
  /** The own municipality's series as the file has them. */
  readonly after: readonly FileSeries[];
  /** As they are in force; none before the first file. */
  readonly before: readonly FileSeries[];
  /** Whether an indicator counts a series. */
  readonly isCounted: (categories: FileSeries['categories']) => boolean;
  /** Whether an indicator counts it in a sum of all but some that it names. */
  readonly isCountedUnnamed: (categories: FileSeries['categories']) => boolean;
  readonly thisYear: number;
  /** What the file itself gives as the total of a sector in a year; empty where it gives none. */
  readonly totals?: readonly { readonly sector: string; readonly year: string; readonly tonnes: number }[];
}

/** What is odd about a workbook: against the last file where there is one, and in itself. */
export function judgeEmissionsFile(file: EmissionsFileToJudge): readonly FileQuestion[] {
  const { after, before, thisYear } = file;
  const years = periodsOf(after);
  const future = years.filter((year) => Number(year) > thisYear && !periodsOf(before).includes(year));
  const lost = periodsOf(before).filter((year) => !years.includes(year));
  return [
    ...(future.length === 0 ? [] : [{ kind: 'future-years' as const, years: future }]),
    ...(lost.length === 0 ? [] : [{ kind: 'lost-years' as const, years: lost }]),
    ...figuresGone(file),
    ...otherScale(file),
    ...lostCategories(file),
    ...newCategories(file),
    ...partsThatBecameZero(file),
    ...partsThatDiffer(file),
  ];
}

/** Each part may have been rounded to whole tonnes, and so may the total. */
function partsThatDiffer({ after, totals = [] }: EmissionsFileToJudge): readonly FileQuestion[] {
  return totals.flatMap(({ sector: what, year, tonnes: whole }): readonly FileQuestion[] => {
    const rows = after.filter(({ categories, figures }) => categories.Sektor === what && figures.has(year));
    const parts = sumsBy(rows, 'Sektor', year).get(what) ?? 0;
    const rounding = ROUNDING * (rows.length + 1);
    return Math.abs(parts - whole) <= rounding ? [] : [{ kind: 'parts-differ', what, year, parts, whole }];
  });
}

/** A 0 for a row left out is not a lost figure. */
function figuresGone({ after, before }: EmissionsFileToJudge): readonly FileQuestion[] {
  const years = periodsOf(after);
  const now = new Map(after.map((series) => [categoriesKey(series.categories), series.figures]));
  const had = before.flatMap(({ categories, figures }) => {
    const known = now.get(categoriesKey(categories));
    return [...figures].filter(([, { value }]) => value !== 0).map(([year]) => ({ year, figure: known?.get(year) }));
  });
  const gone = had.filter(({ year, figure }) => years.includes(year) && isGone(figure)).length;
  return gone > GONE_SHARE * had.length ? [{ kind: 'figures-gone', gone, of: had.length }] : [];
}

function isGone(figure: FileFigure | undefined): boolean {
  return figure === undefined || (figure.value === 0 && figure.symbol !== NO_ROW);
}

function otherScale({ after, before }: EmissionsFileToJudge): readonly FileQuestion[] {
  const years = periodsOf(after);
  const [newest = '', previous] = years.toReversed();
  const known = periodsOf(before);
  const last = known.filter((year) => year < newest).at(-1);
  return [
    ...years.filter((year) => known.includes(year)).flatMap((year) => compare(after, year, before, year)),
    ...(known.includes(newest) || previous === undefined ? [] : compare(after, newest, after, previous)),
    ...(known.includes(newest) || previous !== undefined || last === undefined
      ? []
      : compare(after, newest, before, last)),
  ];
}

function compare(
  here: readonly FileSeries[],
  year: string,
  there: readonly FileSeries[],
  otherYear: string,
): readonly FileQuestion[] {
  const others = sumsBy(there, 'Sektor', otherYear);
  return [...sumsBy(here, 'Sektor', year)].flatMap(([what, value]): readonly FileQuestion[] => {
    const other = others.get(what) ?? 0;
    const [smaller, larger] = [Math.min(Math.abs(value), Math.abs(other)), Math.max(Math.abs(value), Math.abs(other))];
    if (smaller === 0 || larger < SCALE_MAGNITUDE || larger < SCALE_FACTOR * smaller) return [];
    return [{ kind: 'other-scale', what, year, value, other, otherYear: otherYear === year ? null : otherYear }];
  });
}

/** Codes with a figure other than 0 in the last years of the file before, and none in those of this one. */
function lostCategories({ after, before }: EmissionsFileToJudge): readonly FileQuestion[] {
  return NAMED.flatMap((dimension) => {
    const now = new Set(codesIn(after, dimension, () => true));
    return codesIn(before, dimension, ({ value }) => value !== 0)
      .filter((code) => !now.has(code))
      .map((code) => ({ kind: 'lost-category' as const, dimension, code, nearest: null }));
  });
}

/** Only where a sum takes in whatever it does not name: there a new name may be an old one that was to be left out. */
function newCategories({ after, before, isCountedUnnamed }: EmissionsFileToJudge): readonly FileQuestion[] {
  if (before.length === 0) return [];
  return NAMED.flatMap((dimension) => {
    const known = new Set(before.map(({ categories }) => categories[dimension] ?? ''));
    const guarded = after.filter(({ categories }) => isCountedUnnamed(categories));
    return codesIn(guarded, dimension, ({ value }) => value !== 0)
      .filter((code) => !known.has(code))
      .map((code) => ({ kind: 'new-category' as const, dimension, code, nearest: null }));
  });
}

function codesIn(
  series: readonly FileSeries[],
  dimension: string,
  isWanted: (figure: FileFigure) => boolean,
): readonly string[] {
  const years = periodsOf(series).slice(-COMPARED);
  const having = series.filter(({ figures }) =>
    years.some((year) => {
      const figure = figures.get(year);
      return figure !== undefined && isWanted(figure);
    }),
  );
  return [...new Set(having.map(({ categories }) => categories[dimension] ?? ''))].sort();
}
