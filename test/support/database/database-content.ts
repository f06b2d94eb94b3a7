import { createHash } from 'node:crypto';
import { Database } from '../../../src/store/sqlite-driver.ts';
import type { Sqlite } from '../../../src/store/store.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the source told within the hour: it says nothing of what is known. */
const PASSING = ['source_answer'];

/** Number and digest of the rows of every table, by table name; tables named in `except` are left out. */
export function databaseContent(file: string, except: readonly string[] = []): Readonly<Record<string, string>> {
  return reading(file, (database) => {
    const tables = database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('sqlite_') && ![...PASSING, ...except].includes(name));
    return Object.fromEntries(tables.map((name) => [name, summary(database, name)]));
  });
}

/** The rows of a query. */
export function queryDatabase(file: string, sql: string, ...values: readonly (string | number)[]): readonly Row[] {
  return reading(file, (database) => database.prepare<(string | number)[], Row>(sql).all(...values));
}

function summary(database: Sqlite, table: string): string {
  const digest = createHash('sha256');
  const rows = database.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().all();
  for (const row of rows) digest.update(JSON.stringify(row));
  return `${rows.length} rows, ${digest.digest('hex').slice(0, 16)}`;
}

function reading<T>(file: string, read: (database: Sqlite) => T): T {
  const database = new Database(file, { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
