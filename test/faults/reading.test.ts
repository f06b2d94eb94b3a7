import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** A symbol that nobody has explained, and what a person makes of it: as operations and staff see them. */

const NEXT_DAY = '2026-03-03T10:00:00.000Z';
const TWO_DAYS_ON = '2026-03-04T10:00:00.000Z';
const THREE_DAYS_ON = '2026-03-05T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

/** A world after its first run, a day on. */
function aDayOn(): Promise<World> {
  return afterFirstRun(NEXT_DAY);
}

const jobsOf = (world: World, Region: string, period: string, cell: Parameters<World['statbank']['reviseCell']>[3]) =>
  world.statbank.reviseCell('07984', { Region, ContentsCode: 'SysselsatteArb' }, period, cell);

/** A figure of the stand-in's moves no total of its table, so that the groups no longer make it. */
const ACCEPT_GAP = ['--accept', 'employed-by-industry'];

const rateOf = (world: World, Region: string, period: string, cell: Parameters<World['statbank']['reviseCell']>[3]) =>
  world.statbank.reviseCell('06445', { Region }, period, cell);

/** Settings that explain symbols; `null` for those without the file. */
function explaining(yaml: string | null): { readonly CONFIG_DIR: string } {
  const folder = copyConfig();
  if (yaml === null) rmSync(join(folder, 'symbols.yaml'));
  else writeFileSync(join(folder, 'symbols.yaml'), yaml);
  return { CONFIG_DIR: folder };
}

const unknownIn = ({ databaseFile }: World, dataset: string) =>
  queryDatabase(databaseFile, 'SELECT unknown_symbols AS symbols FROM dataset WHERE code = ?', dataset).map(
    ({ symbols }) => JSON.parse(String(symbols)) as unknown,
  )[0];

describe('a symbol that nobody has explained', () => {
  test('in the place of a figure makes that figure missing, for a reason of its own, and costs nothing else', async () => {
    const world = await aDayOn();
    rateOf(world, '3301', '2025', '?');
    rateOf(world, '0301', '2025', 71.5);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'employment-rate');
    expect(line).toMatchObject({ status: 'insufficient', period: '2025', reason: 'own-figure-missing' });
    expect(line.missing).toEqual([
      expect.objectContaining({ role: 'own', period: '2025', reason: 'unknown-symbol', symbol: '?' }),
    ]);
    expect(line.sentence).toMatch(
      /^Tallet for Drammen i 2025 mangler: kilden viser et tegn som ingen har forklart\. Sist vurdert: /,
    );
    const of0301 = `SELECT value, symbol FROM out_observation WHERE dataset = 'employment-rate' AND period = '2025'
      AND region_code = '0301'`;
    expect(queryDatabase(world.databaseFile, of0301)).toMatchObject([{ value: 71.5 }]);
  });

  test('is told to operations once, with table, cell, symbol and the line to write, and that it is over when it is gone', async () => {
    const world = await aDayOn();
    jobsOf(world, '3301', '2025', '?');
    jobsOf(world, '3203', '2025', '?');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    world.at(TWO_DAYS_ON);
    await typeIn(world, ['ingest', 'jobs']);
    const told = await toldOf(world, 'symbol:07984/?');
    expect(told.map(({ kind }) => kind)).toEqual(['trouble']);
    // Two cells of the totals, and one of the industries.
    expect(told[0]?.text).toMatch(
      /^SSB-tabell 07984 viser tegnet «\?», som ingen har forklart, i 3 celler, først i den med kodene \S*K\.3301\S*\|2025\. /,
    );
    expect(told[0]?.text).toContain(
      "skriv det i `symbols.yaml` ved siden av de andre innstillingene, på en linje under `symbols:`, slik: `'?': missing`.",
    );
    for (const region of ['3301', '3203']) jobsOf(world, region, '2025', 50_000);
    world.at(THREE_DAYS_ON);
    await typeIn(world, ['ingest', 'jobs', '--accept', 'employed-total', ...ACCEPT_GAP]);
    expect((await toldOf(world, 'symbol:07984/?')).map(({ kind }) => kind)).toEqual(['trouble', 'trouble-over']);
    expect(unknownIn(world, 'employed-total')).toBeNull();
  });

  test('on a number leaves it a number, and is recorded with the take-in', async () => {
    const world = await aDayOn();
    rateOf(world, '3301', '2025', { number: 65.4, symbol: 'x' });
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'employment-rate');
    expect(line).toMatchObject({ period: '2025', missing: [] });
    expect(line.status).not.toBe('insufficient');
    const own = `SELECT value, obs_status, symbol FROM out_observation WHERE dataset = 'employment-rate'
      AND period = '2025' AND region_code = '3301'`;
    expect(queryDatabase(world.databaseFile, own)).toEqual([{ value: 65.4, obs_status: 'A', symbol: 'x' }]);
    expect(unknownIn(world, 'employment-rate')).toEqual([
      { symbol: 'x', cell: expect.stringMatching(/3301.*\|2025$/) as unknown, cells: 1 },
    ]);
  });

  test('in every cell of a new year shows that the year is published', async () => {
    const world = await aDayOn();
    world.statbank.publishYear('06445', '2026');
    for (const region of ['3301', '0301', '3203']) rateOf(world, region, '2026', '?');
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: 'insufficient', period: '2026' });
  });
});

describe('the symbol of a sum of cells with different symbols', () => {
  test('makes the figure of that place missing, and refuses nothing', async () => {
    const world = await aDayOn();
    // Drammen's members until 2019.
    jobsOf(world, '0602', '2019', ':');
    jobsOf(world, '0711', '2019', '..');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    const of2019 = `SELECT value, obs_status, symbol FROM out_observation WHERE dataset = 'employed-total'
      AND region_code = 'K.3301' AND period = '2019'`;
    expect(queryDatabase(world.databaseFile, of2019)).toEqual([{ value: null, obs_status: 'O', symbol: '.......' }]);
    expect(await statusOf(world, 'job-growth')).toMatchObject({ period: '2025' });
    expect(unknownIn(world, 'employed-total')).toBeNull();
  });

  test('is not there for a nil and a number: nil is zero in a sum', async () => {
    const world = await aDayOn();
    jobsOf(world, '0711', '2019', '-');
    expect(await typeIn(world, ['ingest', 'jobs', ...ACCEPT_GAP])).toMatchObject({ exitCode: 0 });
    const of2019 = `SELECT value > 0 AS counts, symbol FROM out_observation WHERE dataset = 'employed-total'
      AND region_code = 'K.3301' AND period = '2019'`;
    expect(queryDatabase(world.databaseFile, of2019)).toEqual([{ counts: 1, symbol: null }]);
  });
});

describe('a symbol that symbols.yaml explains', () => {
  test('is read anew without a new publication, which is a change of the rule and not of the source', async () => {
    const world = await aDayOn();
    world.statbank.publishYear('06445', '2026');
    for (const region of ['3301', '0301', '3203']) rateOf(world, region, '2026', 'n.p.');
    await typeIn(world, ['ingest', 'employment']);
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: 'insufficient', period: '2026' });

    world.at(TWO_DAYS_ON);
    const env = explaining("tables:\n  '06445': { 'n.p.': withheld }\n");
    expect(await typeIn(world, ['ingest', 'employment'], env)).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'employment-rate', env);
    expect(line).toMatchObject({ status: 'insufficient', period: '2026', cause: 'rule-changed' });
    expect(line.missing).toContainEqual(expect.objectContaining({ reason: 'confidential', symbol: 'n.p.' }));
    expect(unknownIn(world, 'employment-rate')).toBeNull();
    expect((await toldOf(world, 'symbol:06445/n.p.', env)).map(({ kind }) => kind)).toEqual([
      'trouble',
      'trouble-over',
    ]);

    world.at(THREE_DAYS_ON);
    expect(await typeIn(world, ['ingest', 'employment'], explaining(null))).toMatchObject({ exitCode: 0 });
    expect(unknownIn(world, 'employment-rate')).toMatchObject([{ symbol: 'n.p.' }]);
  });

  test('as nil is a published 0 where the dataset counts nil', async () => {
    const world = await aDayOn();
    const group = { Region: '0711', NACE2007: '05-09', ContentsCode: 'SysselsatteArb' };
    world.statbank.reviseCell('07984', group, '2008', '–');
    const env = explaining("symbols: { '–': nil }\n");
    expect(await typeIn(world, ['ingest', 'jobs', ...ACCEPT_GAP], env)).toMatchObject({ exitCode: 0 });
    const ofGroup = `SELECT value, obs_status, symbol FROM out_observation WHERE dataset = 'employed-by-industry'
      AND region_code = 'K.3301' AND series_key LIKE '%|05-09|%' AND period = '2008'`;
    expect(queryDatabase(world.databaseFile, ofGroup)).toEqual([{ value: 0, obs_status: 'A', symbol: '–' }]);
    expect(unknownIn(world, 'employed-by-industry')).toBeNull();
  });

  test.each([
    ["symbols: { ':': missing }\n", /symbols\.yaml:1:12 The program knows ':' by itself \(withheld\)/],
    ["symbols:\n  '?': unknown\n", /symbols\.yaml:2:8 'unknown' is not known for '\?'; .*'withheld'/],
    ["tables:\n  7984: { '?': missing }\n", /symbols\.yaml:2:3 '7984' is not a table number: write five digits/],
    ["symbols: { 'a b': missing }\n", /symbols\.yaml:1:12 'a b' is not a symbol/],
    ['symbol: {}\n', /symbols\.yaml:1:1 The key 'symbol' is not known here; did you mean 'symbols'\?/],
  ])('is refused with line and column where the file is wrong: %s', async (yaml, message) => {
    const world = await aDayOn();
    const { exitCode, stderr } = await typeIn(world, ['config', 'check'], explaining(yaml));
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });
});

test('the names of places are there in English, for one more request a code list', async () => {
  const world = await openWorld();
  expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
  const regions = `SELECT DISTINCT dataset FROM out_series WHERE region IS NOT NULL AND region_en IS NULL`;
  expect(queryDatabase(world.databaseFile, regions)).toEqual([]);
  const asked = world.statbank.requests.map(({ url }) => url).filter((url) => /codelists\/.*lang=en/i.test(url));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked).toEqual([...new Set(asked)]);
});
