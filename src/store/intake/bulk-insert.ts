import type { Sqlite } from '../store.ts';

/** Beyond this, more rows per statement win nothing; one row per statement costs twice the time. */
const ROWS_PER_STATEMENT = 100;

export type SqlValue = number | string | null;

export interface BulkInsert {
  /** Takes the next value of the row; a full row needs no further call. */
  readonly push: (value: SqlValue) => void;
  /** Writes the rows not yet written. */
  readonly flush: () => void;
}

/** Collects rows in one flat array and writes them a hundred at a time. `row` is the pattern of one, as `(?, ?, 7)`. */
export function startBulkInsert(sqlite: Sqlite, into: string, row: string): BulkInsert {
  const width = row.split('?').length - 1;
  const capacity = width * ROWS_PER_STATEMENT;
  const values = new Array<SqlValue>(capacity).fill(null);
  const prepare = (rows: number) => sqlite.prepare(`INSERT INTO ${into} VALUES ${Array(rows).fill(row).join(', ')}`);
  const full = prepare(ROWS_PER_STATEMENT);
  let filled = 0;
  return {
    push(value) {
      values[filled++] = value;
      if (filled < capacity) return;
      full.run(values);
      filled = 0;
    },
    flush() {
      if (filled === 0) return;
      prepare(filled / width).run(values.slice(0, filled));
      filled = 0;
    },
  };
}
