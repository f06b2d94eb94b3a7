import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EMPLOYED_PERSONS } from '../statbank/tables/employed-persons.ts';
import { emissionRow, emissionsWorkbook } from '../files/made-workbook.ts';
import type { CliResult } from '../support/cli.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** A hole, or an index without its groups, never becomes a good word: faults A.1, A.5 and A.6, as a user sees them. */

const NEXT_DAY = '2026-03-03T10:00:00.000Z';
const ITS_EVENING = '2026-03-03T18:00:00.000Z';
const TWO_DAYS_ON = '2026-03-04T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

/** A world after its first run, a day on. */
function aDayOn(): Promise<World> {
  return afterFirstRun(NEXT_DAY);
}

const emissions = (world: World, year: string, value: number | string) =>
  world.statbank.reviseCell(
    '13931',
    { UtslpTilLuft: '2', UtslpEnergivare: 'VT0', UtslpKomp: 'A10', ContentsCode: 'UtslippCO2ekvival' },
    year,
    value,
  );

const group = (world: World, table: '07984' | '13470', code: string, year: string, value: number | string) =>
  world.statbank.reviseCell(table, { Region: '3301', NACE2007: code, ContentsCode: 'SysselsatteArb' }, year, value);

const SECTORS = ['Industri, olje og gass', 'Energiforsyning', 'Jordbruk', 'Avfall og avløp', 'Annen mobil forbrenning'];

/** Hands in accounts of three years; road traffic also by the sources given, and a sector not in the last of the years. */
async function importWorkbook(
  world: World,
  roadTraffic: readonly string[],
  { gone, until = 2024 }: { readonly gone?: string; readonly until?: number } = {},
): Promise<CliResult> {
  const sources = [
    ...[...SECTORS, 'Sjøfart'].map((sector) => [sector, 'Andre'] as const),
    ...['Varebiler', ...roadTraffic].map((source) => ['Veitrafikk', source] as const),
  ];
  const rows = [until - 2, until - 1, until].flatMap((year) =>
    sources
      .filter(([sector]) => year < until || sector !== gone)
      .map(([sector, source]) => emissionRow({ year, sector, source, tonnes: 5000 - year })),
  );
  const file = join(world.folder, 'utslipp.xlsx');
  writeFileSync(file, await emissionsWorkbook(...rows));
  return typeIn(world, ['import', 'municipal-emissions', file]);
}

const textsTold = async (world: World, subject: string) => (await toldOf(world, subject)).map(({ text }) => text);

describe('A.1 a hole in the newest year', () => {
  test('a) is told of that year, with the source that is withheld, and never as good news of the year before', async () => {
    const world = await aDayOn();
    emissions(world, '2024', ':');
    expect(await typeIn(world, ['ingest', 'emissions'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'business-emissions')).toMatchObject({
      ...{ status: 'insufficient', period: '2024', value: null, reason: 'own-figure-missing', cause: 'withdrawn' },
      missing: [{ role: 'own', period: '2024', reason: 'confidential', symbol: ':', taken: true }],
      lastKnown: { period: '2023' },
    });
    const told = (await toldOf(world, 'business-emissions')).at(-1);
    expect(told).toMatchObject({ kind: 'change', from: 'on-track', to: 'insufficient' });
    expect(told?.text).toMatch(
      /^SSB viser ikke tallet for Industri og bergverk i Norge i 2024, av hensyn til personvernet\. Sist vurdert: Oppfylt i 2023 \(/,
    );
  });

  test('b) is told of each new year, though every one has one source withheld', async () => {
    const world = await aDayOn();
    for (const year of ['2025', '2026']) {
      world.statbank.publishYear('13931', year);
      emissions(world, year, ':');
      expect(await typeIn(world, ['ingest', 'emissions'])).toMatchObject({ exitCode: 0 });
      expect(await statusOf(world, 'business-emissions')).toMatchObject({
        ...{ status: 'insufficient', period: year, lastKnown: { period: '2024' } },
      });
      world.at(TWO_DAYS_ON);
    }
    const [, first, ...later] = await textsTold(world, 'business-emissions');
    expect(first).toContain('i 2025, av hensyn til personvernet');
    // The word is the one that was told: the page and `status` name the year.
    expect(later).toEqual([]);
  });

  test('c) of one industry among sixteen leaves the year in place, as for every other indicator of that table', async () => {
    const world = await aDayOn();
    group(world, '07984', '05-09', '2025', ':');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'industry-diversity');
    expect(line).toMatchObject({ status: 'on-track', period: '2025', value: null, flags: ['revised', 'bounded'] });
    expect(line.bounds?.map((end) => end.toFixed(2))).toEqual(['0.89', '0.89']);
    expect(line.sentence).toMatch(/ mellom 0,88\d\d og 0,88\d\d i 2025/);
    expect(await statusOf(world, 'job-growth')).toMatchObject({ period: '2025' });
    expect(await textsTold(world, 'industry-diversity')).toHaveLength(1);
  });

  test('d) of a sector that nobody has in the newest year of the workbook is told of that year', async () => {
    const world = await aDayOn();
    expect(await importWorkbook(world, ['Personbiler'], { gone: 'Energiforsyning' })).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'business-emissions');
    expect([line.status, line.period, line.coverage]).toEqual(['insufficient', '2024', 'municipality']);
    expect(line.sentence).toMatch(/^Kilden har publisert 2024, men uten tall for [^.]*Energiforsyning i Drammen\./);
    expect(line.lastKnown).toMatchObject({ period: '2023', value: 7 * 2977 });
    expect((await textsTold(world, 'business-emissions')).at(-1)).toBe(line.sentence);
  });

  test('in a workbook where nothing is counted is no reason to show what was known of another source', async () => {
    const world = await aDayOn();
    expect(await importWorkbook(world, [])).toMatchObject({ exitCode: 4 });
    expect(await typeIn(world, ['import', 'accept', 'utslipp.xlsx'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'business-emissions');
    expect(line).toMatchObject({ period: '2024', coverage: 'municipality', value: null, lastKnown: null });
    expect(line.sentence).not.toContain('Sist vurdert');
  });

  test('in a file that reaches less far than the figures it takes the place of is filled by a new period', async () => {
    const world = await aDayOn();
    expect(await importWorkbook(world, ['Personbiler'], { until: 2023 })).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'business-emissions')).toMatchObject({ period: '2023', cause: 'source-switched' });
    // The first of the years is gone, so a person lets it in.
    expect(await importWorkbook(world, ['Personbiler'])).toMatchObject({ exitCode: 4 });
    expect(await typeIn(world, ['import', 'accept', 'utslipp.xlsx'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'business-emissions')).toMatchObject({ period: '2024', cause: 'new-period' });
  });

  test('e) of a peer gives the same as one of the own place', async () => {
    const world = await aDayOn();
    world.statbank.reviseCell('06445', { Region: '3201' }, '2025', ':');
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    const peer = await statusOf(world, 'employment-rate');
    expect(peer).toMatchObject({
      ...{ status: 'insufficient', period: '2025', reason: 'peer-missing', lastKnown: { period: '2024' } },
      missing: [{ role: 'peer', place: { code: '3201', name: 'Bærum' }, reason: 'confidential' }],
    });
    expect((await textsTold(world, 'employment-rate')).at(-1)).toMatch(
      / SSB viser ikke tallet for 3201 Bærum i 2025, av hensyn til personvernet\. Sist vurdert: .+ i 2024/,
    );
    world.at(TWO_DAYS_ON);
    world.statbank.reviseCell('06445', { Region: '3201' }, '2025', 68.1);
    world.statbank.reviseCell('06445', { Region: '3301' }, '2025', ':');
    await typeIn(world, ['ingest', 'employment']);
    const own = await statusOf(world, 'employment-rate');
    expect(own).toMatchObject({ status: peer.status, period: peer.period, reason: 'own-figure-missing' });
    expect(own.sentence).toMatch(/^SSB viser ikke tallet for Drammen i 2025, av hensyn til personvernet\./);
  });

  test('that is filled again is restored, and told as that', async () => {
    const world = await aDayOn();
    emissions(world, '2024', '..');
    await typeIn(world, ['ingest', 'emissions']);
    world.at('2026-03-05T10:00:00.000Z');
    // The very figure that was there: with another the sources would not make the table's own total.
    emissions(world, '2024', 10_587);
    expect(await typeIn(world, ['ingest', 'emissions'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'business-emissions')).toMatchObject({ period: '2024', cause: 'restored' });
    expect((await toldOf(world, 'business-emissions')).at(-1)).toMatchObject({ from: 'insufficient' });
  });
});

describe('A.5 groups of an index that are withheld', () => {
  const LARGE = ['45-47', '86-88', '10-33'];

  test('and leave the status open are answered by the second table in every year compared, and that is said', async () => {
    const world = await aDayOn();
    for (const code of LARGE) group(world, '07984', code, '2025', ':');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'industry-diversity');
    expect(line).toMatchObject({ status: 'on-track', period: '2025', bounds: null });
    expect(line.value).toBeCloseTo(0.886, 2);
    expect(line.sentence).toContain('er hentet fra tabell 13470');
  });

  test('in both tables cannot be judged, the groups named, and the last known shown as such', async () => {
    const world = await aDayOn();
    for (const code of LARGE) group(world, '07984', code, '2025', ':');
    group(world, '13470', '45-47', '2025', ':');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'industry-diversity');
    expect(line).toMatchObject({ status: 'insufficient', period: '2025', lastKnown: { period: '2024' } });
    expect(line.sentence).toMatch(/^SSB viser ikke tallet for .+ i Drammen i 2025, av hensyn til personvernet\./);
    expect((await textsTold(world, 'industry-diversity')).at(-1)).toBe(line.sentence);
  });

  test('in every year from the first are measured all the same, and never said to have no figures', async () => {
    const world = await openWorld();
    const years = Array.from({ length: 18 }, (_, index) => String(2008 + index));
    for (const year of years) for (const code of LARGE) group(world, '07984', code, year, ':');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'industry-diversity');
    expect(line).toMatchObject({ status: 'on-track', period: '2025', reason: null });
    expect(line.sentence).toContain('13470');
    expect(await textsTold(world, 'industry-diversity')).toEqual([line.sentence]);
  });
});

describe('A.6 what was lost and is found', () => {
  test('an industry that is no longer published is missing, not unmeasured, once a person has let the table in; found again, it is restored', async () => {
    const world = await aDayOn();
    world.statbank.removeCode('07984', 'NACE2007', '05-09');
    const refused = await typeIn(world, ['ingest', 'jobs']);
    expect(refused.exitCode).toBe(7);
    expect(await statusOf(world, 'industry-diversity')).toMatchObject({ status: 'on-track', period: '2025' });
    expect(await toldOf(world, 'dataset:employed-by-industry')).toMatchObject([
      {
        kind: 'trouble',
        text: expect.stringContaining('har ikke lenger koden 05-09 av variabelen NACE2007') as string,
      },
    ]);
    world.at(ITS_EVENING);
    expect(await typeIn(world, ['ingest', 'jobs', '--accept', 'employed-by-industry'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'industry-diversity');
    expect(line).toMatchObject({
      ...{ status: 'insufficient', period: '2025', cause: 'withdrawn', lastKnown: { status: 'on-track' } },
    });
    expect(line.sentence).toMatch(/Bergverksdrift.+Sist vurdert: Oppfylt i /);
    expect(line.remarks).toEqual([expect.stringMatching(/^Tallene er godtatt for hånd/)]);
    expect((await toldOf(world, 'industry-diversity')).at(-1)).toMatchObject({ to: 'insufficient' });
    world.at(TWO_DAYS_ON);
    world.statbank.putTable({ ...EMPLOYED_PERSONS, updatedAt: '2026-03-04T07:00:00Z' });
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'industry-diversity')).toMatchObject({ status: 'on-track', cause: 'restored' });
  });

  test('a new table of innovation with one period goes on from the one before: nothing is withdrawn, and it is judged', async () => {
    const world = await aDayOn();
    world.statbank.replaceTable('13999', '15999');
    world.statbank.publishYear('15999', '2024-2026');
    for (const old of ['2014-2016', '2016-2018', '2018-2020', '2020-2022', '2022-2024']) {
      world.statbank.removeCode('15999', 'Tid', old);
    }
    expect(await typeIn(world, ['ingest', 'innovation'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'product-innovation')).toMatchObject({
      ...{ status: 'on-track', period: '2024-2026', value: 13.3, cause: 'new-period', missing: [] },
    });
    expect(await toldOf(world, 'dataset:product-innovation')).toEqual([]);
    expect((await toldOf(world, 'product-innovation')).at(-1)).toMatchObject({ from: 'off-track', to: 'on-track' });
  });
});
