import { desc, eq, sql } from 'drizzle-orm';
import type { RunOutcome } from '../../model/run.ts';
import { toInstant } from '../instant.ts';
import { jobRun, type RunTrigger } from '../schema/job-run.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

export type { RunTrigger };

export interface JobRun {
  readonly id: number;
  readonly trigger: RunTrigger;
  /** Ids of the jobs it was to do; empty for an import. */
  readonly jobs: readonly string[];
  readonly outcome: RunOutcome;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly requests: number;
  readonly message: string | null;
}

/** Records that a run begins, and gives its number. */
export function startRun(
  store: Store,
  run: { readonly trigger: RunTrigger; readonly jobs: readonly string[]; readonly startedAt: string },
): number {
  return inTransaction(store, () => {
    const row = { ...run, startedAt: toInstant(run.startedAt), outcome: 'running' } as const;
    return Number(store.drizzle.insert(jobRun).values(row).run().lastInsertRowid);
  });
}

/** Records how a run ended. `message` is one sentence for the operator. */
export function finishRun(
  store: Store,
  runId: number,
  end: {
    readonly outcome: Exclude<RunOutcome, 'running'>;
    readonly finishedAt: string;
    readonly requests: number;
    readonly message: string;
  },
): void {
  inTransaction(store, () => {
    const row = { ...end, finishedAt: toInstant(end.finishedAt) };
    store.drizzle.update(jobRun).set(row).where(eq(jobRun.id, runId)).run();
  });
}

/** Ends as `interrupted` every run that never said how it ended, and gives their numbers. Only for the lease's owner. */
export function closeOrphanedRuns(store: Store, finishedAt: string): readonly number[] {
  return inTransaction(store, () => {
    const message = 'The program stopped before the run was finished.';
    const closed = store.drizzle
      .update(jobRun)
      .set({ outcome: 'interrupted', finishedAt: toInstant(finishedAt), message })
      .where(eq(jobRun.outcome, 'running'))
      .returning({ id: jobRun.id })
      .all();
    return closed.map(({ id }) => id);
  });
}

/** The newest runs, newest first; of one job when `job` is given. */
export function listRuns(store: Store, options: { readonly limit: number; readonly job?: string }): readonly JobRun[] {
  const { limit, job } = options;
  const ofJob = job === undefined ? undefined : sql`${job} IN (SELECT value FROM json_each(${jobRun.jobs}))`;
  return store.drizzle.select().from(jobRun).where(ofJob).orderBy(desc(jobRun.id)).limit(limit).all();
}

/** When a job last ran to its end with every dataset in, or `null`. */
export function findLastSuccess(store: Store, job: string): string | null {
  const succeeded = sql`${jobRun.outcome} IN ('succeeded', 'unchanged')
    AND ${job} IN (SELECT value FROM json_each(${jobRun.jobs}))`;
  const row = store.drizzle
    .select({ finishedAt: jobRun.finishedAt })
    .from(jobRun)
    .where(succeeded)
    .orderBy(desc(jobRun.id))
    .limit(1)
    .get();
  return row?.finishedAt ?? null;
}
