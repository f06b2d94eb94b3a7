import type { Against, Direction } from '../../model/plan/rule.ts';

/** A rule without parts, its numbers written out with their unit. */
export interface JudgedFacts {
  readonly direction: Direction;
  /** `null` where any difference counts. */
  readonly margin: string | null;
  readonly group: string;
  readonly municipality: string;
}

/** How rules are said beforehand, each as a clause after «Oppfylt når». */
export interface JudgedTexts {
  readonly metWhen: (clause: string) => string;
  readonly change: (facts: JudgedFacts & { readonly atLeast: string | null }) => string;
  readonly stable: (facts: JudgedFacts) => string;
  readonly base: (year: number, margin: string | null, direction: Direction) => string;
  readonly lead: (facts: JudgedFacts & { readonly against: Against }) => string;
  readonly position: (facts: JudgedFacts) => string;
  readonly threshold: (limits: { readonly min: string | null; readonly max: string | null }) => string;
  readonly outer: (limits: { readonly min: string | null; readonly max: string | null }) => string;
  readonly target: (facts: { readonly goal: string; readonly year: number; readonly isStraight: boolean }) => string;
  readonly rank: (within: number, facts: JudgedFacts) => string;
  readonly against: (limit: string, place: string, facts: JudgedFacts & { readonly isShare: boolean }) => string;
  readonly mean: (periods: number, facts: JudgedFacts) => string;
  readonly allOf: (clauses: readonly string[]) => string;
  readonly notSet: string;
  /** Of a goal that cannot be reckoned yet. */
  readonly goalOfRule: string;
  readonly country: string;
  readonly marginNotAdopted: string;
  readonly measureNotAdopted: string;
}

/** What is told of each indicator besides its verdict. */
export interface ToldTexts {
  readonly judgedTitle: string;
  readonly judged: JudgedTexts;
  readonly notMeasuredTitle: string;
  readonly metTitle: string;
  /** In how many of the periods since the plan began that could be judged the ambition was met. */
  readonly met: (met: number, judged: number, since: string | null) => string;
  /** How far the figure has come; `sign` is 0 where it is what it was. */
  readonly movedSince: (sign: number, amount: string, period: string) => string;
  readonly nextTitle: string;
  readonly next: (month: string) => string;
  readonly nextLate: (month: string) => string;
  readonly nextHandedIn: string;
  readonly nextLateShort: (month: string) => string;
  readonly nextHandedInShort: string;
  readonly checked: (date: string) => string;
  readonly correctedTitle: string;
  readonly corrected: (facts: {
    readonly period: string;
    readonly published: string;
    readonly corrected: string;
    readonly reason: string;
    readonly reference: string;
  }) => string;
  readonly askTitle: string;
  readonly changedFrom: (before: string, date: string) => string;
  /** A level with its distance to the mean of others; `sign` below zero where it is lower. */
  readonly gap: (level: string, distance: string, sign: number) => string;
  /** Nothing is measured, and who must do what. */
  readonly notHandedIn: (title: string, command: string) => string;
  readonly notFetched: string;
  readonly subgoal: string;
}
