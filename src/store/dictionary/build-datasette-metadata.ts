import type { Dictionary } from './read-entries.ts';

interface DatasetteTable {
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly license: string;
  readonly hidden?: true;
  readonly columns: Readonly<Record<string, string>>;
}

/** What `datasette --metadata` reads. */
export interface DatasetteMetadata {
  readonly title: string;
  readonly description: string;
  readonly databases: Readonly<Record<string, { readonly tables: Readonly<Record<string, DatasetteTable>> }>>;
}

/**
 * The dictionary as metadata for datasette. `database` is the name datasette gives the file: its name without the
 * ending. The views for analysts are shown, the tables behind them are hidden but can be asked for.
 */
export function buildDatasetteMetadata({ tables, columns }: Dictionary, database: string): DatasetteMetadata {
  const described = tables.map((table): [string, DatasetteTable] => {
    const own = columns.filter(({ tableName }) => tableName === table.tableName);
    return [
      table.tableName,
      {
        title: table.descriptionNo,
        description: table.descriptionEn,
        source: table.sourceTable,
        license: table.licence,
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
  return {
    title: 'Næringspuls',
    description: "Indicators of a municipality's business plan, the figures they rest on, and every revision of them.",
    databases: { [database]: { tables: Object.fromEntries(described) } },
  };
}

function isForAnalysts(tableName: string): boolean {
  return tableName.startsWith('out_') || tableName.startsWith('meta_');
}
