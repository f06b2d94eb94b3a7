import { sql } from 'drizzle-orm';
import { blob, check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ErrorCode } from '../../model/errors.ts';
import type { DatasetOutcome } from '../../model/run.ts';
import { isInstant, isJson, isOneOf } from './checks.ts';
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

/** What a person did with a file: added it to the ones before, made it the whole truth, or took figures away. */
export const FILE_ACTIONS = ['add', 'replace', 'withdraw'] as const;
export type FileAction = (typeof FILE_ACTIONS)[number];

/** Imported files. What is in force is the result of those not undone, in their order. */
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
    action: text('action', { enum: FILE_ACTIONS }).notNull().default('add'),
    undoneAt: text('undone_at'),
    undoneBy: text('undone_by'),
    // The publication that took its figures back.
    undonePublicationId: integer('undone_publication_id').references(() => publication.id),
  },
  (table) => [
    index('imported_file_sha256').on(table.sha256),
    check('imported_file_imported_at', isInstant('imported_at')),
    check('imported_file_action', isOneOf('action', FILE_ACTIONS)),
    check('imported_file_undone_at', isInstant('undone_at')),
  ],
);

export const HELD_OUTCOMES = ['accepted', 'dropped'] as const;

/** Files that are held, until a person accepts or drops them. */
export const heldFile = sqliteTable(
  'held_file',
  {
    id: integer('id').primaryKey(),
    datasetId: integer('dataset_id')
      .notNull()
      .references(() => dataset.id),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    action: text('action', { enum: FILE_ACTIONS }).notNull(),
    // What was odd about it, as sentences.
    findings: text('findings', { mode: 'json' }).$type<readonly string[]>().notNull(),
    body: blob('body', { mode: 'buffer' }).notNull(),
    heldAt: text('held_at').notNull(),
    handedInBy: text('handed_in_by').notNull(),
    outcome: text('outcome', { enum: HELD_OUTCOMES }),
    decidedAt: text('decided_at'),
    decidedBy: text('decided_by'),
  },
  () => [
    check('held_file_action', isOneOf('action', FILE_ACTIONS)),
    check('held_file_findings', isJson('findings')),
    check('held_file_held_at', isInstant('held_at')),
    check('held_file_outcome', isOneOf('outcome', HELD_OUTCOMES)),
    check('held_file_decided_at', isInstant('decided_at')),
  ],
);

/**
 * What a person accepted: a whole publication that was held back, or the zeros of one place in one period, which then
 * hold in every later publication too. Rows are added and never changed.
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
    // What was held back, as the refusal says it.
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
