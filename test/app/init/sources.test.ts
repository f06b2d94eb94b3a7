import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import { initFolder } from '../../../src/app/init/init-folder.ts';
import type { InitOptions, InitReport } from '../../../src/app/init/init-report.ts';
import { bundledPlaces } from '../../../src/places/bundled/bundled-places.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { readSettings, type ReadSettings } from '../../../src/settings/load-settings.ts';
import { codesInWords } from '../../../src/settings/write/place-words.ts';
import { startStatbank, type Statbank } from '../../statbank/server.ts';
import { temporaryFolder } from '../../support/cli.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

const DAY = '2026-11-28';

interface Made extends ReadSettings {
  readonly report: InitReport;
  /** A file of the folder; empty when it is not there. */
  readonly text: (name: string) => string;
}

/** Both sources, on a day. */
async function openSources(on = DAY): Promise<Statbank> {
  const statbank = await startStatbank({ rateLimit: 'off', now: `${on}T10:00:00Z` });
  onTestFinished(() => statbank.close());
  return statbank;
}

interface Addresses {
  readonly url: string;
  readonly klassUrl: string;
}

/** A folder made on a day with the sources at these addresses, and read again. */
async function made(
  { url, klassUrl }: Addresses,
  options: Pick<InitOptions, 'municipality' | 'peers'> & Partial<InitOptions>,
  on = DAY,
): Promise<Made> {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const folder = join(path, 'plan');
  vi.stubEnv('SSB_API_URL', url);
  vi.stubEnv('KLASS_API_URL', klassUrl);
  onTestFinished(() => void vi.unstubAllEnvs());
  const clock = { ...systemClock, now: () => new Date(`${on}T10:00:00Z`) };
  const report = await initFolder(folder, { language: 'nb', offline: false, clock, ...options });
  const text = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  return { report, text, ...readSettings(folder, { jobs, places: bundledPlaces() }) };
}

const withoutComments = (text: string) => text.replaceAll(/\n *# /g, ' ');
const codesOf = ({ settings }: Made, code: string) =>
  codesInWords(settings.geography.municipalities.find((one) => one.code === code)?.codes ?? []);
const ownSource = ({ report }: Made) => report.sources.find(({ lines }) => lines === 'municipality')?.source ?? '';

describe('where Klass and the statistics bank agree with what the program knows', () => {
  test('nothing is written beside it, and all three are named', async () => {
    const one = await made(await openSources(), { municipality: '3301', peers: '3303,5501' });
    expect(one.report.klass).toEqual({ answer: 'agrees', date: DAY, differences: [] });
    expect(one.report.codeList).toEqual({ answer: 'agrees', id: 'agg_KommSummerS', table: '07984', differences: [] });
    expect(one.text('regions.yaml')).toBe('');
    expect(ownSource(one)).toMatch(
      /^Klass 131 on 2026-11-28; the program’s own table of \S+ \(.+\) has the same\. The code list agg_KommSummerS of table 07984 sums the same codes\.$/,
    );
    expect(withoutComments(one.text('plan.yaml'))).toContain(`Name and codes: ${ownSource(one)}`);
    expect(withoutComments(one.text('peers.yaml'))).toContain('Codes of all of them: Klass 131 on 2026-11-28;');
    expect(one.warnings).toEqual([]);
  });

  test('a municipality that was divided has the years left out, which the source sums to one of them', async () => {
    const one = await made(await openSources(), { municipality: '1508', peers: '1580' });
    expect([one.report.klass.answer, one.report.codeList.answer]).toEqual(['agrees', 'agrees']);
    expect(codesOf(one, '1508')).toBe('1508 (2024-), 1504 (-2019), 1523 (-2019), 1529 (-2019), 1546 (-2019)');
    expect(codesOf(one, '1580')).toBe('1580 (2024-), 1534 (-2019)');
    expect(ownSource(one)).toContain('sums the same codes, but for the years that are left out here.');
    expect(one.report.leftOut).toEqual([
      'Left out: figures in 2020-2023, since 1507 Ålesund held both 1508 Ålesund and 1580 Haram; those years belong to none of them alone.',
    ]);
  });
});

describe('where Klass says otherwise', () => {
  test('its codes are in force, and both stand in report and file', async () => {
    const statbank = await openSources();
    statbank.changeKlass('2020-01-01', ['0626 Lier'], ['3005 Drammen']);
    statbank.changeCodeList('agg_KommSummerS', 'K.3301', { members: ['0602', '0625', '3005', '3301'] });
    const one = await made(statbank, { municipality: '3301', peers: '3303' });
    const klass = '3301 (2024-), 3005 (2020-2023), 0602 (-2019), 0625 (-2019), 0711 (-2019), 0626 (-2019)';
    const program = '3301 (2024-), 3005 (2020-2023), 0602 (-2019), 0625 (-2019), 0711 (-2019)';
    expect(codesOf(one, '3301')).toBe(klass);
    expect(one.report.klass.answer).toBe('differs');
    const [difference] = one.report.klass.differences;
    expect(difference?.place).toBe('3301');
    expect(difference?.sentence).toContain(
      `Klass has 3301 Drammen as ${klass} on 2026-11-28; the program’s own table of`,
    );
    expect(difference?.sentence).toContain(`has Drammen as ${program}. Klass’s is in force`);
    expect(withoutComments(one.text('regions.yaml'))).toContain(difference?.sentence);
    expect(one.text('regions.yaml')).not.toContain("code: '3303'");
    expect(ownSource(one)).toContain(`in regions.yaml; the program’s own table of`);
    expect(one.report.sources.map(({ file }) => file)).toContain('regions.yaml');
    // The third witness is held against what is in force.
    expect(one.report.codeList.differences.map(({ sentence }) => sentence)).toEqual([
      '0711 «Svelvik» is Drammen in Klass’s list, and not in the source’s code list.',
    ]);
  });

  test('a place it does not have stays as the program has it until somebody decides', async () => {
    const one = await made(await openSources(), { municipality: '4036', peers: '3303' });
    expect(one.report.klass.differences[0]?.sentence).toContain(
      '4036 (Vinje) is no municipality in Klass on 2026-11-28',
    );
    expect(codesOf(one, '4036')).toBe('4036 (2024-), 3825 (2020-2023), 0834 (-2019)');
    expect(one.text('regions.yaml')).toContain("- code: '4036'");
    expect(one.report.codeList.differences).toEqual([
      { place: '4036', sentence: 'The code list agg_KommSummerS of table 07984 has no sum of 4036 Vinje.' },
    ]);
  });
});

describe('a municipality newer than the program', () => {
  const merged = async () => {
    const statbank = await openSources('2027-03-01');
    statbank.changeKlass('2027-01-01', ['3301 Drammen', '3303 Kongsberg'], ['3398 Elvebyen']);
    return statbank;
  };

  test('of two that merged has the codes of both, and a folder that is in order', async () => {
    const one = await made(await merged(), { municipality: 'Elvebyen', peers: '3103,5501' }, '2027-03-01');
    expect(one.report.municipality).toMatchObject({ code: '3398', county: { code: '33', name: 'Buskerud' } });
    expect(codesOf(one, '3398')).toBe(
      '3398 (2027-), 3301 (2024-2026), 3303 (2024-2026), 3005 (2020-2023), 3006 (2020-2023), ' +
        '0602 (-2019), 0625 (-2019), 0711 (-2019), 0604 (-2019)',
    );
    expect(one.report.klass.differences[0]?.sentence).toContain('the program’s own table of');
    expect(one.report.klass.differences[0]?.sentence).toContain('does not have it.');
    expect(ownSource(one)).toContain('it is newer than the program’s own table of');
    expect(one.warnings).toEqual([]);
  });

  test('is what a code of before is told with', async () => {
    await expect(made(await merged(), { municipality: '3301', peers: '3103' }, '2027-03-01')).rejects.toThrow(
      '3301 was a code until 2026, and is 3398 Elvebyen today.',
    );
  });

  test('is a peer: of its county, and in the place of one in a group that is known by name', async () => {
    const statbank = await merged();
    const ofCounty = await made(statbank, { municipality: '3310', peers: 'county' }, '2027-03-01');
    const codes = ofCounty.report.peers?.regions.map(({ code }) => code) ?? [];
    expect([codes.includes('3398'), codes.includes('3301'), codes.includes('3303')]).toEqual([true, false, false]);
    const asss = await made(statbank, { municipality: '4601', peers: 'asss' }, '2027-03-01');
    expect(asss.report.peers?.regions).toContainEqual({ id: 'elvebyen', name: 'Elvebyen', code: '3398' });
    expect(asss.report.peers?.regions).toHaveLength(11);
  });

  test('that came of one that was divided leaves the years before out, and says so', async () => {
    const statbank = await openSources('2028-03-01');
    statbank.changeKlass('2028-01-01', ['3303 Kongsberg'], ['3396 Gruvebyen', '3397 Sølvbyen']);
    const one = await made(statbank, { municipality: '3396', peers: '3397,3103' }, '2028-03-01');
    expect(codesOf(one, '3396')).toBe('3396 (2028-)');
    expect(one.report.leftOut).toEqual([
      'Left out: figures in 2002-2027, since 3303 Kongsberg was divided into 3396 and 3397 in 2028, says Klass; those years belong to none of them alone.',
    ]);
    expect(withoutComments(one.text('plan.yaml'))).toContain(one.report.leftOut[0]);
    await expect(made(statbank, { municipality: '3303', peers: '3103' }, '2028-03-01')).rejects.toThrow(
      '3303 was Kongsberg until 2027, and is 3396 Gruvebyen, 3397 Sølvbyen today.',
    );
  });

  test('in a county that is new has that county too, from Klass', async () => {
    const statbank = await openSources('2028-03-01');
    statbank.changeKlass('2028-01-01', ['3303 Kongsberg'], ['5701 Kongsberg']);
    statbank.changeKlass('2028-01-01', [], ['57 Numedal']);
    const one = await made(statbank, { municipality: '5701', peers: '3103' }, '2028-03-01');
    expect(one.report.municipality.county).toEqual({ code: '57', name: 'Numedal' });
    expect(one.settings.geography.counties).toContainEqual({
      ...{ code: '57', name: 'Numedal', level: 'county' },
      codes: [{ code: '57', fromYear: 2028 }],
    });
  });
});

describe('where a source does not answer', () => {
  const NOBODY = 'http://127.0.0.1:9';

  test('the other is heard, and what is missing is said', async () => {
    const { url, klassUrl } = await openSources();
    const withoutKlass = await made({ url, klassUrl: `${NOBODY}/klass` }, { municipality: '3301', peers: '3303' });
    expect(withoutKlass.report.klass).toEqual({ answer: 'silent', date: null, differences: [] });
    expect(withoutKlass.report.codeList.answer).toBe('agrees');
    expect(ownSource(withoutKlass)).toContain('Klass did not answer. The code list agg_KommSummerS');
    const withoutBank = await made({ url: `${NOBODY}/v2`, klassUrl }, { municipality: '3301', peers: '3303' });
    expect(withoutBank.report.klass.answer).toBe('agrees');
    expect(withoutBank.report.codeList).toEqual({ answer: 'silent', id: null, table: null, differences: [] });
    expect(ownSource(withoutBank)).toContain('The statistics bank did not answer.');
  });

  test('nobody is asked with --offline', async () => {
    const statbank = await openSources();
    const one = await made(statbank, { municipality: '3301', peers: '3303', offline: true });
    expect([one.report.klass.answer, one.report.codeList.answer]).toEqual(['not-asked', 'not-asked']);
    expect(statbank.requests).toEqual([]);
  });
});
