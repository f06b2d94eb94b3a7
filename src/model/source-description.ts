/** A note of the source's, and what it is about. */
export interface SourceNote {
  readonly text: string;
  /** The source calls it mandatory: figures are not to be shown without it. */
  readonly mandatory: boolean;
  /** Code of the variable it stands on; `null` for the whole table. */
  readonly variable: string | null;
  /** Code of the category it stands on; `null` for the whole variable or table. */
  readonly category: string | null;
}

/** A category as its table describes it; `unit` and `decimals` only on the contents. */
export interface DescribedCategory {
  readonly code: string;
  readonly label: string;
  readonly unit: string | null;
  readonly decimals: number | null;
}

/** A variable as its table describes it, with the categories that were asked for. */
export interface DescribedVariable {
  readonly code: string;
  readonly label: string;
  readonly categories: readonly DescribedCategory[];
}

/** What a table says about itself, beside its figures. What the source leaves out is `null`. */
export interface SourceDescription {
  readonly title: string;
  /** As the source marks it, in its list or in its title. */
  readonly discontinued: boolean;
  /** Code of the newest period that the metadata offers. */
  readonly lastPeriod: string | null;
  readonly source: string | null;
  readonly nextUpdate: string | null;
  readonly variables: readonly DescribedVariable[];
  readonly notes: readonly SourceNote[];
}

/** A live table that seems to go on where another ends. */
export interface Successor {
  readonly table: string;
  readonly label: string;
  readonly lastPeriod: string | null;
}

/**
 * Why a table can no longer be counted on. `closed`: the source says so; `gone`: the source does not know it;
 * `standing-still`: another table with its title has a later period.
 */
export interface TableStanding {
  readonly kind: 'closed' | 'gone' | 'standing-still';
  readonly table: string;
  readonly lastPeriod: string | null;
  /** When it was first seen, ISO 8601. */
  readonly seenAt: string;
  /** `null` where a search finds none. */
  readonly successor: Successor | null;
}

/** A symbol whose meaning nobody has written, in the newest publication of a dataset. */
export interface UnknownSymbol {
  readonly symbol: string;
  /** Its first cell, as category codes. */
  readonly cell: string;
  /** How many cells carry it. */
  readonly cells: number;
}
