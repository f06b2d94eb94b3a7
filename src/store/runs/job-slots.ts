import { eq } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { jobSlot } from '../schema/schedule.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** The newest slot of a job that is done. */
export interface DoneSlot {
  readonly job: string;
  readonly slotAt: string;
  /** How many slots before it passed without a run. */
  readonly missed: number;
  readonly runId: number;
}

/** The newest done slot of every job that has one, by job. */
export function readDoneSlots(store: Store): readonly DoneSlot[] {
  const { job, slotAt, missed, jobRunId } = jobSlot;
  return store.drizzle.select({ job, slotAt, missed, runId: jobRunId }).from(jobSlot).orderBy(job).all();
}

/** The newest done slot of a job, and when it was done; `null` while none is. */
export function findSlotDone(
  store: Store,
  job: string,
): { readonly slotAt: string; readonly settledAt: string } | null {
  const { slotAt, settledAt } = jobSlot;
  return store.drizzle.select({ slotAt, settledAt }).from(jobSlot).where(eq(jobSlot.job, job)).get() ?? null;
}

/** Records slots as done by a run; all of them or none. */
export function recordDoneSlots(
  store: Store,
  slots: readonly Omit<DoneSlot, 'runId'>[],
  by: { readonly runId: number; readonly doneAt: string },
): void {
  inTransaction(store, () => {
    for (const { job, slotAt, missed } of slots) {
      const set = {
        slotAt: toInstant(slotAt),
        settledAt: toInstant(by.doneAt),
        missed,
        jobRunId: by.runId,
      };
      store.drizzle
        .insert(jobSlot)
        .values({ job, ...set })
        .onConflictDoUpdate({ target: jobSlot.job, set })
        .run();
    }
  });
}
