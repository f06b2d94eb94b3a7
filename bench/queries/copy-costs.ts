import { copyFileSync, rmSync, statSync } from 'node:fs';
import { twinFile } from '../../src/store/copy/twin.ts';
import { Database } from '../../src/store/sqlite-driver.ts';

/** What a table or an index of the copy takes. */
export interface StoredCost {
  readonly name: string;
  readonly kind: 'table' | 'index';
  readonly rows: number;
  readonly bytes: number;
  /** Of an index, building it anew; `null` for a table, and for the index behind a key. */
  readonly buildMs: number | null;
}

const OBJECTS = `SELECT name, type AS kind, tbl_name AS "table", sql FROM sqlite_schema
  WHERE type IN ('table', 'index') AND rootpage > 0 ORDER BY tbl_name, type DESC, name`;

/** Of which table of the many made-up ones costs are told. */
const ONE_OF_MANY = /^(?:sqlite_autoindex_)?out_made_up_(?!1(?:_|$))/;

/** Bytes of every table and index of a copy that takes a mebibyte or more, of the wide tables those of the first alone. */
export function costsOf(copy: string): readonly StoredCost[] {
  const draft = `${copy}.costs`;
  copyFileSync(copy, draft);
  const sqlite = new Database(draft);
  try {
    sqlite.pragma('journal_mode = OFF');
    sqlite.pragma('synchronous = OFF');
    const bytesOf = sqlite.prepare('SELECT sum(pgsize) FROM dbstat WHERE name = ? AND aggregate = TRUE').pluck();
    const objects = sqlite.prepare(OBJECTS).all() as {
      readonly name: string;
      readonly kind: 'table' | 'index';
      readonly table: string;
      readonly sql: string | null;
    }[];
    return objects
      .filter(({ name }) => !ONE_OF_MANY.test(name))
      .map(({ name, kind, table, sql }) => {
        const bytes = Number(bytesOf.get(name));
        const isLarge = bytes >= 2 ** 20;
        const rows = isLarge ? Number(sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()) : 0;
        const buildMs = isLarge && kind === 'index' && sql !== null ? timeOf(() => rebuild(sqlite, name, sql)) : null;
        return { name, kind, rows, bytes, buildMs };
      })
      .filter(({ bytes }) => bytes >= 2 ** 20);
  } finally {
    sqlite.close();
    rmSync(draft);
  }
}

function rebuild(sqlite: InstanceType<typeof Database>, name: string, sql: string): void {
  sqlite.exec(`DROP INDEX "${name}"`);
  sqlite.exec(sql);
}

/** What copying the twin to its place takes by itself; milliseconds. */
export function timeOfCopying(copy: string): number {
  const draft = `${copy}.copied`;
  const ms = timeOf(() => copyFileSync(twinFile(copy), draft));
  rmSync(draft);
  return ms;
}

/** Milliseconds, rounded. */
export function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return Math.round(performance.now() - started);
}

/** Of a file; 0 where there is none. */
export function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
