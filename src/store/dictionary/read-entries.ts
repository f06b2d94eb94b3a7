import type { Sqlite } from '../store.ts';

/** One row of `meta_table`. */
export interface DictionaryTable {
  readonly tableName: string;
  readonly kind: 'table' | 'view';
  readonly descriptionNo: string;
  readonly descriptionEn: string;
  /** What one row is; `null` for what analysts do not read. */
  readonly grainNo: string | null;
  readonly grainEn: string | null;
  /** The columns that tell a row from the others, joined by commas. */
  readonly keyColumns: string | null;
  /** The table at the source; `out_source` when each row has its own. */
  readonly sourceTable: string;
  readonly licence: string;
}

/** One row of `meta_column`. */
export interface DictionaryColumn {
  readonly tableName: string;
  readonly columnName: string;
  readonly position: number;
  readonly type: string;
  readonly descriptionNo: string;
  readonly descriptionEn: string;
  readonly unit: string | null;
  readonly allowedValues: string;
  readonly example: string;
  readonly sourceTable: string;
  readonly licence: string;
}

/** The dictionary inside a database: other descriptions of it are made from these rows. */
export interface Dictionary {
  readonly tables: readonly DictionaryTable[];
  readonly columns: readonly DictionaryColumn[];
}

const TABLES = (schema: string) => `
  SELECT table_name AS tableName, kind, description_no AS descriptionNo, description_en AS descriptionEn,
    grain_no AS grainNo, grain_en AS grainEn, key_columns AS keyColumns, source_table AS sourceTable, licence
  FROM ${schema}.meta_table ORDER BY table_name`;

const COLUMNS = (schema: string) => `
  SELECT table_name AS tableName, column_name AS columnName, position, type, description_no AS descriptionNo,
    description_en AS descriptionEn, unit, allowed_values AS allowedValues, example, source_table AS sourceTable, licence
  FROM ${schema}.meta_column ORDER BY table_name, position`;

/** Does the dictionary of the database say this, word by word? */
export function isStored(sqlite: Sqlite, { tables, columns }: Dictionary): boolean {
  return hasRows(sqlite, TABLES('main'), tables) && hasRows(sqlite, COLUMNS('main'), columns);
}

/** Every entry has its values in the order of the columns of the query. */
function hasRows(sqlite: Sqlite, query: string, entries: readonly object[]): boolean {
  const rows = sqlite.prepare(query).raw().all() as unknown[][];
  return rows.length === entries.length && entries.every((entry, index) => hasValues(entry, rows[index] ?? []));
}

function hasValues(entry: object, row: readonly unknown[]): boolean {
  const values: readonly unknown[] = Object.values(entry);
  return values.length === row.length && values.every((value, index) => value === row[index]);
}

/** The dictionary as it stands in the database, or in one attached to it by a name; by name and position. */
export function readDictionary(sqlite: Sqlite, schema = 'main'): Dictionary {
  return {
    tables: sqlite.prepare(TABLES(schema)).all() as DictionaryTable[],
    columns: sqlite.prepare(COLUMNS(schema)).all() as DictionaryColumn[],
  };
}
