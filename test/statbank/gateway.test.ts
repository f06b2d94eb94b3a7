import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, dataPath, startUnlimited } from './asking.ts';
import { startStatbank } from './server.ts';
import type { Statbank } from './server.ts';

const RATE = dataPath('06445', { Region: '3301', ContentsCode: 'Sysselsatte', Tid: '*' });

describe('in front of the server', () => {
  let statbank: Statbank;
  beforeEach(async () => {
    statbank = await startUnlimited();
  });
  afterEach(() => statbank.close());

  it('a query string of more than 2,048 characters is a 404 page', async () => {
    const fits = await ask(statbank.url, `/config?x=${'1'.repeat(2046)}`);
    const tooLong = await ask(statbank.url, `/config?x=${'1'.repeat(2047)}`);
    expect([fits.status, tooLong.status, tooLong.headers.get('content-type')]).toEqual([
      200,
      404,
      'text/html; charset=utf-8',
    ]);
  });

  it('a long answer is compressed for a client that takes gzip', async () => {
    const { headers } = await ask(statbank.url, '/tables/07984/metadata', { headers: { 'accept-encoding': 'gzip' } });
    const plain = await ask(statbank.url, '/tables/07984/metadata', { headers: { 'accept-encoding': 'identity' } });
    expect([headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['gzip', null]);
  });

  it('maintenance answers 503', async () => {
    statbank.setMode('maintenance');
    expect((await ask(statbank.url, '/config')).status).toBe(503);
  });

  it('a mode can last a number of requests, and concern some paths only', async () => {
    statbank.setMode('maintenance', { requests: 1, only: '/data' });
    const statuses = [];
    for (const path of ['/config', RATE, RATE]) statuses.push((await ask(statbank.url, path)).status);
    expect(statuses).toEqual([200, 503, 200]);
  });

  it('a page of HTML can come with 200, and so can an error body', async () => {
    statbank.setMode('html-200');
    const html = await ask(statbank.url, RATE);
    statbank.setMode('error-body-200');
    const error = await ask(statbank.url, RATE);
    expect([html.status, html.text.startsWith('<!DOCTYPE html>'), error.status, error.json.status]).toEqual([
      200,
      true,
      200,
      400,
    ]);
  });

  it('a body can end in the middle', async () => {
    statbank.setMode('truncated');
    const { status, body } = await ask(statbank.url, RATE);
    expect([status, body]).toEqual([200, null]);
  });

  it('a connection can break in the middle', async () => {
    statbank.setMode('cut-connection');
    await expect(ask(statbank.url, RATE)).rejects.toThrow();
  });

  it('a dataset can lack its last value', async () => {
    statbank.setMode('short-values');
    const { json } = await ask(statbank.url, RATE);
    expect(json.value).toHaveLength(json.size.reduce((cells, size) => cells * size, 1) - 1);
  });

  it('a dataset can have its keys in another order', async () => {
    statbank.setMode('status-first');
    const { json } = await ask(statbank.url, dataPath('09429', { Nivaa: '09a', ContentsCode: '*', Tid: '*' }));
    expect(Object.keys(json)[0]).toBe('status');
  });

  it('before a release the new period is there without figures, and the stamp is the old one', async () => {
    statbank.setMode('pre-release', { tables: ['06445'] });
    const dot = await ask(statbank.url, RATE);
    statbank.setMode('pre-release-zero', { tables: ['06445'] });
    const zero = await ask(statbank.url, RATE);
    expect([dot.json.value.at(-1), dot.json.status, zero.json.value.at(-1)]).toEqual([null, { 21: '.' }, 0]);
    expect(dot.json.updated).toBe('2026-02-26T07:00:00Z');
  });

  it('a stale cache gives an old answer again after a release', async () => {
    await ask(statbank.url, RATE);
    statbank.setMode('stale-cache');
    statbank.publishYear('06445', '2026');
    const stale = await ask(statbank.url, RATE);
    const fresh = await ask(statbank.url, `${RATE}&dummy=1`);
    expect([stale.headers.get('x-cache'), stale.headers.get('age'), stale.json.size[2]]).toEqual(['HIT', '558', 21]);
    expect([fresh.headers.get('x-cache'), fresh.json.size[2]]).toEqual(['MISS', 22]);
  });

  it('a slow answer waits with its first byte', async () => {
    statbank.setMode('slow', { delayMs: 30 });
    const start = performance.now();
    await ask(statbank.url, '/config');
    expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  });

  it('every request is on record, with its status', async () => {
    await ask(statbank.url, '/tables/99999/data');
    statbank.clearRequests();
    await ask(statbank.url, RATE);
    expect(statbank.requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/api/pxwebapi/v2/tables/06445/data', 200],
    ]);
    expect(statbank.requests[0]?.query).toContainEqual(['valueCodes[Region]', '3301']);
  });
});

describe('the rate limit', () => {
  it('is told in headers on every answer, 40 calls a minute in one bucket', async () => {
    const statbank = await startStatbank();
    await ask(statbank.url, '/config');
    const { headers } = await ask(statbank.url, '/tables/99999');
    await statbank.close();
    expect(headers.get('x-ratelimit-policy')).toBe('40;w=60s');
    expect(headers.get('x-ratelimit-remaining')).toBe('38');
  });

  it.each([
    ['empty', true, '60', ''],
    ['text', false, null, 'API calls quota exceeded! maximum admitted 1 per 1m.'],
    ['json', false, null, '{"type":"Parameter error","title":"Too many requests","status":429}'],
  ] as const)('answers 429 with a body that is %s', async (body, retryAfter, header, text) => {
    const statbank = await startStatbank({ rateLimit: { limit: 1, windowSeconds: 60, body, retryAfter } });
    await ask(statbank.url, '/config');
    const refused = await ask(statbank.url, '/config');
    await statbank.close();
    expect([refused.status, refused.headers.get('retry-after'), refused.text]).toEqual([429, header, text]);
  });

  it('opens again after its window', async () => {
    const statbank = await startStatbank({
      rateLimit: { limit: 1, windowSeconds: 60, body: 'empty', retryAfter: true },
    });
    await ask(statbank.url, '/config');
    statbank.setNow('2026-03-02T10:01:00Z');
    const { status } = await ask(statbank.url, '/config');
    await statbank.close();
    expect(status).toBe(200);
  });
});
