import type { Sqlite } from '../store.ts';

/** One row of `meta_table`. */
export interface DictionaryTable {
  readonly tableName: string;
  readonly kind: 'table' | 'view';
  readonly descriptionNo: string;
  readonly descriptionEn: string;
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

const TABLES = `
  SELECT table_name AS tableName, kind, description_no AS descriptionNo, description_en AS descriptionEn,
    source_table AS sourceTable, licence
  FROM meta_table ORDER BY table_name`;

const COLUMNS = `
  SELECT table_name AS tableName, column_name AS columnName, position, type, description_no AS descriptionNo,
    description_en AS descriptionEn, unit, allowed_values AS allowedValues, example, source_table AS sourceTable, licence
  FROM meta_column ORDER BY table_name, position`;

/** The dictionary as it stands in the database, by name and position. */
export function readDictionary(sqlite: Sqlite): Dictionary {
  return {
    tables: sqlite.prepare(TABLES).all() as DictionaryTable[],
    columns: sqlite.prepare(COLUMNS).all() as DictionaryColumn[],
  };
}
