import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ErrorCode } from '../../model/errors.ts';
import type { DatasetOutcome } from '../../model/run.ts';
import { isInstant, isOneOf } from './checks.ts';
import { dataset, publication } from './dataset.ts';
import { jobRun } from './job-run.ts';

export const DATASET_OUTCOMES = [
  'changed',
  'unchanged',
  'quarantined',
  'failed',
  'postponed',
] as const satisfies readonly DatasetOutcome[];

/** What became of one dataset in one run. */
export const datasetRun = sqliteTable(
  'dataset_run',
  {
    jobRunId: integer('job_run_id')
      .notNull()
      .references(() => jobRun.id),
    datasetId: integer('dataset_id')
      .notNull()
      .references(() => dataset.id),
    publicationId: integer('publication_id').references(() => publication.id),
    outcome: text('outcome', { enum: DATASET_OUTCOMES }).notNull(),
    inserted: integer('inserted').notNull(),
    revised: integer('revised').notNull(),
    unchanged: integer('unchanged').notNull(),
    withdrawn: integer('withdrawn').notNull(),
    rejected: integer('rejected').notNull(),
    requests: integer('requests').notNull(),
    durationMs: integer('duration_ms').notNull(),
    errorCode: text('error_code').$type<ErrorCode | 'bug'>(),
    message: text('message').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.jobRunId, table.datasetId] }),
    check('dataset_run_outcome', isOneOf('outcome', DATASET_OUTCOMES)),
  ],
);

/** Files handed in by people. */
export const importedFile = sqliteTable(
  'imported_file',
  {
    id: integer('id').primaryKey(),
    datasetId: integer('dataset_id')
      .notNull()
      .references(() => dataset.id),
    publicationId: integer('publication_id')
      .notNull()
      .references(() => publication.id),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    rows: integer('rows').notNull(),
    importedAt: text('imported_at').notNull(),
    importedBy: text('imported_by').notNull(),
  },
  (table) => [
    index('imported_file_sha256').on(table.sha256),
    check('imported_file_imported_at', isInstant('imported_at')),
  ],
);

/**
 * What a person let in: a whole publication that was held back, or the zeros of one place in one period, which then hold
 * in every later publication too. Rows are added and never changed.
 */
export const acceptance = sqliteTable(
  'acceptance',
  {
    id: integer('id').primaryKey(),
    datasetId: integer('dataset_id')
      .notNull()
      .references(() => dataset.id),
    publicationId: integer('publication_id').references(() => publication.id),
    // Today's code of the place, or the table's own; and the period's code. Both null for a whole publication.
    place: text('place'),
    period: text('period'),
    // What was held back, in the words of the refusal.
    finding: text('finding').notNull(),
    acceptedBy: text('accepted_by').notNull(),
    acceptedAt: text('accepted_at').notNull(),
  },
  (table) => [
    index('acceptance_of_dataset').on(table.datasetId),
    check('acceptance_of_cell', sql.raw(`("place" IS NULL) = ("period" IS NULL)`)),
    check('acceptance_accepted_at', isInstant('accepted_at')),
  ],
);
