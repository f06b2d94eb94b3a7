import type { DimensionRole } from '../../model/data/cube.ts';
import type { Store } from '../store.ts';

/** One category of a series, with the source's words for it and for its dimension; English where the source has it. */
export interface SeriesCategory {
  readonly role: DimensionRole;
  readonly dimension: string;
  readonly dimensionLabel: string;
  readonly dimensionLabelEn: string | null;
  readonly code: string;
  readonly label: string;
  readonly labelEn: string | null;
}

const CATEGORIES = `
  SELECT series.series_key AS key, dimension.role, dimension.code AS dimension, dimension.label AS dimensionLabel,
    dimension.label_en AS dimensionLabelEn, category.code, category.label, category.label_en AS labelEn
  FROM dataset
  JOIN series ON series.dataset_id = dataset.id
  JOIN series_category ON series_category.series_id = series.id
  JOIN category ON category.id = series_category.category_id
  JOIN dimension ON dimension.id = category.dimension_id
  WHERE dataset.code IN (SELECT value FROM json_each(:datasets))
    AND series.series_key IN (SELECT value FROM json_each(:keys))
  ORDER BY series.series_key, dimension.position`;

/** What series are of, by their key: their categories in the order of the source, each dimension once. */
export function readSeriesWords(
  store: Store,
  datasets: readonly string[],
  keys: readonly string[],
): ReadonlyMap<string, readonly SeriesCategory[]> {
  const asked = { datasets: JSON.stringify(datasets), keys: JSON.stringify([...new Set(keys)]) };
  const rows = store.sqlite.prepare(CATEGORIES).all(asked) as (SeriesCategory & { readonly key: string })[];
  const found = new Map<string, SeriesCategory[]>();
  for (const { key, ...category } of rows) {
    const own = found.get(key) ?? [];
    // The same series of another alternative has the same categories.
    if (!own.some(({ dimension }) => dimension === category.dimension)) own.push(category);
    found.set(key, own);
  }
  return found;
}
