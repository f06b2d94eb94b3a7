import { check, index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { CAUSES, STATUSES, type Evidence, type Flag } from '../../model/assessment.ts';
import { isInstant, isJson, isOneOf } from './checks.ts';
import { COVERAGES } from './dataset.ts';
import { indicator, ruleVersion } from './indicator.ts';
import { jobRun } from './job-run.ts';

const LABELS = ['stable', 'improved'] as const;

/** `pending` until told, `given-up` when the last attempt has failed. */
export const DELIVERY_STATES = ['pending', 'delivered', 'given-up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Rows are added and never changed: the history of what has been said. */
export const assessment = sqliteTable(
  'assessment',
  {
    id: integer('id').primaryKey(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicator.id),
    ruleVersionId: integer('rule_version_id')
      .notNull()
      .references(() => ruleVersion.id),
    jobRunId: integer('job_run_id')
      .notNull()
      .references(() => jobRun.id),
    status: text('status', { enum: STATUSES }).notNull(),
    label: text('label', { enum: LABELS }),
    flags: text('flags', { mode: 'json' }).$type<readonly Flag[]>().notNull(),
    cause: text('cause', { enum: CAUSES }).notNull(),
    period: text('period'),
    value: real('value'),
    unit: text('unit'),
    coverage: text('coverage', { enum: COVERAGES }),
    sentence: text('sentence').notNull(),
    evidence: text('evidence', { mode: 'json' }).$type<Evidence>().notNull(),
    publications: text('publications', { mode: 'json' }).$type<readonly number[]>().notNull(),
    assessedAt: text('assessed_at').notNull(),
    since: text('since').notNull(),
  },
  (table) => [
    index('assessment_of_indicator').on(table.indicatorId),
    check('assessment_status', isOneOf('status', STATUSES)),
    check('assessment_label', isOneOf('label', LABELS)),
    check('assessment_flags', isJson('flags')),
    check('assessment_cause', isOneOf('cause', CAUSES)),
    check('assessment_coverage', isOneOf('coverage', COVERAGES)),
    check('assessment_evidence', isJson('evidence')),
    check('assessment_publications', isJson('publications')),
    check('assessment_assessed_at', isInstant('assessed_at')),
    check('assessment_since', isInstant('since')),
  ],
);

/** Something people are to be told; written in the same transaction as its assessment. */
export const alert = sqliteTable(
  'alert',
  {
    id: integer('id').primaryKey(),
    assessmentId: integer('assessment_id')
      .notNull()
      .unique()
      .references(() => assessment.id),
    fromStatus: text('from_status', { enum: STATUSES }),
    toStatus: text('to_status', { enum: STATUSES }).notNull(),
    idempotencyKey: text('idempotency_key').notNull().unique(),
    createdAt: text('created_at').notNull(),
  },
  () => [
    check('alert_from_status', isOneOf('from_status', STATUSES)),
    check('alert_to_status', isOneOf('to_status', STATUSES)),
    check('alert_created_at', isInstant('created_at')),
  ],
);

export const delivery = sqliteTable(
  'delivery',
  {
    id: integer('id').primaryKey(),
    alertId: integer('alert_id')
      .notNull()
      .references(() => alert.id),
    channel: text('channel').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: text('next_attempt_at'),
    lastError: text('last_error'),
    deliveredAt: text('delivered_at'),
  },
  (table) => [
    unique('delivery_of_alert').on(table.alertId, table.channel),
    check('delivery_state', isOneOf('state', DELIVERY_STATES)),
    check('delivery_next_attempt_at', isInstant('next_attempt_at')),
    check('delivery_delivered_at', isInstant('delivered_at')),
  ],
);
