import type { Sqlite } from '../store.ts';

/** Everything shown follows from these: publications, assessments, rule versions, and the indicators of the plan. */
export interface NewestRows {
  readonly publication: number | null;
  readonly retrievedAt: string | null;
  readonly assessment: number | null;
  readonly ruleVersion: number | null;
  /** Ids of the indicators that are no longer in the plan. */
  readonly removed: string | null;
}

const REMOVED = (schema: string) =>
  `SELECT group_concat(id) FROM (SELECT id FROM ${schema}.indicator WHERE removed_at IS NOT NULL ORDER BY id)`;

/** The newest rows of a database, or of one attached to it by a name: the same again means that nothing is new. */
export function readNewest(sqlite: Sqlite, schema = 'main'): NewestRows {
  const newest = (table: string) =>
    sqlite.prepare(`SELECT max(id) FROM ${schema}.${table}`).pluck().get() as number | null;
  return {
    publication: newest('publication'),
    retrievedAt: sqlite.prepare(`SELECT max(retrieved_at) FROM ${schema}.publication`).pluck().get() as string | null,
    assessment: newest('assessment'),
    ruleVersion: newest('rule_version'),
    removed: sqlite.prepare(REMOVED(schema)).pluck().get() as string | null,
  };
}
