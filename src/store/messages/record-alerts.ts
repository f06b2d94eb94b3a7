import { hash } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNotNull, ne } from 'drizzle-orm';
import type { AlertKind } from '../../model/plan/alert.ts';
import type { Cause, Status } from '../../model/plan/assessment.ts';
import { toInstant } from '../instant.ts';
import { mayBeNotified } from './outbox.ts';
import { alert, delivery } from '../schema/alert.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

const KEY_DIGITS = 32;

/** One alert, and its channels. */
export interface NewAlert {
  readonly kind: AlertKind;
  /** Id of an indicator, or what is in trouble. */
  readonly subject: string;
  /** `null` for trouble in the machinery. */
  readonly assessmentId: number | null;
  readonly fromStatus: Status | null;
  readonly toStatus: Status | null;
  readonly cause: Cause | null;
  /** What is said, as a sentence. */
  readonly text: string;
  readonly channels: readonly string[];
  /** Pending alerts about the subject from this instant on (ISO 8601) are replaced, since this one says it all. */
  readonly replacesSince?: string;
}

/**
 * Records the alerts of one moment, all or nothing: one delivery per alert and channel, and one message per channel,
 * whose key is made of its alerts. Called in the transaction that decides on them, so that nothing decided can be lost
 * before it is notified.
 */
export function recordAlerts(store: Store, alerts: readonly NewAlert[], at: string): void {
  const createdAt = toInstant(at);
  inTransaction(store, () => {
    const recorded = alerts.map((one) => {
      const channels = channelsToTell(store, one);
      replaceWaiting(store, one);
      const { kind, subject, assessmentId, fromStatus, toStatus, text } = one;
      const idempotencyKey = keyOf(one, createdAt);
      const row = { kind, subject, assessmentId, fromStatus, toStatus, text, idempotencyKey, createdAt };
      const id = Number(store.drizzle.insert(alert).values(row).run().lastInsertRowid);
      return { id, idempotencyKey, channels };
    });
    for (const channel of new Set(recorded.flatMap(({ channels }) => channels))) {
      const alerts = recorded.filter(({ channels }) => channels.includes(channel));
      const messageKey = messageKeyOf(alerts.map(({ idempotencyKey }) => idempotencyKey));
      for (const { id: alertId } of alerts) {
        const due = { alertId, channel, messageKey, state: 'pending', nextAttemptAt: createdAt } as const;
        store.drizzle.insert(delivery).values(due).run();
      }
    }
  });
}

/**
 * A status that went and came back before a channel was notified of it is not news there. The log keeps every line.
 */
function channelsToTell(store: Store, one: NewAlert): readonly string[] {
  const { subject, kind, channels, toStatus, replacesSince } = one;
  if (replacesSince === undefined || kind === 'unsettled') return channels;
  const sent = store.drizzle
    .select({ channel: delivery.channel, toStatus: alert.toStatus })
    .from(delivery)
    .innerJoin(alert, eq(alert.id, delivery.alertId))
    .where(and(eq(alert.subject, subject), isNotNull(alert.toStatus), mayBeNotified()))
    .orderBy(asc(alert.id))
    .all();
  return channels.filter((channel) => {
    const last = sent.findLast((one) => one.channel === channel);
    return channel === 'log' || (last !== undefined && last.toStatus !== toStatus);
  });
}

/** The log keeps every line; on other channels, pending deliveries are replaced. */
function replaceWaiting(store: Store, { subject, channels, replacesSince }: NewAlert): void {
  if (replacesSince === undefined) return;
  const overtaken = store.drizzle
    .select({ id: alert.id })
    .from(alert)
    .where(and(eq(alert.subject, subject), gte(alert.createdAt, toInstant(replacesSince))));
  const waiting = and(
    inArray(delivery.alertId, overtaken),
    inArray(delivery.channel, [...channels]),
    ne(delivery.channel, 'log'),
    eq(delivery.state, 'pending'),
  );
  store.drizzle.update(delivery).set({ state: 'replaced', nextAttemptAt: null }).where(waiting).run();
}

/**
 * Lets a receiver drop what it already has. Made of what is said and when, not of row numbers, which begin again when a
 * backup is put back.
 */
function keyOf({ kind, subject, fromStatus, toStatus, cause }: NewAlert, createdAt: string): string {
  const said = [subject, fromStatus ?? '', toStatus ?? '', cause ?? '', createdAt];
  return digest(kind === 'change' ? said : [...said, kind]);
}

/** A message about one thing has the key of that thing. */
function messageKeyOf(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] ?? '') : digest(keys);
}

function digest(parts: readonly string[]): string {
  return hash('sha256', parts.join('|'), 'hex').slice(0, KEY_DIGITS);
}
