import { blob, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RegionLayout } from '../../model/data/dataset.ts';
import type { Coverage, Quantity } from '../../model/data/job.ts';
import type { PlaceFinding } from '../../model/data/place-witness.ts';
import type { PublicationContract } from '../../model/data/publication.ts';
import type { SourceDescription, TableStanding, UnknownSymbol } from '../../model/data/source-description.ts';
import { isInstant, isJson, isJsonOrNull, isOneOf } from './checks.ts';
import { jobRun } from './job-run.ts';

export const COVERAGES = ['municipality', 'county', 'national'] as const satisfies readonly Coverage[];

/** What a publication promised, as kept beside it. */
export type StoredContract = Pick<PublicationContract, 'categories' | 'units' | 'decimals'>;

/** What a source says about places, identified by `witness`, and what it contradicts. */
export interface StoredPlaces {
  readonly witness: string;
  readonly findings: readonly PlaceFinding[];
}

export const dataset = sqliteTable(
  'dataset',
  {
    id: integer('id').primaryKey(),
    code: text('code').notNull().unique(),
    tableId: text('table_id'),
    alternative: text('alternative'),
    alternativeReason: text('alternative_reason'),
    coverage: text('coverage', { enum: COVERAGES }),
    title: text('title'),
    titleEn: text('title_en'),
    source: text('source'),
    licence: text('licence'),
    notes: text('notes', { mode: 'json' }).$type<readonly string[]>(),
    updatedAt: text('updated_at'),
    checkedAt: text('checked_at'),
    nextCheckAt: text('next_check_at'),
    // What the source contradicted of the settings' places when it was last read, and its testimony; null before that.
    places: text('places', { mode: 'json' }).$type<StoredPlaces>(),
    // When its table's own metadata and figures were last asked for, whatever the list of changed tables said.
    readAt: text('read_at'),
    // Of a table that is closed, gone or overtaken; null for one that is as it should be.
    standing: text('standing', { mode: 'json' }).$type<TableStanding>(),
    // Symbols of the newest publication without a known meaning; null for none.
    unknownSymbols: text('unknown_symbols', { mode: 'json' }).$type<readonly UnknownSymbol[]>(),
  },
  () => [
    check('dataset_coverage', isOneOf('coverage', COVERAGES)),
    check('dataset_notes', isJsonOrNull('notes')),
    check('dataset_places', isJsonOrNull('places')),
    check('dataset_read_at', isInstant('read_at')),
    check('dataset_standing', isJsonOrNull('standing')),
    check('dataset_unknown_symbols', isJsonOrNull('unknown_symbols')),
    check('dataset_updated_at', isInstant('updated_at')),
    check('dataset_checked_at', isInstant('checked_at')),
    check('dataset_next_check_at', isInstant('next_check_at')),
  ],
);

export const publication = sqliteTable(
  'publication',
  {
    id: integer('id').primaryKey(),
    datasetId: integer('dataset_id')
      .notNull()
      .references(() => dataset.id),
    jobRunId: integer('job_run_id')
      .notNull()
      .references(() => jobRun.id),
    tableId: text('table_id'),
    alternative: text('alternative').notNull(),
    alternativeReason: text('alternative_reason').notNull(),
    coverage: text('coverage', { enum: COVERAGES }).notNull(),
    title: text('title').notNull(),
    source: text('source').notNull(),
    licence: text('licence').notNull(),
    updatedAt: text('updated_at'),
    retrievedAt: text('retrieved_at').notNull(),
    sha256: text('sha256').notNull(),
    request: text('request', { mode: 'json' }).$type<readonly string[]>().notNull(),
    query: text('query').notNull(),
    cells: integer('cells').notNull(),
    contract: text('contract', { mode: 'json' }).$type<StoredContract>().notNull(),
    regions: text('regions', { mode: 'json' }).$type<RegionLayout>(),
    quantities: text('quantities', { mode: 'json' }).$type<Readonly<Record<string, Quantity>>>().notNull(),
    // Key of the newest period that the dataset has published once this was stored; null when it has published none.
    latestPeriod: integer('latest_period'),
    // Last, so that reading the columns before it never walks the pages of the body.
    body: blob('body', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    index('publication_of_dataset').on(table.datasetId),
    check('publication_coverage', isOneOf('coverage', COVERAGES)),
    check('publication_updated_at', isInstant('updated_at')),
    check('publication_retrieved_at', isInstant('retrieved_at')),
    check('publication_request', isJson('request')),
    check('publication_contract', isJson('contract')),
    check('publication_regions', isJsonOrNull('regions')),
    check('publication_quantities', isJson('quantities')),
  ],
);

/** What the table of a dataset said about itself, from the day it said so: a row for each change. */
export const tableDescription = sqliteTable(
  'table_description',
  {
    id: integer('id').primaryKey(),
    datasetId: integer('dataset_id')
      .notNull()
      .references(() => dataset.id),
    tableId: text('table_id').notNull(),
    describedAt: text('described_at').notNull(),
    description: text('description', { mode: 'json' }).$type<SourceDescription>().notNull(),
  },
  (table) => [
    index('table_description_of_dataset').on(table.datasetId),
    check('table_description_described_at', isInstant('described_at')),
    check('table_description_description', isJson('description')),
  ],
);
