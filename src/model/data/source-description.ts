/** A note of the source's, and what it is about. */
export interface SourceNote {
  readonly text: string;
  /** The same in English; `null` where the source's English notes cannot be matched with the Norwegian ones. */
  readonly textEn: string | null;
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
  /** Every category was asked for, whatever there are: one that comes or goes is the source's doing. */
  readonly isWhole: boolean;
  /** Those asked for; none of time, and none of a variable that was left out. */
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

/** Something a table says differently than before. Texts are the source's own, `null` where it says nothing. */
export type DescriptionChange =
  | { readonly kind: 'title' | 'source' | 'last-period'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'discontinued'; readonly after: boolean }
  | { readonly kind: 'variable-label'; readonly variable: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'label' | 'decimals';
      readonly variable: string;
      readonly code: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | {
      readonly kind: 'new-code' | 'gone-code';
      readonly variable: string;
      readonly code: string;
      readonly label: string;
    }
  | { readonly kind: 'new-note' | 'gone-note' | 'now-mandatory'; readonly note: SourceNote };

/** A live table that seems to continue one that has ended. */
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

/** A symbol without a known meaning, in the newest publication of a dataset. */
export interface UnknownSymbol {
  readonly symbol: string;
  /** Its first cell, as category codes. */
  readonly cell: string;
  /** How many cells carry it. */
  readonly cells: number;
}
