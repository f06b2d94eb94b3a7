import { describe, expect, test } from 'vitest';
import type { DataReply } from '../../src/model/data/retrieval.ts';
import { readReplies, readReply } from '../../src/source/read-replies.ts';
import { failureOfCall } from './support/error.ts';
import { dataDocument } from './support/ssb-documents.ts';

const DATA = dataDocument({ Region: ['3301'], ContentsCode: ['A'], Tid: ['2024'] });
const JSON_TYPE = 'application/json; charset=UTF-8';

function reply(body: unknown, contentType: string | null = JSON_TYPE): DataReply {
  return {
    what: 'The data of table 07984',
    address: 'https://ssb.test/data?valueCodes',
    contentType,
    // A view into something larger, as after a journey between threads.
    body: new Uint8Array(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))),
    request: 'GET https://ssb.test/data',
    variables: ['Region', 'Tid'],
  };
}

describe('a reply', () => {
  test('gives its document, and the stamp as the source wrote it', () => {
    const updated = '2026-02-26T07:00:00Z';
    expect(readReply(reply({ ...DATA, updated }))).toEqual({ document: { ...DATA, updated }, updated });
  });

  test('may hold its figures by position, as JSON-stat allows', () => {
    expect(readReply(reply({ ...DATA, value: { '0': 1 } })).document).toEqual({ ...DATA, value: { '0': 1 } });
  });

  test.each([[null], ['application/problem+json; charset=utf-8']])('is JSON when its type is %s', (type) => {
    expect(readReply(reply(DATA, type)).document).toEqual(DATA);
  });

  test('is refused when its figures are totals over a variable that was asked for', async () => {
    const error = await failureOfCall(() => readReply(reply(dataDocument({ ContentsCode: ['A'], Tid: ['2024'] }))));
    expect(error.code).toBe('source-contract');
    expect(error.message).toContain('came without Region, which was asked for');
  });

  test.each<[string, unknown, string]>([
    [
      'too few figures',
      { ...DATA, value: [] },
      'has 0 figures where its sizes (1 × 1 × 1 over Region, ContentsCode, Tid) promise 1',
    ],
    ['no figures', { ...DATA, value: undefined }, 'value: must be a list or an object'],
    ['sizes that do not go with its variables', { ...DATA, size: [1, 1] }, 'has 1 figures where its sizes (1 × 1 over'],
    [
      'a variable it does not describe',
      { ...DATA, dimension: {} },
      'does not describe its variables Region, ContentsCode, Tid',
    ],
    [
      'an error body',
      { type: 'Parameter error', title: 'Non-existent value', status: 400 },
      'is an error body: "Non-existent value"',
    ],
    ['a list', [], 'does not have the promised shape'],
    ['a bare null', 'null', 'does not have the promised shape'],
  ])('is refused with %s', async (_, body, words) => {
    const error = await failureOfCall(() => readReply(reply(body)));
    expect(error.code).toBe('source-contract');
    expect(error.message).toContain(words);
  });

  test.each<[string, string, string | null, string]>([
    ['nothing', '', JSON_TYPE, 'was answered with nothing at all'],
    [
      'a web page',
      '\n<!DOCTYPE html><title>Vedlikehold</title>',
      'text/html',
      'was answered with a web page instead of JSON',
    ],
    ['a web page said to be JSON', '<html></html>', JSON_TYPE, 'was answered with a web page instead of JSON'],
    ['JSON that breaks off', JSON.stringify(DATA).slice(0, 40), JSON_TYPE, 'breaks off after 40 bytes'],
    ['JSON that is wrong', '{"value":[1,,2]}', JSON_TYPE, 'is not valid JSON'],
    [
      'another type of content',
      'a;b',
      'text/csv; charset=iso-8859-1',
      'of the type text/csv; charset=iso-8859-1 instead of JSON',
    ],
  ])('says what came when it was %s', async (_, body, type, words) => {
    const error = await failureOfCall(() => readReply(reply(body, type)));
    expect(error.code).toBe('source-contract');
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^The data of table 07984 /);
  });

  test('says so when its letters are in another encoding', async () => {
    const body = new Uint8Array(Buffer.from('{"label":"\xe6"}', 'latin1'));
    expect((await failureOfCall(() => readReply({ ...reply(DATA), body }))).message).toContain('is not UTF-8 text');
  });
});

test('replies of two publications are refused, and may be asked for again', async () => {
  const stamps = ['2025-02-26T07:00:00Z', '2026-02-26T07:00:00Z'];
  const replies = stamps.map((updated) => reply({ ...DATA, updated }));
  const error = await failureOfCall(() => readReplies({ table: '07984', replies }));
  expect(error).toMatchObject({ code: 'source-unavailable', retry: 'transient' });
  expect(error.message).toBe('Table 07984 was published again while it was being read.');
});
