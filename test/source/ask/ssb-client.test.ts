import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { createSsbClient, type SsbClient } from '../../../src/source/ask/ssb-client.ts';
import { failureOfCall } from '../support/error.ts';
import { type FakePace, fakePace } from '../support/pace.ts';
import { dataDocument, metadataDocument, years } from '../support/ssb-documents.ts';

const BASE = '/api/pxwebapi/v2';
const SELECTION = [
  { variable: 'Region', codes: ['3301'] },
  { variable: 'Tid', codes: ['top(1)'] },
];
const DATA = dataDocument({ Region: ['3301'], ContentsCode: ['A'], Tid: ['2024'] });
const METADATA = metadataDocument({
  Region: { codes: [['3301', 'Drammen']], elimination: true },
  ContentsCode: { codes: [['A', 'Antall']] },
  Tid: { codes: years(2023, 2024) },
});
const CONFIG = { license: 'https://lisens.test', maxDataCells: 800_000, maxCallsPerTimeWindow: 0, timeWindow: 0 };
const NO_TABLE = { type: 'Parameter error', title: 'Non-existent table', status: 404 };

function ssb(): nock.Scope {
  return nock('https://ssb.test');
}

function setUp(): { client: SsbClient; pace: FakePace } {
  const pace = fakePace();
  return { client: createSsbClient({ baseUrl: `https://ssb.test${BASE}/`, ...pace }), pace };
}

/** Answers any data request for the table. */
function dataRequest(): nock.Interceptor {
  return ssb().get(`${BASE}/tables/07984/data`).query(true);
}

describe('every request', () => {
  test('asks for JSON and names the project', async () => {
    nock('https://ssb.test', { reqheaders: { accept: 'application/json', 'user-agent': /naeringspuls/ } })
      .get(`${BASE}/config`)
      .reply(200, CONFIG);
    await expect(setUp().client.config()).resolves.toMatchObject({ licence: 'https://lisens.test' });
  });

  test('is counted, repeated ones too', async () => {
    const { client } = setUp();
    ssb().get(`${BASE}/config`).reply(503).get(`${BASE}/config`).reply(200, CONFIG);
    await client.config();
    expect(client.requestCount()).toBe(2);
  });
});

describe('config', () => {
  test('is asked for once', async () => {
    const { client } = setUp();
    ssb().get(`${BASE}/config`).reply(200, CONFIG);
    expect(await client.config()).toBe(await client.config());
  });

  test('is asked for again after a failure', async () => {
    const { client } = setUp();
    ssb().get(`${BASE}/config`).reply(403, { title: 'Closed' }).get(`${BASE}/config`).reply(200, CONFIG);
    await failureOfCall(() => client.config());
    await expect(client.config()).resolves.toMatchObject({ maxDataCells: 800_000 });
  });

  test('reads limits of 0 as not said', async () => {
    const { client } = setUp();
    ssb()
      .get(`${BASE}/config`)
      .reply(200, { ...CONFIG, maxDataCells: 0 });
    await expect(client.config()).resolves.toMatchObject({ maxDataCells: null, rateLimit: null });
  });

  test('sets the pace from then on', async () => {
    const { client, pace } = setUp();
    ssb()
      .get(`${BASE}/config`)
      .reply(200, { ...CONFIG, maxCallsPerTimeWindow: 2, timeWindow: 5 });
    ssb().get(`${BASE}/codelists/agg_X`).query(true).times(2).reply(200, { id: 'agg_X', values: [] });
    await client.config();
    await client.codeList('agg_X');
    await client.codeList('agg_X');
    expect(pace.waits).toEqual([5000]);
  });
});

describe('tables', () => {
  function page(ids: readonly string[], totalPages: number): object {
    return { tables: ids.map((id) => ({ id, label: id })), page: { pageNumber: 1, pageSize: 2, totalPages } };
  }

  test('asks for every page by addresses of its own', async () => {
    const { client } = setUp();
    for (const [pageNumber, ids] of [
      ['1', ['00001', '00002']],
      ['2', ['00003']],
    ] as const) {
      ssb()
        .get(`${BASE}/tables`)
        .query({ lang: 'no', query: 'title:foretak AND title:(K)', pageNumber, pageSize: '2' })
        .reply(200, page(ids, 2));
    }
    const found = await client.tables({ query: 'title:foretak AND title:(K)', pageSize: 2 });
    expect(found.map(({ id }) => id)).toEqual(['00001', '00002', '00003']);
  });

  test('finds nothing when there is nothing', async () => {
    ssb()
      .get(`${BASE}/tables`)
      .query({ lang: 'no', pastDays: '3', pageNumber: '1', pageSize: '100' })
      .reply(200, page([], 1));
    await expect(setUp().client.tables({ pastDays: 3 })).resolves.toEqual([]);
  });

  test.each([null, false, undefined])('takes a table marked discontinued: %s for a live one', async (discontinued) => {
    ssb()
      .get(`${BASE}/tables/07984`)
      .query({ lang: 'no' })
      .reply(200, {
        id: '07984',
        label: 'Sysselsatte',
        discontinued,
        paths: [[{ id: 'al', label: 'Arbeid' }, { id: 'regsys' }]],
      });
    await expect(setUp().client.table('07984')).resolves.toEqual({
      id: '07984',
      label: 'Sysselsatte',
      updated: null,
      lastPeriod: null,
      discontinued: false,
      variableNames: [],
      pathIds: ['al', 'regsys'],
    });
  });
});

describe('metadata', () => {
  const path = `${BASE}/tables/07984/metadata`;

  test('gives variables with their roles, in the order of the table', async () => {
    ssb().get(path).query({ lang: 'en' }).reply(200, METADATA);
    const { variables } = await setUp().client.metadata('07984', 'en');
    expect(variables.map(({ code, role, eliminable }) => [code, role, eliminable])).toEqual([
      ['Region', 'geo', true],
      ['ContentsCode', 'metric', false],
      ['Tid', 'time', false],
    ]);
  });

  test('is not there just now when the table itself still is', async () => {
    ssb().get(path).query(true).reply(404, NO_TABLE);
    ssb().get(`${BASE}/tables/07984`).query(true).reply(200, { id: '07984', label: 'Sysselsatte' });
    const error = await failureOfCall(() => setUp().client.metadata('07984', 'no'));
    expect(error).toMatchObject({ code: 'source-unavailable', retry: 'transient' });
    expect(error.message).toBe('The metadata of table 07984 cannot be had, though the table exists.');
  });

  test('belongs to an unknown table when its entry is unknown too, and even then may come back', async () => {
    ssb().get(path).query(true).reply(404, NO_TABLE);
    ssb().get(`${BASE}/tables/07984`).query(true).reply(404, NO_TABLE);
    const error = await failureOfCall(() => setUp().client.metadata('07984', 'no'));
    expect(error.code).toBe('source-rejected-query');
    expect(error.message).toBe('Table 07984 is gone: the source knows neither its metadata nor its entry.');
    expect(error.hint).toContain('another time of day');
  });
});

describe('codeList', () => {
  test('gives the values with the codes each sums', async () => {
    ssb()
      .get(`${BASE}/codelists/agg_KommSummerS`)
      .query({ lang: 'no' })
      .reply(200, {
        id: 'agg_KommSummerS',
        label: 'x',
        type: 'Aggregation',
        values: [{ code: 'K.3301', valueMap: ['0602'] }],
      });
    await expect(setUp().client.codeList('agg_KommSummerS')).resolves.toEqual([
      { code: 'K.3301', label: 'K.3301', members: ['0602'] },
    ]);
  });
});

describe('data', () => {
  test('gives the bytes as they came, and the request that was sent', async () => {
    const text = JSON.stringify(DATA);
    dataRequest().reply(200, text, { 'Content-Type': 'application/json; charset=UTF-8' });
    const reply = await setUp().client.data('07984', SELECTION);
    expect(Buffer.from(reply.body).toString()).toBe(text);
    expect(reply.contentType).toBe('application/json; charset=UTF-8');
    expect(reply.request).toBe(
      'GET https://ssb.test/api/pxwebapi/v2/tables/07984/data?lang=no&outputFormat=json-stat2' +
        '&valueCodes%5BRegion%5D=3301&valueCodes%5BTid%5D=top(1)',
    );
  });

  test('posts a long query as JSON and records its body', async () => {
    const codes = Array.from({ length: 500 }, (_, i) => String(1000 + i));
    const body = { selection: [{ variableCode: 'Region', valueCodes: codes }] };
    nock('https://ssb.test', { reqheaders: { 'content-type': 'application/json' } })
      .post(`${BASE}/tables/07984/data`, body)
      .query({ lang: 'no', outputFormat: 'json-stat2' })
      .reply(200, DATA);
    const { request } = await setUp().client.data('07984', [{ variable: 'Region', codes }]);
    expect(request).toBe(
      `POST https://ssb.test${BASE}/tables/07984/data?lang=no&outputFormat=json-stat2 ${JSON.stringify(body)}`,
    );
  });
});

describe('after a failure', () => {
  test.each<[string, number, nock.Body]>([
    ['is down', 503, '<html>Vedlikehold</html>'],
    ['has a fault', 500, '{"title":"Internal error"}'],
    ['has no gateway', 502, ''],
  ])('repeats a request when the source %s', async (_, status, body) => {
    const { client, pace } = setUp();
    dataRequest().reply(status, body);
    dataRequest().reply(200, DATA);
    await client.data('07984', SELECTION);
    expect(pace.waits).toEqual([500]);
  });

  test.each<[string, nock.Body, string | undefined]>([
    ['empty', '', undefined],
    ['text', 'API calls quota exceeded! maximum admitted 30 per 1m.', 'text/plain'],
    ['JSON', '{"title":"Too many requests","status":429}', 'application/problem+json'],
  ])('repeats a request after 429 with a body that is %s', async (_, body, type) => {
    const { client, pace } = setUp();
    dataRequest().reply(429, body, type === undefined ? {} : { 'Content-Type': type });
    dataRequest().reply(200, DATA);
    await client.data('07984', SELECTION);
    expect(pace.waits).toEqual([2000]);
  });

  test.each([
    ['seconds', '17', 17_000],
    ['a date', 'Mon, 23 Nov 2026 09:00:40 GMT', 40_000],
  ])('waits as long as Retry-After asks, in %s', async (_, retryAfter, waited) => {
    const { client, pace } = setUp();
    dataRequest().reply(429, '', { 'Retry-After': retryAfter });
    dataRequest().reply(200, DATA);
    await client.data('07984', SELECTION);
    expect(pace.waits).toEqual([waited]);
  });

  test('gives up at once when the source asks for more than a minute, and says how long', async () => {
    dataRequest().reply(429, '', { 'Retry-After': '3600' });
    const error = await failureOfCall(() => setUp().client.data('07984', SELECTION));
    expect(error).toMatchObject({ code: 'source-rate-limited', retry: 'transient', retryAfterMs: 3_600_000 });
  });

  test('gives up after four attempts when the source stays down', async () => {
    const { client } = setUp();
    dataRequest().times(4).reply(503);
    const error = await failureOfCall(() => client.data('07984', SELECTION));
    expect(error.code).toBe('source-unavailable');
    expect(error.message).toBe('The data of table 07984 is unavailable at the moment (503).');
    expect(client.requestCount()).toBe(4);
  });

  test('gives up after six attempts when the quota stays used up', async () => {
    const { client } = setUp();
    dataRequest().times(6).reply(429);
    expect((await failureOfCall(() => client.data('07984', SELECTION))).code).toBe('source-rate-limited');
  });

  test('repeats a request that timed out', async () => {
    const { client } = setUp();
    dataRequest().replyWithError(Object.assign(new Error('x'), { code: 'ETIMEDOUT' }));
    dataRequest().reply(200, DATA);
    await expect(client.data('07984', SELECTION)).resolves.toBeDefined();
  });

  test('does not repeat a query that was refused', async () => {
    const { client } = setUp();
    dataRequest().reply(400, { type: 'Parameter error', title: 'Non-existent value', status: 400 });
    await failureOfCall(() => client.data('07984', SELECTION));
    expect(client.requestCount()).toBe(1);
  });

  test('slows down when little is left of the quota', async () => {
    const { client, pace } = setUp();
    dataRequest().reply(200, DATA, { 'x-ratelimit-remaining': '1' });
    dataRequest().reply(200, DATA);
    await client.data('07984', SELECTION);
    await client.data('07984', SELECTION);
    expect(pace.waits).toEqual([30_000]);
  });
});
