import type { Series, StoredDataset } from '../../model/data/dataset.ts';

/**
 * A worked example whose ratio is a part of a dataset over another of the same: series that both name keep the figures of
 * what is divided, and the first of the others has what is left of the divisor.
 */
export function inOneDataset(over: StoredDataset, under: StoredDataset): StoredDataset {
  const known = new Map(over.series.map((series) => [nameOf(series.categories), series]));
  const region = over.regions?.dimension ?? '';
  const places = [...new Set(under.series.map(({ categories }) => categories[region] ?? ''))];
  const added = places.flatMap((place) => {
    const all = under.series.filter(({ categories }) => (categories[region] ?? '') === place);
    const shared = all.flatMap(({ categories }) => known.get(nameOf(categories)) ?? []);
    const [first, ...others] = all.filter(({ categories }) => !known.has(nameOf(categories)));
    return first === undefined
      ? []
      : [remainder(first, all, shared), ...others.map((series) => remainder(series, [], []))];
  });
  return { ...over, series: [...over.series, ...added] };
}

/** The series with, in every period, the sum of some less the sum of others. */
function remainder(series: Series, all: readonly Series[], less: readonly Series[]): Series {
  const sumAt = (list: readonly Series[], index: number) =>
    list.reduce((sum, { observations }) => sum + (observations[index]?.value ?? 0), 0);
  const observations = series.observations.map((one, index) => ({
    ...one,
    value: sumAt(all, index) - sumAt(less, index),
  }));
  return { ...series, observations };
}

function nameOf(categories: Series['categories']): string {
  return JSON.stringify(Object.entries(categories).sort(([a], [b]) => (a < b ? -1 : 1)));
}
