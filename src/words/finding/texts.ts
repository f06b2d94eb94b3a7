import type { Cause, Flag, GuardReason, SaidStatus } from '../../model/plan/assessment.ts';
import type { UnsettledCategory } from '../../model/data/category.ts';
import type { MissingReason } from '../../model/data/figure.ts';
import type { Coverage } from '../../model/data/job.ts';
import type { TimePeriod } from '../../model/time-period.ts';
import type { NumberStyle } from '../number-text.ts';
import type { ComparisonTexts } from '../comparison/comparison.ts';
import type { RuleTexts } from './rule-texts.ts';

export interface GuardFacts {
  readonly place: string;
  /** The latest period. */
  readonly period: string;
  /** The period a figure is missing in, where it is known. */
  readonly missingIn: string | null;
  readonly missing: string | null;
  /** The latest value with its period, where there is one. */
  readonly known: { readonly value: string; readonly period: string } | null;
  /** What is missing, a sentence for each place, period and reason. */
  readonly missingParts: readonly string[];
  readonly missingPeers: readonly string[];
  readonly group: string;
  /** Reason given for a declared break, without a full stop. */
  readonly breakReason: string;
  /** Year by which a target is to be reached; empty for any other guard. */
  readonly deadline: string;
  /** There were figures once. */
  readonly wasMeasured: boolean;
  /** Categories that wait for a decision in the settings. */
  readonly unsettled: readonly UnsettledCategory[];
}

/** What is missing, in words. */
export interface MissingFacts {
  readonly place: string;
  readonly period: string;
  /** What the figures count; empty where that is the place alone. */
  readonly labels: readonly string[];
  readonly reason: MissingReason;
  readonly reasonText: string;
  /** A table of Statistics Norway; otherwise a file that was handed in. */
  readonly isFromTable: boolean;
  /** The period is the latest that the source has published. */
  readonly isLatest: boolean;
}

export interface CorrectionFacts {
  readonly period: string;
  readonly published: string;
  readonly corrected: string;
  readonly reason: string;
  readonly reference: string;
}

export interface CauseFacts {
  /** The newest period looked at; empty for none, and where something else than the newest period was withdrawn. */
  readonly period: string;
  /** Nothing could be judged in that period. */
  readonly isUnjudged: boolean;
  /** First periods of the breaks that are new; without any, of those that were lifted. */
  readonly breaks: readonly string[];
  readonly isLifted: boolean;
  /** The periods whose figures were replaced, where they are known. */
  readonly revised: readonly string[];
  /** A table of Statistics Norway; otherwise a file the municipality handed in. */
  readonly isFromTable: boolean;
  /** What the municipality has said of its corrections, each once. */
  readonly corrections: readonly string[];
  /** Where the figures came from and come from, of a switch; empty where that is not known. */
  readonly sources: readonly string[];
  /** False when no source has figures any more. */
  readonly hasSource: boolean;
}

/** Two surveys, the earlier first. */
export interface UncertaintyFacts {
  readonly periods: readonly [string, string];
  /** Two standard errors of the change, in points. */
  readonly width: string;
  readonly respondents: readonly [string, string];
}

/** What is said where something is missing, was let in, corrected or taken from elsewhere. */
export interface AbsenceTexts {
  missingPart(facts: MissingFacts): string;
  /** The newest period that could be judged; its value where there is one. */
  lastKnown(status: string, period: string, value: string | null): string;
  /** The newest value there is, where nothing could be judged. */
  lastMeasured(value: string, period: string): string;
  /** An index of which only the bounds are known. */
  between(low: string, high: string): string;
  /** Withheld groups leave it open, and the second table is used. */
  secondTable(table: string): string;
  /** The peers counted together otherwise would give another status. */
  readingsDiffer: string;
  /** The base of the settings lies before a break, and this period stands in for it. */
  baseReplaced(period: string): string;
  /** Parts that the source leaves out, and which are 0 therefore. */
  leftOut(parts: readonly string[], period: string): string;
  provisionalLimits: string;
  /** The change between two surveys may be chance. */
  withinUncertainty(facts: UncertaintyFacts): string;
  correction(facts: CorrectionFacts): string;
  /** What a person let in: zeros of a place in a period, or with neither a whole publication. */
  accepted(place: string | null, period: string | null, day: string): string;
}

/** Every text of one language; a new language is a file each beside those ending in `-nb` here, in `comparison`, `absence` and `cause`. */
export interface Texts extends NumberStyle, AbsenceTexts, ComparisonTexts, RuleTexts {
  readonly statuses: Readonly<Record<SaidStatus, string>>;
  readonly flags: Readonly<Record<Flag, string>>;
  readonly causes: Readonly<Record<Cause, (facts: CauseFacts) => string>>;
  readonly missing: Readonly<Record<MissingReason, string>>;
  readonly percent: string;
  readonly percentagePoints: string;
  readonly guards: Readonly<Record<GuardReason, (facts: GuardFacts) => string>>;
  /** A number with its unit. */
  amount(number: string, unit: string): string;
  period(period: TimePeriod): string;
  /** What the figures are about, as a name inside a sentence. */
  place(coverage: Coverage, municipality: string): string;
  /** Said of the counties compared with, inside a sentence. */
  counties(names: readonly string[], confirmed: boolean): string;
  /** Said of a peer group inside a sentence; `confirmed` is false until it is adopted. */
  group(title: string, confirmed: boolean): string;
  /** A place that is compared with alone, with the word for a proposal. */
  proposed(place: string): string;
  /** A peer group by its title alone. */
  groupName(title: string): string;
  proxy(coverage: Coverage, municipality: string): string;
  /** `corrected`: some of the figures are the municipality's own. */
  source(source: string, table: string | null, corrected: boolean): string;
  /** The source by its name, where it stands alone. */
  sourceAlone(source: string, table: string | null): string;
  /** The source as a name inside a sentence, with how far down its figures reach. */
  sourceName(source: string, table: string | null, coverage: Coverage): string;
}
