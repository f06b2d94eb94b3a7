import type { Cell, Sheet } from '../../../files/workbook/sheet.ts';
import { formIn } from '../../../model/language.ts';
import { code, type Field, headed, number, type Row, text } from './cells.ts';
import type { Frame } from './frame.ts';

/** When a source was last asked is not here: it changes with every run, and the workbook when something is new. */
const SOURCES = `
  SELECT source.dataset, source.table_id, source.title, source.title_en, source.source, source.licence,
    source.attribution, source.attribution_en, source.table_address, source.updated_at, source.retrieved_at, source.cells,
    freshness.newest_period
  FROM out_source AS source LEFT JOIN out_freshness AS freshness USING (dataset) ORDER BY source.dataset`;

/** A row for every dataset. */
export function sourceSheet({ read, texts, language, wallTime }: Frame): Sheet {
  const minute = (value: string | number | null | undefined): Cell =>
    typeof value === 'string' ? { minute: wallTime(value) } : null;
  const own = (name: string) => (row: Row) =>
    text(formIn(language, { norwegian: row[name], english: row[`${name}_en`] }) ?? row[name]);
  const fields: readonly Field[] = [
    { id: 'dataset', width: 28, cell: (row) => code(row['dataset']) },
    { id: 'table', width: 9, cell: (row) => code(row['table_id']) },
    { id: 'title', width: 60, wraps: true, cell: own('title') },
    { id: 'source', width: 50, wraps: true, cell: own('attribution') },
    { id: 'address', width: 42, cell: (row) => text(row['table_address'], addressIn(row['table_address'])) },
    { id: 'licence', width: 42, cell: (row) => text(row['licence'], addressIn(row['licence'])) },
    { id: 'newestPeriod', width: 12, cell: (row) => code(row['newest_period']) },
    { id: 'updatedAt', width: 17, cell: (row) => minute(row['updated_at']) },
    { id: 'retrievedAt', width: 17, cell: (row) => minute(row['retrieved_at']) },
    { id: 'figures', width: 10, cell: (row) => number(row['cells'], 0) },
  ];
  const rows = read(SOURCES).map((row) => fields.map(({ cell }) => cell(row)));
  return {
    name: texts.sheets.sources,
    columns: headed(fields, texts),
    rows,
    frozenColumns: 1,
    printedColumns: fields.length,
    note: null,
  };
}

function addressIn(value: string | number | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
