import type { StatbankTable } from '../table.ts';

/** One request to the v2 API. */
export interface ApiRequest {
  readonly method: string;
  /** Path after the base, without query string. */
  readonly path: string;
  readonly search: string;
  readonly contentType: string;
  readonly body: string;
}

/** What the routes need to know of the stand-in at the moment of a request. */
export interface ApiView {
  /** In order of id. */
  readonly tables: readonly StatbankTable[];
  /** What the list of tables knows, in order of id. */
  readonly listed: readonly StatbankTable[];
  readonly now: Date;
  readonly base: string;
  readonly codeListsKey: string;
  /** Calls per minute that /config announces. */
  readonly announcedCalls: number;
  /** The same code twice gives two values, and not SSB's 500. */
  readonly takesTwice: boolean;
}
