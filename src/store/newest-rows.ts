import type { Sqlite } from './store.ts';

/** Everything that is shown follows from these: what was taken in, what was said, and by which rules. */
export interface NewestRows {
  readonly publication: number | null;
  readonly retrievedAt: string | null;
  readonly assessment: number | null;
  readonly ruleVersion: number | null;
}

/** The newest rows of a database, or of one attached to it by a name: the same again means that nothing is new. */
export function readNewest(sqlite: Sqlite, schema = 'main'): NewestRows {
  const newest = (table: string) =>
    sqlite.prepare(`SELECT max(id) FROM ${schema}.${table}`).pluck().get() as number | null;
  return {
    publication: newest('publication'),
    retrievedAt: sqlite.prepare(`SELECT max(retrieved_at) FROM ${schema}.publication`).pluck().get() as string | null,
    assessment: newest('assessment'),
    ruleVersion: newest('rule_version'),
  };
}
