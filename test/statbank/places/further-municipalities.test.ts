import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, dataPath, numbersOf } from '../asking.ts';
import { type Statbank, startStatbank } from '../server.ts';

const MIDT_TELEMARK = {
  code: '4020',
  name: 'Midt-Telemark',
  codes: [
    { code: '4020', fromYear: 2024 },
    { code: '3817', fromYear: 2020, toYear: 2023 },
    { code: '0821', toYear: 2019 },
    { code: '0822', toYear: 2019 },
  ],
};

describe('municipalities beside those that the stand-in holds', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startStatbank({ rateLimit: 'off', municipalities: [MIDT_TELEMARK] });
  });
  afterAll(() => statbank.close());

  it('have figures in the years of each code, which code lists sum', async () => {
    const query = { ContentsCode: 'SysselsatteArb', Tid: '2018,2022,2025' };
    const single = await ask(statbank.url, dataPath('07984', { ...query, Region: '4020,3817,0821' }));
    const [now, before, oldest] = [0, 1, 2].map((row) => numbersOf(single.json).slice(3 * row, 3 * row + 3));
    expect(now?.slice(0, 2)).toEqual([0, 0]);
    expect([before?.[0], before?.[2]]).toEqual([0, 0]);
    const summed = await ask(
      statbank.url,
      dataPath('07984', { ...query, Region: 'K.4020' }, { Region: 'agg_KommSummerS' }),
    );
    expect(numbersOf(summed.json)).toEqual([2 * (oldest?.[0] ?? NaN), before?.[1], now?.[2]]);
    const list = await ask(statbank.url, '/codelists/agg_KommSummerS');
    expect(list.json.values.at(-1)).toMatchObject({ code: 'K.4020', valueMap: ['4020', '3817', '0821', '0822'] });
  });

  it('are known to Klass, with what became of their codes', async () => {
    const from = `${statbank.klassUrl}/classifications/131`;
    const read = async (path: string) =>
      (await (await fetch(`${from}/${path}`, { headers: { accept: 'application/json' } })).json()) as unknown;
    expect(await read('codesAt?date=2025-01-01')).toMatchObject({
      codes: expect.arrayContaining([expect.objectContaining({ code: '4020', name: 'Midt-Telemark' })]) as unknown,
    });
    const heirs = ['3817', '0821', '0822'].map((oldCode) => expect.objectContaining({ oldCode }) as unknown);
    expect(await read('changes?from=2019-01-01')).toMatchObject({
      codeChanges: expect.arrayContaining(heirs) as unknown,
    });
  });
});
