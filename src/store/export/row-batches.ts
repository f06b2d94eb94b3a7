import type { ExportRow } from './table-writer.ts';

const ROWS_PER_BATCH = 1000;

/** The rows a thousand at a time: enough for one write, and little to hold. */
export function* inBatches(rows: Iterable<ExportRow>): Generator<readonly ExportRow[]> {
  let batch: ExportRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_PER_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
