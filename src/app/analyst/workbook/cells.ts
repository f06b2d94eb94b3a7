import type { Cell, SheetColumn } from '../../../files/workbook/sheet.ts';
import type { ColumnId, WorkbookTexts } from '../../../words/workbook/texts.ts';

/** A row as a query gives it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** A column of a sheet: what stands over it, and what its cells hold. */
export interface Field {
  readonly id: ColumnId;
  /** In characters. */
  readonly width: number;
  readonly wraps?: true;
  readonly cell: (row: Row) => Cell;
}

/** The columns with the words over them. */
export function headed(fields: readonly Field[], texts: WorkbookTexts): readonly SheetColumn[] {
  return fields.map(({ id, width, wraps = false }) => ({ heading: texts.columns[id][0], width, wraps }));
}

/** A text; none for `null` and for nothing. */
export function text(value: string | number | null | undefined, link?: string | null): Cell {
  return value === null || value === undefined || value === '' ? null : { text: String(value), link: link ?? null };
}

/** A code, which is text also where it looks like a number. */
export function code(value: string | number | null | undefined): Cell {
  return value === null || value === undefined || value === '' ? null : { code: String(value) };
}

/** A number, kept whole and shown with so many decimals. */
export function number(value: string | number | null | undefined, decimals: number): Cell {
  return typeof value === 'number' ? { number: value, decimals } : null;
}

/** A number that is a name, as a year is: nothing stands between its thousands. */
export function year(value: string | number | null | undefined): Cell {
  return typeof value === 'number' ? { number: value, decimals: 0, plain: true } : null;
}

/** A day, `2026-02-26`. */
export function day(value: string | number | null | undefined): Cell {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? { day: value } : null;
}
