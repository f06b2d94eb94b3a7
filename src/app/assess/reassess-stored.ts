import {
  JUDGED_ALIKE_SINCE,
  type SaidStatus,
  type Status,
  type StoredAssessment,
} from '../../model/plan/assessment.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import { findLatestAssessments } from '../../store/assess/assessments.ts';
import { listRuleVersions } from '../../store/assess/rule-versions.ts';
import type { Store } from '../../store/store.ts';
import { assessByRules, type FindDataset } from './assess.ts';
import { datasetsAsOf } from './assess-all.ts';
import { readRules } from './read-rules.ts';

/** What is stored of one indicator, and what the stored figures and rules give when they are put together again. */
export interface ReassessedStatus {
  readonly indicatorId: string;
  readonly assessedAt: string;
  readonly stored: Status;
  /** How the stored one is said, and the other. */
  readonly said: { readonly stored: SaidStatus; readonly again: SaidStatus | null };
  /** `null` when the rule it was judged by is not there. */
  readonly again: Status | null;
  /** Status, period and value are the same. */
  readonly same: boolean;
  /** Judged by an earlier version of the program, which may have read the same figures otherwise. */
  readonly byEarlierVersion: boolean;
}

/**
 * Assesses every indicator again as of its last assessment: with the figures known then, by the rule that was used, and
 * at that hour, since figures grow stale. Rests on nothing but the database, and writes nothing. Throws `store-migration`
 * for what this version cannot read.
 */
export function reassessStored(store: Store): readonly ReassessedStatus[] {
  const finders = new Map<string, FindDataset>();
  return findLatestAssessments(store).map((said) => {
    const findDataset = finders.get(said.assessedAt) ?? datasetsAsOf(store, said.assessedAt);
    finders.set(said.assessedAt, findDataset);
    return reassessOne(store, said, findDataset);
  });
}

function reassessOne(store: Store, said: StoredAssessment, findDataset: FindDataset): ReassessedStatus {
  const { indicatorId, assessedAt, status: stored, storedForm } = said;
  const words = saidOf(said);
  const found = { indicatorId, assessedAt, stored, byEarlierVersion: storedForm < JUDGED_ALIKE_SINCE };
  const version = listRuleVersions(store, indicatorId).find(({ id }) => id === said.ruleVersionId);
  if (version === undefined) return { ...found, again: null, said: { stored: words, again: null }, same: false };
  const { next } = assessByRules(readRules(version), findDataset, said, assessedAt);
  const same = next.status === stored && next.period === said.period && next.value === said.value;
  return { ...found, again: next.status, said: { stored: words, again: saidOf(next) }, same };
}
