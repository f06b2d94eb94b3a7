import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Acceptance, RecordedAcceptance } from '../../model/plan/acceptance.ts';
import { toInstant } from '../instant.ts';
import { findNewestPublication } from '../read/newest-publication.ts';
import { ensureDataset } from './record-publication.ts';
import { dataset } from '../schema/dataset.ts';
import { acceptance } from '../schema/intake.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

export interface StoredAcceptance extends RecordedAcceptance {
  readonly datasetId: string;
}

/** Records what a person accepts with the newest publication of a dataset; called in the transaction that stores it. */
export function recordAcceptances(store: Store, datasetId: string, accepted: readonly Acceptance[]): void {
  if (accepted.length === 0) return;
  inTransaction(store, () => {
    const newest = findNewestPublication(store, datasetId);
    const ids = { datasetId: ensureDataset(store, datasetId), publicationId: newest?.publicationId ?? null };
    const rows = accepted.map(({ zeros, finding, acceptedBy, acceptedAt }) => ({
      ...ids,
      place: zeros?.place ?? null,
      period: zeros?.period ?? null,
      finding,
      acceptedBy,
      acceptedAt: toInstant(acceptedAt),
    }));
    store.drizzle.insert(acceptance).values(rows).run();
  });
}

/** What has been accepted of some datasets, oldest first; by an instant (ISO 8601) when `asOf` is given. */
export function readAcceptances(
  store: Store,
  datasetIds: readonly string[],
  asOf?: string,
): readonly StoredAcceptance[] {
  const inTime = asOf === undefined ? undefined : lte(acceptance.acceptedAt, toInstant(asOf));
  return store.drizzle
    .select({
      datasetId: dataset.code,
      publicationId: acceptance.publicationId,
      place: acceptance.place,
      period: acceptance.period,
      finding: acceptance.finding,
      acceptedBy: acceptance.acceptedBy,
      acceptedAt: acceptance.acceptedAt,
    })
    .from(acceptance)
    .innerJoin(dataset, eq(dataset.id, acceptance.datasetId))
    .where(and(inArray(dataset.code, [...datasetIds]), inTime))
    .orderBy(acceptance.id)
    .all()
    .map(({ place, period, ...row }) => ({
      ...row,
      zeros: place === null || period === null ? null : { place, period },
    }));
}
