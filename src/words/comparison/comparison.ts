import type { Status } from '../../model/plan/assessment.ts';
import type { Against } from '../../model/plan/rule.ts';

/** How a rule came out, in the words sentences need: `held` is on track by standing still. */
export type Judgement = 'better' | 'held' | 'same' | 'worse';

/** What the value of an indicator is, as a sentence names it: a figure as published, or something computed. */
export type ValueKind = 'figure' | 'index' | 'diversity' | 'growth' | 'gap';

/** The value of a period as the beginning of a sentence; the value is written with its unit. */
export interface MeasuredFacts {
  readonly kind: ValueKind;
  readonly value: string;
  readonly period: string;
  /** The place compared with, where it is the only one of its group: a gap is to it, and to no mean. */
  readonly sole?: string | null;
}

/** How a verdict ends its sentences: of the ambition, or of one requirement of several. */
export interface VerdictFacts {
  readonly status: Status;
  readonly isPart: boolean;
}

/** Parts of a sentence about a change, numbers already written. */
export interface ChangeFacts extends MeasuredFacts {
  /** `null` where what was demanded is said after it. */
  readonly judgement: Judgement | null;
  /** `null` where another sentence gives the verdict. */
  readonly verdict: VerdictFacts | null;
  /** Without its unit. */
  readonly previous: string;
  readonly previousPeriod: string;
  /** Without a sign, and with a unit only where that is another than the value's. */
  readonly change: string;
  readonly sign: number;
  /** Only bounds are known: the change is at least, or at most, so much; `null` where it is known. */
  readonly bound: 'least' | 'most' | null;
  /** `null` for a tolerance of nil. */
  readonly margin: string | null;
  /** Is the change exactly as large as the margin? */
  readonly isAtMargin: boolean;
}

/** Where the value stands against the period the plan counts from. */
export interface BaseFacts {
  readonly verdict: VerdictFacts;
  readonly basePeriod: string;
  /** Without a sign. */
  readonly distance: string;
  /** Of the distance: below the base, or above it. */
  readonly sign: number;
  readonly margin: string | null;
  /** The change since the period before falls short too. */
  readonly isAlso: boolean;
}

export interface LeadFacts {
  readonly judgement: Judgement;
  readonly verdict: VerdictFacts;
  readonly place: string;
  /** Growths and the lead, without signs. */
  readonly own: string;
  readonly ownSign: number;
  readonly peers: string;
  readonly peersSign: number;
  readonly lead: string;
  readonly leadSign: number;
  readonly against: Against;
  readonly isDecrease: boolean;
  readonly group: string;
  readonly isProposed: boolean;
  /** Counties are compared with, not regions. */
  readonly isOfCounties: boolean;
  /** The group is one place, and `group` is its name. */
  readonly isSole: boolean;
  readonly period: string;
  readonly previousPeriod: string;
  readonly margin: string | null;
  readonly beaten: number;
  readonly compared: number;
}

export interface PositionFacts extends Omit<ChangeFacts, 'kind' | 'judgement' | 'verdict' | 'bound'> {
  readonly judgement: Judgement;
  readonly verdict: VerdictFacts;
  readonly place: string;
  /** The place itself where it is compared with alone. */
  readonly group: string;
  /** The gap before, with its unit. */
  readonly previousAmount: string;
  /** Signs of the gaps; `value` and `previous` are written without. */
  readonly gapSign: number;
  readonly previousGapSign: number;
  /** Sign of the change, counted positive when better. */
  readonly betterSign: number;
}

/** What is said of a value beside an earlier one, or beside others: one file a language. */
export interface ComparisonTexts {
  /** A main clause without a full stop. */
  measured(facts: MeasuredFacts): string;
  /** The verdict as a clause that closes a sentence: neither capital letter nor full stop. */
  verdict(facts: VerdictFacts): string;
  annualChange(facts: ChangeFacts): string;
  /** Why the value is off track though the step before was kept, or in addition to it. */
  belowBase(facts: BaseFacts): string;
  growthLead(facts: LeadFacts): string;
  relativePosition(facts: PositionFacts): string;
  /** A gap with its side, as it stands inside a sentence; `amount` is written without a sign. */
  gap(amount: string, sign: number, sole?: string | null): string;
  allOf(met: number, parts: number): string;
  /** `null` when there are figures, but none of the measure. */
  notSet(known: MeasuredFacts | null): string;
}
