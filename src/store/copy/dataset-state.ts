import { createHash, type Hash } from 'node:crypto';
import type { Sqlite } from '../store.ts';
import { datasetView } from '../views/dataset-view.ts';
import { FIXED_VIEWS } from '../views/fixed-views.ts';
import { type DatasetView, readDatasetViews } from '../views/read-dataset-views.ts';

/** A dataset of the database, the wide view it has, and what tells one content of it from another. */
export interface DatasetState {
  readonly id: number;
  readonly code: string;
  /** `null` while nothing of it has been taken in. */
  readonly view: DatasetView | null;
  readonly fingerprint: string;
}

const DATASETS = 'SELECT id, code, table_id, alternative FROM dataset ORDER BY id';

/** Figures change with a publication alone; a repaired clock moves when one was retrieved. */
const OF_DATASET = [
  'SELECT id, sha256, retrieved_at, alternative, table_id FROM publication WHERE dataset_id = ? ORDER BY id',
  'SELECT code, label, label_en, role, position FROM dimension WHERE dataset_id = ? ORDER BY id',
  `SELECT category.id, category.code, category.label, category.label_en, category.unit, category.decimals
   FROM dimension JOIN category ON category.dimension_id = dimension.id WHERE dimension.dataset_id = ? ORDER BY category.id`,
] as const;

const PLACES = 'SELECT level, place_code, code, valid_to FROM out_place';

/** Every dataset there is. What it costs follows the publications and the categories, not the figures. */
export function readDatasetStates(sqlite: Sqlite): readonly DatasetState[] {
  const shared = createHash('sha256');
  addRows(shared, sqlite, PLACES);
  for (const { sql } of FIXED_VIEWS) shared.update(sql);
  const common = shared.digest('hex');
  const views = new Map(readDatasetViews(sqlite).map((view) => [view.id, view]));
  return (sqlite.prepare(DATASETS).raw().all() as [number, string, ...unknown[]][]).map(([id, code, ...rest]) => {
    const view = views.get(id) ?? null;
    const hash = createHash('sha256')
      .update(common)
      .update(JSON.stringify([code, rest]));
    if (view !== null) hash.update(datasetView(view.name, view).sql);
    for (const query of OF_DATASET) addRows(hash, sqlite, query, id);
    return { id, code, view, fingerprint: hash.digest('hex') };
  });
}

function addRows(hash: Hash, sqlite: Sqlite, query: string, ...values: readonly number[]): void {
  for (const row of sqlite
    .prepare(query)
    .raw()
    .iterate(...values))
    hash.update(JSON.stringify(row));
}
