import { and, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Status } from '../model/assessment.ts';
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

/** What an `Alert` is read from: the table joined with its assessment. */
export const ALERT_COLUMNS = {
  id: alert.id,
  indicatorId: assessment.indicatorId,
  assessmentId: alert.assessmentId,
  fromStatus: alert.fromStatus,
  toStatus: alert.toStatus,
  idempotencyKey: alert.idempotencyKey,
  createdAt: alert.createdAt,
};

/** The newest alerts with their deliveries, newest first, and every older one that has not been delivered everywhere. */
export function listAlerts(store: Store, limit: number): readonly Alert[] {
  const newest = store.drizzle.select({ id: alert.id }).from(alert).orderBy(desc(alert.id)).limit(limit);
  const open = store.drizzle.select({ id: delivery.alertId }).from(delivery).where(ne(delivery.state, 'delivered'));
  return readAlerts(store, or(inArray(alert.id, newest), inArray(alert.id, open)));
}

/** One alert by its number, or `null`. */
export function findAlert(store: Store, id: number): Alert | null {
  return readAlerts(store, eq(alert.id, id))[0] ?? null;
}

function readAlerts(store: Store, which: SQL | undefined): readonly Alert[] {
  const alerts = store.drizzle
    .select(ALERT_COLUMNS)
    .from(alert)
    .innerJoin(assessment, eq(assessment.id, alert.assessmentId))
    .where(which)
    .orderBy(desc(alert.id))
    .all();
  return alerts.map((row) => ({
    ...row,
    deliveries: store.drizzle.select().from(delivery).where(eq(delivery.alertId, row.id)).orderBy(delivery.id).all(),
  }));
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

/**
 * Gives what an alert has not delivered, given up or not, a fresh start: due at once, with every attempt ahead of it. The
 * last error stays until there is news. Gives how many deliveries that are.
 */
export function resendAlert(store: Store, alertId: number, now: string): number {
  return inTransaction(store, () => {
    const set = { state: 'pending', attempts: 0, nextAttemptAt: toInstant(now) } as const;
    const undelivered = and(eq(delivery.alertId, alertId), ne(delivery.state, 'delivered'));
    return store.drizzle.update(delivery).set(set).where(undelivered).run().changes;
  });
}

/** What has been settled meanwhile by another process stays as it is. */
function recordAttempt(store: Store, deliveryId: number, outcome: Partial<Omit<Delivery, 'id' | 'attempts'>>): void {
  inTransaction(store, () => {
    const set = { ...outcome, attempts: sql`${delivery.attempts} + 1` };
    const unsettled = and(eq(delivery.id, deliveryId), eq(delivery.state, 'pending'));
    store.drizzle.update(delivery).set(set).where(unsettled).run();
  });
}
