import { eq, sql } from 'drizzle-orm';
import { PipelineError } from '../../model/errors.ts';
import type { NewPublication } from '../../model/data/publication.ts';
import { contractOf } from './contract.ts';
import { toInstant, toOptionalInstant } from '../instant.ts';
import { findNewestPublication } from '../read/newest-publication.ts';
import { preparedOnce } from '../prepared.ts';
import { dataset, publication } from '../schema/dataset.ts';
import type { Store } from '../store.ts';

const byCode = preparedOnce(({ drizzle }) =>
  drizzle
    .select({ id: dataset.id })
    .from(dataset)
    .where(eq(dataset.code, sql.placeholder('code')))
    .prepare(),
);

/** The row number of a dataset, made when it is not there yet. */
export function ensureDataset(store: Store, code: string): number {
  const known = byCode(store).get({ code });
  if (known !== undefined) return known.id;
  store.drizzle.insert(dataset).values({ code }).onConflictDoNothing().run();
  const row = byCode(store).get({ code });
  if (row === undefined) throw new Error(`dataset ${code} is missing right after it was made`);
  return row.id;
}

/** Lets the dataset speak as its new publication does. */
export function describeDataset(store: Store, id: number, incoming: NewPublication): void {
  const { cube } = incoming;
  store.drizzle
    .update(dataset)
    .set({
      tableId: incoming.table,
      alternative: incoming.alternative,
      alternativeReason: incoming.alternativeReason,
      coverage: incoming.coverage,
      title: cube.title,
      titleEn: cube.titleEn,
      source: cube.source,
      licence: incoming.licence,
      notes: cube.notes,
      updatedAt: toOptionalInstant(cube.updatedAt),
    })
    .where(eq(dataset.id, id))
    .run();
}

/** Adds the publication and gives its number. `cells` leaves out those the source has no row for. */
export function insertPublication(
  store: Store,
  incoming: NewPublication,
  row: { readonly datasetId: number; readonly runId: number; readonly cells: number },
): number {
  const { cube } = incoming;
  const inserted = store.drizzle
    .insert(publication)
    .values({
      datasetId: row.datasetId,
      jobRunId: row.runId,
      tableId: incoming.table,
      alternative: incoming.alternative,
      alternativeReason: incoming.alternativeReason,
      coverage: incoming.coverage,
      title: cube.title,
      source: cube.source,
      licence: incoming.licence,
      updatedAt: toOptionalInstant(cube.updatedAt),
      retrievedAt: toInstant(incoming.retrievedAt),
      sha256: incoming.sha256,
      request: incoming.request,
      query: incoming.query,
      cells: row.cells,
      contract: contractOf(cube),
      regions: incoming.regions,
      quantities: incoming.quantities,
      latestPeriod: latestPeriodWith(store, incoming),
      body: Buffer.from(incoming.body.buffer, incoming.body.byteOffset, incoming.body.byteLength),
    })
    .run();
  return Number(inserted.lastInsertRowid);
}

/** A partial publication leaves what it lacks of its table as published as it was. */
function latestPeriodWith(store: Store, incoming: NewPublication): number | null {
  const { datasetId, table, completeness, latestPeriod } = incoming;
  const newest = completeness === 'partial' ? findNewestPublication(store, datasetId, table ?? undefined) : null;
  const before = newest?.latestPeriod ?? null;
  if (latestPeriod === null || before === null) return latestPeriod ?? before;
  return Math.max(latestPeriod, before);
}

/**
 * Refuses a publication older than the newest: what was in force at an instant follows from the order of the
 * publications, which must be the order of their retrieval.
 */
export function refuseOlderPublication(store: Store, incoming: NewPublication): void {
  const newest = findNewestPublication(store, incoming.datasetId);
  const retrievedAt = toInstant(incoming.retrievedAt);
  if (newest === null || newest.retrievedAt <= retrievedAt) return;
  const message = `A publication of ${incoming.datasetId} retrieved at ${retrievedAt} cannot follow the one of ${newest.retrievedAt}.`;
  throw new PipelineError('store-integrity', message, {
    hint: 'Nothing has been changed. The clock of this machine was ahead when that one came, or is behind now. When it is right, run `naeringspuls repair clock`: it gives what bears a time to come a time that has been.',
    context: { datasetId: incoming.datasetId, retrievedAt },
  });
}
