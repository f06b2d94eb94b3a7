import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readIndicatorHistory } from '../../src/app/history.ts';
import type { StatusLine } from '../../src/app/read-status.ts';
import { queryDatabase } from '../support/database-content.ts';
import { typeCommand } from '../support/command-line.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';

/** Every way in which absence was once read as news, or a figure laid on the wrong source; seen as a user sees it. */

const NEXT_DAY = '2026-03-03T10:00:00.000Z';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

/** A world after its first run, a day on. */
async function aDayOn(): Promise<World> {
  const world = await openWorld({ database: prepared.file });
  world.at(NEXT_DAY);
  return world;
}

/** What `status --json` says of an indicator. */
async function statusOf(world: World, id: string): Promise<StatusLine> {
  const { stdout } = await typeCommand(['status', '--json'], world.env);
  const { indicators } = JSON.parse(stdout) as { indicators: StatusLine[] };
  const line = indicators.find((indicator) => indicator.id === id);
  if (line === undefined) throw new Error(`${id} is not in the plan`);
  return line;
}

/** The newest thing staff are told of an indicator. */
function toldOf(world: World, id: string): string | undefined {
  const rows = queryDatabase(world.databaseFile, `SELECT text FROM alert WHERE subject = '${id}' ORDER BY id DESC`);
  return rows[0]?.['text'] as string | undefined;
}

const causeOf = (world: World, id: string): Promise<string | undefined> =>
  world.with((app) => readIndicatorHistory(app, id).history.at(-1)?.causeText);

const emissions = (world: World, year: string, source: string, value: number | string) =>
  world.statbank.reviseCell(
    '13931',
    { UtslpTilLuft: source, UtslpEnergivare: 'VT0', UtslpKomp: 'A10', ContentsCode: 'UtslippCO2ekvival' },
    year,
    value,
  );

const group = (world: World, code: string, year: string, value: number | string) =>
  world.statbank.reviseCell('07984', { Region: '3301', NACE2007: code, ContentsCode: 'SysselsatteArb' }, year, value);

describe('a hole in the newest year', () => {
  test('is told of that year, with the source that is withheld, and never as the good news of the year before', async () => {
    const world = await aDayOn();
    emissions(world, '2024', '2', ':');
    const { report } = await world.ingest().then((found) => ({ report: found }));
    expect(report.outcome).toBe('succeeded');
    const line = await statusOf(world, 'business-emissions');
    expect([line.status, line.period, line.value, line.reason]).toEqual([
      'insufficient',
      '2024',
      null,
      'own-figure-missing',
    ]);
    expect(line.missing).toMatchObject([
      { role: 'own', period: '2024', reason: 'confidential', symbol: ':', taken: true },
    ]);
    expect(line.lastKnown).toMatchObject({ period: '2023' });
    expect(line.cause).toBe('withdrawn');
    expect(toldOf(world, 'business-emissions')).toMatch(
      /^SSB viser ikke tallet for .+ i 2024, av hensyn til personvernet\. Sist vurdert: /,
    );
  });

  test('is told of each new year, though every one has one source withheld', async () => {
    const world = await aDayOn();
    for (const year of ['2025', '2026']) {
      world.statbank.publishYear('13931', year);
      emissions(world, year, '2', ':');
    }
    await world.ingest();
    expect(await statusOf(world, 'business-emissions')).toMatchObject({
      status: 'insufficient',
      period: '2026',
      lastKnown: { period: '2024' },
    });
  });

  test('of one industry among sixteen leaves the year in place, its bounds shown', async () => {
    const world = await aDayOn();
    group(world, '05-09', '2025', ':');
    await world.ingest();
    const line = await statusOf(world, 'industry-diversity');
    expect([line.status, line.period, line.value]).toEqual(['on-track', '2025', null]);
    expect(line.flags).toContain('bounded');
    expect(line.bounds).toHaveLength(2);
  });

  test('of industries so large that the bounds leave it open is answered by the second table, which is named', async () => {
    const world = await aDayOn();
    for (const code of ['45-47', '86-88', '10-33']) group(world, code, '2025', ':');
    await world.ingest();
    const line = await statusOf(world, 'industry-diversity');
    expect([line.status, line.period, line.bounds]).toEqual(['on-track', '2025', null]);
    expect(line.value).toBeCloseTo(0.886, 2);
    expect(line.sentence).toContain('er hentet fra tabell 13470');
  });

  test('of such industries in both tables cannot be judged', async () => {
    const world = await aDayOn();
    for (const code of ['45-47', '86-88', '10-33']) group(world, code, '2025', ':');
    world.statbank.reviseCell(
      '13470',
      { Region: '3301', NACE2007: '45-47', ContentsCode: 'SysselsatteArb' },
      '2025',
      ':',
    );
    await world.ingest();
    expect(await statusOf(world, 'industry-diversity')).toMatchObject({ status: 'insufficient', period: '2025' });
  });

  test('of a peer gives the same as one of the own place', async () => {
    const world = await aDayOn();
    world.statbank.reviseCell('06445', { Region: '3201' }, '2025', ':');
    await world.ingest();
    const line = await statusOf(world, 'employment-rate');
    expect([line.status, line.period, line.missing]).toMatchObject([
      'insufficient',
      '2025',
      [{ role: 'peer', place: { code: '3201', name: 'Bærum' }, reason: 'confidential' }],
    ]);
  });
});

describe('a 0 that cannot be a figure', () => {
  test('of a peer in a share is missing, and the place is named', async () => {
    const world = await aDayOn();
    world.statbank.publishYear('06445', '2026');
    world.statbank.reviseCell('06445', { Region: '3201' }, '2026', 0);
    await world.ingest();
    const line = await statusOf(world, 'employment-rate');
    expect([line.status, line.period]).toEqual(['insufficient', '2026']);
    expect(line.sentence).toContain('SSB viser 0 for 3201 Bærum i 2026');
    expect(toldOf(world, 'employment-rate')).toContain('3201 Bærum');
  });

  test('of a peer in a count is missing, and is no lead', async () => {
    const world = await aDayOn();
    world.statbank.publishYear('07984', '2026');
    world.statbank.reviseCell('07984', { Region: '4204', ContentsCode: 'SysselsatteArb' }, '2026', 0);
    await world.ingest();
    const line = await statusOf(world, 'job-growth');
    expect([line.status, line.missing]).toMatchObject([
      'insufficient',
      [{ place: { code: '4204', name: 'Kristiansand' }, reason: 'zero', symbol: '0' }],
    ]);
  });

  test('of the own place is missing, and no fall of a hundred per cent', async () => {
    const world = await aDayOn();
    world.statbank.publishYear('07984', '2026');
    world.statbank.reviseCell('07984', { Region: '3301', ContentsCode: 'SysselsatteArb' }, '2026', 0);
    await world.ingest();
    const line = await statusOf(world, 'job-growth');
    expect([line.status, line.period, line.value]).toEqual(['insufficient', '2026', null]);
    expect(line.missing).toMatchObject([{ role: 'own', reason: 'zero' }]);
  });
});

describe('a break that the source marks itself', () => {
  test('stops the comparison, and is left behind a year later', async () => {
    const world = await aDayOn();
    world.statbank.markPeriod('06445', '2025', 'b');
    await world.ingest();
    expect(await statusOf(world, 'employment-rate')).toMatchObject({
      status: 'break',
      reason: 'marked-break',
      cause: 'break',
    });
    world.statbank.publishYear('06445', '2026');
    world.at('2027-03-03T10:00:00.000Z');
    await world.ingest();
    expect(await statusOf(world, 'employment-rate')).toMatchObject({
      period: '2026',
      reason: null,
      cause: 'new-period',
    });
  });
});

describe('a new year on counties', () => {
  test('is compared with counties by name', async () => {
    const world = await openWorld({ statbank: { enterpriseLevel: 'county' } });
    await world.ingest();
    const line = await statusOf(world, 'new-enterprises');
    expect([line.coverage, line.flags.includes('proxy')]).toEqual(['county', true]);
    expect(line.sentence).toMatch(/samlet i fylkene Østfold, .+ \(foreslått sammenlikningsgruppe\)/);
    expect(line.sentence).not.toContain('Konkurrerende næringslivsregioner');
  });
});

describe('a figure that was taken back', () => {
  test('is withdrawn while it is gone, and restored when it is back', async () => {
    const world = await aDayOn();
    emissions(world, '2024', '2', '..');
    await world.ingest();
    expect(await causeOf(world, 'business-emissions')).toBe('kilden har ikke lenger tallene for 2024');
    world.at('2026-03-05T10:00:00.000Z');
    world.statbank.reviseCell(
      '13931',
      { UtslpTilLuft: '2', UtslpEnergivare: 'VT0', UtslpKomp: 'A10', ContentsCode: 'UtslippCO2ekvival' },
      '2024',
      11_000,
    );
    await world.ingest();
    expect((await statusOf(world, 'business-emissions')).cause).toBe('restored');
  });
});
