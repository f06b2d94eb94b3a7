import type { ObsStatus } from './cube.ts';
import type { Coverage, Quantity } from './job.ts';

/** Symbol of a figure that was published once and no longer is; the source itself writes no such symbol. */
export const WITHDRAWN = 'withdrawn';

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
}

export interface Series {
  readonly key: string;
  /** Dimension code → category code, time left out. */
  readonly categories: Readonly<Record<string, string>>;
  /** Ascending by period. */
  readonly observations: readonly Observation[];
}

/** How the region dimension of a publication is to be read. */
export interface RegionReading {
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
  readonly regions: RegionReading | null;
  /** Contents code → how its figures may be treated. */
  readonly quantities: Readonly<Record<string, Quantity>>;
  /** Code of the contents dimension, or `null` when the dataset has none. */
  readonly contentsDimension: string | null;
  /** Dimension code → category code → label (Norwegian). */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly series: readonly Series[];
}
