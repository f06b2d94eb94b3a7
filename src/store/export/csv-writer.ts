import { closeSync, openSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { inBatches } from './row-batches.ts';
import type { ExportRow, TableWriter } from './table-writer.ts';

/**
 * CSV by RFC 4180: UTF-8, comma, CRLF, a heading. No value is an empty field, and an empty text `""`; instants stay the
 * text they are.
 */
export function openCsvWriter(): TableWriter {
  return {
    write(file, columns, rows) {
      const descriptor = openSync(file, 'wx');
      try {
        writeSync(descriptor, toCsv([columns.map(({ name }) => name)]));
        let written = 0;
        for (const batch of inBatches(rows)) {
          writeSync(descriptor, toCsv(batch));
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

function toCsv(rows: readonly ExportRow[]): string {
  // A lone CR or LF must be quoted as well; by itself the package looks for the two together.
  return stringify([...rows], { record_delimiter: '\r\n', quoted_match: /^$|[\r\n]/ });
}
