import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, codesOf, startUnlimited } from '../asking.ts';
import type { Answer } from '../asking.ts';
import type { Statbank } from '../server.ts';

describe('the older API', () => {
  let statbank: Statbank;
  let base: string;
  beforeAll(async () => {
    statbank = await startUnlimited();
    base = `${new URL(statbank.url).origin}/api/v0/no`;
  });
  afterAll(() => statbank.close());

  const post = (table: string, query: unknown, format?: string): Promise<Answer> => {
    const body = JSON.stringify({ query, ...(format === undefined ? {} : { response: { format } }) });
    return ask(base, `/table/${table}/`, { method: 'POST', body });
  };
  const item = (code: string, filter: string, ...values: string[]) => ({ code, selection: { filter, values } });

  it('gives metadata without roles, units or code lists', async () => {
    const { json } = await ask(base, '/table/06445');
    expect(json.variables.map((variable) => Object.keys(variable).slice(4))).toEqual([
      ['elimination'],
      ['elimination'],
      ['elimination'],
      [],
      ['time'],
    ]);
  });

  it('takes all of a variable that is left out and must be there', async () => {
    const { json } = await post('06445', [item('Region', 'item', '3301')]);
    expect([json.id, json.size]).toEqual([
      ['Region', 'ContentsCode', 'Tid'],
      [1, 1, 21],
    ]);
  });

  it('reads its filters item, all, top and agg', async () => {
    const { json } = await post('07984', [
      item('Region', 'agg:KommSummerS', 'K.3301'),
      item('NACE2007', 'all', '0*'),
      item('ContentsCode', 'item', 'SysselsatteArb'),
      item('Tid', 'top', '2'),
    ]);
    expect([codesOf(json, 'Region'), codesOf(json, 'Tid')]).toEqual([['K.3301'], ['2024', '2025']]);
    expect(codesOf(json, 'NACE2007')).toEqual(['00-99', '01-03', '05-09', '00']);
  });

  it('has the first edition of the format, with ids and sizes inside dimension', async () => {
    const { json } = await post('06445', [item('Region', 'item', '3301')], 'json-stat');
    expect(json.dataset.dimension.id).toEqual(['Region', 'ContentsCode', 'Tid']);
  });

  it('refuses too many cells with 403', async () => {
    const all = ['Region', 'NACE2007', 'Kjonn', 'Alder'].map((code) => item(code, 'all', '*'));
    const { status, json } = await post('07984', all);
    expect([status, json]).toEqual([403, { error: 'Too many values selected' }]);
  });

  it('names the variable of an unknown value, and nothing else it refuses', async () => {
    const value = await post('06445', [item('Region', 'item', '9999')]);
    const format = await post('06445', [], 'jsonstat2');
    expect(value.json.error).toBe("The request for variable 'Region' has an error. Please check your query.");
    expect([format.status, format.json]).toEqual([400, { error: 'Parameter error' }]);
  });
});
