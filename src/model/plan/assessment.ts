import type { PublicationReference } from '../data/dataset.ts';
import type { MissingReason } from '../data/figure.ts';
import type { FindingFacts } from './finding.ts';
import type { MissingPart, PeerFigure, UsedObservation } from './indicator-series.ts';
import type { Against, Rule } from './rule.ts';
import type { Coverage } from '../data/job.ts';

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

/** How a status is said: `stable` has words of its own where nothing but a comparison is unchanged, or too little moved. */
export type SaidStatus = Status | 'alike' | 'too-little';

/** Flags stand beside a status and never change it. */
export const FLAGS = [
  'proxy',
  'provisional',
  'stale',
  'revised',
  'corrected',
  'bounded',
  'within-variation',
  'within-uncertainty',
] as const;
export type Flag = (typeof FLAGS)[number];

/** Why an assessment differs from the one before it; exactly one. In the order of precedence where several hold. */
export const CAUSES = [
  'first-assessment',
  'source-switched',
  'rule-changed',
  'peers-changed',
  'break',
  'withdrawn',
  'new-period',
  'restored',
  'correction',
  'revision',
  'peer-revision',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Why a guard stopped the rule, or why a rule could not speak; in the order in which guards are asked. */
export const GUARD_REASONS = [
  'unsettled-category',
  'no-value',
  'declared-break',
  'marked-break',
  'border-change',
  'only-one-period',
  'periods-not-adjacent',
  'own-figure-missing',
  'peer-missing',
  'base-not-positive',
  'denominator-not-positive',
  'before-deadline',
] as const;
export type GuardReason = (typeof GUARD_REASONS)[number];

/** The verdict of one rule, or of one part of a compound one, with the figures it compared. */
export interface RuleVerdict {
  readonly rule: Rule;
  readonly status: Status;
  /** `stable-or-improved` only. */
  readonly label?: 'stable' | 'improved';
  /** Figures by name (`current`, `previous`, `change`, `tolerance`, `ownGrowth`, `pooledGrowth`, `lead` …). */
  readonly numbers: Readonly<Record<string, number>>;
  readonly parts?: readonly RuleVerdict[];
  /** `stable-or-improved` only: code of the base it was held against, which may stand in for the one of the settings. */
  readonly basePeriod?: string;
  /** `growth-lead` only: the status that each way of counting the peers together would give. */
  readonly readings?: Readonly<Partial<Record<Against, Status>>>;
}

/** The newest period before the latest about which the rule could speak, with what it said of it. */
export interface LastKnown {
  readonly period: string;
  readonly value: number | null;
  readonly status: Status;
  /** How the status is said, where that is not its plain word; an earlier version did not keep it. */
  readonly said?: SaidStatus;
}

/** Which shape evidence has as JSON; a later one reads the earlier ones. */
export const EVIDENCE_FORM = 3;

/** The first form whose figures were judged as they are now; what an earlier one says may be another verdict. */
export const JUDGED_ALIKE_SINCE = 2;

/** Enough to redo the verdict by hand. */
export interface Evidence {
  readonly form: typeof EVIDENCE_FORM;
  readonly rule: {
    readonly id: string;
    readonly params: Rule;
    readonly fingerprint: string;
    /** Fingerprint of who is compared with; `null` for nobody, and where an earlier version did not keep it. */
    readonly peersFingerprint: string | null;
    /** Fingerprint of everything but that; empty where an earlier version did not keep it. */
    readonly ruleFingerprint: string;
  };
  /** Code of the latest period; `null` when nothing has been published. */
  readonly latestPeriod: string | null;
  readonly previousPeriod: string | null;
  /** The latest period ever assessed, also when the source has taken it back. */
  readonly newestPeriod: string | null;
  /** First periods of the breaks that the rule had to mind. */
  readonly breaks: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly verdict: RuleVerdict | null;
  readonly reason: { readonly guard: GuardReason; readonly missing?: MissingReason; readonly detail?: string } | null;
  readonly missing: readonly MissingPart[];
  /** `null` when the rule spoke about the latest period, or never could. */
  readonly lastKnown: LastKnown | null;
  /** Lowest and highest value an index can have where groups are withheld. */
  readonly bounds: readonly [low: number, high: number] | null;
  readonly peers: readonly PeerFigure[];
  readonly peerGroup: { readonly id: string; readonly title: string; readonly confirmed: boolean } | null;
  readonly observations: readonly UsedObservation[];
  readonly publication: PublicationReference | null;
  /** True when the first table withholds groups and the figures are the second table's. */
  readonly fromSecondTable: boolean;
  /** `null` where an earlier version did not keep it: then there are only the words of that day. */
  readonly finding: FindingFacts | null;
}

/** What is found about one indicator at one moment, without words. */
export interface Assessment {
  readonly indicatorId: string;
  readonly status: Status;
  readonly label: 'stable' | 'improved' | null;
  /** Code of the latest period: the newest the table has published, whether or not it can be judged. */
  readonly period: string | null;
  /** `null` where the measure cannot be computed, and where only the bounds of an index are known. */
  readonly value: number | null;
  readonly coverage: Coverage | null;
  readonly flags: readonly Flag[];
  readonly evidence: Evidence;
}

/** What was said of an assessment the day it was made, in the language the plan had. Nothing makes another text of it. */
export interface WordsOfTheDay {
  readonly sentence: string;
  readonly unit: string | null;
  /** What else had to be said, in sentences. */
  readonly remarks: readonly string[];
}

/** An assessment as stored, with what set it apart from the one before. */
export interface StoredAssessment extends Assessment, WordsOfTheDay {
  readonly id: number;
  readonly assessedAt: string;
  readonly cause: Cause;
  /** When the status took the value it has now. */
  readonly since: string;
  readonly ruleVersionId: number;
  /** The shape its evidence was stored in; an earlier one was judged by an earlier reading of the figures. */
  readonly storedForm: number;
}
