import type { SqlValue } from '../intake/bulk-insert.ts';
import type { DataPackageField } from '../dictionary/build-data-package.ts';

/** A column as the dictionary has it. `datetime` is an instant as the database keeps it, `2026-01-31T08:15:00.000Z`. */
export type ExportColumn = Pick<DataPackageField, 'name' | 'type'>;

/** One column per value, in the order of the columns. */
export type ExportRow = readonly SqlValue[];

/** A file format that rows can be written in, one file after the other. */
export interface TableWriter {
  /** Takes the rows one by one, however many there are, and gives their number. */
  readonly write: (file: string, columns: readonly ExportColumn[], rows: Iterable<ExportRow>) => Promise<number>;
  readonly close: () => void;
}
