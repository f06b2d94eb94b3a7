import type { SqlValue } from '../intake/bulk-insert.ts';
import type { Store } from '../store.ts';
import type { ExportColumn, ExportRow } from './table-writer.ts';

/** The datasets a view has rows of, by code; the view has a column `dataset`. */
export function listDatasets({ sqlite }: Store, view: string): readonly string[] {
  const rows = `SELECT 1 FROM "${view}" AS row WHERE row.dataset = dataset.code`;
  return sqlite.prepare(`SELECT code FROM dataset WHERE EXISTS (${rows}) ORDER BY code`).pluck().all() as string[];
}

/** The rows of a view one by one, of one dataset when it is named, as values in the order of `columns`. */
export function readRows(
  { sqlite }: Store,
  view: string,
  columns: readonly ExportColumn[],
  dataset: string | null,
): Iterable<ExportRow> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const where = dataset === null ? '' : ' WHERE dataset = ?';
  const query = sqlite.prepare<SqlValue[], ExportRow>(`SELECT ${names} FROM "${view}"${where}`).raw();
  return query.iterate(...(dataset === null ? [] : [dataset]));
}

/** Lets every read of `work` see the same state, whatever others write while it waits. */
export async function inLongSnapshot<T>({ sqlite }: Store, work: () => Promise<T>): Promise<T> {
  sqlite.exec('BEGIN');
  try {
    return await work();
  } finally {
    sqlite.exec('COMMIT');
  }
}
