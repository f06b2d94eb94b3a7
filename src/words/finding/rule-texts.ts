import type { GuardReason, Status } from '../../model/plan/assessment.ts';
import type { MeasuredFacts, VerdictFacts } from '../comparison/comparison.ts';
import type { Direction } from '../../model/plan/rule.ts';

/** Parts of a sentence about where the latest value stands, numbers already written with their unit. */
export interface StandingFacts extends MeasuredFacts {
  readonly status: Status;
  readonly verdict: VerdictFacts;
}

/** Limits as they are written in the settings; `null` where there is none. */
export interface Limits {
  readonly min: string | null;
  readonly max: string | null;
}

export interface ThresholdFacts extends StandingFacts {
  readonly limits: Limits;
  readonly outer: Limits;
}

export interface TargetFacts extends StandingFacts {
  readonly goal: string;
  readonly year: number;
  /** Where the path stands; `null` after the year of the target, and where the target is reached before any path. */
  readonly path: string | null;
  readonly isReached: boolean;
  /** From the path, or from the target where there is no path; without a sign. */
  readonly distance: string;
  readonly isLevel: boolean;
  /** `null` for a tolerance of nil. */
  readonly margin: string | null;
}

export interface RankFacts extends StandingFacts {
  readonly place: string;
  readonly group: string;
  readonly rank: number;
  /** The rank where every place without a figure is better; the same where none lacks one. */
  readonly worstRank: number;
  /** Places that were ranked, the own among them. */
  readonly ranked: number;
  readonly within: number;
}

export interface AgainstFacts extends StandingFacts {
  readonly place: string;
  readonly other: string;
  readonly otherValue: string;
  readonly as: 'share' | 'difference';
  /** Of a difference without their signs, which stand beside them. */
  readonly compared: string;
  readonly comparedSign: number;
  readonly required: string;
  readonly requiredSign: number;
  readonly direction: Direction;
  readonly margin: string | null;
}

export interface MeanFacts extends StandingFacts {
  readonly mean: string;
  readonly periods: number;
  readonly distance: string;
  /** Of the value less the mean. */
  readonly sign: number;
  /** Counted positive when better. */
  readonly betterSign: number;
  readonly margin: string | null;
}

/** The change that was demanded, beside the sentence about the change there was. */
export interface DemandFacts {
  readonly verdict: VerdictFacts;
  readonly status: Status;
  readonly demand: string;
  /** How much the change is in per cent, where that is what is demanded; `null` else, and where nothing changed. */
  readonly share: string | null;
  readonly direction: Direction;
}

/** What is said of the rules that ask where a value stands, and of a change that is demanded. */
export interface RuleTexts {
  threshold(facts: ThresholdFacts): string;
  target(facts: TargetFacts): string;
  rank(facts: RankFacts): string;
  against(facts: AgainstFacts): string;
  noWorseThanMean(facts: MeanFacts): string;
  demand(facts: DemandFacts): string;
  /** What a ratio is divided by, as a source of its own. */
  dividedBy(source: string, table: string | null): string;
}

/** Guards that only rules on levels, or a ratio, are stopped by. */
export type LevelGuards = Readonly<
  Record<
    Extract<GuardReason, 'before-deadline' | 'denominator-not-positive'>,
    (facts: { readonly period: string; readonly deadline: string }) => string
  >
>;
