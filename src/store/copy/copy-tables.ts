import type { Dictionary } from '../dictionary/read-entries.ts';
import { JOINED_VIEWS } from '../views/figure-views.ts';
import { quoteName } from '../views/view.ts';

/** A table of the copy as it is to be. */
export interface CopyTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The statements that make it, the table first. */
  readonly statements: readonly string[];
  /** Shows one dataset, whose dimensions are its columns. */
  readonly isWide: boolean;
  /** The column by which the rows of a dataset are found, `series_id` or `dataset`; `null` for one without. */
  readonly datasetBy: 'series_id' | 'dataset' | null;
}

/** As every SQLite knows them. A day has a type of its own, by which ODBC, R and DuckDB know it. */
const DECLARED: Readonly<Record<string, string>> = {
  integer: 'INTEGER',
  boolean: 'INTEGER',
  number: 'REAL',
  date: 'DATE',
};

interface Index {
  readonly columns: readonly string[];
  /** Held besides, so that those found are not looked for one by one in the whole table. */
  readonly holds?: readonly string[];
  readonly where?: string;
}

/** What the worked queries look for besides the keys. */
const INDEXES: Readonly<Record<string, readonly Index[]>> = {
  out_series: [{ columns: ['dataset', 'alternative', 'region_code'] }, { columns: ['municipality_code'] }],
  out_figure: [
    {
      columns: ['replaced_by_publication_id'],
      holds: ['series_id', 'period', 'publication_id', 'value', 'obs_status'],
      where: 'replaced_by_publication_id IS NOT NULL',
    },
    {
      columns: ['series_id', 'period'],
      holds: ['replaced_by_publication_id', 'symbol', 'obs_status', 'value'],
      where: 'value IS NULL',
    },
  ],
  out_publication: [{ columns: ['dataset', 'retrieved_at'] }],
  out_status_history: [{ columns: ['indicator_id', 'assessment_id'] }],
  out_place: [{ columns: ['code'] }],
};

/** Of the wide tables: a place is looked for by its code, and by the code of its municipality. */
const WIDE_INDEXES: readonly Index[] = [
  { columns: ['region_code', 'period'] },
  { columns: ['municipality_code', 'period'] },
];

/** Those with as many rows as there are series or figures. */
const DATASET_BY: Readonly<Record<string, CopyTable['datasetBy']>> = {
  out_series: 'dataset',
  out_series_version: 'dataset',
  out_figure: 'series_id',
};

/** Those of which there are most, with the wide ones: the key is the table, and not kept twice. */
const CLUSTERED: ReadonlySet<string> = new Set(['out_figure', 'out_series_version']);

const JOINED: ReadonlySet<string> = new Set(JOINED_VIEWS.map(({ name }) => name));

/**
 * The tables of the copy: what the dictionary of the database has for analysts, each with the types and the key it says.
 * `wide` are the names of those that show one dataset each.
 */
export function copyTables({ tables, columns }: Dictionary, wide: ReadonlySet<string>): readonly CopyTable[] {
  const shown = tables.filter(({ tableName }) => tableName.startsWith('out_') && !JOINED.has(tableName));
  return shown.map(({ tableName: name, keyColumns, descriptionEn }) => {
    const own = columns.filter((column) => column.tableName === name);
    const key = keyColumns === null ? [] : keyColumns.split(', ');
    const names = own.map(({ columnName }) => columnName);
    const lines = own.map(({ columnName, type }) => {
      const isKey = key.includes(columnName);
      return `\t${quoteName(columnName)} ${DECLARED[type] ?? 'TEXT'}${isKey ? ' NOT NULL' : ''}`;
    });
    const all = key.length === 0 ? lines : [...lines, `\tPRIMARY KEY (${key.map(quoteName).join(', ')})`];
    const ending = CLUSTERED.has(name) || wide.has(name) ? ' WITHOUT ROWID' : '';
    const comment = `\t-- ${descriptionEn.replaceAll('\n', ' ')}.`;
    const table = `CREATE TABLE ${quoteName(name)} (\n${comment}\n${all.join(',\n')}\n)${ending}`;
    const indexes = wide.has(name) ? WIDE_INDEXES : (INDEXES[name] ?? []);
    const fitting = indexes.filter((index) => index.columns.every((column) => names.includes(column)));
    return {
      name,
      columns: names,
      statements: [table, ...fitting.map((index) => indexStatement(name, index))],
      isWide: wide.has(name),
      datasetBy: DATASET_BY[name] ?? null,
    };
  });
}

function indexStatement(table: string, { columns, holds = [], where }: Index): string {
  const name = quoteName([table, 'by', ...columns, ...(where === undefined ? [] : ['some'])].join('_'));
  const filter = where === undefined ? '' : ` WHERE ${where}`;
  const all = [...columns, ...holds].map(quoteName).join(', ');
  return `CREATE INDEX ${name} ON ${quoteName(table)} (${all})${filter}`;
}
