import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, codesOf, dataPath, numbersOf, startUnlimited } from '../asking.ts';
import type { Statbank } from '../server.ts';
import { allTables } from '../tables/all.ts';

const PEERS = '3105,3107,3205,3203,3201,3905,4001,4003,3303,4204,3103'.split(',');
const ASSS = '0301,4601,5001,1103,1108,4204,3201,3203,3205,3107,5501'.split(',');

function growth(before: number, after: number): number {
  return 100 * (after / before - 1);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

describe('the figures', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startUnlimited();
  });
  afterAll(() => statbank.close());

  const latest = async (
    table: string,
    regions: readonly string[],
    codes: Record<string, string>,
  ): Promise<readonly number[][]> => {
    const { json } = await ask(statbank.url, dataPath(table, { Region: regions.join(','), ...codes, Tid: 'top(2)' }));
    const rows = new Map(
      codesOf(json, 'Region').map((code, row) => [code, numbersOf(json).slice(row * 2, row * 2 + 2)]),
    );
    return regions.map((region) => rows.get(region) ?? []);
  };
  const pooled = (rows: readonly number[][]): number =>
    growth(total(rows.map(([a = 0]) => a)), total(rows.map(([, b = 0]) => b)));

  it('have a total of industries that is the sum of its groups, in every year', async () => {
    const { json } = await ask(
      statbank.url,
      dataPath('07984', { Region: '3301,3005,0602', NACE2007: '*', ContentsCode: '*', Tid: '*' }),
    );
    const [regions = 0, industries = 0, contents = 0, years = 0] = json.size;
    const cells = numbersOf(json);
    const at = (region: number, industry: number, rest: number): number =>
      cells[(region * industries + industry) * contents * years + rest] ?? 0;
    for (let region = 0; region < regions; region += 1) {
      for (let rest = 0; rest < contents * years; rest += 1) {
        const groups = Array.from({ length: industries - 1 }, (_, group) => at(region, group + 1, rest));
        expect(total(groups)).toBe(at(region, 0, rest));
      }
    }
  });

  it('are the same in 13470 as in 07984, but that 1 and 2 are 0 or 3', async () => {
    const asked = { Region: '*', NACE2007: '*', ContentsCode: '*', Tid: '*' };
    const exact = numbersOf((await ask(statbank.url, dataPath('07984', asked))).json);
    const rounded = numbersOf((await ask(statbank.url, dataPath('13470', asked))).json);
    const changed = exact.filter((count, position) => count !== rounded[position]);
    expect(rounded).toHaveLength(exact.length);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((count) => count !== 1 && count !== 2)).toEqual([]);
    expect(rounded.filter((count) => count === 1 || count === 2)).toEqual([]);
    expect(new Set(exact.flatMap((count, position) => (count === 2 ? [rounded[position]] : [])))).toEqual(new Set([3]));
  });

  it('put job growth a little ahead of the peers', async () => {
    const codes = { NACE2007: '00-99', ContentsCode: 'SysselsatteArb' };
    const [own, ...peers] = await latest('07984', ['3301', ...PEERS], codes);
    const lead = pooled([own ?? []]) - pooled(peers);
    expect(own?.[1]).toBe(52006);
    expect(lead).toBeGreaterThan(0.05);
    expect(lead).toBeLessThan(0.5);
  });

  it('leave the employment gap where it was', async () => {
    const [own = [], ...peers] = await latest('06445', ['3301', ...ASSS], { ContentsCode: 'Sysselsatte' });
    const gaps = [0, 1].map((year) => (own[year] ?? 0) - total(peers.map((row) => row[year] ?? 0)) / peers.length);
    expect(Math.abs((gaps[1] ?? 0) - (gaps[0] ?? 0))).toBeLessThan(0.05);
  });

  it('let new enterprises grow, but less than the peers’', async () => {
    const codes = {
      Kjonn: 'F',
      OrgFormer: '_T',
      NACE2007: '00-99',
      AntAnsatte: '99',
      AntEtabl: '00',
      ContentsCode: 'EtablertForetak',
    };
    const [own = [], ...peers] = await latest('14623', ['3301', ...PEERS], codes);
    expect(own).toEqual([948, 972]);
    expect(pooled(peers)).toBeGreaterThan(growth(own[0] ?? 0, own[1] ?? 0) + 1);
  });

  it('keep the mix of industries stable near 0.886', async () => {
    const { json } = await ask(
      statbank.url,
      dataPath('07984', { Region: '3301', NACE2007: '*', ContentsCode: 'SysselsatteArb', Tid: 'top(2)' }),
    );
    const diversity = [0, 1].map((year) => {
      const groups = Array.from({ length: 16 }, (_, group) => numbersOf(json)[(group + 1) * 2 + year] ?? 0);
      return 1 - total(groups.map((group) => (group / total(groups)) ** 2));
    });
    expect(diversity[1]).toBeCloseTo(0.886, 3);
    expect(Math.abs((diversity[1] ?? 0) - (diversity[0] ?? 0))).toBeLessThan(0.002);
  });

  it('turn round with the year that is published by formula', async () => {
    const next = await startUnlimited();
    for (const table of ['07984', '06445', '14623']) next.publishYear(table, '2026');
    const read = async (path: string): Promise<readonly number[]> => numbersOf((await ask(next.url, path)).json);
    const jobs = await read(dataPath('07984', { Region: '3301,3201', ContentsCode: 'SysselsatteArb', Tid: 'top(2)' }));
    const rates = await read(dataPath('06445', { Region: '3301,0301', ContentsCode: 'Sysselsatte', Tid: 'top(2)' }));
    await next.close();
    expect(growth(jobs[0] ?? 0, jobs[1] ?? 0)).toBeLessThan(growth(jobs[2] ?? 0, jobs[3] ?? 0));
    expect(rates).toEqual([65.4, 65.9, 71.2, 71.3]);
  });

  it('repeat published ones exactly', async () => {
    const emissions = await ask(
      statbank.url,
      dataPath('13931', { UtslpTilLuft: '1,2,3,6,7', UtslpKomp: 'A10', ContentsCode: '*', Tid: '2024' }),
    );
    const education = await ask(
      statbank.url,
      dataPath('09429', { Region: '3005', Nivaa: '04a', ContentsCode: '*', Tid: '2023' }),
    );
    const vacancies = await ask(statbank.url, dataPath('08771', { ContentsCode: 'LedigeStillinger', Tid: '2025K1' }));
    expect(emissions.json.value).toEqual([11026, 10587, 1184, 7428, 4531]);
    expect([education.json.value, vacancies.json.value]).toEqual([[8241, 9.6], [107300]]);
  });

  it('stand beside a note that says which are published', () => {
    const silent = allTables('municipality', true).filter(
      ({ notes }) => !notes.some(({ no }) => /oppdiktet|Publiserte tall/.test(no)),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
