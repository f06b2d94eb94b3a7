import type { Cube, Dimension } from '../../model/data/cube.ts';
import { periodKey } from '../../model/time-period.ts';
import type { Sqlite } from '../store.ts';

/** Row numbers of the categories of each dimension, by position. */
export type CategoryIds = readonly (readonly number[])[];

// English labels come from a request of their own that may fail: what is known is kept then.
const UPSERT_DIMENSION = `
  INSERT INTO dimension (dataset_id, code, label, label_en, role, note, position) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (dataset_id, code) DO UPDATE SET
    label = excluded.label, label_en = coalesce(excluded.label_en, label_en), role = excluded.role,
    note = excluded.note, position = excluded.position
  RETURNING id`;

const UPSERT_CATEGORY = `
  INSERT INTO category (dimension_id, code, label, label_en, unit, decimals, note, position)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (dimension_id, code) DO UPDATE SET
    label = excluded.label, label_en = coalesce(excluded.label_en, label_en), unit = excluded.unit,
    decimals = excluded.decimals, note = excluded.note, position = excluded.position
  RETURNING id`;

// An English label that comes later takes the place of no other.
const KEEP_WORDS = `
  INSERT INTO category_revision (category_id, replaced_by_publication_id, label, label_en, unit, decimals)
  SELECT id, :publicationId, label, label_en, unit, decimals FROM category
  WHERE dimension_id = :dimensionId AND code = :code AND (
    label IS NOT :label OR unit IS NOT :unit OR decimals IS NOT :decimals OR label_en <> :labelEn
  )`;

/**
 * Takes in dimensions and categories with the labels of today, and gives the categories' row numbers. What a category was
 * called before, and its unit, is kept with the number of the publication that calls it otherwise.
 */
export function recordDimensions(
  sqlite: Sqlite,
  { datasetId, publicationId }: { readonly datasetId: number; readonly publicationId: number },
  cube: Cube,
): CategoryIds {
  const upsertCategory = sqlite.prepare(UPSERT_CATEGORY).pluck();
  const keepWords = sqlite.prepare(KEEP_WORDS);
  recordDimension(sqlite, datasetId, cube.time, cube.dimensions.length);
  return cube.dimensions.map((dimension, position) => {
    const dimensionId = recordDimension(sqlite, datasetId, dimension, position);
    return dimension.categories.map(({ code, label, labelEn, unit, decimals, note }, index) => {
      keepWords.run({ publicationId, dimensionId, code, label, labelEn, unit, decimals });
      return Number(upsertCategory.get(dimensionId, code, label, labelEn, unit, decimals, note, index));
    });
  });
}

/** The categories of time are the periods, which all datasets share. */
export function recordPeriods(sqlite: Sqlite, cube: Cube): void {
  const insert = sqlite.prepare(
    'INSERT INTO time_period (period, code, frequency, year, sub_period) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const period of cube.periods) {
    insert.run(periodKey(period), period.code, period.frequency, period.year, period.subPeriod);
  }
}

function recordDimension(sqlite: Sqlite, datasetId: number, dimension: Dimension, position: number): number {
  const { code, label, labelEn, role, note } = dimension;
  return Number(sqlite.prepare(UPSERT_DIMENSION).pluck().get(datasetId, code, label, labelEn, role, note, position));
}
