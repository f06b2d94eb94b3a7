import type { Store } from '../store.ts';

/** The publication that last put other figures in the place of earlier ones. */
export interface LastRevision {
  /** When the source published it, or when it was retrieved where the source has no stamp. */
  readonly publishedAt: string;
  readonly retrievedAt: string;
}

const LAST_REVISION = `
  SELECT coalesce(updated_at, retrieved_at) AS publishedAt, retrieved_at AS retrievedAt
  FROM publication
  WHERE dataset_id = (SELECT id FROM dataset WHERE code = ?)
    AND EXISTS (
      SELECT 1 FROM observation_revision AS old WHERE replaced_by_publication_id = publication.id AND NOT EXISTS (
        SELECT 1 FROM correction WHERE series_id = old.series_id AND period = old.period
          AND correction.publication_id <= publication.id))
  ORDER BY id DESC LIMIT 1`;

/**
 * The last publication of a dataset that replaced figures, other than those the municipality corrected; `null` when
 * none ever has.
 */
export function findLastRevision({ sqlite }: Store, datasetId: string): LastRevision | null {
  return sqlite.prepare<[string], LastRevision>(LAST_REVISION).get(datasetId) ?? null;
}
