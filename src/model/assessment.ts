import type { PublicationReference } from './dataset.ts';
import type { MissingReason, PeerFigure, Rule, UsedObservation } from './indicator.ts';
import type { Coverage } from './job.ts';

/** The only statuses there are. */
export const STATUSES = [
  'on-track',
  'partly-met',
  'stable',
  'off-track',
  'ambition-not-set',
  'not-measured',
  'insufficient',
  'break',
] as const;
export type Status = (typeof STATUSES)[number];

/** Flags stand beside a status and never change it. */
export const FLAGS = ['proxy', 'provisional', 'stale', 'revised', 'within-variation'] as const;
export type Flag = (typeof FLAGS)[number];

/** Why an assessment differs from the one before it; exactly one. */
export const CAUSES = [
  'first-assessment',
  'new-period',
  'revision',
  'peer-revision',
  'rule-changed',
  'break',
  'source-switched',
  'restored',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Why a guard stopped the rule, or why a rule could not speak. */
export type GuardReason =
  | 'no-value'
  | 'own-figure-missing'
  | 'peer-missing'
  | 'only-one-period'
  | 'periods-not-adjacent'
  | 'base-not-positive'
  | 'declared-break'
  | 'border-change';

/** The verdict of one rule, or of one part of a compound one, with the figures it compared. */
export interface RuleVerdict {
  readonly rule: Rule;
  readonly status: Status;
  /** `stable-or-improved` only. */
  readonly label?: 'stable' | 'improved';
  /** Figures by name (`current`, `previous`, `change`, `tolerance`, `ownGrowth`, `pooledGrowth`, `lead` …). */
  readonly numbers: Readonly<Record<string, number>>;
  readonly parts?: readonly RuleVerdict[];
}

/** Enough to redo the verdict by hand. */
export interface Evidence {
  readonly rule: { readonly id: string; readonly params: Rule; readonly fingerprint: string };
  readonly numbers: Readonly<Record<string, number | string>>;
  readonly verdict: RuleVerdict | null;
  readonly peers: readonly PeerFigure[];
  readonly peerGroup: { readonly id: string; readonly title: string; readonly confirmed: boolean } | null;
  readonly observations: readonly UsedObservation[];
  readonly publication: PublicationReference | null;
  readonly previousPeriod: string | null;
  readonly reason: { readonly guard: GuardReason; readonly missing?: MissingReason; readonly detail?: string } | null;
}

/** What is said about one indicator at one moment. */
export interface Assessment {
  readonly indicatorId: string;
  readonly status: Status;
  readonly label: 'stable' | 'improved' | null;
  /** Period code of the latest period with a figure. */
  readonly period: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly coverage: Coverage | null;
  readonly flags: readonly Flag[];
  /** Plain bokmål with the numbers put in. */
  readonly sentence: string;
  readonly evidence: Evidence;
}

/** An assessment as stored, with what set it apart from the one before. */
export interface StoredAssessment extends Assessment {
  readonly id: number;
  readonly assessedAt: string;
  readonly cause: Cause;
  /** When the status took the value it has now. */
  readonly since: string;
  readonly ruleVersionId: number;
}
