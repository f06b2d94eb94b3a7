import type { KnownPlace } from '../../model/data/place.ts';
import type { Language } from '../../model/language.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ChosenPeers } from './choose-peers.ts';
import type { KlassHeard } from './hear-klass.ts';

/** What a folder of settings is asked for. */
export interface InitOptions {
  /** Today's code, or a name. */
  readonly municipality: string;
  /** `asss`, `county`, or codes and names with commas between; the county when left out. */
  readonly peers?: string | undefined;
  /** Ids of measures with commas between; all that need no survey when left out. */
  readonly with?: string | undefined;
  readonly language: Language;
  /** Klass is not asked. */
  readonly offline: boolean;
  readonly clock?: Clock;
}

/** What was written, and what is left to people. */
export interface InitReport {
  readonly folder: string;
  readonly municipality: Pick<KnownPlace, 'code' | 'name' | 'codes'> & {
    readonly county: { readonly code: string; readonly name: string };
  };
  /** Sentences on years that are left out, of the own municipality. */
  readonly leftOut: readonly string[];
  readonly peers: ChosenPeers;
  readonly indicators: readonly string[];
  readonly language: Language;
  /** From where the codes are. */
  readonly source: string;
  readonly klass: KlassHeard;
  /** By name in the folder, without the schemas. */
  readonly files: readonly string[];
}
