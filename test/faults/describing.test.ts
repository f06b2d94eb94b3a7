import { describe, expect, test } from 'vitest';
import { queryDatabase } from '../support/database-content.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import type { World } from '../support/world.ts';
import { worldsAfterFirstRun } from './after-first-run.ts';

/** What a table says about itself, and a publication that contradicts itself: cases 05, 07 and 08, as a user sees them. */

const A_YEAR_ON = '2027-02-26T10:00:00.000Z';
const ITS_EVENING = '2027-02-26T18:00:00.000Z';
const THE_DAY_AFTER = '2027-02-27T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

/** The values in force of a dataset, all places and periods. */
const figuresOf = ({ databaseFile }: World, dataset: string) =>
  queryDatabase(
    databaseFile,
    'SELECT region_code, period, value FROM out_observation WHERE dataset = ? ORDER BY region_code, period, value',
    dataset,
  );

describe('case 05: a group is split, and the groups that are counted no longer make the total', () => {
  const splitWorld = async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.publishYear('07984', '2026');
    world.statbank.splitCode('07984', { variable: 'NACE2007', code: '58-63', newCode: '60-63', from: '2026' });
    return world;
  };

  test('is put in quarantine with the difference, and nothing is judged from it', async () => {
    const world = await splitWorld();
    const before = figuresOf(world, 'employed-by-industry');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 7 });
    const trouble = (await toldOf(world, 'dataset:employed-by-industry')).at(-1);
    expect(trouble).toMatchObject({ kind: 'trouble' });
    expect(trouble?.text).toMatch(
      /The groups of NACE2007 in "07984: [^"]*" make up 9\d(\.\d+)? % of the total 00-99 in K\.3301 Drammen in 2026: \d+ of \d+\./,
    );
    expect(trouble?.text).toContain('NACE2007 also has 60-63, which is not counted among them.');
    expect(figuresOf(world, 'employed-by-industry')).toEqual(before);
    // The total of the same table has come, so 2026 is published; without its groups the index cannot be judged.
    expect(await statusOf(world, 'job-growth')).toMatchObject({ period: '2026', status: 'off-track' });
    expect(await statusOf(world, 'industry-diversity')).toMatchObject({
      ...{ period: '2026', status: 'insufficient', value: null },
      lastKnown: { period: '2025', status: 'on-track' },
    });
  });

  test('is taken in when a person says so, and is no question again', async () => {
    const world = await splitWorld();
    await typeIn(world, ['ingest', 'jobs']);
    world.at(ITS_EVENING);
    expect(await typeIn(world, ['ingest', 'jobs', '--accept', 'employed-by-industry'])).toMatchObject({ exitCode: 0 });
    world.at(THE_DAY_AFTER);
    expect(await typeIn(world, ['ingest', 'jobs', '--force'])).toMatchObject({ exitCode: 0 });
  });
});

describe('case 07: decimals are lost', () => {
  const roundedWorld = async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.changeDecimals('06445', 'Sysselsatte', 0);
    return world;
  };

  test('is put in quarantine, before and after, and every figure keeps its decimal', async () => {
    const world = await roundedWorld();
    const before = figuresOf(world, 'employment-rate');
    const { period, value } = await statusOf(world, 'employment-rate');
    const said = { period, value };
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 4 });
    expect((await toldOf(world, 'dataset:employment-rate')).at(-1)?.text).toMatch(
      /Sysselsatte in "06445: [^"]*" had 1 decimal, now 0\. The last accepted publication stays in force\./,
    );
    expect(figuresOf(world, 'employment-rate')).toEqual(before);
    expect(await statusOf(world, 'employment-rate')).toMatchObject(said);
  });

  test('is taken in when a person says so', async () => {
    const world = await roundedWorld();
    await typeIn(world, ['ingest', 'employment']);
    world.at(ITS_EVENING);
    expect(await typeIn(world, ['ingest', 'employment', '--accept', 'employment-rate'])).toMatchObject({ exitCode: 0 });
    expect(figuresOf(world, 'employment-rate').every(({ value }) => value === null || Number.isInteger(value))).toBe(
      true,
    );
  });
});
