import type { Cell, Sheet } from '../../../files/workbook/sheet.ts';
import { formIn } from '../../../model/language.ts';
import { decimalsOf } from '../../../words/number-text.ts';
import { code, day, type Field, headed, number, type Row, text, year } from './cells.ts';
import type { Frame } from './frame.ts';
import { limited } from './limited.ts';

/** What a source revises in some years; more would be slow to write after every publication, and nobody scrolls so far. */
export const MOST_REVISIONS = 10_000;

/** Figures have few; a mean of them may have many. */
const MOST_DECIMALS = 4;

const PUBLICATIONS = 'SELECT publication_id FROM out_publication ORDER BY retrieved_at DESC, publication_id DESC';

const REVISIONS = `
  SELECT dataset, table_id, in_force_until, in_force_from, region, municipality_code, contents, categories, categories_en,
    unit, unit_after, period, period_start, period_end, year, value_before, value_after, difference, symbol_before,
    symbol_after
  FROM out_revision WHERE replaced_by_publication_id = ? AND in_use = 1 ORDER BY series_id, period LIMIT ?`;

/** A row for every figure in use that another has replaced, the newest first. */
export function revisionSheet(frame: Frame): Sheet {
  const { texts, language, wallTime } = frame;
  const minute = (value: string | number | null | undefined): Cell =>
    typeof value === 'string' ? { minute: wallTime(value) } : null;
  const categories = formIn(language, { norwegian: 'categories', english: 'categories_en' });
  const fields: readonly Field[] = [
    { id: 'revisedAt', width: 17, cell: (row) => minute(row['in_force_until']) },
    { id: 'dataset', width: 26, cell: (row) => code(row['dataset']) },
    { id: 'table', width: 9, cell: (row) => code(row['table_id']) },
    { id: 'place', width: 20, cell: (row) => text(row['region']) },
    { id: 'municipality', width: 18, cell: (row) => code(row['municipality_code']) },
    { id: 'period', width: 12, cell: (row) => code(row['period']) },
    { id: 'before', width: 12, cell: (row) => number(row['value_before'], shared(row)) },
    { id: 'after', width: 12, cell: (row) => number(row['value_after'], shared(row)) },
    { id: 'difference', width: 12, cell: (row) => number(row['difference'], shared(row)) },
    { id: 'unit', width: 16, cell: (row) => text(row['unit']) },
    { id: 'unitAfter', width: 16, cell: (row) => (row['unit'] === row['unit_after'] ? null : text(row['unit_after'])) },
    { id: 'symbolBefore', width: 10, cell: (row) => code(row['symbol_before']) },
    { id: 'symbolAfter', width: 10, cell: (row) => code(row['symbol_after']) },
    { id: 'contents', width: 36, wraps: true, cell: (row) => text(row['contents']) },
    { id: 'categories', width: 60, wraps: true, cell: (row) => text(row[categories]) },
    { id: 'year', width: 8, cell: (row) => year(row['year']) },
    { id: 'from', width: 12, cell: (row) => day(row['period_start']) },
    { id: 'to', width: 12, cell: (row) => day(row['period_end']) },
    { id: 'inForceFrom', width: 17, cell: (row) => minute(row['in_force_from']) },
  ];
  const { shown, note } = limited(newestFirst(frame), { most: MOST_REVISIONS, table: 'out_revision' }, frame);
  const rows = shown.map((row) => fields.map(({ cell }) => cell(row)));
  return {
    name: texts.sheets.revisions,
    columns: headed(fields, texts),
    rows,
    frozenColumns: 0,
    printedColumns: 15,
    note,
  };
}

/** By publication, each of which is found by an index: all of them at once would be sorted first. */
function newestFirst({ read }: Frame): readonly Row[] {
  const found: Row[] = [];
  for (const publication of read(PUBLICATIONS)) {
    if (found.length > MOST_REVISIONS) break;
    found.push(...read(REVISIONS, Number(publication['publication_id']), MOST_REVISIONS + 1 - found.length));
  }
  return found;
}

/** As many for a figure and what replaced it, so that they can be compared. */
function shared(row: Row): number {
  const both = [row['value_before'], row['value_after']].filter((value) => typeof value === 'number');
  return Math.min(Math.max(0, ...both.map(decimalsOf)), MOST_DECIMALS);
}
