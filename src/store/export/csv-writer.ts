import { closeSync, openSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { inBatches } from './row-batches.ts';
import type { ExportRow, TableWriter } from './table-writer.ts';

/** How the spreadsheets of a country read a file. */
export interface CsvLocale {
  readonly separator: ';' | ',';
  readonly decimalMark: ',' | '.';
}

/** Spreadsheets take a file for UTF-8 that begins with it. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A text that begins so is a formula to a spreadsheet; a dash alone is none. */
const FORMULA = /^[=+@\t\r]|^-./;

/**
 * CSV by RFC 4180: UTF-8, comma, CRLF, a heading. No value is an empty field, and an empty text `""`; instants stay the
 * text they are. With a locale it is for the spreadsheets of a country: its separator and decimal mark, no marks between
 * thousands, a mark before the first byte, and an apostrophe before a text that would be a formula.
 */
export function openCsvWriter(locale: CsvLocale | null = null): TableWriter {
  const toText = locale === null ? toCsv : (rows: readonly ExportRow[]) => toLocalCsv(rows, locale);
  return {
    write(file, columns, rows) {
      const descriptor = openSync(file, 'wx');
      try {
        if (locale !== null) writeSync(descriptor, BYTE_ORDER_MARK);
        writeSync(descriptor, toText([columns.map(({ name }) => name)]));
        let written = 0;
        for (const batch of inBatches(rows)) {
          writeSync(descriptor, toText(batch));
          written += batch.length;
        }
        return Promise.resolve(written);
      } finally {
        closeSync(descriptor);
      }
    },
    close: () => undefined,
  };
}

// A lone CR or LF must be quoted as well; by itself the package looks for the two together.
const LINES = { record_delimiter: '\r\n', quoted_match: /^$|[\r\n]/ };

function toCsv(rows: readonly ExportRow[]): string {
  return stringify([...rows], LINES);
}

function toLocalCsv(rows: readonly ExportRow[], { separator, decimalMark }: CsvLocale): string {
  const cast = {
    number: (value: number) => String(value).replace('.', decimalMark),
    string: (value: string) => (FORMULA.test(value) ? `'${value}` : value),
  };
  return stringify([...rows], { ...LINES, delimiter: separator, cast });
}
