import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { ALERT_KINDS } from '../../model/plan/alert.ts';
import { STATUSES } from '../../model/plan/assessment.ts';
import { assessment } from './assessment.ts';
import { isInstant, isOneOf } from './checks.ts';
import { indicator } from './indicator.ts';

/**
 * `pending` until delivered, `given-up` when the last attempt has failed, `replaced` when a later alert says it all.
 */
export const DELIVERY_STATES = ['pending', 'delivered', 'given-up', 'replaced'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Something to notify people of; for a change of status it is written in the same transaction as its assessment. */
export const alert = sqliteTable(
  'alert',
  {
    id: integer('id').primaryKey(),
    kind: text('kind', { enum: ALERT_KINDS }).notNull(),
    subject: text('subject').notNull(),
    assessmentId: integer('assessment_id').references(() => assessment.id),
    fromStatus: text('from_status', { enum: STATUSES }),
    toStatus: text('to_status', { enum: STATUSES }),
    text: text('text').notNull(),
    idempotencyKey: text('idempotency_key').notNull().unique(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('alert_of_subject').on(table.subject),
    check('alert_kind', isOneOf('kind', ALERT_KINDS)),
    check(
      'alert_tells_of_assessment',
      sql.raw(`("assessment_id" IS NULL) = ("kind" IN ('trouble', 'trouble-over', 'notice'))`),
    ),
    check('alert_from_status', isOneOf('from_status', STATUSES)),
    check('alert_to_status', isOneOf('to_status', STATUSES)),
    check('alert_created_at', isInstant('created_at')),
  ],
);

/** One alert on one channel. Those that share channel and message key are one message, and are sent together. */
export const delivery = sqliteTable(
  'delivery',
  {
    id: integer('id').primaryKey(),
    alertId: integer('alert_id')
      .notNull()
      .references(() => alert.id),
    channel: text('channel').notNull(),
    messageKey: text('message_key').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: text('next_attempt_at'),
    lastError: text('last_error'),
    deliveredAt: text('delivered_at'),
    takenPosts: text('taken_posts'),
  },
  (table) => [
    unique('delivery_of_alert').on(table.alertId, table.channel),
    index('delivery_of_message').on(table.messageKey, table.channel),
    check('delivery_state', isOneOf('state', DELIVERY_STATES)),
    check('delivery_next_attempt_at', isInstant('next_attempt_at')),
    check('delivery_delivered_at', isInstant('delivered_at')),
    // The oldest SQLite that may open the file finds nothing to be no JSON.
    check('delivery_taken_posts', sql.raw(`"taken_posts" IS NULL OR json_valid("taken_posts")`)),
  ],
);

/** A note of the source has been read. Identified by its words: a rewritten note is unread. */
export const noteAcknowledgement = sqliteTable(
  'note_acknowledgement',
  {
    id: integer('id').primaryKey(),
    tableId: text('table_id').notNull(),
    note: text('note').notNull(),
    acknowledgedBy: text('acknowledged_by').notNull(),
    acknowledgedAt: text('acknowledged_at').notNull(),
  },
  (table) => [
    unique('note_acknowledgement_of_note').on(table.tableId, table.note),
    check('note_acknowledgement_acknowledged_at', isInstant('acknowledged_at')),
  ],
);

/** Reminders of a status are snoozed for a while. It ends on its date, and when the status changes. */
export const acknowledgement = sqliteTable(
  'acknowledgement',
  {
    id: integer('id').primaryKey(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicator.id),
    assessmentId: integer('assessment_id')
      .notNull()
      .references(() => assessment.id),
    untilDate: text('until_date').notNull(),
    reason: text('reason').notNull(),
    acknowledgedBy: text('acknowledged_by').notNull(),
    acknowledgedAt: text('acknowledged_at').notNull(),
  },
  (table) => [
    index('acknowledgement_of_indicator').on(table.indicatorId),
    check('acknowledgement_until_date', sql.raw(`"until_date" GLOB '????-??-??'`)),
    check('acknowledgement_reason', sql.raw(`trim("reason") <> ''`)),
    check('acknowledgement_acknowledged_at', isInstant('acknowledged_at')),
  ],
);
