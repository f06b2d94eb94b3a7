import type { Store } from '../store.ts';

/** What a run leaves, whether or not it stores figures. */
const NEWEST = `
  SELECT max(at) FROM (
    SELECT max(started_at) AS at FROM job_run
    UNION ALL SELECT max(finished_at) FROM job_run
    UNION ALL SELECT max(checked_at) FROM dataset
    UNION ALL SELECT max(retrieved_at) FROM publication
  )`;

/** The newest instant (ISO 8601) at which anything was done, as the clock was then; `null` before the first run. */
export function readNewestInstant({ sqlite }: Store): string | null {
  return sqlite.prepare<[], string | null>(NEWEST).pluck().get() ?? null;
}
