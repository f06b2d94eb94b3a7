import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, startUnlimited } from '../asking.ts';
import type { Statbank } from '../server.ts';

describe('Klass', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startUnlimited();
  });
  afterAll(() => statbank.close());

  const asJson = { headers: { accept: 'application/json' } };
  const changes = async (parameters: string): Promise<readonly string[]> => {
    const { json } = await ask(statbank.klassUrl, `/classifications/131/changes?${parameters}`, asJson);
    return json.codeChanges.map((row) => `${row['oldCode']} ${row['newCode']} ${row['changeOccurred']}`);
  };

  it('chains a municipality over two reforms', async () => {
    const rows = await changes('from=2019-01-01');
    expect(rows.filter((row) => row.includes('3005'))).toEqual([
      '0602 3005 2020-01-01',
      '0625 3005 2020-01-01',
      '0711 3005 2020-01-01',
      '3005 3301 2024-01-01',
    ]);
  });

  it('has rows with equal codes, for a surviving part and for a change of name', async () => {
    const rows = await changes('from=2019-01-01');
    expect(rows).toEqual(expect.arrayContaining(['1103 1103 2020-01-01', '5025 5025 2023-01-01']));
  });

  it('has a code that is split in two', async () => {
    expect((await changes('from=2023-06-01')).filter((row) => row.startsWith('1507'))).toEqual([
      '1507 1508 2024-01-01',
      '1507 1580 2024-01-01',
    ]);
  });

  it('has municipalities that were merged and then divided', async () => {
    const rows = await changes('from=2019-01-01');
    expect(rows.filter((row) => row.includes(' 1507 '))).toEqual(
      ['1504', '1523', '1529', '1546', '1534'].map((code) => `${code} 1507 2020-01-01`),
    );
  });

  it('changes as a control says, from that day on', async () => {
    const changing = await startUnlimited();
    changing.changeKlass('2027-01-01', ['3301 Drammen', '3303 Kongsberg'], ['3398 Elvebyen']);
    changing.changeKlass('2010-01-01', [], ['4036 Vinje']);
    const at = async (date: string): Promise<readonly string[]> => {
      const { json } = await ask(changing.klassUrl, `/classifications/131/codesAt?date=${date}`, asJson);
      return json.codes.map(({ code }) => code).filter((code) => ['3301', '3303', '3398', '4036'].includes(code));
    };
    const { json } = await ask(
      changing.klassUrl,
      '/classifications/131/changes?from=2026-01-01&includeFuture=true',
      asJson,
    );
    expect([await at('2026-12-31'), await at('2027-01-01')]).toEqual([
      ['3301', '3303', '4036'],
      ['3398', '4036'],
    ]);
    expect(json.codeChanges.map(({ oldCode, newCode }) => `${oldCode} ${newCode}`)).toEqual(['3301 3398', '3303 3398']);
    expect(() => changing.changeKlass('2027-01-01', ['Drammen'], [])).toThrow('Drammen is not a code and a name');
    await changing.close();
  });

  it('takes the end of the range as exclusive', async () => {
    expect(await changes('from=2023-06-01&to=2024-01-01')).toEqual([]);
    expect(await changes('from=2023-06-01&to=2024-01-02')).not.toEqual([]);
  });

  it('hides what has not happened yet unless asked', async () => {
    const early = await startUnlimited({ now: '2023-06-01T10:00:00Z' });
    const path = '/classifications/131/changes?from=2023-01-01';
    const hidden = await ask(early.klassUrl, path, asJson);
    const shown = await ask(early.klassUrl, `${path}&includeFuture=true`, asJson);
    await early.close();
    expect([hidden.json.codeChanges.length, shown.json.codeChanges.length > 0]).toEqual([0, true]);
  });

  it('is 404 where a change table is missing', async () => {
    const { status, json } = await ask(statbank.klassUrl, '/classifications/104/changes?from=2019-01-01', asJson);
    expect([status, json.title]).toEqual([404, 'Not Found']);
  });

  it('gives the codes of a day', async () => {
    const at = async (date: string): Promise<readonly string[]> => {
      const { json } = await ask(statbank.klassUrl, `/classifications/131/codesAt?date=${date}`, asJson);
      return json.codes.map(({ code }) => code);
    };
    expect(await at('2022-05-01')).toContain('3005');
    expect(await at('2026-01-01')).not.toContain('3005');
  });

  it('answers XML to a client that does not ask for JSON', async () => {
    const { headers, text } = await ask(statbank.klassUrl, '/classifications/131/changes?from=2023-06-01');
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(text).toContain('<oldCode>3005</oldCode>');
  });
});
