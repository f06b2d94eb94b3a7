import type { Sqlite } from '../store.ts';
import { readDatasetViews } from '../views/read-dataset-views.ts';
import { ALERT_COLUMNS } from './alert-columns.ts';
import { ANALYST_COLUMNS } from './analyst-columns.ts';
import { ANALYST_EXCEPTIONS } from './analyst-exceptions.ts';
import { ANALYST_TABLE_DESCRIPTIONS } from './analyst-tables.ts';
import { ASSESSMENT_COLUMNS } from './assessment-columns.ts';
import type { ColumnDescription, ColumnDescriptions } from './description.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { FIGURE_COLUMNS } from './figure-columns.ts';
import { type DictionaryColumn, type Dictionary, type DictionaryTable, isStored } from './read-entries.ts';
import { RUN_COLUMNS } from './run-columns.ts';
import { SOURCE_COLUMNS } from './source-columns.ts';
import { KEPT_TABLES, type TableDescription } from './tables.ts';
import { describeDatasetView, describeDimensionColumns, type DimensionExample, type ViewSource } from './wide-views.ts';

const COLUMNS: ColumnDescriptions = {
  ...SOURCE_COLUMNS,
  ...FIGURE_COLUMNS,
  ...ASSESSMENT_COLUMNS,
  ...ALERT_COLUMNS,
  ...RUN_COLUMNS,
  ...ANALYST_COLUMNS,
};

const TABLES_AND_COLUMNS = `
  SELECT object.name AS tableName, object.type AS kind, field.name AS columnName, field.cid + 1 AS position
  FROM sqlite_schema AS object JOIN pragma_table_xinfo(object.name) AS field
  WHERE object.type IN ('table', 'view') AND object.name NOT LIKE 'sqlite%'
  ORDER BY object.name, field.cid`;

interface Field {
  readonly tableName: string;
  readonly kind: 'table' | 'view';
  readonly columnName: string;
  readonly position: number;
}

const TABLES: Readonly<Record<string, TableDescription>> = { ...KEPT_TABLES, ...ANALYST_TABLE_DESCRIPTIONS };

/** A table or view as described, and the columns that mean something else in it than elsewhere. */
interface DescribedTable {
  readonly table: TableDescription;
  readonly columns: ColumnDescriptions;
}

/**
 * Brings the dictionary inside the database in line with its tables and views. It is written when it differs and not
 * by migrations, so that a better description needs none. A table or column without a description is left out.
 */
export function writeDictionary(sqlite: Sqlite): void {
  const fields = sqlite.prepare(TABLES_AND_COLUMNS).all() as Field[];
  const wide = describeWideViews(sqlite);
  const describe = (name: string): DescribedTable | undefined => wide.get(name) ?? describeTable(name);
  const tables = fields
    .filter(({ position }) => position === 1)
    .flatMap((field) => tableEntry(field, describe(field.tableName)));
  const columns = fields.flatMap((field) => columnEntry(field, describe(field.tableName)));
  const next = { tables, columns };
  if (isStored(sqlite, next)) return;
  sqlite.transaction(() => replaceEntries(sqlite, next)).immediate();
}

function describeTable(name: string): DescribedTable | undefined {
  const table = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
  return table === undefined ? undefined : { table, columns: {} };
}

function describeWideViews(sqlite: Sqlite): ReadonlyMap<string, DescribedTable> {
  const selectSource = sqlite.prepare(
    'SELECT title, title_en AS titleEn, licence FROM dataset WHERE id = ? AND licence IS NOT NULL',
  );
  const selectExample = sqlite.prepare(
    'SELECT code, label, label_en AS labelEn FROM category WHERE dimension_id = ? ORDER BY position, id LIMIT 1',
  );
  const exampleOf = (dimensionId: number): DimensionExample | null =>
    (selectExample.get(dimensionId) as DimensionExample | undefined) ?? null;
  return new Map(
    readDatasetViews(sqlite).flatMap((view) => {
      const source = selectSource.get(view.id) as ViewSource | undefined;
      if (source === undefined) return [];
      return [
        [view.name, { table: describeDatasetView(view, source), columns: describeDimensionColumns(view, exampleOf) }],
      ];
    }),
  );
}

function tableEntry({ tableName, kind }: Field, described: DescribedTable | undefined): readonly DictionaryTable[] {
  if (described === undefined) return [];
  const { no, en, sourceTable, licence, grain } = described.table;
  const told = { grainNo: grain?.no ?? null, grainEn: grain?.en ?? null, keyColumns: grain?.key.join(', ') ?? null };
  return [{ tableName, kind, descriptionNo: no, descriptionEn: en, ...told, sourceTable, licence }];
}

function columnEntry(field: Field, described: DescribedTable | undefined): readonly DictionaryColumn[] {
  const { tableName, columnName, position } = field;
  const description = described?.columns[columnName] ?? describeColumn(tableName, columnName);
  if (described === undefined || description === undefined) return [];
  const { no, en, type, unit, allowed, example } = description;
  const { sourceTable, licence } = described.table;
  const meaning = { descriptionNo: no, descriptionEn: en, unit, allowedValues: allowed, example };
  return [{ tableName, columnName, position, type, ...meaning, sourceTable, licence }];
}

function describeColumn(table: string, column: string): ColumnDescription | undefined {
  const exact = `${table}.${column}`;
  return ANALYST_EXCEPTIONS[exact] ?? EXCEPTIONS[exact] ?? COLUMNS[column];
}

function replaceEntries(sqlite: Sqlite, dictionary: Dictionary): void {
  sqlite.exec('DELETE FROM meta_column; DELETE FROM meta_table');
  insertEntries(sqlite, dictionary);
}

/** Adds the entries of a dictionary to an empty one, of a database attached by a name where that is given. */
export function insertEntries(sqlite: Sqlite, { tables, columns }: Dictionary, schema = 'main'): void {
  const insertTable = sqlite.prepare(`
    INSERT INTO ${schema}.meta_table VALUES (:tableName, :kind, :descriptionNo, :descriptionEn, :grainNo, :grainEn,
      :keyColumns, :sourceTable, :licence)`);
  for (const entry of tables) insertTable.run(entry);
  const insertColumn = sqlite.prepare(`
    INSERT INTO ${schema}.meta_column VALUES (:tableName, :columnName, :position, :type, :descriptionNo, :descriptionEn,
      :unit, :allowedValues, :example, :sourceTable, :licence)`);
  for (const entry of columns) insertColumn.run(entry);
}
