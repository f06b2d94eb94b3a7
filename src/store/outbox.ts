import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Status, StoredAssessment } from '../model/assessment.ts';
import { findAssessment } from './assessments.ts';
import { toInstant, toOptionalInstant } from './instant.ts';
import { alert, assessment, delivery, type DeliveryState } from './schema/assessment.ts';
import type { Store } from './store.ts';
import { inTransaction } from './transaction.ts';

export type { DeliveryState };

export interface Delivery {
  readonly id: number;
  readonly alertId: number;
  readonly channel: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly lastError: string | null;
  readonly deliveredAt: string | null;
}

export interface Alert {
  readonly id: number;
  readonly indicatorId: string;
  readonly assessmentId: number;
  readonly fromStatus: Status | null;
  readonly toStatus: Status;
  readonly idempotencyKey: string;
  readonly createdAt: string;
  readonly deliveries: readonly Delivery[];
}

/** A delivery with what it is to tell. */
export interface DueDelivery {
  readonly delivery: Delivery;
  readonly alert: Omit<Alert, 'deliveries'>;
  readonly assessment: StoredAssessment;
}

const ALERT_COLUMNS = {
  id: alert.id,
  indicatorId: assessment.indicatorId,
  assessmentId: alert.assessmentId,
  fromStatus: alert.fromStatus,
  toStatus: alert.toStatus,
  idempotencyKey: alert.idempotencyKey,
  createdAt: alert.createdAt,
};

/** The newest alerts with their deliveries, newest first. */
export function listAlerts(store: Store, limit: number): readonly Alert[] {
  const alerts = store.drizzle
    .select(ALERT_COLUMNS)
    .from(alert)
    .innerJoin(assessment, eq(assessment.id, alert.assessmentId))
    .orderBy(desc(alert.id))
    .limit(limit)
    .all();
  return alerts.map((row) => ({
    ...row,
    deliveries: store.drizzle.select().from(delivery).where(eq(delivery.alertId, row.id)).orderBy(delivery.id).all(),
  }));
}

/** Deliveries to be tried at an instant, in the order the alerts were made. */
export function findDueDeliveries(store: Store, now: string): readonly DueDelivery[] {
  const due = and(eq(delivery.state, 'pending'), lte(delivery.nextAttemptAt, toInstant(now)));
  const rows = store.drizzle
    .select({ delivery, alert: ALERT_COLUMNS })
    .from(delivery)
    .innerJoin(alert, eq(alert.id, delivery.alertId))
    .innerJoin(assessment, eq(assessment.id, alert.assessmentId))
    .where(due)
    .orderBy(asc(delivery.alertId), asc(delivery.id))
    .all();
  return rows.map((row) => ({ ...row, assessment: findAssessment(store, row.alert.assessmentId) }));
}

/** Records that a receiver has taken the message. */
export function markDelivered(store: Store, deliveryId: number, deliveredAt: string): void {
  recordAttempt(store, deliveryId, {
    state: 'delivered',
    deliveredAt: toInstant(deliveredAt),
    nextAttemptAt: null,
    lastError: null,
  });
}

/** Records that an attempt failed and when to try again; `nextAttemptAt` null gives up. */
export function markFailed(
  store: Store,
  deliveryId: number,
  failure: { readonly error: string; readonly nextAttemptAt: string | null },
): void {
  recordAttempt(store, deliveryId, {
    state: failure.nextAttemptAt === null ? 'given-up' : 'pending',
    nextAttemptAt: toOptionalInstant(failure.nextAttemptAt),
    lastError: failure.error,
  });
}

function recordAttempt(store: Store, deliveryId: number, outcome: Partial<Omit<Delivery, 'id' | 'attempts'>>): void {
  inTransaction(store, () => {
    const set = { ...outcome, attempts: sql`${delivery.attempts} + 1` };
    store.drizzle.update(delivery).set(set).where(eq(delivery.id, deliveryId)).run();
  });
}
