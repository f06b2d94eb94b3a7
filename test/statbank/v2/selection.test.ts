import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, codesOf, dataPath, startUnlimited } from '../asking.ts';
import type { Answer } from '../asking.ts';
import type { Statbank } from '../server.ts';

describe('a selection at /data', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startUnlimited();
  });
  afterAll(() => statbank.close());

  const jobs = { ContentsCode: 'SysselsatteArb', Tid: '2024' };
  const get = (codes: Record<string, string>, lists: Record<string, string> = {}): Promise<Answer> =>
    ask(statbank.url, dataPath('07984', codes, lists));
  const title = async (codes: Record<string, string>): Promise<unknown> => {
    const { status, json } = await get(codes);
    return { status, body: json };
  };

  it('leaves out a variable that may be left out and gives its total', async () => {
    const { json } = await get({ ...jobs, Region: '0301' });
    expect(json.id).toEqual(['Region', 'ContentsCode', 'Tid']);
    expect(json.value).toEqual([536611]);
  });

  it('refuses to leave out contents or time, in the words SSB misspells', async () => {
    expect(await title({ Region: '0301', Tid: '2024' })).toEqual({
      status: 400,
      body: { type: 'Parameter error', title: 'Missing selection for mandantory variable', status: 400 },
    });
  });

  it('gives the default selection, never the whole table, when nothing is selected', async () => {
    const { json } = await ask(statbank.url, '/tables/07984/data');
    expect(json.size.filter((size) => size > 1)).toHaveLength(1);
    expect(codesOf(json, 'Tid')).toEqual(['2025']);
  });

  it('matches variable codes, value codes and expressions without regard to case', async () => {
    const { json } = await ask(
      statbank.url,
      '/TABLES/07984/Data?VALUECODES[region]=0301&valuecodes[contentscode]=SYSSELSATTEARB&valueCodes[TIME]=TOP(1)',
    );
    expect(codesOf(json, 'Tid')).toEqual(['2025']);
  });

  it.each([
    ['top(2)', ['2024', '2025']],
    ['top(2,1)', ['2023', '2024']],
    ['bottom(2)', ['2008', '2009']],
    ['from(2024)', ['2024', '2025']],
    ['to(2009)', ['2008', '2009']],
    ['[range(2020,2022)]', ['2020', '2021', '2022']],
    ['[range(2022,2020)]', ['2020', '2021', '2022']],
    ['2015,[range(2014,2016)]', ['2014', '2015', '2016']],
    ['201?', ['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019']],
    ['*25', ['2025']],
  ])('reads the time expression %s', async (expression, periods) => {
    const bracketed = expression === 'top(2,1)' ? `[${expression}]` : expression;
    const { json } = await get({ Region: '0', ContentsCode: 'SysselsatteArb', Tid: bracketed });
    expect(codesOf(json, 'Tid')).toEqual(periods);
  });

  it('takes the first values of any other variable for top', async () => {
    const { json } = await get({ ...jobs, NACE2007: 'top(2)' });
    expect(codesOf(json, 'NACE2007')).toEqual(['00-99', '01-03']);
  });

  it.each(['range(2020,2022)', '[top(2, 1)]', 'top(0)', '2*4'])(
    'refuses %s as an illegal expression',
    async (expression) => {
      const { status, json } = await get({ ...jobs, Tid: expression });
      expect([status, json.title]).toEqual([400, 'Illegal selection expression']);
    },
  );

  it.each([
    ['Non-existent variable', { ...jobs, Fylke: '03' }],
    ['Non-existent value', { ...jobs, Region: '9999' }],
    ['Non-existent value', { ...jobs, Region: '' }],
    ['Non-existent value', { ...jobs, Tid: 'from(1850)' }],
  ])('answers %s', async (expected, codes) => {
    const { status, json } = await get(codes);
    expect([status, json.title]).toEqual([400, expected]);
  });

  it('answers the same literal code twice with an empty 500', async () => {
    const { status, text } = await get({ ...jobs, Region: '0301,0301' });
    expect([status, text]).toEqual([500, '']);
  });

  it('joins a repeated key, and takes a code once that an expression names too', async () => {
    const { json } = await ask(
      statbank.url,
      `${dataPath('07984', jobs)}&valueCodes[Region]=0301&valueCodes[Region]=030*`,
    );
    expect(codesOf(json, 'Region')).toEqual(['0301']);
  });

  it('silently gives the total when a wildcard matches nothing on a variable that may be left out', async () => {
    const { json } = await get({ ...jobs, Region: '99*' });
    expect(json.id).toEqual(['ContentsCode', 'Tid']);
  });

  it('misses a mandatory variable whose wildcard matches nothing', async () => {
    const { json } = await get({ ...jobs, ContentsCode: 'Ledige*' });
    expect(json.title).toBe('Missing selection for mandantory variable');
  });

  it('takes an array key for a variable of another name', async () => {
    const { json } = await ask(statbank.url, `${dataPath('07984', jobs)}&valueCodes[Region][]=0301`);
    expect(json.title).toBe('Non-existent variable');
  });

  it('answers a key without a variable with the validation shape', async () => {
    const { status, json } = await ask(statbank.url, '/tables/07984/data?valueCodes=0301');
    expect(status).toBe(400);
    expect(json.errors['valuecodes']?.[0]).toContain('should be like valuecodes[<variable>]');
  });

  it('ignores parameters it does not know', async () => {
    const { status } = await ask(statbank.url, `${dataPath('07984', jobs)}&outputValues[Region]=nonsense&dummy=1`);
    expect(status).toBe(200);
  });

  it('refuses more than 800,000 cells with 400', async () => {
    const { status, json } = await get({
      Region: '*',
      NACE2007: '*',
      Kjonn: '*',
      Alder: '*',
      ContentsCode: '*',
      Tid: '*',
    });
    expect([status, json.title, json.detail]).toEqual([400, 'Too many cells selected', 'Too many cells selected']);
  });

  it('checks the format before the table, and the table before the variables', async () => {
    const format = await ask(statbank.url, '/tables/99999/data?outputFormat=json_stat2&valueCodes[X]=1');
    const table = await ask(statbank.url, '/tables/99999/data?valueCodes[X]=1');
    expect(format.json.errors).toEqual({ outputFormat: ['The input was not valid.'] });
    expect(table.json.title).toBe('Non-existent table');
  });

  it('answers an unknown table with HTTP 400 and 404 inside at /data', async () => {
    const { status, json } = await ask(statbank.url, '/tables/99999/data');
    expect({ status, json }).toEqual({
      status: 400,
      json: { type: 'Parameter error', title: 'Non-existent table', status: 404 },
    });
  });

  it('refuses output parameters with json-stat2', async () => {
    const { json } = await ask(statbank.url, `${dataPath('07984', jobs)}&outputFormatParams=UseCodes`);
    expect(json.title).toBe('Unsupported output format');
  });
});
