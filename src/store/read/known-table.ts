import { periodFromKey } from '../../model/time-period.ts';
import type { Store } from '../store.ts';

/** What is stored of the table of a dataset, for when its source no longer knows it. */
export interface KnownTable {
  readonly title: string | null;
  /** Norwegian labels of its variables. */
  readonly variables: readonly string[];
  /** Code of the newest period with a figure. */
  readonly lastPeriod: string | null;
}

/** The table of a dataset as its newest publication had it; `null` before the first. */
export function readKnownTable(store: Store, datasetId: string): KnownTable | null {
  const row = store.sqlite
    .prepare<[string], { readonly id: number; readonly title: string | null; readonly latest: number | null }>(
      `SELECT dataset.id, dataset.title, publication.latest_period AS latest
       FROM dataset JOIN publication ON publication.dataset_id = dataset.id
       WHERE dataset.code = ? ORDER BY publication.id DESC LIMIT 1`,
    )
    .get(datasetId);
  if (row === undefined) return null;
  const variables = store.sqlite
    .prepare<[number], string>('SELECT label FROM dimension WHERE dataset_id = ? ORDER BY position')
    .pluck()
    .all(row.id);
  return { title: row.title, variables, lastPeriod: row.latest === null ? null : periodFromKey(row.latest).code };
}
