import type { KnownPlace } from '../../model/data/place.ts';
import type { Language } from '../../model/language.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ChosenPeers } from './choose-peers.ts';

/** What a folder of settings is asked for. */
export interface InitOptions {
  /** Today's code, or a name. */
  readonly municipality: string;
  /** `asss`, `county`, or codes and names with commas between; the county when left out. */
  readonly peers?: string | undefined;
  /** Ids of measures with commas between; all that need no survey when left out. */
  readonly with?: string | undefined;
  readonly language: Language;
  /** Nobody is asked. */
  readonly offline: boolean;
  readonly clock?: Clock;
}

/** Where a source says otherwise of a place, as a sentence. */
export interface PlaceDifference {
  /** Today's code. */
  readonly place: string;
  readonly sentence: string;
}

/** What a source said of the places in use: `not-asked` where that was wished, `silent` where no answer came in time. */
export interface SourceReport {
  readonly answer: 'agrees' | 'differs' | 'silent' | 'not-asked';
  readonly differences: readonly PlaceDifference[];
}

/** From where the lines of a file are. */
export interface LineSource {
  /** By name in the folder, or a folder in it. */
  readonly file: string;
  /** Which lines, by their keys. */
  readonly lines: string;
  readonly source: string;
}

/** What was written, and what is left to people. */
export interface InitReport {
  readonly folder: string;
  readonly municipality: Pick<KnownPlace, 'code' | 'name' | 'codes'> & {
    readonly county: { readonly code: string; readonly name: string };
  };
  /** Sentences on years that are left out, of the own municipality. */
  readonly leftOut: readonly string[];
  /** `null` where no measure compares with others. */
  readonly peers: ChosenPeers | null;
  readonly indicators: readonly string[];
  readonly language: Language;
  readonly sources: readonly LineSource[];
  /** With the day it was asked about, `YYYY-MM-DD`; `null` without an answer. */
  readonly klass: SourceReport & { readonly date: string | null };
  /** Of the statistics bank, and which list of which table it is; `null` without an answer. */
  readonly codeList: SourceReport & { readonly id: string | null; readonly table: string | null };
  /** By name in the folder, without the schemas. */
  readonly files: readonly string[];
}
