/** What the oracle is told: the settings, and the figures as the source published them. Plain data, all of it. */

/** A cell as published: the number's own decimals, a symbol, or both (`b` beside a number). */
export interface PublishedCell {
  readonly text: string | null;
  readonly symbol: string | null;
}

export interface PublishedSeries {
  /** The place's code as the source writes it; `null` where the table knows no places. */
  readonly region: string | null;
  /** Dimension → category, without time and region. */
  readonly categories: Readonly<Record<string, string>>;
  /** By period code. */
  readonly cells: ReadonlyMap<string, PublishedCell>;
}

/** One publication of a dataset, as it was taken in. */
export interface Publication {
  readonly table: string;
  readonly alternative: string;
  readonly coverage: 'municipality' | 'county' | 'national';
  /** Does the source sum places to today's borders, or are raw codes asked for? */
  readonly form: 'grouped' | 'divisions';
  /** Before today's code, where the source sums. */
  readonly prefix: string;
  /** Codes whose label says that they ended, by the last year. */
  readonly ended: Readonly<Record<string, number>>;
  /** ISO instant at the source. */
  readonly updatedAt: string;
  readonly series: readonly PublishedSeries[];
  /** Of a forerunner under another table number: what it showed at last. */
  readonly carried?: readonly PublishedSeries[];
}

export interface DatasetFacts {
  readonly quantity: 'count' | 'percentage';
  /** Can a figure of this dataset be 0 at all? */
  readonly zero: 'possible' | 'impossible';
  readonly nil: 'counts' | 'missing';
  readonly allowedAgeDays: number;
}

/** A dataset with every publication taken in so far, oldest first. */
export interface Holding extends DatasetFacts {
  readonly id: string;
  readonly publications: readonly Publication[];
  /** The corrections at hand when the dataset was taken in last; those of the settings when left out. */
  readonly corrections?: readonly Correction[];
}

export interface CodeYears {
  readonly code: string;
  readonly from?: number;
  readonly to?: number;
}

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly codes: readonly CodeYears[];
}

export interface Municipality extends Place {
  readonly county: string;
}

export type Tolerance = { readonly absolute: string } | { readonly percentOfPrevious: string };
export type Direction = 'increase' | 'decrease';

export type Rule =
  | {
      readonly id: 'annual-change';
      readonly direction: Direction;
      readonly tolerance: Tolerance;
    }
  | {
      readonly id: 'stable-or-improved';
      readonly direction: Direction;
      readonly tolerance: Tolerance;
      readonly base?: { readonly year: number; readonly tolerance: Tolerance };
    }
  | {
      readonly id: 'growth-lead';
      readonly against: 'pooled' | 'mean' | 'median' | 'each';
      readonly tolerance: Tolerance;
    }
  | { readonly id: 'relative-position'; readonly direction: Direction; readonly tolerance: Tolerance }
  | { readonly id: 'all-of'; readonly parts: readonly Rule[] }
  | { readonly id: 'not-set' };

export interface Indicator {
  readonly id: string;
  readonly dataset: string;
  /** The second table of an index whose groups are withheld. */
  readonly second?: string;
  readonly proxy: boolean;
  readonly measure: 'level' | 'growth' | 'gap' | 'diversity';
  /** Dimension → categories whose series are summed, or are the groups. */
  readonly select: Readonly<Record<string, readonly string[]>>;
  /** The dimension of the groups, its total and what is left out of the sum. */
  readonly groups?: { readonly dimension: string; readonly total: string; readonly leftOut: string };
  readonly stepYears: number;
  readonly rule: Rule;
  readonly peers?: string;
  /** At least so many peers; all when left out. */
  readonly requiredPeers?: number;
}

export interface Region {
  readonly id: string;
  readonly members: readonly string[];
}

export interface DeclaredBreak {
  readonly dataset: string;
  readonly period: string;
}

export interface Correction {
  readonly dataset: string;
  /** Region among them where the dataset has one. */
  readonly region: string | null;
  readonly categories: Readonly<Record<string, string>>;
  readonly period: string;
  readonly published: string;
  readonly corrected: string;
}

export interface OracleSettings {
  readonly own: string;
  readonly municipalities: readonly Municipality[];
  readonly counties: readonly Place[];
  readonly groups: Readonly<Record<string, readonly Region[]>>;
  readonly indicators: readonly Indicator[];
  readonly breaks: readonly DeclaredBreak[];
  readonly corrections: readonly Correction[];
}

export interface Facts {
  readonly settings: OracleSettings;
  readonly holdings: ReadonlyMap<string, Holding>;
  /** ISO instant of the assessment. */
  readonly now: string;
}

export type MissingReason =
  | 'confidential'
  | 'missing'
  | 'not-possible'
  | 'nil'
  | 'unknown-symbol'
  | 'unexplained'
  | 'not-in-dataset'
  | 'zero'
  | 'code-ended'
  | 'border-change'
  | 'withdrawn';

export interface MissingPart {
  readonly role: 'own' | 'peer';
  /** Today's code of the place, or `null` for the country. */
  readonly place: string | null;
  readonly period: string;
  readonly reason: MissingReason;
  readonly symbol: string | null;
}
