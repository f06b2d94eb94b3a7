import { eq } from 'drizzle-orm';
import type { TableStanding } from '../../model/data/source-description.ts';
import { toInstant, toOptionalInstant } from '../instant.ts';
import { preparedOnce } from '../prepared.ts';
import { ensureDataset } from './record-publication.ts';
import { dataset } from '../schema/dataset.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** What is known of a dataset at its source. */
export interface CatalogueEntry {
  readonly datasetId: string;
  /** The table it is fetched from, also where a search has found it. */
  readonly table: string | null;
  /** The source's own stamp of the last publication. */
  readonly updatedAt: string | null;
  /** When the source last answered, whether anything was new or not. */
  readonly checkedAt: string | null;
  readonly nextCheckAt: string | null;
  /** When the table's own metadata and figures were last read, whatever the source said of news. */
  readonly readAt: string | null;
  /** Why the table can no longer be counted on; `null` while it can. */
  readonly standing: TableStanding | null;
}

const entries = preparedOnce(({ drizzle }) =>
  drizzle
    .select({
      datasetId: dataset.code,
      table: dataset.tableId,
      updatedAt: dataset.updatedAt,
      checkedAt: dataset.checkedAt,
      nextCheckAt: dataset.nextCheckAt,
      readAt: dataset.readAt,
      standing: dataset.standing,
    })
    .from(dataset)
    .orderBy(dataset.code)
    .prepare(),
);

/** Every dataset that has ever been asked for, by id. */
export function readCatalogue(store: Store): readonly CatalogueEntry[] {
  return entries(store).all();
}

/**
 * Records when a dataset is to be asked about before its next slot, or that it is not, though the source gave no
 * answer.
 */
export function planCheck(store: Store, datasetId: string, nextCheckAt: string | null): void {
  inTransaction(store, () => {
    store.drizzle
      .update(dataset)
      .set({ nextCheckAt: toOptionalInstant(nextCheckAt) })
      .where(eq(dataset.id, ensureDataset(store, datasetId)))
      .run();
  });
}

/** Records that the source has answered about a dataset. The last publication is recorded by `storePublication`. */
export function recordCheck(
  store: Store,
  check: {
    readonly datasetId: string;
    readonly table: string;
    readonly checkedAt: string;
    readonly nextCheckAt: string | null;
  },
): void {
  inTransaction(store, () => {
    const row = {
      tableId: check.table,
      checkedAt: toInstant(check.checkedAt),
      nextCheckAt: toOptionalInstant(check.nextCheckAt),
    };
    store.drizzle
      .update(dataset)
      .set(row)
      .where(eq(dataset.id, ensureDataset(store, check.datasetId)))
      .run();
  });
}

/** Records that a table's own metadata and figures have been read, at an instant. */
export function recordReading(store: Store, datasetId: string, readAt: string): void {
  inTransaction(store, () => {
    store.drizzle
      .update(dataset)
      .set({ readAt: toInstant(readAt) })
      .where(eq(dataset.id, ensureDataset(store, datasetId)))
      .run();
  });
}

/** Records why the table of a dataset can no longer be counted on, or with `null` that it can. */
export function recordStanding(store: Store, datasetId: string, standing: TableStanding | null): void {
  inTransaction(store, () => {
    store.drizzle
      .update(dataset)
      .set({ standing })
      .where(eq(dataset.id, ensureDataset(store, datasetId)))
      .run();
  });
}
