import { createHttp, type Send } from '../../platform/http.ts';
import { parseJson } from './parse-json.ts';
import type { Pace } from './rate-limit.ts';
import { createRequester, USER_AGENT } from './requester.ts';
import type { Asked } from './ssb-failure.ts';
import {
  type MunicipalityChange,
  type MunicipalityName,
  readMunicipalities,
  readMunicipalityChanges,
} from './ssb-response.ts';

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
  /** The municipalities on a day, `yyyy-MM-dd`. */
  municipalitiesAt(date: string): Promise<readonly MunicipalityName[]>;
  /** The counties on a day, `yyyy-MM-dd`. */
  countiesAt(date: string): Promise<readonly MunicipalityName[]>;
}

const MUNICIPALITIES = 131;
const COUNTIES = 104;

/** A client of one Klass at `baseUrl`, which waits and repeats as `pace` has it. */
export function createKlassClient({ baseUrl, http, ...pace }: KlassClientOptions): KlassClient {
  const requester = createRequester(http ?? createHttp({ userAgent: USER_AGENT }), pace);
  const base = `${baseUrl.replace(/\/+$/, '')}/classifications`;

  async function get<T>(path: string, what: string, read: (document: unknown, asked: Asked) => T): Promise<T> {
    const asked = { what, address: `${base}${path}` };
    const response = await requester.ask({ method: 'GET', url: asked.address, what });
    return read(parseJson(response, asked), asked);
  }

  function codesAt(classification: number, date: string, what: string): Promise<readonly MunicipalityName[]> {
    return get(`/${classification}/codesAt?date=${encodeURIComponent(date)}&language=nb`, what, readMunicipalities);
  }

  return {
    municipalityChanges(from, to) {
      const dates = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
      const what = `The list of municipality changes from ${from} to ${to}`;
      return get(`/${MUNICIPALITIES}/changes?${dates}&includeFuture=true`, what, readMunicipalityChanges);
    },
    municipalitiesAt(date) {
      return codesAt(MUNICIPALITIES, date, `The list of municipalities on ${date}`);
    },
    countiesAt(date) {
      return codesAt(COUNTIES, date, `The list of counties on ${date}`);
    },
  };
}
