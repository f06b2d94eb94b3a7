import type { RegionLayout } from './dataset.ts';
import type { ContentsRules, Coverage, PartsOfWhole, Quantity, SameCategory, TableYears } from './job.ts';
import type { SourceDescription } from './source-description.ts';
import type { RegionWitness } from './place-witness.ts';

/** One reply to a data request, as received: plain data, so that another thread can read it. */
export interface DataReply {
  /** Begins a sentence about the answer, for instance `The data of table 07984`. */
  readonly what: string;
  readonly address: string;
  /** As announced; `null` when it was not. */
  readonly contentType: string | null;
  readonly body: Uint8Array;
  /** Method, address and, for POST, the JSON body. */
  readonly request: string;
}

/** A place that was to be compared with, and that the table does not offer. */
export interface MissingPlace {
  /** Today's code of the place in the settings. */
  readonly code: string;
  readonly name: string;
  /** A clause: which code is missing where, and the nearest offered one. */
  readonly lack: string;
  /**
   * Where the fault is to be looked for: `regions.yaml` where the table knows the place under another code of its
   * history, `indicators` for one that only a rule names.
   */
  readonly file: 'peers.yaml' | 'regions.yaml' | 'indicators';
  /** True for a county or the country beside municipalities: another alternative of the dataset may have it. */
  readonly isWider?: boolean;
}

/** What one dataset query brought back, structurally checked but not yet read. */
export interface RetrievedDataset {
  readonly datasetId: string;
  readonly table: string;
  /** Parsed JSON-stat documents, one per data request; more than one when the query was split. */
  readonly documents: readonly unknown[];
  /** The table's metadata in English, for labels; `null` when it could not be retrieved. */
  readonly metadataEn: unknown;
  /**
   * Variable → code → English label, of codes that come from a code list and not from the table; none when left out.
   */
  readonly labelsEn?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * What the table says about itself; its title is that of the data too. `null` or left out when it was not requested.
   */
  readonly description?: SourceDescription | null;
  /** The bytes as received, joined by a line feed when the query was split. */
  readonly body: Uint8Array;
  /** Hexadecimal SHA-256 of `body`. */
  readonly sha256: string;
  /** One line per request sent: method, address and, for POST, the JSON body. */
  readonly request: readonly string[];
  readonly licence: string;
  readonly retrievedAt: string;
  readonly alternative: string;
  /** One sentence: why this alternative, and what the ones before it lacked. */
  readonly alternativeReason: string;
  readonly coverage: Coverage;
  readonly regions: RegionLayout | null;
  readonly quantities: Readonly<Record<string, Quantity>>;
  /** Contents code → what the job demands of its figures. */
  readonly contentsRules: Readonly<Record<string, ContentsRules>>;
  /** Variable → the codes asked for, or `null` where an expression left the choice to the table (time). */
  readonly expected: Readonly<Record<string, readonly string[] | null>>;
  /** Which periods of the table are the dataset's; all of them when left out. */
  readonly years?: TableYears;
  /** Categories that are kept as one the dataset holds already; none when left out. */
  readonly sameAs?: readonly SameCategory[];
}

/** What one dataset query returned: its replies are neither parsed nor checked. */
export interface FetchedDataset extends Omit<RetrievedDataset, 'documents'> {
  readonly replies: readonly DataReply[];
  /** What the source itself says of the regions; `null` or left out when nothing could be asked. */
  readonly regionWitness?: RegionWitness | null;
  /** Peers that were not asked for, since the table lacks them; left out where there are none. */
  readonly missingPlaces?: readonly MissingPlace[];
  /** What the job says of totals and their parts. */
  readonly parts?: readonly PartsOfWhole[];
}
