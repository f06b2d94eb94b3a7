import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../src/source/ask/ssb-failure.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const ASKED = { what: 'The data of table 07984', address: 'https://ssb.test/tables/07984/data?lang=no' };

function failure(status: number, body: string | object, address = ASKED.address): ReturnType<typeof failureOf> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return failureOf({ status, headers: {}, body: Buffer.from(text) }, { ...ASKED, address }, NOW);
}

function ssbError(title: string, status = 400): object {
  return { type: 'Parameter error', title, status };
}

describe('the title of an error body', () => {
  test.each([
    ['Non-existent variable', 'Variable names differ from table to table'],
    ['Non-existent value', 'A code of the query is not in the table'],
    ['Missing selection for mandantory variable', 'add it to the dataset'],
    ['Illegal selection expression', 'no space after a comma'],
    ['Non-existent codelist', 'case-sensitive'],
    ['Too many cells selected', 'larger than SSB allows'],
    ['Non-existent table', 'another time of day'],
    ['Unsupported language', 'no and en only'],
    [
      'Something new',
      'Compare the dataset (in datasets.yaml of the settings, or in jobs/ where that says nothing of it) with the metadata',
    ],
  ])('"%s" stands in the message and decides the hint', (title, hint) => {
    const error = failure(400, ssbError(title));
    expect(error.code).toBe('source-rejected-query');
    expect(error.message).toBe(`The data of table 07984 was refused (400 "${title}").`);
    expect(error.hint).toContain(hint);
  });

  test('is read in the form of validation errors too', () => {
    const body = { title: 'One or more validation errors occurred.', status: 400, errors: {}, traceId: '00' };
    expect(failure(400, body).message).toContain('One or more validation errors occurred.');
  });
});

describe('the code', () => {
  test.each<[number, string | object, string]>([
    [400, ssbError('Non-existent table', 404), 'source-rejected-query'],
    [404, ssbError('Non-existent codelist', 400), 'source-rejected-query'],
    [403, ssbError('Too many cells selected', 403), 'source-rejected-query'],
    [415, '', 'source-rejected-query'],
    [429, '', 'source-rate-limited'],
    [429, '<html></html>', 'source-rate-limited'],
    [408, '', 'source-unavailable'],
    [500, ssbError('Internal error', 500), 'source-unavailable'],
    [503, '', 'source-unavailable'],
    [503, ssbError('Non-existent value', 400), 'source-unavailable'],
    [302, '', 'source-contract'],
  ])('follows the HTTP status, never the status inside the body: %i %j is %s', (status, body, code) => {
    expect(failure(status, body).code).toBe(code);
  });
});

test('500 with nothing more may pass, and otherwise means that a code was asked for twice', () => {
  const error = failure(500, '');
  expect(error).toMatchObject({ code: 'source-unavailable', retry: 'transient' });
  expect(error.message).toBe('The data of table 07984 is unavailable at the moment (500).');
  expect(error.hint).toContain('one code is asked for twice');
});

test('404 with a web page points at the length of the address', () => {
  const error = failure(404, '<!DOCTYPE html><html></html>', `https://ssb.test/?${'x'.repeat(2200)}`);
  expect(error.code).toBe('source-rejected-query');
  expect(error.hint).toContain('when an address is too long; this one has 2218 characters');
});

test('the context tells the place without the thousands of codes of a query', () => {
  expect(failure(400, ssbError('Non-existent value')).context).toEqual({
    status: 400,
    address: 'https://ssb.test/tables/07984/data',
    title: 'Non-existent value',
  });
});
