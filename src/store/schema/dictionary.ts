import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What each table and view holds. */
export const metaTable = sqliteTable('meta_table', {
  tableName: text('table_name').primaryKey(),
  descriptionNo: text('description_no').notNull(),
  descriptionEn: text('description_en').notNull(),
});

/** What each column of each table and view holds. */
export const metaColumn = sqliteTable(
  'meta_column',
  {
    tableName: text('table_name')
      .notNull()
      .references(() => metaTable.tableName),
    columnName: text('column_name').notNull(),
    descriptionNo: text('description_no').notNull(),
    descriptionEn: text('description_en').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tableName, table.columnName] })],
);
