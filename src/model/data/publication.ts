import type { Cube } from './cube.ts';
import type { CorrectionReference, RegionLayout } from './dataset.ts';
import type { Coverage, Quantity, TableYears } from './job.ts';

/** A figure that is the municipality's own and not the source's, as declared when it was stored. */
export interface CorrectedCell extends CorrectionReference {
  readonly seriesKey: string;
  /** `periodKey` of its period. */
  readonly period: number;
  readonly corrected: number;
}

/** One retrieval, checked and normalised, on its way into the store. */
export interface NewPublication {
  readonly datasetId: string;
  readonly table: string | null;
  readonly cube: Cube;
  readonly licence: string;
  readonly retrievedAt: string;
  /** Of the bytes as received. */
  readonly sha256: string;
  /** The bytes as received, gzip. */
  readonly body: Uint8Array;
  /** The requests sent (method, address, body), or the name of the imported file. */
  readonly request: readonly string[];
  /** Identifies the query: figures missing from the reply to the same query have been withdrawn. */
  readonly query: string;
  /**
   * `whole`: figures it lacks of the periods before are withdrawn by the source. `whole-series`: so are those of the
   * series it has, which answer another question than before; the others were not asked for. `partial`: it adds to what
   * is there, and revises. `taken-back`: what it lacks, of any period, a person has withdrawn.
   */
  readonly completeness: 'whole' | 'whole-series' | 'partial' | 'taken-back';
  /**
   * Which periods of the table are the dataset's; all of them when left out. What it lacks of others is not withdrawn.
   */
  readonly years?: TableYears;
  readonly alternative: string;
  /** Why that alternative, and what earlier ones lacked. */
  readonly alternativeReason: string;
  readonly coverage: Coverage;
  readonly regions: RegionLayout | null;
  readonly quantities: Readonly<Record<string, Quantity>>;
  /** Key of the newest period that its own cells, as received, show as published; `null` when they show none. */
  readonly latestPeriod: number | null;
  readonly corrections: readonly CorrectedCell[];
}

/** What the last accepted publication of a dataset promised; compared with the next before anything is written. */
export interface PublicationContract {
  readonly publicationId: number;
  readonly alternative: string;
  readonly cells: number;
  /** Dimension code → category codes; time periods under the time dimension's code. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /** Contents code → unit. */
  readonly units: Readonly<Record<string, string | null>>;
  /** Contents code → decimals; left out by earlier versions, `null` where the source does not say. */
  readonly decimals?: Readonly<Record<string, number | null>>;
}

/** A cell whose figure differs from the one in force. */
export interface RevisedCell {
  readonly seriesKey: string;
  readonly period: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** What taking a publication in would change, or has changed. */
export interface ChangeSummary {
  readonly inserted: number;
  readonly revised: number;
  readonly unchanged: number;
  /** Numbers that were there and are gone. */
  readonly withdrawn: number;
  readonly revisions: readonly RevisedCell[];
}

/** How many figures came, went or differ. */
export type ChangeCounts = Omit<ChangeSummary, 'revisions'>;
