import type { Rule } from './rule.ts';

/** Figures from `period` (a period key) on are not comparable with those before it. */
export interface SeriesBreak {
  readonly period: number;
  readonly kind: 'declared-break' | 'marked-break' | 'border-change';
  /** The reason given in the settings, or the place whose figure the source has marked; empty for other borders. */
  readonly detail: string;
  /** Id of the peer whose figure is marked; `null` for what concerns the own figures. */
  readonly peer: string | null;
}

/** Between which two changes, in the unit of the measure, an ordinary change from the period before lies. */
export interface ChangeLimits {
  /** Period keys of the unbroken values that the limits rest on, up to the latest. */
  readonly periods: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Too few changes for firm limits. */
  readonly isProvisional: boolean;
}

/** A rule without parts, with what it holds the latest value against besides the period before. */
export interface RuleFacts {
  readonly rule: Rule;
  /** The period that the value is counted from; `isReplaced` where it stands in for a year before a break. */
  readonly base: { readonly period: number; readonly value: number; readonly isReplaced: boolean } | null;
  /** What a `target` is to reach; `null` for other rules, and where it counts from a base that has no figure. */
  readonly goal: number | null;
}

/** What must be known of a series besides its figures, to show it over time. */
export interface SeriesFacts {
  /** Ascending by period. */
  readonly breaks: readonly SeriesBreak[];
  /** `null` where changes are not judged, or are too few. */
  readonly limits: ChangeLimits | null;
  /** Of the rule, or of each part of a compound one, in its order. */
  readonly parts: readonly RuleFacts[];
}
