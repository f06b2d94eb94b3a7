import { sql, type SQL } from 'drizzle-orm';

/** Instants are kept as `2026-01-31T08:15:00.000Z`: one length and one zone, so that text order is time order. */
const INSTANT_PATTERN = '????-??-??T??:??:??.???Z';

/** A column that holds an instant, or nothing where the column allows that. */
export function isInstant(column: string): SQL {
  return sql.raw(`"${column}" GLOB '${INSTANT_PATTERN}'`);
}

/** A column with a closed list of values. */
export function isOneOf(column: string, values: readonly string[]): SQL {
  return sql.raw(`"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`);
}

/** A column with one of a set of letters: as `isOneOf`, but cheap enough for a table with millions of rows. */
export function isOneLetterOf(column: string, letters: readonly string[]): SQL {
  return sql.raw(`"${column}" GLOB '[${letters.join('')}]'`);
}

/** A text column that holds a JSON document. */
export function isJson(column: string): SQL {
  return sql.raw(`json_valid("${column}")`);
}

/** As `isJson`, where there may be none: SQLite before 3.42 takes nothing for no JSON, and calls the row damaged. */
export function isJsonOrNull(column: string): SQL {
  return sql.raw(`"${column}" IS NULL OR json_valid("${column}")`);
}

/** A table that has one row at most. */
export function isTheOnlyRow(): SQL {
  return sql.raw('"id" = 1');
}

/** A column that counts. */
export function isNotNegative(column: string): SQL {
  return sql.raw(`"${column}" >= 0`);
}
