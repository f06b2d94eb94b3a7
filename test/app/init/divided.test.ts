import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ask, codesOf, dataPath, numbersOf } from '../../statbank/asking.ts';
import { EMPLOYED_PERSONS } from '../../statbank/tables/employed-persons.ts';
import { timeVariable, years } from '../../statbank/tables/pieces.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { statusOf, toldOf, typeIn } from '../../support/typed-world.ts';
import { openWorld, type World } from '../../support/world.ts';
import { adopt } from './adopt.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

const DIVIDED_IN = 2024;
const LEFT_OUT = ['2020', '2021', '2022', '2023'];

/** `init` and `ingest` of a municipality that came of 1507 Ålesund, with the proposed rule adopted, while 2024 is the newest year. */
async function firstYearAfter(code: string): Promise<World> {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const configDir = join(path, 'plan');
  const world = await openWorld({ configDir });
  const variables = EMPLOYED_PERSONS.variables.map((one) =>
    one.code === 'Tid' ? timeVariable(years(2008, DIVIDED_IN)) : one,
  );
  world.statbank.putTable({ ...EMPLOYED_PERSONS, variables, updatedAt: '2025-02-26T07:00:00Z' });
  const words = ['--municipality', code, '--peers', '4601', '--with', 'job-growth'];
  expect(await typeIn(world, ['init', configDir, ...words])).toMatchObject({ exitCode: 0, stderr: '' });
  const file = join(configDir, 'indicators/job-growth.yaml');
  writeFileSync(file, adopt(readFileSync(file, 'utf8')));
  const { datasets } = await world.ingest();
  expect(datasets.filter(({ errorCode }) => errorCode !== null)).toEqual([]);
  return world;
}

/** Jobs by year, as the stand-in has them, summed over codes of the table itself or of its list. */
async function jobs({ statbank }: World, ...regions: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const lists = regions.some((one) => one.startsWith('K.')) ? { Region: 'agg_KommSummerS' } : {};
  const codes = { Region: regions.join(','), NACE2007: '00-99', ContentsCode: 'SysselsatteArb', Tid: '*' };
  const { json } = await ask(statbank.url, dataPath('07984', codes, lists));
  const [cells, periods] = [numbersOf(json), codesOf(json, 'Tid')];
  const sum = (at: number) => regions.reduce((all, _, row) => all + (cells[row * periods.length + at] ?? NaN), 0);
  return new Map(periods.map((period, at) => [period, sum(at)]));
}

/** The level and the value of every year, as analysts find them; a reason where there is none. */
function stored({ databaseFile }: World): ReadonlyMap<string, { readonly level: unknown; readonly value: unknown }> {
  const rows = queryDatabase(
    databaseFile,
    `SELECT period, coalesce(level, level_missing) AS level, coalesce(value, value_missing) AS value
     FROM out_indicator_series WHERE role = 'own' AND indicator_id = 'job-growth' ORDER BY period`,
  );
  return new Map(rows.map(({ period, level, value }) => [String(period), { level, value }]));
}

describe('a municipality that was divided', () => {
  test.each([
    ['the part that the source’s own sum gives both', '1508', ['1504', '1523', '1529', '1546'], (both: number) => both],
    ['the part that it gives a 0', '1580', ['1534'], () => 0],
  ])('%s: counts its own years alone, as recounted from the source', async (_, code, before, given) => {
    const world = await firstYearAfter(code);
    const [parts, today, whole] = [await jobs(world, ...before), await jobs(world, code), await jobs(world, '1507')];
    const sum = await jobs(world, `K.${code}`);
    const found = stored(world);
    expect([...found.keys()]).toEqual(years(2008, DIVIDED_IN));
    for (const year of years(2008, 2019)) expect([year, found.get(year)?.level]).toEqual([year, parts.get(year)]);
    for (const year of LEFT_OUT) {
      expect(whole.get(year)).toBeGreaterThan(30_000);
      expect([year, sum.get(year)]).toEqual([year, given(whole.get(year) ?? NaN)]);
      expect([year, found.get(year)]).toEqual([year, { level: 'border-change', value: 'border-change' }]);
    }
    expect(found.get('2024')?.level).toBe(today.get('2024'));
    expect(found.get('2024')?.value).toBe('border-change');
    expect(await toldOf(world, 'service:places')).toEqual([]);
  });

  test('has a break in the first year after, and is judged in the second', async () => {
    const world = await firstYearAfter('1508');
    expect(await statusOf(world, 'job-growth')).toMatchObject({
      ...{ status: 'break', period: '2024', value: null, reason: 'border-change' },
      lastKnown: { period: '2019' },
    });
    world.statbank.publishYear('07984', '2025');
    await world.ingest({ force: true });
    const [own, peer] = [await jobs(world, '1508'), await jobs(world, '4601')];
    const growthOf = (figures: ReadonlyMap<string, number>) =>
      100 * ((figures.get('2025') ?? NaN) / (figures.get('2024') ?? NaN) - 1);
    const status = await statusOf(world, 'job-growth');
    expect(status).toMatchObject({ status: 'on-track', period: '2025', cause: 'new-period' });
    expect(status.value).toBeCloseTo(growthOf(own), 9);
    expect(growthOf(own) - growthOf(peer)).toBeGreaterThan(0.05);
  });
});
