import { eq } from 'drizzle-orm';
import type { ErrorCode } from '../../model/errors.ts';
import type { ChangeSummary } from '../../model/data/publication.ts';
import type { DatasetResult } from '../../model/run.ts';
import { ensureDataset } from '../intake/record-publication.ts';
import { datasetRun } from '../schema/intake.ts';
import { jobRun } from '../schema/job-run.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** The row of the run, in the transaction that takes the figures in: what is known by then. */
export function startDatasetRun(
  store: Store,
  intake: {
    readonly runId: number;
    readonly datasetId: number;
    readonly publicationId: number;
    readonly changes: ChangeSummary;
  },
): void {
  const { runId, datasetId, publicationId, changes } = intake;
  requireRun(store, runId);
  const { inserted, revised, unchanged, withdrawn } = changes;
  const outcome = inserted + revised + withdrawn > 0 ? 'changed' : 'unchanged';
  const counts = { inserted, revised, unchanged, withdrawn, rejected: 0, requests: 0, durationMs: 0 };
  const row = { publicationId, outcome, ...counts, message: 'Taken in.' } as const;
  store.drizzle
    .insert(datasetRun)
    .values({ jobRunId: runId, datasetId, ...row })
    .onConflictDoUpdate({ target: [datasetRun.jobRunId, datasetRun.datasetId], set: row })
    .run();
}

/** What became of one dataset in a run; the second report on the same dataset replaces the first. */
export function recordDatasetRun(store: Store, runId: number, result: DatasetResult): void {
  inTransaction(store, () => {
    const { datasetId: code, outcome, errorCode, message, requests, durationMs } = result;
    const { inserted, revised, unchanged, withdrawn, rejected } = result;
    const counts = { inserted, revised, unchanged, withdrawn, rejected };
    const row = { outcome, errorCode, message, requests, durationMs, ...counts };
    store.drizzle
      .insert(datasetRun)
      .values({ jobRunId: runId, datasetId: ensureDataset(store, code), ...row })
      .onConflictDoUpdate({ target: [datasetRun.jobRunId, datasetRun.datasetId], set: row })
      .run();
  });
}

/** The failures of a dataset since it was last in order. */
export interface FailuresInRow {
  readonly failures: number;
  /** Of the newest. */
  readonly errorCode: ErrorCode | 'bug';
  readonly message: string;
}

/** By dataset; one whose newest run did not fail is left out. */
export function readFailuresInRow(store: Store): ReadonlyMap<string, FailuresInRow> {
  const rows = store.sqlite
    .prepare<[], FailuresInRow & { readonly code: string }>(
      // SQLite takes error code and message from the row that has the maximum.
      `WITH last_success AS (
         SELECT dataset_id, max(job_run_id) AS run FROM dataset_run WHERE error_code IS NULL GROUP BY dataset_id
       )
       SELECT dataset.code, count(*) AS failures, dataset_run.error_code AS errorCode,
         coalesce(dataset_run.message, '') AS message, max(dataset_run.job_run_id)
       FROM dataset_run
       JOIN dataset ON dataset.id = dataset_run.dataset_id
       LEFT JOIN last_success ON last_success.dataset_id = dataset_run.dataset_id
       WHERE dataset_run.error_code IS NOT NULL AND dataset_run.job_run_id > coalesce(last_success.run, 0)
       GROUP BY dataset.code`,
    )
    .all();
  return new Map(rows.map(({ code, failures, errorCode, message }) => [code, { failures, errorCode, message }]));
}

/** Dataset → when it was first asked for, of those that have never been ingested. */
export function readFirstAskedAt(store: Store): ReadonlyMap<string, string> {
  const rows = store.sqlite
    .prepare<[], { readonly code: string; readonly askedAt: string }>(
      `SELECT dataset.code, min(job_run.started_at) AS askedAt
       FROM dataset
       JOIN dataset_run ON dataset_run.dataset_id = dataset.id
       JOIN job_run ON job_run.id = dataset_run.job_run_id
       WHERE dataset.id NOT IN (SELECT dataset_id FROM publication)
       GROUP BY dataset.code`,
    )
    .all();
  return new Map(rows.map(({ code, askedAt }) => [code, askedAt]));
}

function requireRun(store: Store, runId: number): void {
  const run = store.drizzle.select({ id: jobRun.id }).from(jobRun).where(eq(jobRun.id, runId)).get();
  if (run === undefined) throw new Error(`there is no run ${runId} to store figures for`);
}
