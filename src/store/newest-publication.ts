import { desc, eq } from 'drizzle-orm';
import { dataset, publication } from './schema/dataset.ts';
import type { Store } from './store.ts';

export interface NewestPublication {
  readonly publicationId: number;
  readonly table: string | null;
  readonly alternative: string;
  /** The question it answered, as handed to `takeIn`. */
  readonly query: string;
  /** Of the bytes as they came: the same again means that there is nothing to take in. */
  readonly sha256: string;
  readonly updatedAt: string | null;
  readonly retrievedAt: string;
}

/** The newest accepted publication of a dataset, or `null` before the first. */
export function findNewestPublication(store: Store, datasetId: string): NewestPublication | null {
  const row = store.drizzle
    .select({
      publicationId: publication.id,
      table: publication.tableId,
      alternative: publication.alternative,
      query: publication.query,
      sha256: publication.sha256,
      updatedAt: publication.updatedAt,
      retrievedAt: publication.retrievedAt,
    })
    .from(publication)
    .innerJoin(dataset, eq(dataset.id, publication.datasetId))
    .where(eq(dataset.code, datasetId))
    .orderBy(desc(publication.id))
    .limit(1)
    .get();
  return row ?? null;
}
