import type { MissingReason } from './figure.ts';
import type { PlaceContradiction } from './place-contradiction.ts';

/** A value of a source's code list, with the codes it sums. */
export interface CodeListValue {
  readonly code: string;
  readonly label: string;
  readonly members: readonly string[];
}

/** What a source itself says of its regions: nothing but data, so that another thread can weigh it. */
export interface RegionWitness {
  /** Region code → label, of every code the table offers and of the code list that is used. */
  readonly labels: Readonly<Record<string, string>>;
  /** The list that sums to today's borders; `null` when none was read. */
  readonly codeList: readonly CodeListValue[] | null;
}

/** Years in which the figures of a region code are not those of the place that the settings take it for. */
export interface DoubtfulCode {
  /** As in the dataset, its prefix included. */
  readonly code: string;
  readonly years: readonly number[];
  readonly reason: Extract<MissingReason, 'code-ended' | 'other-place' | 'border-change'>;
}

/** `missing`: figures are left out. `wrong`: the settings are wrong, and the figures stand. `note`: a spelling. */
export type FindingWeight = 'missing' | 'wrong' | 'note';

/** Where a witness contradicts the settings. */
export interface PlaceFinding {
  /** Today's code of the place, as the settings have it. */
  readonly place: string;
  /** What is contradicted: a code, or a note on the place. */
  readonly code: string;
  /** In English, with its full stop: what, by whom, in which years. */
  readonly sentence: string;
  /** The same as facts; left out of a note, where the settings speak against themselves, and in what earlier versions stored. */
  readonly about?: PlaceContradiction;
  /** Lines for regions.yaml that would settle it; none when a person must decide. */
  readonly write: readonly string[];
  readonly weight: FindingWeight;
}
