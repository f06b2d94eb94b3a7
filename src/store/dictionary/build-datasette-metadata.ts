import { readLicence } from '../../model/data/licence.ts';
import type { Dictionary } from './read-entries.ts';
import type { WorkedQuery } from './worked-queries.ts';

interface DatasetteTable {
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly license: string;
  readonly license_url?: string;
  readonly hidden?: true;
  readonly columns: Readonly<Record<string, string>>;
}

interface DatasetteQuery {
  readonly title: string;
  readonly sql: string;
}

interface DatasetteDatabase {
  readonly tables: Readonly<Record<string, DatasetteTable>>;
  /** Canned: each has a page of its own, by its name. */
  readonly queries: Readonly<Record<string, DatasetteQuery>>;
}

/** What `datasette --metadata` reads. */
export interface DatasetteMetadata {
  readonly title: string;
  readonly description: string;
  readonly databases: Readonly<Record<string, DatasetteDatabase>>;
}

/**
 * The dictionary as metadata for datasette. `database` is the name datasette gives the file: its name without the
 * ending. The views for analysts are shown, the tables behind them are hidden but can be asked for. `queries` stand beside
 * them as canned ones.
 */
export function buildDatasetteMetadata(
  { tables, columns }: Dictionary,
  database: string,
  queries: readonly WorkedQuery[],
): DatasetteMetadata {
  const described = tables.map((table): [string, DatasetteTable] => {
    const own = columns.filter(({ tableName }) => tableName === table.tableName);
    return [
      table.tableName,
      {
        title: table.descriptionNo,
        description: table.descriptionEn,
        source: table.sourceTable,
        ...licenceOf(table.licence),
        ...(isForAnalysts(table.tableName) ? {} : { hidden: true }),
        columns: Object.fromEntries(
          own.map(({ columnName, descriptionNo, descriptionEn }) => [
            columnName,
            `${descriptionNo} / ${descriptionEn}`,
          ]),
        ),
      },
    ];
  });
  // Datasette shows a query as it stands and refuses one that ends in a semicolon.
  const canned = Object.fromEntries(
    queries.map(({ name, title, sql }) => [name, { title, sql: sql.replace(/;\s*$/, '') }]),
  );
  return {
    title: 'Næringspuls',
    description: "Indicators of a municipality's business plan, the figures they rest on, and every revision of them.",
    databases: { [database]: { tables: Object.fromEntries(described), queries: canned } },
  };
}

function licenceOf(said: string): Pick<DatasetteTable, 'license' | 'license_url'> {
  const { name, address } = readLicence(said);
  return { license: name, ...(address === null ? {} : { license_url: address }) };
}

function isForAnalysts(tableName: string): boolean {
  return tableName.startsWith('out_') || tableName.startsWith('meta_');
}
