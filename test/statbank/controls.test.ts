import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, codesOf, dataPath, dimensionOf, startUnlimited } from './asking.ts';
import type { Answer } from './asking.ts';
import type { Statbank } from './server.ts';

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

  it('refuses what does not exist with a sentence', () => {
    expect(() => statbank.publishYear('07985', '2026')).toThrow('The stand-in has no table 07985.');
    expect(() => statbank.publishYear('07984', '2025')).toThrow('Table 07984 already has 2025.');
    expect(() => statbank.setNow('soon')).toThrow('soon is not an instant');
  });

  it('can be sent over HTTP', async () => {
    const { status } = await control('publish-year', { table: '07984', period: '2026' });
    expect([status, (await jobs('3301', 'top(1)')).json.value]).toEqual([200, [52214]]);
  });

  it('answers over HTTP what was wrong', async () => {
    const missing = await control('revise-cell', { table: '07984' });
    const unknown = await control('publish', {});
    expect([missing.status, missing.json.error]).toEqual([400, 'The body must have categories.']);
    expect([unknown.status, unknown.json.error]).toEqual([404, expect.stringContaining('publish-year')]);
  });
});
