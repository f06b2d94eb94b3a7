import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, codesOf, dataPath, dimensionOf, startUnlimited } from '../asking.ts';
import type { Answer } from '../asking.ts';
import type { Statbank } from '../server.ts';

describe('a control', () => {
  let statbank: Statbank;
  beforeEach(async () => {
    statbank = await startUnlimited({ now: '2026-03-10T07:00:00Z' });
  });
  afterEach(() => statbank.close());

  const jobs = (region: string, period = '*', lists = {}): Promise<Answer> =>
    ask(statbank.url, dataPath('07984', { Region: region, ContentsCode: 'SysselsatteArb', Tid: period }, lists));
  const control = (name: string, body: unknown): Promise<Answer> =>
    ask(new URL(statbank.url).origin, `/control/${name}`, { method: 'POST', body: JSON.stringify(body) });

  it('publishes a period by the formula and moves the stamp to now', async () => {
    statbank.publishYear('07984', '2026');
    const { json } = await jobs('3301', 'top(1)');
    expect([codesOf(json, 'Tid'), json.value, json.updated]).toEqual([['2026'], [52214], '2026-03-10T07:00:00Z']);
  });

  it('publishes figures that are given', async () => {
    const categories = { Region: '3301', ContentsCode: 'SysselsatteArb' };
    statbank.publishYear('07984', '2026', [{ categories, value: 53000 }]);
    expect((await jobs('3301', '2026')).json.value).toEqual([53000]);
  });

  it('revises one figure, and the sums of code lists with it', async () => {
    statbank.reviseCell('07984', { Region: '3005', ContentsCode: 'SysselsatteArb' }, '2022', 50001);
    const raw = await jobs('3005', '2022');
    const summed = await jobs('K.3301', '2022', { Region: 'agg_KommSummerS' });
    expect([raw.json.value, summed.json.value]).toEqual([[50001], [50001]]);
  });

  it('can put a symbol in place of a figure', async () => {
    statbank.reviseCell('07984', { Region: '3301', ContentsCode: 'SysselsatteArb' }, '2025', ':');
    const { json } = await jobs('3301', '2025');
    expect([json.value, json.status]).toEqual([[null], { 0: ':' }]);
  });

  it('can leave a cell without a figure and without a symbol', async () => {
    statbank.reviseCell('07984', { Region: '3301', ContentsCode: 'SysselsatteArb' }, '2025', '');
    const { json } = await jobs('3301', '2025');
    expect([json.value, json.status]).toEqual([[null], undefined]);
  });

  it.each(['..', '...', '-', 'unheard-of'])('can show %s and no figure', async (symbol) => {
    statbank.reviseCell('07984', { Region: '3301', ContentsCode: 'SysselsatteArb' }, '2025', symbol);
    const { json } = await jobs('3301', '2025');
    expect([json.value, json.status]).toEqual([[null], { 0: symbol }]);
  });

  it('can put a 0 where there was a figure', async () => {
    statbank.reviseCell('06445', { Region: '3201' }, '2025', 0);
    const { json } = await ask(statbank.url, dataPath('06445', { Region: '3201', ContentsCode: '*', Tid: 'top(1)' }));
    expect([json.value, json.status]).toEqual([[0], undefined]);
  });

  it('can put a symbol on a figure, and on the sum of which it is a part', async () => {
    const marked = { number: 50001, symbol: 'b' };
    statbank.reviseCell('07984', { Region: '3005', ContentsCode: 'SysselsatteArb' }, '2022', marked);
    const raw = await jobs('3005', '2022');
    const summed = await jobs('K.3301', '2022', { Region: 'agg_KommSummerS' });
    expect([raw.json.value, raw.json.status]).toEqual([[50001], { 0: 'b' }]);
    expect([summed.json.value, summed.json.status]).toEqual([[50001], { 0: 'b' }]);
  });

  it('marks every figure of a period, and no other', async () => {
    statbank.reviseCell('07984', { Region: '3301', ContentsCode: 'SysselsatteArb' }, '2025', ':');
    statbank.markPeriod('07984', '2025', 'b');
    const { json } = await jobs('3201,3301', 'top(2)');
    const [baerum, drammen] = [0, 1].map((row) => json.value.slice(row * 2, row * 2 + 2));
    expect(codesOf(json, 'Region')).toEqual(['3301', '3201']);
    expect([baerum?.[1], drammen?.includes(null), json.status]).toEqual([null, false, { 1: ':', 3: 'b' }]);
  });

  it('gives a place another name, and the years in which it was', async () => {
    statbank.relabel('06445', 'Region', '3103', 'Moss (2020-2023)');
    const { json } = await ask(statbank.url, dataPath('06445', { Region: '3103', ContentsCode: '*', Tid: '2025' }));
    const elsewhere = await ask(statbank.url, '/tables/07984/metadata');
    expect(dimensionOf(json, 'Region').category.label).toEqual({ 3103: 'Moss (2020-2023)' });
    expect(dimensionOf(elsewhere.json, 'Region').category.label['3103']).toBe('Moss');
    expect(json.updated).toBe('2026-03-10T07:00:00Z');
  });

  it('gives a code list another member, in its address and in every sum', async () => {
    const before = await jobs('K.3103', '2025', { Region: 'agg_KommSummerS' });
    const members = ['0104', '0136', '3002', '3103', '3303'];
    statbank.changeCodeList('agg_KommSummerS', 'K.3103', { members, label: 'Moss og Kongsberg' });
    const list = await ask(statbank.url, '/codelists/agg_KommSummerS');
    const after = await jobs('K.3103', '2025', { Region: 'agg_KommSummerS' });
    const added = await jobs('3303', '2025');
    expect(list.json.values.find(({ code }) => code === 'K.3103')).toEqual({
      code: 'K.3103',
      label: 'Moss og Kongsberg',
      valueMap: members,
    });
    expect(after.json.value).toEqual([(before.json.value[0] ?? 0) + (added.json.value[0] ?? 0)]);
    expect([dimensionOf(after.json, 'Region').category.label, after.json.updated]).toEqual([
      { 'K.3103': 'Moss og Kongsberg' },
      before.json.updated,
    ]);
  });

  it('gives a code list a member that no table knows, and leaves the sums', async () => {
    const before = await jobs('K.3103', '*', { Region: 'agg_KommSummerS' });
    statbank.changeCodeList('agg_KommSummerS', 'K.3103', { members: ['0104', '0136', '0194', '3002', '3103'] });
    const after = await jobs('K.3103', '*', { Region: 'agg_KommSummerS' });
    expect(after.json.value).toEqual(before.json.value);
  });

  it('withholds a sum of which a part is withheld', async () => {
    statbank.reviseCell('07984', { Region: '3005', ContentsCode: 'SysselsatteArb' }, '2022', ':');
    const { json } = await jobs('K.3301', '2022', { Region: 'agg_KommSummerS' });
    expect([json.value, json.status]).toEqual([[null], { 0: ':' }]);
  });

  it('makes a table of published figures say that it holds made-up ones', async () => {
    statbank.publishYear('13931', '2025');
    const { json } = await ask(statbank.url, '/tables/13931');
    expect(json.source).toBe('Oppdiktede tall i SSBs form (ikke Statistisk sentralbyrå)');
  });

  it('takes a code away, from the variable or from a code list', async () => {
    statbank.removeCode('07984', 'Region', '3005');
    statbank.removeCode('07984', 'Region', 'K.3301');
    const raw = await jobs('3005');
    const listed = await jobs('K.3301', '*', { Region: 'agg_KommSummerS' });
    expect([raw.json.title, listed.json.title]).toEqual(['Non-existent value', 'Non-existent value']);
  });

  it('changes a unit', async () => {
    statbank.changeUnit('06445', 'Sysselsatte', 'promille');
    const { json } = await ask(statbank.url, '/tables/06445/metadata');
    expect(dimensionOf(json, 'ContentsCode').category.unit.Sysselsatte).toEqual({ base: 'promille', decimals: 1 });
  });

  it('closes a table, and continues it under another number', async () => {
    statbank.replaceTable('06445', '16445');
    const closed = await ask(statbank.url, '/tables/06445');
    const successor = await ask(statbank.url, '/tables/16445');
    expect([closed.json.discontinued, 'discontinued' in successor.json]).toEqual([true, false]);
  });

  it('closes a table without a successor', async () => {
    statbank.discontinue('06445');
    const { json } = await ask(statbank.url, '/tables?query=06445');
    expect(json.tables).toEqual([]);
  });

  it('continues a table in other industries: the total is the same, and a group that was split adds up', async () => {
    statbank.publishYear('07984', '2026');
    const { status } = await control('recode-table', { table: '07984', newId: '15001', periods: ['2026'] });
    const drammen = (table: string, variable: string, codes: string) =>
      ask(
        statbank.url,
        dataPath(table, { Region: '3301', [variable]: codes, ContentsCode: 'SysselsatteArb', Tid: '*' }),
      );
    const groups = await drammen('15001', 'NACE2025', '00-99,46-47,58-60,61-63');
    const before = await drammen('07984', 'NACE2007', '00-99,45-47,58-63');
    const [total = NaN, trade = NaN, ...parts] = groups.json.value.map(Number);
    expect([status, codesOf(groups.json, 'Tid')]).toEqual([200, ['2026']]);
    const years = codesOf(before.json, 'Tid').length;
    const latest = [1, 2, 3].map((row) => before.json.value[row * years - 1]);
    expect([total, trade, parts.reduce((sum, part) => sum + part, 0)]).toEqual(latest);
  });

  it('refuses what does not exist with a sentence', () => {
    expect(() => statbank.publishYear('07985', '2026')).toThrow('The stand-in has no table 07985.');
    expect(() => statbank.publishYear('07984', '2025')).toThrow('Table 07984 already has 2025.');
    expect(() => statbank.setNow('soon')).toThrow('soon is not an instant');
    expect(() => statbank.relabel('06445', 'Region', '9999', 'Moss')).toThrow(
      'Region of table 06445 has no code 9999.',
    );
    expect(() => statbank.markPeriod('06445', '1999', 'b')).toThrow('Table 06445 has no period 1999.');
    expect(() => statbank.recodeTable('06445', '16445', ['2026'])).toThrow('Table 06445 has no NACE2007.');
    expect(() => statbank.changeCodeList('agg_X', 'K.3103', {})).toThrow('The stand-in has no code list agg_X.');
    expect(() => statbank.changeCodeList('agg_KommSummerS', 'K.9', {})).toThrow(
      'Code list agg_KommSummerS has no code K.9.',
    );
  });

  it('can be sent over HTTP', async () => {
    const { status } = await control('publish-year', { table: '07984', period: '2026' });
    expect([status, (await jobs('3301', 'top(1)')).json.value]).toEqual([200, [52214]]);
  });

  it.each([
    ['revise-cell', { table: '06445', categories: { Region: '3103' }, period: '2025', value: ':' }],
    [
      'revise-cell',
      { table: '06445', categories: { Region: '3103' }, period: '2025', value: { number: 1, symbol: 'b' } },
    ],
    ['relabel', { table: '06445', variable: 'Region', code: '3103', label: 'Moss (2020-2023)' }],
    ['mark-period', { table: '06445', period: '2025', symbol: 'b' }],
  ])('changes a table over HTTP: %s', async (name, body) => {
    const address = dataPath('06445', { Region: '3103', ContentsCode: '*', Tid: '2025' });
    const before = await ask(statbank.url, address);
    const { status } = await control(name, body);
    const after = await ask(statbank.url, address);
    const told = ({ json }: Answer) => [json.value, json.status, dimensionOf(json, 'Region').category.label];
    expect(status).toBe(200);
    expect(told(after)).not.toEqual(told(before));
  });

  it('changes a code list over HTTP', async () => {
    const body = { codeList: 'agg_KommSummer', code: 'K-3103', members: ['3103'] };
    const { status } = await control('change-code-list', body);
    const { json } = await ask(statbank.url, '/codelists/agg_KommSummer');
    expect([status, json.values.find(({ code }) => code === 'K-3103')?.valueMap]).toEqual([200, ['3103']]);
  });

  it('answers over HTTP what was wrong', async () => {
    const missing = await control('revise-cell', { table: '07984' });
    const unknown = await control('publish', {});
    expect([missing.status, missing.json.error]).toEqual([400, 'The body must have categories.']);
    expect([unknown.status, unknown.json.error]).toEqual([404, expect.stringContaining('publish-year')]);
  });
});
