import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, codesOf, dataPath, dimensionOf, numbersOf, startUnlimited } from '../asking.ts';
import type { Statbank } from '../server.ts';

describe('code lists', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startUnlimited();
  });
  afterAll(() => statbank.close());

  const jobs = { ContentsCode: 'SysselsatteArb', Tid: '2018,2022,2025' };

  it('say which codes are summed', async () => {
    const { json } = await ask(statbank.url, '/codelists/agg_KommSummerS');
    expect(json.type).toBe('Aggregation');
    expect(json.values[0]).toEqual({
      code: 'K.3301',
      label: 'Drammen',
      valueMap: ['0602', '0625', '0711', '3005', '3301'],
    });
  });

  it('are answered under both spellings of the path', async () => {
    const { status } = await ask(statbank.url, '/codeLists/vs_Landet');
    expect(status).toBe(200);
  });

  it('have ids that are case-sensitive, and answer 404 with 400 inside', async () => {
    const { status, json } = await ask(statbank.url, '/codelists/agg_kommsummers');
    expect([status, json]).toEqual([404, { type: 'Parameter error', title: 'Non-existent codelist', status: 400 }]);
  });

  it('are named by the variable in metadata', async () => {
    const { json } = await ask(statbank.url, '/tables/07984/metadata');
    const lists = dimensionOf(json, 'Region').extension.codelists;
    expect(lists.map(({ id }) => id)).toEqual(['agg_KommSummerS', 'agg_KommGjeldende', 'vs_Landet']);
  });

  it('show a variable as the list would in metadata', async () => {
    const { json } = await ask(statbank.url, '/tables/07984/metadata?codelist[Region]=agg_KommSummerS');
    expect(codesOf(json, 'Region')[0]).toBe('K.3301');
  });

  it('sum old codes to today’s borders in every year', async () => {
    const today = await ask(
      statbank.url,
      dataPath('07984', { ...jobs, Region: 'K.3301' }, { Region: 'agg_KommSummerS' }),
    );
    const codes = await ask(statbank.url, dataPath('07984', { ...jobs, Region: '0602,0625,0711,3005,3301' }));
    const sums = [0, 1, 2].map((year) =>
      [0, 1, 2, 3, 4].reduce((sum, code) => sum + (numbersOf(codes.json)[code * 3 + year] ?? 0), 0),
    );
    expect(today.json.value).toEqual(sums);
  });

  it('are used only with valueCodes of exactly the same key', async () => {
    const { json } = await ask(
      statbank.url,
      `/tables/07984/data?codelist[region]=agg_KommSummerS&valueCodes[Region]=K.3301&valueCodes[ContentsCode]=*&valueCodes[Tid]=2025`,
    );
    expect(json.title).toBe('Non-existent value');
  });

  it('are ignored without valueCodes', async () => {
    const { json } = await ask(statbank.url, '/tables/07984/data?codelist[Region]=agg_KommSummerS');
    expect(codesOf(json, 'Region')).toContain('3301');
  });

  it('are refused where the table does not offer them', async () => {
    const { status, json } = await ask(
      statbank.url,
      dataPath('06445', { Region: 'K-3301' }, { Region: 'agg_KommSummer' }),
    );
    expect([status, json.title]).toEqual([400, 'Non-existent codelist']);
  });

  it('continue a county over the years it was part of a larger one', async () => {
    const about = {
      Kjonn: 'F',
      OrgFormer: '_T',
      NACE2007: '00-99',
      AntAnsatte: '99',
      AntEtabl: '00',
      ContentsCode: 'EtablertForetak',
      Tid: '2019,2022,2025',
    };
    const joined = await ask(
      statbank.url,
      dataPath('14623', { ...about, Region: 'F-33' }, { Region: 'agg_KommFylker' }),
    );
    const raw = await ask(statbank.url, dataPath('14623', { ...about, Region: '06,30,33' }));
    expect(numbersOf(joined.json).every((count) => count > 1500)).toBe(true);
    // Order of the metadata: 33 first, then 30, then 06; each is 0 out of its years.
    expect(raw.json.value.map((count) => count === 0)).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('the code list of industries', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startUnlimited();
  });
  afterAll(() => statbank.close());

  const lists = { Region: 'agg_KommSummer', NACE2007: 'agg_NACE2007arb11' };

  it('holds the 16 groups and 00, without the total', async () => {
    const { json } = await ask(statbank.url, '/codelists/agg_NACE2007arb11');
    const codes = json.values.map(({ code }) => code);
    expect([codes.length, codes.at(-1), codes.includes('00-99')]).toEqual([17, '00', false]);
  });

  it('is asked for together with that of the regions', async () => {
    const about = { Region: 'K-3301', NACE2007: '84,00', ContentsCode: 'SysselsatteArb', Tid: '2008,2025' };
    const { json } = await ask(statbank.url, dataPath('13470', about, lists));
    expect([json.id, json.size]).toEqual([
      ['Region', 'NACE2007', 'ContentsCode', 'Tid'],
      [1, 2, 1, 2],
    ]);
    expect(codesOf(json, 'NACE2007')).toEqual(['84', '00']);
  });

  it('is refused by a table that does not offer it', async () => {
    const about = { NACE2007: '84', ContentsCode: 'SysselsatteArb', Tid: '2025' };
    const { json } = await ask(statbank.url, dataPath('07984', about, { NACE2007: 'agg_NACE2007arb11' }));
    expect(json.title).toBe('Non-existent codelist');
  });
});

describe('a stand-in with other code lists', () => {
  it('offers none when told so', async () => {
    const statbank = await startUnlimited({ codeLists: false });
    const { json } = await ask(statbank.url, '/tables/07984/metadata');
    await statbank.close();
    expect(dimensionOf(json, 'Region').extension.codelists).toEqual([]);
  });

  it('spells the key as SSB did until late 2025 when told so', async () => {
    const statbank = await startUnlimited({ oldCodeListsSpelling: true });
    const { json } = await ask(statbank.url, '/tables/07984/metadata');
    await statbank.close();
    expect(dimensionOf(json, 'Region').extension.codeLists).toHaveLength(3);
  });

  it('offers new enterprises by county alone when told so', async () => {
    const statbank = await startUnlimited({ enterpriseLevel: 'county' });
    const { json } = await ask(statbank.url, '/tables/14623/metadata');
    await statbank.close();
    expect(codesOf(json, 'Region').filter((code) => code.length === 4)).toEqual([]);
    expect(codesOf(json, 'Region')).toEqual(expect.arrayContaining(['06', '30', '33']));
  });
});
