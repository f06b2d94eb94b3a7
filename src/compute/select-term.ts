import { type Observation, type Series, type StoredDataset, WITHDRAWN } from '../model/data/dataset.ts';
import type { SeriesTerm } from '../model/plan/indicator.ts';

/** Dimension code → category codes that at least one series of the dataset has. */
export type DatasetCategories = ReadonlyMap<string, ReadonlySet<string>>;

/** The key under which the series of a dataset without regions stand. */
export const NO_REGION = '';

export interface SelectedSeries {
  readonly series: Series;
  readonly byPeriod: ReadonlyMap<number, Observation>;
}

/** The series that one term of an input picks out of a dataset. */
export interface SelectedTerm {
  /** Dimension and code of every category the term lists; each must contribute to a sum. */
  readonly listed: readonly (readonly [dimension: string, code: string])[];
  /** Dimensions of which the term takes all categories there are. */
  readonly open: readonly string[];
  /** By the region code as the dataset writes it. */
  readonly byRegion: ReadonlyMap<string, readonly SelectedSeries[]>;
}

/** The categories in use, dimension by dimension, read from the series themselves. */
export function categoriesOf(dataset: StoredDataset): DatasetCategories {
  const categories = new Map<string, Set<string>>();
  for (const series of dataset.series) {
    for (const [dimension, code] of Object.entries(series.categories)) {
      const codes = categories.get(dimension) ?? new Set();
      categories.set(dimension, codes.add(code));
    }
  }
  return categories;
}

/**
 * The series of a term, by region. `null` when the term names a dimension or code the dataset lacks (also a code to be
 * left out: a misspelt one would be counted in silence), or leaves a dimension with several categories open.
 */
export function selectTerm(
  dataset: StoredDataset,
  categories: DatasetCategories,
  term: SeriesTerm,
): SelectedTerm | null {
  if (!fits(term, categories, dataset.regions?.dimension)) return null;
  const open = Object.entries(term).flatMap(([dimension, selection]) => ('not' in selection ? [dimension] : []));
  const byRegion = new Map<string, SelectedSeries[]>();
  for (const series of dataset.series) {
    if (!isOfTerm(term, series.categories)) continue;
    const region = dataset.regions === null ? NO_REGION : (series.categories[dataset.regions.dimension] ?? NO_REGION);
    // What the source has taken back altogether is not among all there are; what is listed is missing.
    if (open.length > 0 && isGone(series)) continue;
    const byPeriod = new Map(series.observations.map((observation) => [observation.period, observation]));
    const selected = byRegion.get(region) ?? [];
    selected.push({ series, byPeriod });
    byRegion.set(region, selected);
  }
  const listed = Object.entries(term).flatMap(([dimension, selection]) =>
    'not' in selection ? [] : selection.map((code) => [dimension, code] as const),
  );
  return { listed, open, byRegion };
}

function isGone({ observations }: Series): boolean {
  return observations.every(({ symbol }) => symbol === WITHDRAWN);
}

function fits(term: SeriesTerm, categories: DatasetCategories, regionDimension: string | undefined): boolean {
  const named = Object.entries(term).every(([dimension, selection]) => {
    const codes = 'not' in selection ? selection.not : selection;
    return codes.every((code) => categories.get(dimension)?.has(code)) && categories.has(dimension);
  });
  const open = [...categories].filter(([dimension]) => dimension !== regionDimension && !(dimension in term));
  return named && open.every(([, codes]) => codes.size === 1);
}

/** Whether a series, by its categories, is among those that a term picks out. */
export function isOfTerm(term: SeriesTerm, categories: Series['categories']): boolean {
  return Object.entries(term).every(([dimension, selection]) => {
    const code = categories[dimension] ?? '';
    return 'not' in selection ? !selection.not.includes(code) : selection.includes(code);
  });
}
