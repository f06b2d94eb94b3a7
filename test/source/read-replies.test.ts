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
  };
}

describe('a reply', () => {
  test('gives its document as the source wrote it', () => {
    expect(readReply(reply(DATA))).toEqual(DATA);
  });

  test.each([[null], ['application/problem+json; charset=utf-8']])('is JSON when its type is %s', (type) => {
    expect(readReply(reply(DATA, type))).toEqual(DATA);
  });

  test.each([
    ['SSB', { type: 'Parameter error', title: 'Non-existent value', status: 400 }, 'Non-existent value'],
    ['Klass', { error: 'Not Found' }, 'Not Found'],
  ])('that is an error body as of %s is refused in its words', async (_, body, words) => {
    const error = await failureOfCall(() => readReply(reply(body)));
    expect(error.code).toBe('source-contract');
    expect(error.message).toBe(`The data of table 07984 is an error body: "${words}".`);
  });

  test.each([
    ['a list', []],
    ['null', null],
    ['JSON-stat whose sizes do not fit', { ...DATA, size: [1, 1] }],
    ['a dataset with a title', { ...DATA, title: 'Arbeidsplasser' }],
  ])('that is %s is for the reader of JSON-stat to judge', (_, body) => {
    expect(readReply(reply(JSON.stringify(body)))).toEqual(body);
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

test('replies give their documents in the order in which they were asked for', () => {
  const stamps = ['2025-02-26T07:00:00Z', '2026-02-26T07:00:00Z'];
  const documents = stamps.map((updated) => ({ ...DATA, updated }));
  expect(readReplies({ replies: documents.map((document) => reply(document)) })).toEqual(documents);
});
