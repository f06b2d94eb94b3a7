import type { ObsStatus } from './cube.ts';
import type { Coverage, Quantity } from './job.ts';
import type { RecordedAcceptance } from '../plan/acceptance.ts';
import type { UnknownSymbol } from './source-description.ts';

/** Symbol of a figure that was published once and no longer is; the source itself writes no such symbol. */
export const WITHDRAWN = 'withdrawn';

/** Symbol of a figure that a person took back: it is read as if it had never been, and its trace stays. */
export const TAKEN_BACK = 'taken-back';

/** Symbol of a 0 that is not a figure: it cannot be one, or is not one yet. */
export const ZERO_SYMBOL = '0';

/** Symbol of a 0 for which the source has no row, where its form says that a row left out is a 0. */
export const NO_ROW = 'no-row';

/** Why a figure is the municipality's own and not the source's. */
export interface CorrectionReference {
  readonly published: number;
  readonly reason: string;
  readonly reference: string;
}

/**
 * The name of an alternative without the table that brought other dimensions (`municipalities-today@15001`): figures of
 * both are kept apart, and it is one and the same way of asking.
 */
export function alternativeName(alternative: string): string {
  return alternative.replace(/@.*$/, '');
}

/** An observation as stored: the figure in force now, or on the day asked for. */
export interface Observation {
  /** `periodKey` of its period. */
  readonly period: number;
  readonly value: number | null;
  readonly symbol: string | null;
  readonly obsStatus: ObsStatus;
  /** The publication that set it. */
  readonly publicationId: number;
  /** True when an earlier publication had another number here. */
  readonly revised: boolean;
  /** True when there is no number, and an earlier publication had one. */
  readonly taken: boolean;
  /** `null` for a figure as published. */
  readonly correction: CorrectionReference | null;
}

export interface Series {
  readonly key: string;
  /** Dimension code → category code, time left out. */
  readonly categories: Readonly<Record<string, string>>;
  /** Ascending by period. */
  readonly observations: readonly Observation[];
}

/** How the region dimension of a publication is to be read. */
export interface RegionLayout {
  readonly dimension: string;
  /** `grouped`: the source summed to today's borders, code = prefix + today's code. `divisions`: raw codes. */
  readonly form: 'grouped' | 'divisions';
  readonly prefix: string;
}

/** What an analyst or a sentence must be able to say about where figures come from. */
export interface PublicationReference {
  readonly datasetId: string;
  /** SSB's table number; `null` for an imported file. */
  readonly table: string | null;
  readonly title: string;
  /** Publisher as the source names it, or the title of an imported file with its file name. */
  readonly source: string;
  readonly publicationId: number;
  readonly updatedAt: string | null;
  readonly retrievedAt: string;
  readonly alternative: string;
  readonly coverage: Coverage;
}

/** One dataset as it stands (or stood) in the store, with its newest accepted publication. */
export interface StoredDataset {
  readonly publication: PublicationReference;
  /** Key of the newest period its table has published, over every dataset we hold of the table; `null` for none. */
  readonly latestPeriod: number | null;
  /** When the first publication that has it was published, UTC ISO 8601; `null` for none. */
  readonly latestPeriodSince: string | null;
  readonly regions: RegionLayout | null;
  /** Contents code → how its figures may be treated. */
  readonly quantities: Readonly<Record<string, Quantity>>;
  /** Code of the contents dimension, or `null` when the dataset has none. */
  readonly contentsDimension: string | null;
  /** Dimension code → category code → label (Norwegian). */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly series: readonly Series[];
  /** Symbols of its newest publication, as read today, without a known meaning; none when left out. */
  readonly unknownSymbols?: readonly UnknownSymbol[];
  /** What a person has accepted of it, oldest first. */
  readonly acceptances: readonly RecordedAcceptance[];
  /** Publication → table number, where its figures come from more than one table; left out for one table. */
  readonly tables?: Readonly<Record<number, string>>;
  /**
   * The same dataset as its tables before left it, where they were kept by other dimensions, newest first: none of
   * their periods is later than those here. None when left out.
   */
  readonly earlier?: readonly StoredDataset[];
}
