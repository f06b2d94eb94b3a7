import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { alternativeName, type PublicationReference, type RegionLayout } from '../../model/data/dataset.ts';
import type { Quantity } from '../../model/data/job.ts';
import type { UnknownSymbol } from '../../model/data/source-description.ts';
import { toInstant } from '../instant.ts';
import { dataset, publication, type StoredContract } from '../schema/dataset.ts';
import type { Store } from '../store.ts';

export interface PublicationInForce {
  readonly reference: PublicationReference;
  /** Row number of the dataset. */
  readonly datasetRow: number;
  readonly contract: StoredContract;
  readonly regions: RegionLayout | null;
  readonly quantities: Readonly<Record<string, Quantity>>;
  /** As read last, whatever the instant; `null` for none. */
  readonly unknownSymbols: readonly UnknownSymbol[] | null;
}

/** Finds the newest publication of a dataset, or the newest at an instant; `null` when there was none. */
export function createPublicationFinder(
  store: Store,
  asOf: string | undefined,
): (datasetId: string) => PublicationInForce | null {
  const inTime = asOf === undefined ? undefined : lte(publication.retrievedAt, toInstant(asOf));
  const query = selectPublication(store)
    .where(and(eq(dataset.code, sql.placeholder('datasetId')), inTime))
    .orderBy(desc(publication.id))
    .limit(1)
    .prepare();
  return (datasetId) => query.get({ datasetId }) ?? null;
}

/** The newest publication by then of each alternative that the one in force came after under another name, newest first. */
const EARLIER = `
  SELECT max(id) AS id FROM publication AS earlier
  WHERE dataset_id = :dataset AND id < :publication AND alternative <> :alternative
    AND (alternative = :name OR alternative GLOB :name || '@*')
  GROUP BY alternative
  HAVING min(id) < (SELECT min(id) FROM publication WHERE dataset_id = :dataset AND alternative = :alternative)
  ORDER BY id DESC`;

/**
 * The publications with which the tables before left a dataset, where they were kept by other dimensions than the one in
 * force, newest first. None for a dataset of one table.
 */
export function createEarlierFinder(store: Store): (inForce: PublicationInForce) => readonly PublicationInForce[] {
  const findIds = store.sqlite.prepare(EARLIER).pluck();
  const query = selectPublication(store)
    .where(eq(publication.id, sql.placeholder('id')))
    .prepare();
  return ({ reference: { alternative, publicationId }, datasetRow }) => {
    const name = alternativeName(alternative);
    // Only the alternative of a later table has another name than its own.
    if (name === alternative) return [];
    const ids = findIds.all({ dataset: datasetRow, publication: publicationId, alternative, name });
    return ids.flatMap((id) => query.get({ id }) ?? []);
  };
}

function selectPublication(store: Store) {
  return store.drizzle
    .select({
      reference: {
        datasetId: dataset.code,
        table: publication.tableId,
        title: publication.title,
        source: publication.source,
        publicationId: publication.id,
        updatedAt: publication.updatedAt,
        retrievedAt: publication.retrievedAt,
        alternative: publication.alternative,
        coverage: publication.coverage,
      },
      datasetRow: dataset.id,
      contract: publication.contract,
      regions: publication.regions,
      quantities: publication.quantities,
      unknownSymbols: dataset.unknownSymbols,
    })
    .from(publication)
    .innerJoin(dataset, eq(dataset.id, publication.datasetId));
}
