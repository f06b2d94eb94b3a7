import type { Flag, SaidStatus } from '../../model/plan/assessment.ts';
import type { RuleId } from '../../model/plan/rule.ts';
import type { FirstTexts } from './first.ts';
import type { ToldTexts } from './told.ts';

/** Every text of the page in one language that is not said elsewhere too. */
export interface PageTexts {
  readonly pageTitle: (municipality: string, plan: string) => string;
  readonly first: FirstTexts;
  readonly told: ToldTexts;
  readonly skip: string;
  readonly ambition: string;
  readonly period: string;
  readonly value: string;
  readonly inARow: (status: string, count: number) => string;
  readonly cause: string;
  readonly noValue: string;
  readonly unchanged: (previousPeriod: string) => string;
  readonly moved: (up: boolean, change: string, previousPeriod: string) => string;
  readonly leadOver: (ahead: boolean, lead: string) => string;
  readonly proposedGroup: string;
  readonly evidence: EvidenceTexts;
  readonly past: { readonly title: string; readonly all: string; readonly status: string; readonly lead: string };
  readonly revisions: {
    readonly title: string;
    readonly none: string;
    readonly lead: (date: string) => string;
    readonly peers: (names: string) => string;
    readonly before: string;
    readonly after: string;
    /** What the source itself publishes, and what is calculated from it. */
    readonly published: string;
    readonly calculated: string;
  };
  readonly source: SourceTexts;
  readonly unmeasured: { readonly title: string; readonly lead: string; readonly none: string };
  readonly guide: {
    readonly title: string;
    readonly statuses: Readonly<Record<SaidStatus, string>>;
    /** Words of their own, each with what it means. */
    readonly terms: readonly (readonly [term: string, meaning: string])[];
    readonly flagsTitle: string;
    readonly flags: Readonly<Record<Flag, string>>;
    readonly proposed: string;
  };
  readonly quoted: (text: string) => string;
  readonly toTop: string;
  /** Heading of what the municipality has noted by date. */
  readonly annotations: string;
  /** Followed by the name of whom a reader can ask. */
  readonly ask: string;
  /** The same below a heading that says it is for questions. */
  readonly contact: string;
  readonly readPlan: string;
}

export interface EvidenceTexts {
  readonly title: string;
  readonly number: string;
  /** By the names that verdicts have for their numbers. */
  readonly names: Readonly<Record<string, string>>;
  /** The same where the value is a distance. */
  readonly gapNames: Readonly<Record<string, string>>;
  readonly beaten: string;
  readonly beatenOf: (beaten: number, compared: number) => string;
  readonly rule: Readonly<Record<RuleId, string>>;
  readonly peers: (group: string, period: string) => string;
  readonly peer: string;
  readonly level: string;
  readonly growth: string;
}

export interface SourceTexts {
  readonly title: string;
  readonly source: string;
  readonly table: string;
  readonly updated: string;
  readonly retrieved: string;
  readonly licence: string;
  /** The name of a link to the terms of a source. */
  readonly terms: (host: string, isInEnglish: boolean) => string;
  readonly measurement: string;
  readonly references: string;
}
