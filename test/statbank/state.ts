import type { Mode, ModeName } from './controls/modes.ts';
import type { KlassChange } from './klass/klass.ts';
import { type FurtherMunicipality, withFurther } from './places/further-municipalities.ts';
import type { Bucket, RateLimit } from './rate-limit.ts';
import { SSB_RATE_LIMIT } from './rate-limit.ts';
import type { Reply } from './reply.ts';
import type { StatbankTable } from './table.ts';
import { allTables } from './tables/all.ts';
import type { EnterpriseLevel } from './tables/new-enterprises.ts';

export interface StatbankOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly mode?: ModeName;
  /** Where its clock stands; it moves only when told. */
  readonly now?: string;
  /** Does 14623 reach down to municipalities, or only to counties? */
  readonly enterpriseLevel?: EnterpriseLevel;
  /**
   * `ssb`, the default: as at Statistics Norway, with what stands in front of the server. `server`: as the server itself
   * answers, with its own rate headers, longer queries, and two values for the same code twice.
   */
  readonly installation?: 'ssb' | 'server';
  /** Made-up tables in the place of those it comes with. */
  readonly tables?: readonly StatbankTable[];
  /** Municipalities beside those that it holds, with made-up figures; none when left out. */
  readonly municipalities?: readonly FurtherMunicipality[];
  /** False: no table offers a code list. */
  readonly codeLists?: boolean;
  /** True: `codeLists` in metadata, as spelled until late 2025. */
  readonly oldCodeListsSpelling?: boolean;
  readonly rateLimit?: RateLimit | 'off';
  /** Calls per minute that /config announces; 0, as at SSB, when left out. */
  readonly announcedCalls?: number;
}

/** A request as it came, and what it was answered with. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** Decoded query parameters in order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Path and query string as sent. */
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
}

/** Everything about the stand-in that changes. */
export interface StatbankState {
  readonly options: StatbankOptions;
  readonly rateLimit: RateLimit | null;
  now: Date;
  tables: readonly StatbankTable[];
  /** What the list of tables shows while it lags behind; `null` while it does not. */
  listed: readonly StatbankTable[] | null;
  mode: Mode;
  bucket: Bucket | null;
  /** What the controls have changed of municipalities in Klass. */
  readonly klassChanges: KlassChange[];
  readonly requests: LoggedRequest[];
  /** Answers by method, address and body, as the cache in front of SSB keeps them. */
  readonly cache: Map<string, Reply>;
}

export const START_OF_TIME = '2026-03-02T10:00:00Z';

export function newState(options: StatbankOptions): StatbankState {
  return {
    options,
    rateLimit: options.rateLimit === 'off' ? null : (options.rateLimit ?? SSB_RATE_LIMIT),
    now: instant(options.now ?? START_OF_TIME),
    tables: withFurther(
      options.tables ?? allTables(options.enterpriseLevel ?? 'municipality', options.codeLists ?? true),
      options.municipalities ?? [],
    ),
    listed: null,
    mode: { name: options.mode ?? 'normal' },
    bucket: null,
    klassChanges: [],
    requests: [],
    cache: new Map(),
  };
}

/** An ISO instant; refuses anything else. */
export function instant(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`${text} is not an instant such as ${START_OF_TIME}.`);
  return date;
}
