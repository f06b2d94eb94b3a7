import { and, desc, eq, sql } from 'drizzle-orm';
import type { RegionLayout } from '../../model/data/dataset.ts';
import { preparedOnce } from '../prepared.ts';
import { dataset, publication } from '../schema/dataset.ts';
import type { Store } from '../store.ts';

export interface NewestPublication {
  readonly publicationId: number;
  readonly table: string | null;
  readonly alternative: string;
  /** The question it answered, as handed to `storePublication`. */
  readonly query: string;
  /** Of the bytes as received: the same again means that nothing is new. */
  readonly sha256: string;
  readonly updatedAt: string | null;
  readonly retrievedAt: string;
  readonly regions: RegionLayout | null;
  /** Key of the newest period that the dataset had published with it. */
  readonly latestPeriod: number | null;
}

const newestOf = preparedOnce(({ drizzle }) =>
  drizzle
    .select({
      publicationId: publication.id,
      table: publication.tableId,
      alternative: publication.alternative,
      query: publication.query,
      sha256: publication.sha256,
      updatedAt: publication.updatedAt,
      retrievedAt: publication.retrievedAt,
      regions: publication.regions,
      latestPeriod: publication.latestPeriod,
    })
    .from(publication)
    .innerJoin(dataset, eq(dataset.id, publication.datasetId))
    .where(
      and(
        eq(dataset.code, sql.placeholder('datasetId')),
        sql`${publication.tableId} IS coalesce(${sql.placeholder('table')}, ${publication.tableId})`,
      ),
    )
    .orderBy(desc(publication.id))
    .limit(1)
    .prepare(),
);

/** The newest accepted publication of a dataset, or `null` before the first; of one table where that is named. */
export function findNewestPublication(store: Store, datasetId: string, table?: string): NewestPublication | null {
  return newestOf(store).get({ datasetId, table: table ?? null }) ?? null;
}

/** Has any publication of a dataset answered this question, as handed to `storePublication`? */
export function hasAnswered(store: Store, datasetId: string, query: string): boolean {
  const row = store.drizzle
    .select({ id: publication.id })
    .from(publication)
    .innerJoin(dataset, eq(dataset.id, publication.datasetId))
    .where(and(eq(dataset.code, datasetId), eq(publication.query, query)))
    .limit(1)
    .get();
  return row !== undefined;
}

/**
 * Dataset → when its newest publication was published: the source's own stamp, or when it was retrieved without one.
 */
export function readPublishedAt(store: Store): ReadonlyMap<string, string> {
  const rows = store.sqlite
    .prepare<[], { readonly code: string; readonly publishedAt: string }>(
      `SELECT dataset.code, coalesce(publication.updated_at, publication.retrieved_at) AS publishedAt
       FROM dataset
       JOIN publication ON publication.id = (SELECT max(id) FROM publication AS newest WHERE newest.dataset_id = dataset.id)`,
    )
    .all();
  return new Map(rows.map(({ code, publishedAt }) => [code, publishedAt]));
}
