import { expect, test } from 'vitest';
import { encodeRequest, type DataSelection } from '../../../src/source/ask/query-string.ts';

const COMMON = 'lang=no&outputFormat=json-stat2';

/** Parameters as a server reads them. */
function decoded(selection: DataSelection): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(encodeRequest(selection, 'no').query));
}

/** A selection whose encoded query string has exactly so many characters. */
function ofLength(length: number): DataSelection {
  const empty = `${COMMON}&${encodeURIComponent('valueCodes[Region]')}=`.length;
  return [{ variable: 'Region', codes: ['x'.repeat(length - empty)] }];
}

test('joins codes with commas under the name of the variable', () => {
  expect(decoded([{ variable: 'Region', codes: ['0301', '3301'] }])).toEqual({
    lang: 'no',
    outputFormat: 'json-stat2',
    'valueCodes[Region]': '0301,3301',
  });
});

test('gives the code list with the very letters of the variable beside its codes', () => {
  const selection = [{ variable: 'KOKregion', codes: ['K-3301'], codeList: 'agg_KommSummer' }];
  expect(decoded(selection)).toMatchObject({
    'codelist[KOKregion]': 'agg_KommSummer',
    'valueCodes[KOKregion]': 'K-3301',
  });
});

test('sends each code once, whatever its case', () => {
  const selection = [{ variable: 'Region', codes: ['0301', '02a', '0301', '02A'] }];
  expect(decoded(selection)['valueCodes[Region]']).toBe('0301,02a');
});

test.each([
  ['an expression with a comma', 'range(2020,2022)', '[range(2020,2022)]'],
  ['an expression without a comma', 'from(2008)', 'from(2008)'],
  ['a code with a comma', '1,5', '[1,5]'],
  ['a code in brackets', '[x]', '[[x]]'],
  ['the mark for all codes', '*', '*'],
])('puts brackets round an item only where it needs them: %s', (_, code, sent) => {
  expect(decoded([{ variable: 'Tid', codes: ['2015', code] }])['valueCodes[Tid]']).toBe(`2015,${sent}`);
});

test('sends a plus as %2B, so that the server does not read a space', () => {
  const { query } = encodeRequest([{ variable: 'Sektor', codes: ['A+B+D+E.0-1+9'] }], 'no');
  expect(query).toContain('=A%2BB%2BD%2BE.0-1%2B9');
});

test('sends Norwegian letters as UTF-8', () => {
  const { query } = encodeRequest([{ variable: 'Næring', codes: ['ø'] }], 'no');
  expect(query).toContain('valueCodes%5BN%C3%A6ring%5D=%C3%B8');
});

test('uses GET up to 2,000 encoded characters', () => {
  const request = encodeRequest(ofLength(2000), 'no');
  expect(request.query).toHaveLength(2000);
  expect(request).toMatchObject({ method: 'GET' });
});

test('uses POST above 2,000 encoded characters, and leaves language and format in the address', () => {
  expect(encodeRequest(ofLength(2001), 'en')).toMatchObject({ method: 'POST', query: COMMON.replace('no', 'en') });
});

test('counts characters after encoding', () => {
  const selection = [{ variable: 'Region', codes: ['æ'.repeat(400)] }];
  expect(encodeRequest(selection, 'no').method).toBe('POST');
});

test('posts codes without brackets and names the code list', () => {
  const codes = Array.from({ length: 500 }, (_, i) => `K.${1000 + i}`);
  const selection = [
    { variable: 'Region', codes, codeList: 'agg_KommSummerS' },
    { variable: 'Tid', codes: ['range(2020,2022)'] },
  ];
  expect(JSON.parse(encodeRequest(selection, 'no').body ?? '')).toEqual({
    selection: [
      { variableCode: 'Region', codelist: 'agg_KommSummerS', valueCodes: codes },
      { variableCode: 'Tid', valueCodes: ['range(2020,2022)'] },
    ],
  });
});

test('refuses a variable without codes, which the source would take for its total', () => {
  expect(() => encodeRequest([{ variable: 'Region', codes: [] }], 'no')).toThrow(
    'No codes are asked for on variable Region',
  );
});
