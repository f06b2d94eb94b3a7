import { isDeepStrictEqual } from 'node:util';
import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import { toInstant } from '../instant.ts';
import { ruleVersion } from '../schema/indicator.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

const UPSERT_INDICATOR = `
  INSERT INTO indicator (id, position, title, title_en, goal, subgoal, ambition, measurement)
  VALUES (:id, :position, :title, :titleEn, :goal, :subgoal, :ambition, :measurement)
  ON CONFLICT (id) DO UPDATE SET
    position = excluded.position, title = excluded.title, title_en = excluded.title_en, goal = excluded.goal,
    subgoal = excluded.subgoal, ambition = excluded.ambition, measurement = excluded.measurement, removed_at = NULL`;

const MARK_REMOVED = `
  UPDATE indicator SET removed_at = ?
  WHERE removed_at IS NULL AND id NOT IN (SELECT value FROM json_each(?))`;

export interface RuleVersion {
  readonly id: number;
  readonly indicatorId: string;
  readonly fingerprint: string;
  /** As handed to `createRuleRecorder`. */
  readonly definition: unknown;
  readonly recordedAt: string;
}

/** What an indicator is measured and judged by from now on. */
export interface NewRuleVersion {
  readonly indicator: IndicatorDefinition;
  /** Everything that what is said rests on besides figures, as JSON. */
  readonly definition: unknown;
  readonly fingerprint: string;
  readonly recordedAt: string;
}

/**
 * Records what indicators are measured and judged by, one at each call, and gives the number of the version. The
 * version in force is kept while nothing in the definition differs, in whatever order its keys stand; a version may
 * have the fingerprint of the one before, since more is said than the fingerprint covers (ages, language, names). Going
 * back to an earlier rule makes a new version too, so that the rule of any day can be found. The texts of the indicator
 * are brought up to date either way, and it is in the plan again.
 */
export function createRuleRecorder(store: Store): (version: NewRuleVersion) => number {
  const describeIndicator = store.sqlite.prepare(UPSERT_INDICATOR);
  const findNewest = store.drizzle
    .select({ id: ruleVersion.id, fingerprint: ruleVersion.fingerprint, definition: ruleVersion.definition })
    .from(ruleVersion)
    .where(eq(ruleVersion.indicatorId, sql.placeholder('indicatorId')))
    .orderBy(desc(ruleVersion.id))
    .limit(1)
    .prepare();
  return ({ indicator: described, definition, fingerprint, recordedAt }) =>
    inTransaction(store, () => {
      describeIndicator.run(described);
      const { id: indicatorId } = described;
      const newest = findNewest.get({ indicatorId });
      const isSame = newest?.fingerprint === fingerprint && isSameJson(newest.definition, definition);
      if (isSame) return newest.id;
      const row = { indicatorId, definition, fingerprint, recordedAt: toInstant(recordedAt) };
      return Number(store.drizzle.insert(ruleVersion).values(row).run().lastInsertRowid);
    });
}

function isSameJson(stored: unknown, incoming: unknown): boolean {
  return isDeepStrictEqual(stored, JSON.parse(JSON.stringify(incoming)));
}

/** One version by its number; `null` when there is none. */
export function findRuleVersionById(store: Store, id: number): RuleVersion | null {
  return store.drizzle.select().from(ruleVersion).where(eq(ruleVersion.id, id)).get() ?? null;
}

/**
 * Marks the indicators that the plan has no more, from an instant (ISO 8601); those marked before keep their instant.
 */
export function markRemoved(store: Store, inPlan: readonly string[], at: string): void {
  store.sqlite.prepare(MARK_REMOVED).run(toInstant(at), JSON.stringify(inPlan));
}

/** The version recorded last, of whatever indicator; `null` before the first. */
export function findNewestRuleVersion(store: Store): RuleVersion | null {
  return store.drizzle.select().from(ruleVersion).orderBy(desc(ruleVersion.id)).limit(1).get() ?? null;
}

/** The rule an indicator was judged by at an instant; without one, the newest. `null` when there was none yet. */
export function findRuleVersion(
  store: Store,
  indicatorId: string,
  options: { readonly asOf?: string } = {},
): RuleVersion | null {
  const { asOf } = options;
  const inTime = asOf === undefined ? undefined : lte(ruleVersion.recordedAt, toInstant(asOf));
  const version = store.drizzle
    .select()
    .from(ruleVersion)
    .where(and(eq(ruleVersion.indicatorId, indicatorId), inTime))
    .orderBy(desc(ruleVersion.id))
    .limit(1)
    .get();
  return version ?? null;
}

/** Every version of an indicator's rule, oldest first. */
export function listRuleVersions(store: Store, indicatorId: string): readonly RuleVersion[] {
  return store.drizzle
    .select()
    .from(ruleVersion)
    .where(eq(ruleVersion.indicatorId, indicatorId))
    .orderBy(asc(ruleVersion.id))
    .all();
}
