import { and, desc, eq, lte } from 'drizzle-orm';
import type { SourceDescription } from '../../model/data/source-description.ts';
import { toInstant } from '../instant.ts';
import { ensureDataset } from '../intake/record-publication.ts';
import { dataset, tableDescription } from '../schema/dataset.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** What the table of a dataset said about itself, and when it first said so (ISO 8601). */
export interface StoredDescription {
  readonly datasetId: string;
  readonly table: string;
  readonly describedAt: string;
  readonly description: SourceDescription;
}

/** Keeps what a table says about itself, unless it is what it said last. */
export function recordDescription(store: Store, incoming: StoredDescription): void {
  inTransaction(store, () => {
    const datasetId = ensureDataset(store, incoming.datasetId);
    const known = store.drizzle
      .select({ description: tableDescription.description })
      .from(tableDescription)
      .where(and(eq(tableDescription.datasetId, datasetId), eq(tableDescription.tableId, incoming.table)))
      .orderBy(desc(tableDescription.id))
      .limit(1)
      .get();
    const { table: tableId, description } = incoming;
    if (known !== undefined && JSON.stringify(known.description) === JSON.stringify(description)) return;
    const describedAt = toInstant(incoming.describedAt);
    store.drizzle.insert(tableDescription).values({ datasetId, tableId, describedAt, description }).run();
  });
}

/** Everything that tables have said about themselves, oldest first; by an instant (ISO 8601) when `asOf` is given. */
export function readDescriptions(store: Store, asOf?: string): readonly StoredDescription[] {
  const { tableId: table, describedAt, description } = tableDescription;
  return store.drizzle
    .select({ datasetId: dataset.code, table, describedAt, description })
    .from(tableDescription)
    .innerJoin(dataset, eq(dataset.id, tableDescription.datasetId))
    .where(asOf === undefined ? undefined : lte(describedAt, toInstant(asOf)))
    .orderBy(tableDescription.id)
    .all();
}
