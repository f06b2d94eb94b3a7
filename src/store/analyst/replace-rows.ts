import { createHash } from 'node:crypto';
import type { SqlValue } from '../intake/bulk-insert.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';
import { ANALYST_TABLES } from '../views/fixed-views.ts';

/** A row by the names of its columns. */
export type AnalystRow = Readonly<Record<string, SqlValue>>;

/**
 * Makes the rows of a table that analysts read as it is; one that has them already is left alone. Every row names the same
 * columns.
 */
export function replaceAnalystRows(
  store: Store,
  table: (typeof ANALYST_TABLES)[number],
  rows: readonly AnalystRow[],
): void {
  const { sqlite } = store;
  const columns = (sqlite.pragma(`table_info(${table})`) as { readonly name: string }[]).map(({ name }) => name);
  const next = rows.map((row) => columns.map((column) => row[column] ?? null));
  const list = columns.join(', ');
  inTransaction(store, () => {
    const stored = sqlite.prepare(`SELECT ${list} FROM ${table}`).raw().all() as SqlValue[][];
    const inOrder = (all: readonly (readonly SqlValue[])[]) => all.map((row) => JSON.stringify(row)).sort();
    if (JSON.stringify(inOrder(stored)) === JSON.stringify(inOrder(next))) return;
    sqlite.exec(`DELETE FROM ${table}`);
    const insert = sqlite.prepare(`INSERT INTO ${table} (${list}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of next) insert.run(...row);
  });
}

/** Tells one content of all these tables from another. */
export function digestAnalystRows({ sqlite }: Store): string {
  const hash = createHash('sha256');
  for (const table of ANALYST_TABLES) hash.update(JSON.stringify(sqlite.prepare(`SELECT * FROM ${table}`).raw().all()));
  return hash.digest('hex').slice(0, 32);
}
