import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { DimensionRole } from '../../model/data/cube.ts';
import { isOneOf } from './checks.ts';
import { dataset, publication } from './dataset.ts';

const DIMENSION_ROLES = ['geo', 'metric', 'time', 'classification'] as const satisfies readonly DimensionRole[];

export const dimension = sqliteTable(
  'dimension',
  {
    id: integer('id').primaryKey(),
    datasetId: integer('dataset_id')
      .notNull()
      .references(() => dataset.id),
    code: text('code').notNull(),
    label: text('label').notNull(),
    labelEn: text('label_en'),
    role: text('role', { enum: DIMENSION_ROLES }).notNull(),
    position: integer('position').notNull(),
    note: text('note'),
  },
  (table) => [
    unique('dimension_of_dataset').on(table.datasetId, table.code),
    check('dimension_role', isOneOf('role', DIMENSION_ROLES)),
  ],
);

export const category = sqliteTable(
  'category',
  {
    id: integer('id').primaryKey(),
    dimensionId: integer('dimension_id')
      .notNull()
      .references(() => dimension.id),
    code: text('code').notNull(),
    label: text('label').notNull(),
    labelEn: text('label_en'),
    unit: text('unit'),
    decimals: integer('decimals'),
    note: text('note'),
    position: integer('position').notNull(),
  },
  (table) => [unique('category_of_dimension').on(table.dimensionId, table.code)],
);

/** What a category was called, and its unit, until a publication gave it other words. Rows are added and never changed. */
export const categoryRevision = sqliteTable(
  'category_revision',
  {
    categoryId: integer('category_id')
      .notNull()
      .references(() => category.id),
    replacedByPublicationId: integer('replaced_by_publication_id')
      .notNull()
      .references(() => publication.id),
    label: text('label').notNull(),
    labelEn: text('label_en'),
    unit: text('unit'),
    decimals: integer('decimals'),
  },
  (table) => [primaryKey({ columns: [table.categoryId, table.replacedByPublicationId] })],
);

/**
 * A series belongs to the alternative that asked for it: what one alternative publishes never revises or withdraws the
 * figures of another, also when the two happen to use the same codes.
 */
export const series = sqliteTable(
  'series',
  {
    id: integer('id').primaryKey(),
    datasetId: integer('dataset_id')
      .notNull()
      .references(() => dataset.id),
    alternative: text('alternative').notNull(),
    seriesKey: text('series_key').notNull(),
    // Two of its categories once more, because nearly every question names or shows them.
    regionId: integer('region_id').references(() => category.id),
    contentsId: integer('contents_id').references(() => category.id),
    // Of the series in the newest publication of its alternative; null when that publication lacks it.
    digest: text('digest'),
  },
  (table) => [
    unique('series_of_dataset').on(table.datasetId, table.alternative, table.seriesKey),
    index('series_of_region').on(table.regionId),
  ],
);

export const seriesCategory = sqliteTable(
  'series_category',
  {
    seriesId: integer('series_id')
      .notNull()
      .references(() => series.id),
    categoryId: integer('category_id')
      .notNull()
      .references(() => category.id),
  },
  // Not indexed by category as well: that would cost a fifth of a first intake, and the region has an index of its own.
  (table) => [primaryKey({ columns: [table.seriesId, table.categoryId] })],
);
