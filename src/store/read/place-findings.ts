import { eq } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { ensureDataset } from '../intake/record-publication.ts';
import { dataset, type StoredPlaces } from '../schema/dataset.ts';
import { installation } from '../schema/schedule.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** What Klass contradicted of the settings' places, and when it was asked (ISO 8601). */
export interface KlassAnswer {
  readonly askedAt: string;
  readonly places: StoredPlaces;
}

/** Records what the source contradicts of the settings' places, as it stood when a dataset was read. */
export function recordPlaces(store: Store, datasetId: string, places: StoredPlaces): void {
  inTransaction(store, () => {
    store.drizzle
      .update(dataset)
      .set({ places })
      .where(eq(dataset.id, ensureDataset(store, datasetId)))
      .run();
  });
}

/** By dataset, as it stood when each was last read; datasets never read are left out. */
export function readPlaces(store: Store): ReadonlyMap<string, StoredPlaces> {
  const rows = store.drizzle.select({ code: dataset.code, places: dataset.places }).from(dataset).all();
  return new Map(rows.flatMap(({ code, places }) => (places === null ? [] : [[code, places] as const])));
}

/** Records an answer of Klass; nothing where no run has said yet whose database this is. */
export function recordKlassAnswer(store: Store, { askedAt, places }: KlassAnswer): void {
  inTransaction(store, () => {
    store.drizzle
      .update(installation)
      .set({ klassAskedAt: toInstant(askedAt), klassPlaces: places })
      .run();
  });
}

/** The newest answer of Klass; `null` before the first. */
export function readKlassAnswer(store: Store): KlassAnswer | null {
  const row = store.drizzle
    .select({ askedAt: installation.klassAskedAt, places: installation.klassPlaces })
    .from(installation)
    .get();
  if (row === undefined || row.askedAt === null || row.places === null) return null;
  return { askedAt: row.askedAt, places: row.places };
}
