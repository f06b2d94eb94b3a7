import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, startUnlimited } from '../asking.ts';
import type { Statbank } from '../server.ts';

describe('the catalogue', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startUnlimited();
  });
  afterAll(() => statbank.close());

  const ids = async (parameters: string): Promise<readonly string[]> => {
    const { json } = await ask(statbank.url, `/tables?${parameters}`);
    return json.tables.map(({ id }) => id);
  };

  it('announces no limit of calls in its settings', async () => {
    const { json } = await ask(statbank.url, '/config');
    expect([json.maxDataCells, json.maxCallsPerTimeWindow, json.timeWindow]).toEqual([800000, 0, 0]);
  });

  it('leaves closed tables out unless asked', async () => {
    expect(await ids('query=produktinnovasjon*')).toEqual(['13999']);
    expect(await ids('query=produktinnovasjon*&includeDiscontinued=true')).toEqual(['11999', '13999']);
  });

  it('marks a closed table, and says nothing on a live one', async () => {
    const closed = await ask(statbank.url, '/tables/11999');
    const live = await ask(statbank.url, '/tables/13999');
    expect([closed.json.discontinued, 'discontinued' in live.json]).toEqual([true, false]);
    expect(closed.json.label).toContain('(avslutta serie)');
  });

  it('joins search words with AND', async () => {
    expect(await ids('query=nyetablerte foretak')).toEqual(['14623']);
    expect(await ids('query=nyetablerte sysselsatte')).toEqual([]);
  });

  it('compares a prefix with stems, so that a whole word and a star find nothing', async () => {
    expect(await ids('lang=en&query=population*')).toEqual([]);
    expect(await ids('lang=en&query=popul*')).toContain('05810');
  });

  it('searches the title alone with title:, and reads OR and groups', async () => {
    expect(await ids('query=title:foretak AND title:(K)')).toEqual(['14623']);
    expect(await ids('query=06445 OR (08771 AND kvartal)')).toEqual(['06445', '08771']);
  });

  it('finds tables by their stamp, as a day or as a span of days', async () => {
    expect(await ids('query=updated:20260226*')).toEqual(['06445', '07984', '13470']);
    expect(await ids('query=updated:[20260205 TO 20260210*]')).toEqual(['08771', '14623']);
  });

  it.each(['*foretak', 'title:(K', 'AND'])('answers the broken search %s with an empty 500', async (query) => {
    const { status, text } = await ask(statbank.url, `/tables?query=${query}`);
    expect([status, text]).toEqual([500, '']);
  });

  it('keeps tables changed in the last days, counted from its own clock to the hour', async () => {
    // 2026-03-02T10 less four days is 2026-02-26T10; the tables of that day carry 07.
    expect(await ids('pastDays=4')).toEqual([]);
    expect(await ids('pastDays=5')).toEqual(['06445', '07984', '13470']);
  });

  it('pages by 20, and answers a page past the end with 404', async () => {
    const first = await ask(statbank.url, '/tables?pageNumber=0&pageSize=4');
    const past = await ask(statbank.url, '/tables?pageNumber=9');
    expect(first.json.page).toMatchObject({ pageNumber: 1, pageSize: 4, totalElements: 11, totalPages: 3 });
    expect([past.status, past.json.title]).toEqual([404, 'Non-existent page']);
  });

  it('loses includeDiscontinued and the encoding of the query in its page links', async () => {
    const { json } = await ask(statbank.url, '/tables?includeDiscontinued=true&pageSize=1&query=hele%20OR%20alle');
    expect(json.page.links[0]?.href).toBe(`${statbank.url}/tables/?lang=no&query=hele OR alle&pagesize=1&pageNumber=2`);
  });

  it('answers no hits with an empty first page', async () => {
    const { status, json } = await ask(statbank.url, '/tables?query=romfart');
    expect([status, json.page.totalElements, json.page.totalPages]).toEqual([200, 0, 1]);
  });

  it('holds a table with an impossible stamp', async () => {
    const { json } = await ask(statbank.url, '/tables/04197');
    expect(json.updated).toBe('0003-10-13T00:00:00Z');
  });

  it.each([
    ['06445', 'Annual', '2005', '2025'],
    ['08771', 'Quarterly', '2010K1', '2025K4'],
    ['13999', 'Other', '2014-2016', '2022-2024'],
  ])('says how often %s has figures, and for which periods', async (id, timeUnit, firstPeriod, lastPeriod) => {
    const { json } = await ask(statbank.url, `/tables/${id}`);
    expect(json).toMatchObject({ language: 'no', timeUnit, firstPeriod, lastPeriod });
  });

  it('refuses other languages than its two', async () => {
    const { status, json } = await ask(statbank.url, '/tables?lang=nb');
    expect([status, json.title]).toEqual([400, 'Unsupported language']);
  });

  it('answers an unknown table with 404 outside /data', async () => {
    const { status, json } = await ask(statbank.url, '/tables/99999/metadata');
    expect([status, json]).toEqual([404, { type: 'Parameter error', title: 'Non-existent table', status: 404 }]);
  });
});
