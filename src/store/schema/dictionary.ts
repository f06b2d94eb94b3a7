import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isInstant, isOneOf, isTheOnlyRow } from './checks.ts';

const KINDS = ['table', 'view'] as const;

/** What each table and view holds. */
export const metaTable = sqliteTable(
  'meta_table',
  {
    tableName: text('table_name').primaryKey(),
    kind: text('kind', { enum: KINDS }).notNull(),
    descriptionNo: text('description_no').notNull(),
    descriptionEn: text('description_en').notNull(),
    // What one row is, and the columns that tell it from the others, joined by commas; of what analysts read only.
    grainNo: text('grain_no'),
    grainEn: text('grain_en'),
    keyColumns: text('key_columns'),
    sourceTable: text('source_table').notNull(),
    licence: text('licence').notNull(),
  },
  () => [check('meta_table_kind', isOneOf('kind', KINDS))],
);

/** What each column of each table and view holds. */
export const metaColumn = sqliteTable(
  'meta_column',
  {
    tableName: text('table_name')
      .notNull()
      .references(() => metaTable.tableName),
    columnName: text('column_name').notNull(),
    position: integer('position').notNull(),
    type: text('type').notNull(),
    descriptionNo: text('description_no').notNull(),
    descriptionEn: text('description_en').notNull(),
    // Of numbers only.
    unit: text('unit'),
    allowedValues: text('allowed_values').notNull(),
    example: text('example').notNull(),
    sourceTable: text('source_table').notNull(),
    licence: text('licence').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tableName, table.columnName] })],
);

/** What wrote this file, and when it was last made ready for analysts. */
export const metaRelease = sqliteTable(
  'meta_release',
  {
    id: integer('id').primaryKey(),
    schemaVersion: integer('schema_version').notNull(),
    applicationVersion: text('application_version').notNull(),
    generatedAt: text('generated_at').notNull(),
  },
  () => [check('meta_release_id', isTheOnlyRow()), check('meta_release_generated_at', isInstant('generated_at'))],
);
