import type { Sqlite, Store } from '../store.ts';

const MOST_PROBLEMS = 20;

/** What SQLite itself finds wrong with the file, a sentence each; empty when it is sound. Reads the whole file. */
export function checkIntegrity({ sqlite }: Pick<Store, 'sqlite'>): readonly string[] {
  return [...findDamage(sqlite), ...findBrokenReferences(sqlite)];
}

/** What is wrong with the pages of the file and with the rows by themselves. */
export function findDamage(sqlite: Sqlite): readonly string[] {
  const found = sqlite.prepare(`PRAGMA integrity_check(${MOST_PROBLEMS})`).pluck().all() as string[];
  return found.filter((line) => line !== 'ok');
}

/** Rows that refer to rows that are not there, a sentence for each pair of tables. */
export function findBrokenReferences(sqlite: Sqlite): readonly string[] {
  const broken = sqlite.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[];
  const sentences = broken.map(
    ({ table, parent }) => `A row of ${table} refers to a row of ${parent} that is not there.`,
  );
  return [...new Set(sentences)];
}

/** Rows of each table that holds figures or their history, by name; the dictionary is left out. */
export function countRows(sqlite: Sqlite): Readonly<Record<string, number>> {
  const names = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name")
    .pluck()
    .all() as string[];
  const tables = names.filter((name) => !name.startsWith('meta_'));
  return Object.fromEntries(
    tables.map((name) => [name, sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
  );
}
