type Years = readonly number[];

/** A municipality of Klass. */
export interface KlassPlace {
  readonly code: string;
  readonly name: string;
}

/** What is known to have been divided among municipalities of today. */
export interface DividedPlace extends KlassPlace {
  readonly among: readonly KlassPlace[];
}

/**
 * What a witness says against the settings of a place, and is no spelling: codes and names as the witness and the settings have them, years
 * in which the two differ.
 */
export type PlaceContradiction =
  /** The code is another place's name at the source. */
  | { readonly kind: 'other-name'; readonly code: string; readonly label: string; readonly years: Years }
  /** None of the codes of a merged place has its name, and another code does. */
  | {
      readonly kind: 'namesake';
      readonly code: string;
      readonly label: string;
      readonly codes: readonly string[];
      readonly years: Years;
    }
  /** The code was in use for fewer years than the settings have it; `years` are those with figures, if any. */
  | {
      readonly kind: 'code-years';
      readonly code: string;
      readonly label: string;
      readonly from: number | null;
      readonly to: number | null;
      readonly years: Years;
    }
  /** The source's own sum holds a code that the settings lack. */
  | { readonly kind: 'sum-lacks'; readonly code: string; readonly label: string; readonly years: Years }
  /** The settings hold a code that the source sums to another place, or to none (`null`). */
  | {
      readonly kind: 'sum-strange';
      readonly code: string;
      readonly label: string;
      readonly owner: KlassPlace | null;
      readonly years: Years;
    }
  /** Every code that the source sums to the place has ended. */
  | { readonly kind: 'sum-ended'; readonly code: string; readonly last: number; readonly years: Years }
  /** The place was part of one that has been divided since. */
  | {
      readonly kind: 'left-out';
      readonly codes: readonly string[];
      readonly years: Years;
      readonly divided: DividedPlace;
    }
  /** The name of another place in Klass. */
  | { readonly kind: 'klass-name'; readonly code: string; readonly name: string }
  | { readonly kind: 'not-in-klass'; readonly code: string; readonly date: string }
  | {
      readonly kind: 'klass-divided';
      readonly code: string;
      readonly among: readonly KlassPlace[];
      readonly date: string;
    }
  /** The code was renumbered, alone or together with those that `joined`. */
  | {
      readonly kind: 'renumbered';
      readonly code: string;
      readonly to: KlassPlace;
      readonly joined: readonly KlassPlace[];
      readonly date: string;
    }
  /** Klass has the code for the place, alone or as a part of it, and the settings lack it. */
  | {
      readonly kind: 'history-lacks';
      readonly code: string;
      readonly name: string | null;
      readonly isPart: boolean;
      readonly years: Years;
    }
  /** The settings have a code for the place that Klass does not. */
  | { readonly kind: 'history-strange'; readonly code: string; readonly name: string | null; readonly years: Years }
  /** A code of the settings was divided, and held more than the place of today. */
  | {
      readonly kind: 'history-divided';
      readonly code: string;
      readonly among: readonly string[];
      readonly year: number;
      readonly years: Years;
    };
