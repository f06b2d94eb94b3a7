import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { PublicationReference, RegionReading } from '../model/dataset.ts';
import type { Quantity } from '../model/job.ts';
import type { UnknownSymbol } from '../model/source-description.ts';
import { toInstant } from './instant.ts';
import { dataset, publication, type StoredContract } from './schema/dataset.ts';
import type { Store } from './store.ts';

export interface PublicationInForce {
  readonly reference: PublicationReference;
  /** Row number of the dataset. */
  readonly datasetRow: number;
  readonly contract: StoredContract;
  readonly regions: RegionReading | null;
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
  const query = store.drizzle
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
    .innerJoin(dataset, eq(dataset.id, publication.datasetId))
    .where(and(eq(dataset.code, sql.placeholder('datasetId')), inTime))
    .orderBy(desc(publication.id))
    .limit(1)
    .prepare();
  return (datasetId) => query.get({ datasetId }) ?? null;
}
