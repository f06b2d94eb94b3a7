import type { Sqlite } from '../store.ts';
import type { Description } from './description.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { FIGURE_COLUMNS } from './figure-columns.ts';
import { HISTORY_COLUMNS } from './history-columns.ts';
import { TABLES } from './tables.ts';

type Entry = readonly [table: string, column: string, no: string, en: string];

const TABLES_AND_COLUMNS = `
  SELECT object.name, field.name
  FROM sqlite_schema AS object JOIN pragma_table_xinfo(object.name) AS field
  WHERE object.type IN ('table', 'view') AND object.name NOT LIKE 'sqlite%'
  ORDER BY object.name, field.cid`;

/**
 * Brings the dictionary inside the database in line with its tables and views. It is written when it differs and not
 * by migrations, so that a better description needs none. A table or column without a description is left out.
 */
export function writeDictionary(sqlite: Sqlite): void {
  const all = sqlite.prepare(TABLES_AND_COLUMNS).raw().all() as [table: string, column: string][];
  const fields = all.filter(([table]) => Object.hasOwn(TABLES, table));
  const columns = fields.flatMap(([table, column]) => entry(table, column, describeColumn(table, column)));
  const names = [...new Set(fields.map(([table]) => table))];
  const tables = names.flatMap((table) => entry(table, '', TABLES[table]));
  if (isSame(readEntries(sqlite), [...tables, ...columns])) return;
  sqlite.transaction(() => replaceEntries(sqlite, tables, columns)).immediate();
}

function describeColumn(table: string, column: string): Description | undefined {
  return EXCEPTIONS[`${table}.${column}`] ?? FIGURE_COLUMNS[column] ?? HISTORY_COLUMNS[column];
}

function entry(table: string, column: string, description: Description | undefined): readonly Entry[] {
  return description === undefined ? [] : [[table, column, ...description]];
}

function readEntries(sqlite: Sqlite): readonly Entry[] {
  const tables = "SELECT table_name, '' AS column_name, description_no, description_en FROM meta_table";
  const columns = 'SELECT table_name, column_name, description_no, description_en FROM meta_column';
  return sqlite.prepare(`${tables} UNION ALL ${columns}`).raw().all() as Entry[];
}

function isSame(a: readonly Entry[], b: readonly Entry[]): boolean {
  const sorted = (entries: readonly Entry[]): string => JSON.stringify(entries.map((e) => e.join('\n')).sort());
  return sorted(a) === sorted(b);
}

function replaceEntries(sqlite: Sqlite, tables: readonly Entry[], columns: readonly Entry[]): void {
  sqlite.exec('DELETE FROM meta_column; DELETE FROM meta_table');
  const insertTable = sqlite.prepare(
    "INSERT INTO meta_table (table_name, description_no, description_en, kind, source_table, licence) VALUES (?, ?, ?, 'table', '', '')",
  );
  for (const [table, , no, en] of tables) insertTable.run(table, no, en);
  const insertColumn = sqlite.prepare(
    "INSERT INTO meta_column (table_name, column_name, description_no, description_en, position, type, allowed_values, example, source_table, licence) VALUES (?, ?, ?, ?, 0, '', '', '', '', '')",
  );
  for (const row of columns) insertColumn.run(row);
}
