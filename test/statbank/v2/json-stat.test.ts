import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, codesOf, dataPath, dimensionOf, startUnlimited } from '../asking.ts';
import type { Statbank } from '../server.ts';

describe('a dataset', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startUnlimited();
  });
  afterAll(() => statbank.close());

  const rate = { Region: '0301,3301,3005', ContentsCode: 'Sysselsatte', Tid: '2023,2024' };

  it('has its keys in the order of SSB', async () => {
    const { json } = await ask(
      statbank.url,
      dataPath('09429', { Region: '0301', Nivaa: '*', ContentsCode: '*', Tid: '2024' }),
    );
    const order = [
      'version',
      'class',
      'label',
      'source',
      'updated',
      'note',
      'role',
      'id',
      'size',
      'dimension',
      'extension',
      'value',
      'status',
    ];
    expect(Object.keys(json)).toEqual(order);
  });

  it('holds one number or null per cell, row-major, and a status only where there is none', async () => {
    const { json } = await ask(
      statbank.url,
      dataPath('09429', { Region: '0301', Nivaa: '04a,09a', ContentsCode: '*', Tid: '2024' }),
    );
    expect(json.value).toEqual([149876, 24.9, 5364, null]);
    expect(json.status).toEqual({ 3: '.' });
  });

  it('leaves the contents variable out of the title', async () => {
    const { json } = await ask(statbank.url, dataPath('06445', rate));
    expect(json.label).toBe('06445: Andel sysselsatte i befolkningen per 4. kvartal, etter region og år');
  });

  it('writes discontinued: null in data and leaves it out of metadata', async () => {
    const data = await ask(statbank.url, dataPath('06445', rate));
    const metadata = await ask(statbank.url, '/tables/06445/metadata');
    expect([data.json.extension.discontinued, 'discontinued' in metadata.json.extension]).toEqual([null, false]);
  });

  it('gives roles, and no geo where the region is left out', async () => {
    const { json } = await ask(statbank.url, dataPath('06445', { ContentsCode: 'Sysselsatte', Tid: '2024' }));
    expect(json.role).toEqual({ time: ['Tid'], metric: ['ContentsCode'] });
  });

  it('says in metadata whether a variable may be left out, and in data whether its total is there', async () => {
    const metadata = await ask(statbank.url, '/tables/06445/metadata');
    const data = await ask(statbank.url, dataPath('06445', rate));
    expect(dimensionOf(metadata.json, 'Region').extension.elimination).toBe(true);
    expect(dimensionOf(data.json, 'Region').extension.elimination).toBe(false);
  });

  it('carries the unit and its decimals, in the language asked for', async () => {
    const { json } = await ask(statbank.url, `${dataPath('06445', rate)}&lang=en`);
    expect(dimensionOf(json, 'ContentsCode').category.unit).toEqual({ Sysselsatte: { base: 'per cent', decimals: 1 } });
  });

  it('has no figures and no status in metadata, but every category', async () => {
    const { json } = await ask(statbank.url, '/tables/06445/metadata');
    expect([json.value, 'status' in json, codesOf(json, 'Tid').length]).toEqual([[], false, 21]);
  });

  it('names municipalities with their years', async () => {
    const { json } = await ask(statbank.url, '/tables/07984/metadata');
    const { label } = dimensionOf(json, 'Region').category;
    expect([label['3301'], label['3005'], label['0602']]).toEqual([
      'Drammen',
      'Drammen (2020-2023)',
      'Drammen (-2019)',
    ]);
  });

  it('shows 0 without a status for a region code out of its years', async () => {
    const { json } = await ask(statbank.url, dataPath('06445', rate));
    const [drammen, oslo, old] = codesOf(json, 'Region').map((_, row) => json.value.slice(row * 2, row * 2 + 2));
    expect([oslo, drammen, old].map((cells) => cells?.includes(0))).toEqual([false, true, true]);
    expect('status' in json).toBe(false);
  });

  it('withholds small counts in detail, never the total of both sexes and all ages', async () => {
    const detail = await ask(
      statbank.url,
      dataPath('07984', {
        Region: '3303',
        NACE2007: '05-09',
        Kjonn: '1',
        Alder: '15-19',
        ContentsCode: 'SysselsatteArb',
        Tid: '*',
      }),
    );
    const total = await ask(
      statbank.url,
      dataPath('07984', { Region: '*', NACE2007: '*', Kjonn: '0', Alder: '15-74', ContentsCode: '*', Tid: '*' }),
    );
    expect(Object.values(detail.json.status ?? {})).toContain(':');
    expect('status' in total.json).toBe(false);
  });

  it('says that figures are made up wherever a single one is', async () => {
    const madeUp = await ask(statbank.url, dataPath('06445', rate));
    const published = await ask(statbank.url, dataPath('13931', { UtslpKomp: 'A10', ContentsCode: '*', Tid: '2024' }));
    expect(madeUp.json.source).toBe('Oppdiktede tall i SSBs form (ikke Statistisk sentralbyrå)');
    expect([published.json.source, published.json.value]).toEqual(['Statistisk sentralbyrå', [45006]]);
  });
});
