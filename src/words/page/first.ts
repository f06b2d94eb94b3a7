import type { Status } from '../../model/plan/assessment.ts';

/** How many indicators there are of each kind; what is measured for another place or by something else is counted apart. */
export interface Standing {
  readonly municipality: string;
  /** Judged on the municipality's own figures. */
  readonly own: JudgedCount;
  /** Judged on what stands in for them. */
  readonly proxy: JudgedCount;
  /** Where the figures that stand in are from, each once: «Norge», «fylket». */
  readonly proxyPlaces: readonly string[];
  readonly notSet: number;
  readonly notMeasured: number;
  /** The latest period cannot be judged, or not be compared with the one before. */
  readonly unsettled: number;
}

/** `notMet` holds those of `stable` too. */
export interface JudgedCount {
  readonly all: number;
  readonly met: number;
  readonly partly: number;
  readonly notMet: number;
  readonly stable: number;
}

/** The texts of the first screen. */
export interface FirstTexts {
  /** Where the plan stands, in one sentence. */
  readonly answer: (standing: Standing) => string;
  /** What that sentence leaves out, in sentences. */
  readonly rest: (standing: Standing) => readonly string[];
  /** Words under «not met»: no change is not met. */
  readonly notMet: string;
  readonly madeUpTitle: string;
  readonly madeUp: (municipality: string) => string;
  readonly checked: (date: string, time: string) => string;
  readonly neverChecked: string;
  /** How to see that the page is old; `contact` is whom to ask, or `null`. */
  readonly ifOld: (contact: string | null) => string;
  readonly chips: string;
  /** Said of a chip, for those who do not see the symbol: where it leads. */
  readonly chipLeadsTo: (title: string) => string;
  /** How many of those in a chip are measured for something else. */
  readonly ofThemProxy: (count: number, places: string) => string;
  readonly table: string;
  readonly columns: {
    readonly status: string;
    readonly indicator: string;
    readonly value: string;
    readonly latest: string;
    readonly next: string;
    readonly changed: string;
  };
  readonly latestVerdict: (period: string, status: string) => string;
  readonly noVerdicts: string;
  readonly changedFrom: (before: string, date: string) => string;
  readonly changes: {
    readonly title: string;
    readonly none: string;
    readonly from: (before: string, after: string) => string;
    readonly still: (status: string) => string;
  };
  /** «Side 1 av 11», of which the numbers are counted when it is printed. */
  readonly pageOf: { readonly page: string; readonly of: string };
}

/** Statuses that an ambition is judged by. */
export const JUDGED: readonly Status[] = ['on-track', 'partly-met', 'stable', 'off-track'];
