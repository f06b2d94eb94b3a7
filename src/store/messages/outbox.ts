import { and, desc, eq, gt, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type AlertKind, INDICATOR_ALERTS, type NotifiedAlert, TROUBLE_ALERTS } from '../../model/plan/alert.ts';
import type { Status } from '../../model/plan/assessment.ts';
import { toInstant, toOptionalInstant } from '../instant.ts';
import { preparedOnce } from '../prepared.ts';
import { alert, delivery, type DeliveryState } from '../schema/alert.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

export type { DeliveryState };

export interface Delivery {
  readonly id: number;
  readonly alertId: number;
  readonly channel: string;
  /** Of the message it is sent in, the same for as long as it is tried. */
  readonly messageKey: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly lastError: string | null;
  readonly deliveredAt: string | null;
}

export interface Alert {
  readonly id: number;
  readonly kind: AlertKind;
  /** Id of an indicator, or what is in trouble. */
  readonly subject: string;
  /** `null` for trouble in the machinery. */
  readonly assessmentId: number | null;
  readonly fromStatus: Status | null;
  readonly toStatus: Status | null;
  readonly text: string;
  readonly idempotencyKey: string;
  readonly createdAt: string;
}

export interface ListedAlert extends Alert {
  readonly deliveries: readonly Delivery[];
}

/** Which message: the deliveries that are sent together. */
export interface MessageReference {
  readonly channel: string;
  readonly messageKey: string;
}

const FINAL: readonly DeliveryState[] = ['delivered', 'replaced'];

/**
 * The newest alerts with their deliveries, newest first, and every older one that has not been delivered everywhere.
 */
export function listAlerts(store: Store, limit: number): readonly ListedAlert[] {
  const newest = store.drizzle.select({ id: alert.id }).from(alert).orderBy(desc(alert.id)).limit(limit);
  const isOpen = notInArray(delivery.state, [...FINAL]);
  const open = store.drizzle.select({ id: delivery.alertId }).from(delivery).where(isOpen);
  return readAlerts(store, or(inArray(alert.id, newest), inArray(alert.id, open)));
}

/** One alert by its number, or `null`. */
export function findAlert(store: Store, id: number): ListedAlert | null {
  return readAlerts(store, eq(alert.id, id))[0] ?? null;
}

function readAlerts(store: Store, which: SQL | undefined): readonly ListedAlert[] {
  const alerts = store.drizzle.select().from(alert).where(which).orderBy(desc(alert.id)).all();
  return alerts.map((row) => ({
    ...row,
    deliveries: store.drizzle.select().from(delivery).where(eq(delivery.alertId, row.id)).orderBy(delivery.id).all(),
  }));
}

/** Has been delivered, or tried without success, which may have reached the recipient all the same. */
export function mayBeNotified(): SQL | undefined {
  return or(gt(delivery.attempts, 0), notInArray(delivery.state, ['pending', 'replaced']));
}

const aboutIndicator = preparedOnce(({ drizzle }) => {
  const { id, kind, fromStatus, toStatus, createdAt } = alert;
  const ofSubject = and(eq(alert.subject, sql.placeholder('subject')), inArray(alert.kind, INDICATOR_ALERTS));
  const alerts = drizzle.select({ id, kind, fromStatus, toStatus, createdAt }).from(alert).where(ofSubject);
  const reached = drizzle
    .select({ id, channel: delivery.channel })
    .from(delivery)
    .innerJoin(alert, eq(alert.id, delivery.alertId))
    .where(and(ofSubject, mayBeNotified()));
  return { alerts: alerts.orderBy(alert.id).prepare(), reached: reached.prepare() };
});

/** Every alert about an indicator that has been notified, or is pending, oldest first. */
export function readNotified(store: Store, subject: string): readonly NotifiedAlert[] {
  const prepared = aboutIndicator(store);
  const reached = prepared.reached.all({ subject });
  return prepared.alerts.all({ subject }).map(({ id: alertId, ...said }) => ({
    ...said,
    reached: reached.filter((one) => one.id === alertId).map(({ channel }) => channel),
  }));
}

const newestTroubles = preparedOnce(({ drizzle }) => {
  const newest = drizzle
    .select({ id: sql<number>`max(${alert.id})` })
    .from(alert)
    .where(inArray(alert.kind, TROUBLE_ALERTS))
    .groupBy(alert.subject);
  return drizzle.select().from(alert).where(inArray(alert.id, newest)).orderBy(alert.id).prepare();
});

/** The newest alert about everything that has been in trouble: whether it still is, as last notified. */
export function readLastTroubles(store: Store): readonly Alert[] {
  return newestTroubles(store).all();
}

/** When the newest alert about a subject was recorded, of any kind; `null` for none. */
export function findLastAlertAt(store: Store, subject: string): string | null {
  const { createdAt } = alert;
  const row = store.drizzle
    .select({ createdAt })
    .from(alert)
    .where(eq(alert.subject, subject))
    .orderBy(desc(alert.id))
    .limit(1)
    .get();
  return row?.createdAt ?? null;
}

/** Records that a receiver has taken the message. */
export function markDelivered(store: Store, message: MessageReference, deliveredAt: string): void {
  recordAttempt(store, message, {
    state: 'delivered',
    deliveredAt: toInstant(deliveredAt),
    nextAttemptAt: null,
    lastError: null,
  });
}

/** Records that a receiver has taken one post of a message that is several; it is not sent again. */
export function markPostTaken(store: Store, message: MessageReference, post: string): void {
  inTransaction(store, () => {
    const set = { takenPosts: sql<string>`json_insert(coalesce(${delivery.takenPosts}, '[]'), '$[#]', ${post})` };
    store.drizzle.update(delivery).set(set).where(ofMessage(message)).run();
  });
}

/** Records that an attempt failed and when to try again; `nextAttemptAt` null gives up. */
export function markFailed(
  store: Store,
  message: MessageReference,
  failure: { readonly error: string; readonly nextAttemptAt: string | null },
): void {
  recordAttempt(store, message, {
    state: failure.nextAttemptAt === null ? 'given-up' : 'pending',
    nextAttemptAt: toOptionalInstant(failure.nextAttemptAt),
    lastError: failure.error,
  });
}

/**
 * Gives every message with the alert that has not been delivered, given up or not, a fresh start: due at once, with
 * every attempt ahead of it, and as it was, but for the posts of it that a receiver has taken. The last error stays until
 * there is news. Gives how many messages that are.
 */
export function resendAlert(store: Store, alertId: number, now: string): number {
  return inTransaction(store, () => {
    const messages = (findAlert(store, alertId)?.deliveries ?? []).filter(({ state }) => !FINAL.includes(state));
    const set = { state: 'pending', attempts: 0, nextAttemptAt: toInstant(now) } as const;
    for (const message of messages) {
      const undelivered = and(ofMessage(message), notInArray(delivery.state, [...FINAL]));
      store.drizzle.update(delivery).set(set).where(undelivered).run();
    }
    return messages.length;
  });
}

/** What another process has finished meanwhile stays as it is. */
function recordAttempt(
  store: Store,
  message: MessageReference,
  outcome: Partial<Omit<Delivery, 'id' | 'attempts' | keyof MessageReference>>,
): void {
  inTransaction(store, () => {
    const set = { ...outcome, attempts: sql`${delivery.attempts} + 1` };
    const unsettled = and(ofMessage(message), eq(delivery.state, 'pending'));
    store.drizzle.update(delivery).set(set).where(unsettled).run();
  });
}

function ofMessage({ channel, messageKey }: MessageReference): SQL | undefined {
  return and(eq(delivery.channel, channel), eq(delivery.messageKey, messageKey));
}
