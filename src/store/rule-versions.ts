import { and, asc, desc, eq, lte } from 'drizzle-orm';
import type { IndicatorDefinition } from '../model/indicator.ts';
import { toInstant } from './instant.ts';
import { indicator, ruleVersion } from './schema/indicator.ts';
import type { Store } from './store.ts';
import { inTransaction } from './transaction.ts';

export interface RuleVersion {
  readonly id: number;
  readonly indicatorId: string;
  readonly fingerprint: string;
  /** As handed to `recordRuleVersion`. */
  readonly definition: unknown;
  readonly recordedAt: string;
}

/**
 * Records what an indicator is measured and judged by, and gives the number of the version. The version in force is
 * kept when its fingerprint is the same; going back to an earlier rule makes a new version, so that the rule of a day
 * can be told. The texts of the indicator are brought up to date either way.
 */
export function recordRuleVersion(
  store: Store,
  version: {
    readonly indicator: IndicatorDefinition;
    /** Everything the fingerprint covers, as JSON. */
    readonly definition: unknown;
    readonly fingerprint: string;
    readonly recordedAt: string;
  },
): number {
  return inTransaction(store, () => {
    describeIndicator(store, version.indicator);
    const { id: indicatorId } = version.indicator;
    const newest = newestVersion(store, indicatorId);
    if (newest?.fingerprint === version.fingerprint) return newest.id;
    const { definition, fingerprint } = version;
    const row = { indicatorId, definition, fingerprint, recordedAt: toInstant(version.recordedAt) };
    return Number(store.drizzle.insert(ruleVersion).values(row).run().lastInsertRowid);
  });
}

/** The rule an indicator was judged by at an instant; without one, the newest. `null` when there was none yet. */
export function findRuleVersion(
  store: Store,
  indicatorId: string,
  options: { readonly asOf?: string } = {},
): RuleVersion | null {
  return newestVersion(store, indicatorId, options.asOf) ?? null;
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

function newestVersion(store: Store, indicatorId: string, asOf?: string): RuleVersion | undefined {
  const inTime = asOf === undefined ? undefined : lte(ruleVersion.recordedAt, toInstant(asOf));
  return store.drizzle
    .select()
    .from(ruleVersion)
    .where(and(eq(ruleVersion.indicatorId, indicatorId), inTime))
    .orderBy(desc(ruleVersion.id))
    .limit(1)
    .get();
}

function describeIndicator(store: Store, definition: IndicatorDefinition): void {
  const { id, position, title, titleEn, goal, subgoal, ambition, measurement } = definition;
  const texts = { position, title, titleEn, goal, subgoal, ambition, measurement };
  store.drizzle
    .insert(indicator)
    .values({ id, ...texts })
    .onConflictDoUpdate({ target: indicator.id, set: texts })
    .run();
}
