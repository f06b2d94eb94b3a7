import { eq, max } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { publication } from '../schema/dataset.ts';
import { installation } from '../schema/schedule.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

const ONLY_ROW = 1;

/** The municipality a database belongs to. */
export interface OwnMunicipality {
  /** Today's code. */
  readonly code: string;
  readonly name: string;
  /** Every code it has or has had. */
  readonly codes: readonly string[];
}

/** Whose database this is, since when (ISO 8601), and how far its assessments have come. */
export interface Installation {
  readonly municipality: OwnMunicipality;
  readonly recordedAt: string;
  /**
   * The newest publication when every indicator was last assessed; 0 before the first, `null` when that is not known.
   */
  readonly assessedUpTo: number | null;
  /** The folder of the settings that the service ran on last; `null` while none has run. */
  readonly serviceSettings: string | null;
}

/** Whose database this is, or `null` while no run has said so. */
export function findInstallation(store: Store): Installation | null {
  const row = store.drizzle.select().from(installation).get();
  if (row === undefined) return null;
  const { municipalityCode: code, municipalityName: name, municipalityCodes: codes } = row;
  const { recordedAt, assessedUpTo, serviceSettings } = row;
  return { municipality: { code, name, codes }, recordedAt, assessedUpTo, serviceSettings };
}

/** Says whose database this is; what is known of its beginning and its assessments stays as it was. */
export function recordInstallation(store: Store, { code, name, codes }: OwnMunicipality, recordedAt: string): void {
  inTransaction(store, () => {
    const set = { municipalityCode: code, municipalityName: name, municipalityCodes: codes };
    store.drizzle
      .insert(installation)
      .values({ ...set, id: ONLY_ROW, recordedAt: toInstant(recordedAt) })
      .onConflictDoUpdate({ target: installation.id, set })
      .run();
  });
}

/** Records the folder of the settings that the service runs on, in a database that says whose it is. */
export function recordServiceSettings(store: Store, serviceSettings: string): void {
  inTransaction(store, () => {
    store.drizzle.update(installation).set({ serviceSettings }).where(eq(installation.id, ONLY_ROW)).run();
  });
}

/** Number of the newest publication of any dataset; 0 before the first. */
export function newestPublicationId(store: Store): number {
  return (
    store.drizzle
      .select({ id: max(publication.id) })
      .from(publication)
      .get()?.id ?? 0
  );
}

/**
 * Records up to which publication every indicator has been assessed; for the transaction that records the assessments.
 */
export function markAssessed(store: Store, assessedUpTo: number): void {
  store.drizzle.update(installation).set({ assessedUpTo }).where(eq(installation.id, ONLY_ROW)).run();
}

/** Has anything been stored since every indicator was last assessed? Also when that is not known. */
export function isAssessmentBehind(store: Store): boolean {
  const assessedUpTo = findInstallation(store)?.assessedUpTo ?? null;
  return assessedUpTo === null || assessedUpTo < newestPublicationId(store);
}
