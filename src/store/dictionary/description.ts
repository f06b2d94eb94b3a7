/** What the values of a column are; a number has a unit. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'json' | 'binary';

/** What a column holds, in bokmål and in English, what may stand in it, and one value that could. */
export interface ColumnDescription {
  readonly no: string;
  readonly en: string;
  readonly type: ColumnType;
  readonly unit: string | null;
  readonly allowed: string;
  readonly example: string;
}

/** By column name, or by `table.column`. */
export type ColumnDescriptions = Readonly<Record<string, ColumnDescription>>;

export const INSTANT_FORM = 'ISO 8601 in UTC: YYYY-MM-DDTHH:MM:SS.mmmZ';

export function text(no: string, en: string, example: string, allowed = 'any text'): ColumnDescription {
  return { no, en, type: 'string', unit: null, allowed, example };
}

export function oneOf(no: string, en: string, values: readonly string[]): ColumnDescription {
  return text(no, en, values[0] ?? '', values.join(', '));
}

/** The zone is in the text too: many read only the description. */
export function instant(no: string, en: string): ColumnDescription {
  const example = '2026-02-26T07:00:00.000Z';
  return { no: `${no} (UTC)`, en: `${en} (UTC)`, type: 'datetime', unit: null, allowed: INSTANT_FORM, example };
}

export function date(no: string, en: string, example = '2024-01-01'): ColumnDescription {
  return { no, en, type: 'date', unit: null, allowed: 'ISO 8601: YYYY-MM-DD', example };
}

export function json(no: string, en: string, example: string): ColumnDescription {
  return { no: `${no}, som JSON`, en: `${en}, as JSON`, type: 'json', unit: null, allowed: 'JSON', example };
}

export function integer(no: string, en: string, unit: string, example: string, allowed: string): ColumnDescription {
  return { no, en, type: 'integer', unit, allowed, example };
}

export function count(no: string, en: string, example: string): ColumnDescription {
  return integer(no, en, 'count', example, 'whole numbers from 0');
}

/** A row number of another table, `publication.id`; with no other table the row's own. */
export function rowNumber(no: string, en: string, of?: string): ColumnDescription {
  return integer(no, en, 'row number', '1', of === undefined ? 'whole numbers from 1' : `a value of ${of}`);
}

export function number(no: string, en: string, unit: string, example: string): ColumnDescription {
  return { no, en, type: 'number', unit, allowed: 'any number', example };
}
