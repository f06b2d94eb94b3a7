import { and, asc, eq, inArray, lte, min } from 'drizzle-orm';
import type { StoredAssessment } from '../model/assessment.ts';
import { findAssessment, findAssessmentBefore } from './assessments.ts';
import { toInstant } from './instant.ts';
import { type Alert, ALERT_COLUMNS, type Delivery } from './outbox.ts';
import { alert, assessment, delivery } from './schema/assessment.ts';
import { indicator } from './schema/indicator.ts';
import type { Store } from './store.ts';
import { inTransaction } from './transaction.ts';

/** A delivery with what it is to tell. */
export interface DueDelivery {
  readonly delivery: Delivery;
  readonly alert: Omit<Alert, 'deliveries'>;
  readonly indicator: { readonly title: string; readonly titleEn: string };
  readonly assessment: StoredAssessment;
  /** The one it took the place of; `null` when it was the first. */
  readonly before: StoredAssessment | null;
  /** The run that made the assessment. */
  readonly runId: number;
}

/**
 * The oldest delivery that is due on one of the channels, or `null`. It is the caller's until `until`: nobody else is
 * given it before, and everybody is after, so that a caller that dies in the middle loses nothing. What a channel is to
 * be told of one indicator comes in order: a later message waits until the one before is delivered or given up.
 */
export function claimDelivery(
  store: Store,
  claim: { readonly channels: readonly string[]; readonly now: string; readonly until: string },
): DueDelivery | null {
  return inTransaction(store, () => {
    const due = findFirstDue(store, claim.channels, toInstant(claim.now));
    if (due === null) return null;
    const set = { nextAttemptAt: toInstant(claim.until) };
    store.drizzle.update(delivery).set(set).where(eq(delivery.id, due.delivery.id)).run();
    return due;
  });
}

/** When the next delivery on one of the channels is to be tried, or `null` when none waits. */
export function findNextAttemptAt(store: Store, channels: readonly string[]): string | null {
  const row = store.drizzle
    .select({ at: min(delivery.nextAttemptAt) })
    .from(delivery)
    .where(and(inArray(delivery.channel, [...channels]), inArray(delivery.id, firstInLine(store))))
    .get();
  return row?.at ?? null;
}

function findFirstDue(store: Store, channels: readonly string[], now: string): DueDelivery | null {
  const isDue = and(inArray(delivery.channel, [...channels]), lte(delivery.nextAttemptAt, now));
  const row = store.drizzle
    .select({
      delivery,
      alert: ALERT_COLUMNS,
      indicator: { title: indicator.title, titleEn: indicator.titleEn },
      runId: assessment.jobRunId,
    })
    .from(delivery)
    .innerJoin(alert, eq(alert.id, delivery.alertId))
    .innerJoin(assessment, eq(assessment.id, alert.assessmentId))
    .innerJoin(indicator, eq(indicator.id, assessment.indicatorId))
    .where(and(inArray(delivery.id, firstInLine(store)), isDue))
    .orderBy(asc(delivery.alertId), asc(delivery.id))
    .limit(1)
    .get();
  if (row === undefined) return null;
  const said = findAssessment(store, row.alert.assessmentId);
  return { ...row, assessment: said, before: findAssessmentBefore(store, said) };
}

/** Of each indicator and channel the oldest delivery still to be made; rows are numbered in the order they are made. */
function firstInLine(store: Store) {
  return store.drizzle
    .select({ id: min(delivery.id) })
    .from(delivery)
    .innerJoin(alert, eq(alert.id, delivery.alertId))
    .innerJoin(assessment, eq(assessment.id, alert.assessmentId))
    .where(eq(delivery.state, 'pending'))
    .groupBy(assessment.indicatorId, delivery.channel);
}
