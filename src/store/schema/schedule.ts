import { blob, check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isInstant, isJson, isJsonOrNull, isNotNegative, isTheOnlyRow } from './checks.ts';
import type { StoredPlaces } from './dataset.ts';
import { jobRun } from './job-run.ts';

/** One row per job: the newest slot that is done. The drill of the backups is one of them. */
export const jobSlot = sqliteTable(
  'job_slot',
  {
    job: text('job').primaryKey(),
    slotAt: text('slot_at').notNull(),
    settledAt: text('settled_at').notNull(),
    missed: integer('missed').notNull(),
    jobRunId: integer('job_run_id')
      .notNull()
      .references(() => jobRun.id),
  },
  () => [
    check('job_slot_slot_at', isInstant('slot_at')),
    check('job_slot_settled_at', isInstant('settled_at')),
    check('job_slot_missed', isNotNegative('missed')),
  ],
);

/** A table the source has changed, as kept with the answer: id, stamp and subjects. */
export type StoredChange = readonly [table: string, updated: string | null, subjects: readonly string[]];

/** One row at most: the source's newest answer to what has changed. */
export const sourceNews = sqliteTable(
  'source_news',
  {
    id: integer('id').primaryKey(),
    address: text('address').notNull(),
    askedAt: text('asked_at').notNull(),
    sinceAt: text('since_at').notNull(),
    changes: text('changes', { mode: 'json' }).$type<readonly StoredChange[]>().notNull(),
  },
  () => [
    check('source_news_id', isTheOnlyRow()),
    check('source_news_asked_at', isInstant('asked_at')),
    check('source_news_since_at', isInstant('since_at')),
    check('source_news_changes', isJson('changes')),
  ],
);

/** Answers about tables and code lists that are asked for again and again, for the hour in which they hold. */
export const sourceAnswer = sqliteTable(
  'source_answer',
  {
    address: text('address').primaryKey(),
    answeredAt: text('answered_at').notNull(),
    body: blob('body', { mode: 'buffer' }).notNull(),
  },
  () => [check('source_answer_answered_at', isInstant('answered_at'))],
);

/** One row at most: whose database this is, and how far the assessments have come. */
export const installation = sqliteTable(
  'installation',
  {
    id: integer('id').primaryKey(),
    municipalityCode: text('municipality_code').notNull(),
    municipalityName: text('municipality_name').notNull(),
    // Every code the municipality has or has had.
    municipalityCodes: text('municipality_codes', { mode: 'json' }).$type<readonly string[]>().notNull(),
    recordedAt: text('recorded_at').notNull(),
    // The newest publication when every indicator was last assessed; 0 before the first, null when that is not known.
    assessedUpTo: integer('assessed_up_to'),
    klassAskedAt: text('klass_asked_at'),
    // What Klass contradicted then; the settings it was about are identified by the witness.
    klassPlaces: text('klass_places', { mode: 'json' }).$type<StoredPlaces>(),
    // The folder of the settings the service runs on; null while none has run.
    serviceSettings: text('service_settings'),
  },
  () => [
    check('installation_id', isTheOnlyRow()),
    check('installation_municipality_codes', isJson('municipality_codes')),
    check('installation_recorded_at', isInstant('recorded_at')),
    check('installation_klass_asked_at', isInstant('klass_asked_at')),
    check('installation_klass_places', isJsonOrNull('klass_places')),
  ],
);
