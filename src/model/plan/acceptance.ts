/** Zeros of one place in one period. */
export interface ZerosOfPlace {
  /** The place's code of today, or the table's own code where the settings have no such place; `0` for the country. */
  readonly place: string;
  /** Period code. */
  readonly period: string;
}

/** What a person accepted although it was held back: a publication, or zeros that could not be figures. */
export interface Acceptance {
  /** `null` for a whole publication. */
  readonly zeros: ZerosOfPlace | null;
  /** What was held back, as the refusal says it. */
  readonly finding: string;
  readonly acceptedBy: string;
  readonly acceptedAt: string;
}

/** An acceptance as stored. */
export interface RecordedAcceptance extends Acceptance {
  /** The publication it was accepted in. */
  readonly publicationId: number | null;
}

/** An acceptance that is spoken of. */
export interface NamedAcceptance extends RecordedAcceptance {
  /** The place of the zeros as staff know it; left out where the settings know no such place. */
  readonly placeName?: string;
}
