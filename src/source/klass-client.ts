import { createHttp, type Send } from '../platform/http.ts';
import { parseJson } from './parse-json.ts';
import type { Pace } from './rate-limit.ts';
import { createRequester, USER_AGENT } from './requester.ts';
import { type MunicipalityChange, readMunicipalityChanges } from './ssb-response.ts';

export interface KlassClientOptions extends Pace {
  /** Without a final slash, e.g. `https://data.ssb.no/api/klass/v1`. */
  readonly baseUrl: string;
  readonly http?: Send;
}

/** Statistics Norway's register of classifications. */
export interface KlassClient {
  /**
   * Changes of municipality codes, decided future ones included. `from` is inclusive, `to` exclusive, both `yyyy-MM-dd`.
   * Rows with equal codes are changes of name, or the part of a merger that kept its code.
   */
  municipalityChanges(from: string, to: string): Promise<readonly MunicipalityChange[]>;
}

const MUNICIPALITIES = 131;

/** A client of one Klass at `baseUrl`, which waits and repeats as `pace` has it. */
export function createKlassClient({ baseUrl, http, ...pace }: KlassClientOptions): KlassClient {
  const requester = createRequester(http ?? createHttp({ userAgent: USER_AGENT }), pace);
  return {
    async municipalityChanges(from, to) {
      const path = `/classifications/${MUNICIPALITIES}/changes`;
      const dates = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
      const address = `${baseUrl.replace(/\/+$/, '')}${path}?${dates}&includeFuture=true`;
      const what = `The list of municipality changes from ${from} to ${to}`;
      const response = await requester.ask({ method: 'GET', url: address, what });
      return readMunicipalityChanges(parseJson(response, { what, address }), { what, address });
    },
  };
}
