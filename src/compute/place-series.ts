import type { Series, StoredDataset } from '../model/data/dataset.ts';
import type { Figure, MissingReason } from '../model/data/figure.ts';
import type { SeriesTerm } from '../model/plan/indicator.ts';
import type { Place } from '../model/data/place.ts';
import { codesInYear } from '../model/data/place.ts';
import { lastYearInLabel } from '../model/data/label-years.ts';
import { periodFromKey } from '../model/time-period.ts';
import { figureOf, type SeriesFacts, sumOf } from './missing.ts';
import type { DatasetCategories, SelectedSeries, SelectedTerm } from './select-term.ts';
import { NO_REGION, selectTerm } from './select-term.ts';

/** The figures of an input in a dataset, ready to be read place by place and period by period. */
export interface PlaceSelection {
  readonly dataset: StoredDataset;
  /** `null` when a term does not fit the dataset. */
  readonly terms: readonly SelectedTerm[] | null;
  /** True when any figure is a percentage, which is never summed over places. */
  readonly percentage: boolean;
  /** Keys of every period any of the series has, ascending. */
  readonly periods: readonly number[];
}

/** The series of all terms. A term that does not fit the dataset leaves the selection without figures. */
export function selectSeries(
  dataset: StoredDataset,
  categories: DatasetCategories,
  terms: readonly SeriesTerm[],
): PlaceSelection {
  const selected = terms.map((term) => selectTerm(dataset, categories, term));
  const fitting = selected.filter((term) => term !== null);
  if (fitting.length < selected.length) return { dataset, terms: null, percentage: false, periods: [] };
  const all = fitting.flatMap((term) => [...term.byRegion.values()].flat());
  const periods = [...new Set(all.flatMap(({ byPeriod }) => [...byPeriod.keys()]))].sort((a, b) => a - b);
  return { dataset, terms: fitting, percentage: all.some((one) => isPercentage(dataset, one)), periods };
}

/**
 * The figure of one place in one period: the sum of all terms. Region codes: `grouped` regions have one code for all
 * years, `divisions` the codes valid in the year, over which counts are summed. A year in which the place has no code
 * is `border-change` when it lies before one, `code-ended` when it lies after the last; a percentage stands only in
 * years with exactly one code, else `border-change`. A dataset without regions is about one place, whichever is asked
 * for. Sum: every listed category must have an observation, and every observation there is must have a number.
 */
export function placeFigure(selection: PlaceSelection, place: Place | undefined, period: number): Figure {
  const { terms } = selection;
  if (terms === null) return { missing: 'not-in-dataset' };
  const codes = regionCodes(selection, place, period);
  if (typeof codes === 'string') return { missing: codes };
  return sumOf(codes.flatMap((code) => terms.map((term) => termFigure(selection.dataset, term, code, period))));
}

/** The series that stand behind `placeFigure`, each with its observations by period. */
export function placeSeries(
  selection: PlaceSelection,
  place: Place | undefined,
  period: number,
): readonly SelectedSeries[] {
  const codes = regionCodes(selection, place, period);
  if (selection.terms === null || typeof codes === 'string') return [];
  return selection.terms.flatMap((term) => codes.flatMap((code) => term.byRegion.get(code) ?? []));
}

/**
 * The categories that a sum over all there are is made of in a period, each as one text, in order; the place itself is
 * left out. `undefined` when the settings list every category.
 */
export function placeParts(
  selection: PlaceSelection,
  place: Place | undefined,
  period: number,
): readonly string[] | undefined {
  if (selection.terms?.every(({ open }) => open.length === 0) ?? true) return undefined;
  const region = selection.dataset.regions?.dimension;
  const parts = placeSeries(selection, place, period)
    .filter(({ byPeriod }) => byPeriod.has(period))
    .map(({ series }) => partName(series, region));
  return [...new Set(parts)].sort();
}

/** The categories of a series but the place, as one text. */
export function partName({ categories }: Series, region: string | undefined): string {
  return Object.entries(categories)
    .filter(([dimension]) => dimension !== region)
    .map(([, code]) => code)
    .join('|');
}

/** Whether a series is of a place, under any code it has had; every series is, in a dataset without regions. */
export function isOfPlace({ regions }: StoredDataset, { categories }: Series, place: Place | undefined): boolean {
  if (regions === null) return true;
  if (place === undefined) return false;
  const code = categories[regions.dimension] ?? '';
  const codes = regions.form === 'grouped' ? [`${regions.prefix}${place.code}`] : place.codes.map((one) => one.code);
  return codes.includes(code);
}

/** Codes that together are the place in the year of the period, or why there are none. */
export function regionCodes(
  selection: PlaceSelection,
  place: Place | undefined,
  period: number,
): readonly string[] | MissingReason {
  const { regions } = selection.dataset;
  if (regions === null) return [NO_REGION];
  if (place === undefined) return 'not-in-dataset';
  const { year } = periodFromKey(period);
  const valid = codesInYear(place, year);
  if (valid.length === 0) {
    const hasLaterCode = place.codes.some(({ fromYear = -Infinity }) => fromYear > year);
    return hasLaterCode ? 'border-change' : 'code-ended';
  }
  if (selection.percentage && valid.length !== 1) return 'border-change';
  return regions.form === 'grouped' && place.level !== 'country' ? [`${regions.prefix}${place.code}`] : valid;
}

/**
 * What the dataset says of a series: the last year of its region, by the label, and which symbols have no known
 * meaning.
 */
export function factsOf({ regions, labels, unknownSymbols = [] }: StoredDataset, { categories }: Series): SeriesFacts {
  const code = categories[regions?.dimension ?? ''] ?? '';
  return { lastYear: lastYearInLabel(labels[regions?.dimension ?? '']?.[code] ?? ''), unknownSymbols };
}

function termFigure(dataset: StoredDataset, term: SelectedTerm, region: string, period: number): Figure {
  const present = (term.byRegion.get(region) ?? []).flatMap(({ series, byPeriod }) => {
    const observation = byPeriod.get(period);
    return observation === undefined ? [] : [{ series, observation }];
  });
  const complete = term.listed.every(([dimension, code]) =>
    present.some(({ series }) => series.categories[dimension] === code),
  );
  if (present.length === 0 || !complete) return { missing: 'not-in-dataset' };
  return sumOf(present.map(({ series, observation }) => figureOf(observation, factsOf(dataset, series))));
}

function isPercentage(dataset: StoredDataset, { series }: SelectedSeries): boolean {
  if (dataset.contentsDimension === null) return false;
  const contents = series.categories[dataset.contentsDimension] ?? '';
  return dataset.quantities[contents] === 'percentage';
}
