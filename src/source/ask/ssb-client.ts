import type { PipelineError } from '../../model/errors.ts';
import type { CodeListValue } from '../../model/data/place-witness.ts';
import type { DataReply } from '../../model/data/retrieval.ts';
import { createHttp, type Send } from '../../platform/http.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { parseJson } from './parse-json.ts';
import { type DataSelection, encodeRequest, type SourceLanguage } from './query-string.ts';
import type { Pace, RateLimiter } from './rate-limit.ts';
import { readMetadata } from '../describe/read-metadata.ts';
import { createRequester, type SourceRequest, USER_AGENT } from './requester.ts';
import type { Asked } from './ssb-failure.ts';
import { readCodeList, readConfig, readTable, readTablesPage, type SourceConfig } from './ssb-response.ts';
import { explainMissingMetadata } from '../describe/gone-table.ts';
import { notTheApi } from './not-the-api.ts';
import type { TableMetadata, TableSummary } from '../describe/table-metadata.ts';

export interface TableFilter {
  /** Lucene syntax; terms are joined by AND. */
  readonly query?: string;
  /** Tables updated within so many days. */
  readonly pastDays?: number;
  readonly pageSize?: number;
  readonly lang?: SourceLanguage;
}

/** Statistics Norway's PxWebApi 2. Every method throws `PipelineError`. */
export interface SsbClient {
  /** Asked once; its limit holds from then on. */
  config(): Promise<SourceConfig>;
  /** Every page. Discontinued tables are left out. */
  tables(filter: TableFilter): Promise<readonly TableSummary[]>;
  table(id: string): Promise<TableSummary>;
  metadata(id: string, lang: SourceLanguage): Promise<TableMetadata>;
  /** The values of a code list; its id is case-sensitive. */
  codeList(id: string): Promise<readonly CodeListValue[]>;
  /** The same with English labels, asked for once. */
  codeListInEnglish(id: string): Promise<readonly CodeListValue[]>;
  /** The reply as received; `readReplies` reads it. */
  data(id: string, selection: DataSelection, lang?: SourceLanguage): Promise<DataReply>;
  /** Requests sent so far, repeated ones included. */
  requestCount(): number;
  /** Why no question gets through, as the last one ended; `null` where it got an answer, whatever that was. */
  outOfReach(): PipelineError | null;
}

export interface SsbClientOptions extends Pace {
  /** Without a final slash, e.g. `https://data.ssb.no/api/pxwebapi/v2`. */
  readonly baseUrl: string;
  readonly http?: Send;
  /** What need not be asked again; nothing is kept when left out. */
  readonly answers?: KeptAnswers;
  /** The source's quota where several clients share it; one of its own when left out. */
  readonly limiter?: RateLimiter;
}

const DEFAULT_PAGE_SIZE = 100;

/** A client of one PxWebApi at `baseUrl`, throttled and retried according to `pace`. */
export function createSsbClient({ baseUrl, http, answers, limiter, ...pace }: SsbClientOptions): SsbClient {
  const base = baseUrl.replace(/\/+$/, '');
  const requester = createRequester(http ?? createHttp({ userAgent: USER_AGENT }), pace, limiter);
  let askedConfig: Promise<SourceConfig> | undefined;
  let hasAnswered = false;
  let wrongAddress: PipelineError | null = null;
  const inEnglish = new Map<string, Promise<readonly CodeListValue[]>>();

  async function get<T>(path: string, what: string, read: (document: unknown, asked: Asked) => T): Promise<T> {
    const asked = { what, address: `${base}${path}` };
    const response = await requester.ask({ method: 'GET', url: asked.address, what });
    return read(parseJson(response, asked), asked);
  }

  /** As `get`, of what holds for a while. */
  async function getOrRecall<T>(path: string, what: string, read: (document: unknown, asked: Asked) => T): Promise<T> {
    const asked = { what, address: `${base}${path}` };
    const kept = answers?.find(asked.address) ?? null;
    if (kept !== null) return read(parseJson({ headers: {}, body: kept }, asked), asked);
    const response = await requester.ask({ method: 'GET', url: asked.address, what });
    const answer = read(parseJson(response, asked), asked);
    answers?.keep(asked.address, response.body);
    return answer;
  }

  /** Asks what every PxWebApi 2 answers: where the first such question fails, the address may be another's. */
  async function ofAnyApi<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask();
      hasAnswered = true;
      wrongAddress = null;
      return answer;
    } catch (failure) {
      wrongAddress = hasAnswered ? null : notTheApi(failure, base);
      throw wrongAddress ?? failure;
    }
  }

  async function readLimits(): Promise<SourceConfig> {
    const config = await ofAnyApi(() => getOrRecall('/config', 'The configuration of the source', readConfig));
    if (config.rateLimit !== null) requester.setLimit(config.rateLimit);
    return config;
  }

  function codeList(id: string, lang: SourceLanguage): Promise<readonly CodeListValue[]> {
    return getOrRecall(`/codelists/${encodeURIComponent(id)}?lang=${lang}`, `The code list ${id}`, readCodeList);
  }

  function table(id: string): Promise<TableSummary> {
    return get(`/tables/${encodeURIComponent(id)}?lang=no`, `The entry of table ${id}`, readTable);
  }

  return {
    config() {
      askedConfig ??= readLimits().catch((failure: unknown) => {
        askedConfig = undefined;
        throw failure;
      });
      return askedConfig;
    },

    async tables(filter) {
      const found: TableSummary[] = [];
      // SSB's own links to the next page lose parameters; the addresses are built here.
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const answer = await ofAnyApi(() =>
          get(`/tables?${listQuery(filter, page)}`, 'The list of tables', readTablesPage),
        );
        found.push(...answer.tables);
        pages = answer.tables.length === 0 ? 0 : answer.pages;
      }
      return found;
    },

    table,

    async metadata(id, lang) {
      const path = `/tables/${encodeURIComponent(id)}/metadata?lang=${lang}`;
      try {
        return await getOrRecall(path, `The metadata of table ${id}`, (document, asked) =>
          readMetadata(document, id, asked),
        );
      } catch (failure) {
        throw await explainMissingMetadata(id, failure, () => table(id));
      }
    },

    codeList: (id) => codeList(id, 'no'),

    codeListInEnglish(id) {
      const asked = inEnglish.get(id) ?? codeList(id, 'en');
      inEnglish.set(id, asked);
      return asked;
    },

    async data(id, selection, lang = 'no') {
      const { method, query, body } = encodeRequest(selection, lang);
      const url = `${base}/tables/${encodeURIComponent(id)}/data?${query}`;
      const what = `The data of table ${id}`;
      const question: SourceRequest = { method, url, what, ...(body === undefined ? {} : { body }) };
      const response = await requester.ask(question);
      return {
        what,
        address: url,
        contentType: response.headers['content-type'] ?? null,
        body: response.body,
        request: [method, url, ...(body === undefined ? [] : [body])].join(' '),
      };
    },

    requestCount: () => requester.requestCount(),
    outOfReach: () => wrongAddress ?? requester.outOfReach(),
  };
}

function listQuery(filter: TableFilter, page: number): string {
  const { query, pastDays, pageSize = DEFAULT_PAGE_SIZE, lang = 'no' } = filter;
  return [
    `lang=${lang}`,
    ...(query === undefined ? [] : [`query=${encodeURIComponent(query)}`]),
    ...(pastDays === undefined ? [] : [`pastDays=${pastDays}`]),
    `pageNumber=${page}`,
    `pageSize=${pageSize}`,
  ].join('&');
}
