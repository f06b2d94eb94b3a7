import { desc, eq, inArray, max } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { acknowledgement } from '../schema/alert.ts';
import { assessment } from '../schema/assessment.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** Somebody knows of the status an assessment gave, and wants no reminder of it until the end of a day. */
export interface Acknowledgement {
  readonly indicatorId: string;
  readonly assessmentId: number;
  /** `YYYY-MM-DD`. */
  readonly untilDate: string;
  readonly reason: string;
  readonly acknowledgedBy: string;
  readonly acknowledgedAt: string;
}

/** Adds an acknowledgement; the one before it of the same indicator no longer counts. */
export function recordAcknowledgement(store: Store, incoming: Acknowledgement): void {
  const row = { ...incoming, acknowledgedAt: toInstant(incoming.acknowledgedAt) };
  inTransaction(store, () => {
    store.drizzle.insert(acknowledgement).values(row).run();
  });
}

/** The newest acknowledgement of every indicator that has one, with when the status it was given for began. */
export function readAcknowledgements(store: Store): readonly (Acknowledgement & { readonly since: string })[] {
  const newest = store.drizzle
    .select({ id: max(acknowledgement.id) })
    .from(acknowledgement)
    .groupBy(acknowledgement.indicatorId);
  const { indicatorId, assessmentId, untilDate, reason, acknowledgedBy, acknowledgedAt } = acknowledgement;
  return store.drizzle
    .select({
      indicatorId,
      assessmentId,
      untilDate,
      reason,
      acknowledgedBy,
      acknowledgedAt,
      since: assessment.since,
    })
    .from(acknowledgement)
    .innerJoin(assessment, eq(assessment.id, acknowledgement.assessmentId))
    .where(inArray(acknowledgement.id, newest))
    .orderBy(desc(acknowledgement.id))
    .all();
}
