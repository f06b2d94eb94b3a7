import type { UnsettledCategory } from '../model/data/category.ts';
import type { IndicatorInput, SeriesTerm } from '../model/plan/indicator.ts';
import { periodFromKey } from '../model/time-period.ts';

/** The categories of one series of a place, and the keys of the periods in which it has a number. */
export interface CategorisedSeries {
  readonly categories: Readonly<Record<string, string>>;
  readonly periods: ReadonlySet<number>;
}

/**
 * Where the settings of an input and the categories of the figures do not agree, over the series of one place and the
 * periods that are compared (keys, ascending; none gives nothing). Of a dimension with an entry in `leftOut`: what has a
 * figure in one of the periods and is neither counted nor left out, and what is counted and has none in any of them. Of
 * a sum over all but some: what is left out and has no figure in a period in which the sum has one, for it may be counted
 * under another name.
 */
export function unsettledCategories(
  input: Pick<IndicatorInput, 'terms' | 'leftOut'>,
  series: readonly CategorisedSeries[],
  periods: readonly number[],
): readonly UnsettledCategory[] {
  const known = series.filter((one) => periods.some((period) => one.periods.has(period)));
  if (known.length === 0) return [];
  const found = [
    ...Object.keys(input.leftOut ?? {}).flatMap((dimension) => undecided(input, dimension, known, periods)),
    ...input.terms.flatMap((term) => notLeftOut(term, known, periods)),
  ];
  const keyOf = ({ kind, dimension, code }: UnsettledCategory) => `${kind}|${dimension}|${code}`;
  return [...new Map(found.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}

function undecided(
  { terms, leftOut = {} }: Pick<IndicatorInput, 'terms' | 'leftOut'>,
  dimension: string,
  series: readonly CategorisedSeries[],
  periods: readonly number[],
): readonly UnsettledCategory[] {
  const out = leftOut[dimension] ?? [];
  const counted = new Set(terms.flatMap(({ [dimension]: selection = [] }) => ('not' in selection ? [] : selection)));
  const present = [...new Set(series.flatMap(({ categories }) => categories[dimension] ?? []))].sort();
  const isDecided = (code: string) => counted.has(code) || out === 'all-others' || out.includes(code);
  const notDecided = present
    .filter((code) => !isDecided(code))
    .map((code) => unsettled('not-decided', dimension, code, firstPeriod(code, dimension, series, periods)));
  const notThere = [...counted]
    .filter((code) => !present.includes(code))
    .map((code) => unsettled('not-there', dimension, code, periods.at(-1)));
  return [...notThere, ...notDecided];
}

function notLeftOut(
  term: SeriesTerm,
  series: readonly CategorisedSeries[],
  periods: readonly number[],
): readonly UnsettledCategory[] {
  return Object.entries(term).flatMap(([dimension, selection]) => {
    if (!('not' in selection) || selection.not.length === 0) return [];
    const others = series.filter(({ categories }) => isOfOthers(term, dimension, categories));
    return selection.not.flatMap((code) => {
      const own = others.filter(({ categories }) => categories[dimension] === code);
      const lacking = periods.find(
        (period) => others.some((one) => one.periods.has(period)) && !own.some((one) => one.periods.has(period)),
      );
      return lacking === undefined ? [] : [unsettled('not-left-out', dimension, code, lacking)];
    });
  });
}

/** Of the term, whatever its category in the dimension is. */
function isOfOthers(term: SeriesTerm, dimension: string, categories: CategorisedSeries['categories']): boolean {
  return Object.entries(term).every(([other, selection]) => {
    if (other === dimension) return true;
    const code = categories[other] ?? '';
    return 'not' in selection ? !selection.not.includes(code) : selection.includes(code);
  });
}

function firstPeriod(
  code: string,
  dimension: string,
  series: readonly CategorisedSeries[],
  periods: readonly number[],
): number | undefined {
  const own = series.filter(({ categories }) => categories[dimension] === code);
  return periods.find((period) => own.some((one) => one.periods.has(period)));
}

function unsettled(
  kind: UnsettledCategory['kind'],
  dimension: string,
  code: string,
  period: number | undefined,
): UnsettledCategory {
  return { kind, dimension, code, period: period === undefined ? '' : periodFromKey(period).code };
}
