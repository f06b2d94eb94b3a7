import type { Store } from './store.ts';

const MOST_PROBLEMS = 20;

/** What SQLite itself finds wrong with the file, a sentence each; empty when it is sound. Reads the whole file. */
export function checkIntegrity({ sqlite }: Store): readonly string[] {
  const found = sqlite.prepare(`PRAGMA integrity_check(${MOST_PROBLEMS})`).pluck().all() as string[];
  const broken = sqlite.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[];
  const references = new Set(
    broken.map(({ table, parent }) => `A row of ${table} refers to a row of ${parent} that is not there.`),
  );
  return [...found.filter((line) => line !== 'ok'), ...references];
}
