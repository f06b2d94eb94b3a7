import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { OBS_STATUSES } from '../../model/data/cube.ts';
import type { Frequency } from '../../model/time-period.ts';
import { isOneLetterOf, isOneOf } from './checks.ts';
import { publication } from './dataset.ts';
import { series } from './series.ts';

export const FREQUENCIES = [
  'year',
  'half-year',
  'quarter',
  'month',
  'week',
  'interval',
] as const satisfies readonly Frequency[];

export const timePeriod = sqliteTable(
  'time_period',
  {
    period: integer('period').primaryKey(),
    code: text('code').notNull().unique(),
    frequency: text('frequency', { enum: FREQUENCIES }).notNull(),
    year: integer('year').notNull(),
    subPeriod: integer('sub_period').notNull(),
  },
  () => [check('time_period_frequency', isOneOf('frequency', FREQUENCIES))],
);

/** The figures in force. */
export const observation = sqliteTable(
  'observation',
  {
    seriesId: integer('series_id')
      .notNull()
      .references(() => series.id),
    period: integer('period')
      .notNull()
      .references(() => timePeriod.period),
    value: real('value'),
    symbol: text('symbol'),
    obsStatus: text('obs_status', { enum: OBS_STATUSES }).notNull(),
    publicationId: integer('publication_id')
      .notNull()
      .references(() => publication.id),
  },
  (table) => [
    primaryKey({ columns: [table.seriesId, table.period] }),
    index('observation_false_zero')
      .on(table.seriesId, table.period)
      .where(sql.raw(`symbol = '0' AND obs_status = 'O'`)),
    check('observation_obs_status', isOneLetterOf('obs_status', OBS_STATUSES)),
  ],
);

/**
 * A figure that has been replaced: in force from the retrieval of the publication that had set it until the retrieval
 * of the one that replaced it.
 */
export const observationRevision = sqliteTable(
  'observation_revision',
  {
    seriesId: integer('series_id')
      .notNull()
      .references(() => series.id),
    period: integer('period')
      .notNull()
      .references(() => timePeriod.period),
    publicationId: integer('publication_id')
      .notNull()
      .references(() => publication.id),
    value: real('value'),
    symbol: text('symbol'),
    obsStatus: text('obs_status', { enum: OBS_STATUSES }).notNull(),
    replacedByPublicationId: integer('replaced_by_publication_id')
      .notNull()
      .references(() => publication.id),
  },
  (table) => [
    primaryKey({ columns: [table.seriesId, table.period, table.publicationId] }),
    index('revision_by_publication').on(table.replacedByPublicationId),
    check('observation_revision_obs_status', isOneLetterOf('obs_status', OBS_STATUSES)),
  ],
);

/**
 * Why a figure in force is not the published one: the municipality's own correction, as declared when it was stored.
 */
export const correction = sqliteTable(
  'correction',
  {
    seriesId: integer('series_id')
      .notNull()
      .references(() => series.id),
    period: integer('period')
      .notNull()
      .references(() => timePeriod.period),
    publicationId: integer('publication_id')
      .notNull()
      .references(() => publication.id),
    published: real('published').notNull(),
    corrected: real('corrected').notNull(),
    reason: text('reason').notNull(),
    reference: text('reference').notNull(),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.period, table.publicationId] })],
);
