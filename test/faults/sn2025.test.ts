import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/app/show/explain.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import type { Edit } from '../support/edited-config.ts';
import {
  ALL_LINES,
  configWithDatasets,
  industryLines,
  JOBS,
  NEW_GROUPS,
  totalLines,
  TWINS,
} from '../support/switched-config.ts';
import { readJson, statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/**
 * January and February 2027 as they are likely to be: the tables of 2025 stand still, unflagged, and the figures of 2026
 * come only in twins under other numbers, in the industries of SN2025.
 */

const MORNING = '2027-02-25T10:00:00.000Z';
const NEXT_DAY = '2027-02-26T10:00:00.000Z';
const YEAR_AFTER = '2028-02-24T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

async function worldWithTwins(): Promise<World> {
  const world = await afterFirstRun(MORNING);
  for (const [table, twin, period] of TWINS) world.statbank.recodeTable(table, twin, [period]);
  return world;
}

/** What an operator writes, as the environment of the commands after it. */
const written = () => ({ CONFIG_DIR: configWithDatasets(ALL_LINES, NEW_GROUPS) });

const IDS = ['industry-diversity', 'job-growth', 'new-enterprises'];

async function statusesOf(world: World, env: Readonly<Record<string, string>> = {}) {
  const lines = await Promise.all(IDS.map((id) => statusOf(world, id, env)));
  return lines.map(({ id, status, period, cause }) => `${id} ${period ?? '–'} ${status} ${cause ?? '–'}`);
}

const BEFORE = [
  'industry-diversity 2025 on-track first-assessment',
  'job-growth 2025 on-track first-assessment',
  'new-enterprises 2025 partly-met first-assessment',
];

describe('the morning on which the twins are there', () => {
  test('nothing of 2026 comes by the tables that are asked, and what was said of 2025 stands', async () => {
    const world = await worldWithTwins();
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
    expect(await statusesOf(world)).toEqual(BEFORE);
    expect((await toldOf(world, 'job-growth')).map(({ to }) => to)).toEqual(['on-track']);
    const told = await Promise.all(TWINS.map(([table]) => toldOf(world, `table:${table}`)));
    expect(told.map((alerts) => alerts.map(({ kind, text }) => `${kind} ${text}`))).toEqual(
      TWINS.map(([table, twin]) => [
        expect.stringMatching(
          new RegExp(
            `^trouble SSB-tabell ${table} står stille, .* Siste periode er 202\\S+ Tabell ${twin} .*doctor --live`,
          ),
        ) as string,
      ]),
    );
  });

  test('the lines are held against each other: a diversity index without its new groups is refused by line', async () => {
    const world = await worldWithTwins();
    const env = { CONFIG_DIR: configWithDatasets(ALL_LINES) };
    const { exitCode, stderr } = await typeIn(world, ['config', 'check'], env);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /industry-diversity\.yaml:\d+:\d+ datasets\.yaml lets 'employed-by-industry' go over to a table that is kept by .*NACE2025.*; write what is asked of that one under afterSwitch\./,
    );
  });

  test('new groups at the top of the file are refused with the place where they belong', async () => {
    const world = await worldWithTwins();
    const atTheTop: Edit = [NEW_GROUPS[0], '\nmeasure:', `\nafterSwitch: { terms: [{ NACE2025: ['84'] }] }\nmeasure:`];
    const env = { CONFIG_DIR: configWithDatasets(ALL_LINES, atTheTop) };
    const { exitCode, stderr } = await typeIn(world, ['config', 'check'], env);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /industry-diversity\.yaml:\d+:1 The key 'afterSwitch' is not known here; it belongs within the entry of `inputs` whose dataset goes over/,
    );
  });

  test('a second table that stays with the old groups is refused with what to do', async () => {
    const world = await worldWithTwins();
    const lines = industryLines({ ...JOBS, dataset: 'employed-by-industry' });
    const env = { CONFIG_DIR: configWithDatasets(lines, NEW_GROUPS) };
    const { exitCode, stderr } = await typeIn(world, ['config', 'check'], env);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /'employed-by-industry-rounded' has no dimension 'NACE2025'; .* let 'employed-by-industry-rounded' go over to a table that has them, with lines of its own in datasets\.yaml, or leave secondTable out\./,
    );
  });

  test('the lines and what they change can be read before anything is fetched', async () => {
    const world = await worldWithTwins();
    const env = written();
    const { exitCode, stdout } = await typeIn(world, ['config', 'check'], env);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('employed-total: 07984 (to 2025), 15001 (from 2026); tables from datasets.yaml');
    const doctor = await typeIn(world, ['doctor', '--json'], env);
    const { datasets } = JSON.parse(doctor.stdout) as {
      readonly datasets: readonly { readonly datasetId: string; readonly asked: unknown }[];
    };
    const asked = new Map(datasets.map((one) => [one.datasetId, one.asked]));
    expect(asked.get('vacancies')).toEqual({
      file: 'datasets.yaml',
      tables: ['08771 (to 2025K4)', '15005 (from 2026K1)'],
    });
    expect(asked.get('employment-rate')).toEqual({ file: 'jobs/', tables: ['06445'] });
  });
});

describe('with the lines written', () => {
  test('totals go on across the switch and are judged, and the diversity index is a break once', async () => {
    const world = await worldWithTwins();
    const env = written();
    const { exitCode, stdout } = await typeIn(world, ['ingest'], env);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('6 av 10 datasett har nye eller endrede tall.');
    expect(await statusesOf(world, env)).toEqual([
      'industry-diversity 2026 break rule-changed',
      'job-growth 2026 off-track new-period',
      'new-enterprises 2026 on-track new-period',
    ]);
    const { sentence, value } = await statusOf(world, 'industry-diversity', env);
    expect(sentence).toMatch(
      /^Tallene for 2026 kan ikke sammenliknes med tallene fra før bruddet i tidsserien: ny næringsstandard \(SN2025\); 07984 → 15001\. Sist vurdert: Oppfylt i 2025 \(0,8862\)\./,
    );
    expect(value).toBeCloseTo(0.8865, 4);
    const { sentence: growth } = await statusOf(world, 'job-growth', env);
    expect(growth).toMatch(/^Fra 2025 til 2026 vokste Drammen med 0,4\sprosent og .*tabell 15001\.$/);
  });

  test('nothing of the old tables is taken for withdrawn or revised, and each figure is told with its table', async () => {
    const world = await worldWithTwins();
    const env = written();
    await typeIn(world, ['ingest'], env);
    expect(queryDatabase(world.databaseFile, 'SELECT count(*) AS gone FROM observation_revision')).toEqual([
      { gone: 0 },
    ]);
    const { observations } = await readJson<Explanation>(world, ['explain', 'job-growth', '--json'], env);
    const own = observations.filter(({ series }) => series.includes('K.3301'));
    expect(own.map(({ period, table }) => `${period} ${table ?? ''}`)).toEqual(['2025 07984', '2026 15001']);
  });

  test('the year after, everything is judged again, by the new tables alone', async () => {
    const world = await worldWithTwins();
    const env = written();
    await typeIn(world, ['ingest'], env);
    world.at(YEAR_AFTER);
    for (const twin of ['15001', '15002', '15003']) world.statbank.publishYear(twin, '2027');
    world.statbank.clearRequests();
    expect(await typeIn(world, ['ingest'], env)).toMatchObject({ exitCode: 0 });
    expect(await statusesOf(world, env)).toEqual([
      'industry-diversity 2027 on-track new-period',
      'job-growth 2027 off-track new-period',
      'new-enterprises 2027 on-track new-period',
    ]);
    expect((await toldOf(world, 'industry-diversity', env)).map(({ to }) => to)).toEqual([
      'on-track',
      'break',
      'on-track',
    ]);
    const asked = world.statbank.requests.filter(({ path }) => path.includes('/tables/')).map(({ path }) => path);
    expect(asked.some((path) => path.includes('15001'))).toBe(true);
    expect(asked.some((path) => path.includes('07984'))).toBe(false);
  });

  test('a new installation reads both tables of each dataset, and comes to the same', async () => {
    const world = await openWorld();
    world.at(MORNING);
    for (const [table, twin, period] of TWINS) world.statbank.recodeTable(table, twin, [period]);
    const env = written();
    expect(await typeIn(world, ['ingest'], env)).toMatchObject({ exitCode: 0 });
    expect(await statusesOf(world, env)).toEqual([
      'industry-diversity 2026 break first-assessment',
      'job-growth 2026 off-track first-assessment',
      'new-enterprises 2026 on-track first-assessment',
    ]);
    expect(await typeIn(world, ['ingest'], env)).toMatchObject({
      stdout: expect.stringContaining('ingenting nytt er publisert') as string,
    });
  });

  test('a twin that cannot be read leaves what was said, and is read in the next run', async () => {
    const world = await worldWithTwins();
    const env = written();
    world.statbank.setMode('short-values', { only: '15001/data' });
    const failed = await typeIn(world, ['ingest', 'jobs', '--json'], env);
    expect(failed.exitCode).toBe(7);
    expect(failed.stdout).toMatch(/Table 07984: .* Table 15001: .*15001/);
    expect(await statusOf(world, 'job-growth', env)).toMatchObject({ status: 'on-track', period: '2025' });
    world.statbank.setMode('normal');
    world.at(NEXT_DAY);
    expect(await typeIn(world, ['ingest', 'jobs'], env)).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'job-growth', env)).toMatchObject({ status: 'off-track', period: '2026' });
  });

  test('a code that the twin lacks is refused with the nearest one, and nothing changes', async () => {
    const world = await worldWithTwins();
    const env = { CONFIG_DIR: configWithDatasets(totalLines(JOBS, '00-98')) };
    const { exitCode, stdout } = await typeIn(world, ['ingest', 'jobs', '--json'], env);
    expect(exitCode).toBe(7);
    expect(stdout).toMatch(/no 00-98 in NACE2025.*00-99/);
    expect(await statusOf(world, 'job-growth', env)).toMatchObject({ status: 'on-track', period: '2025' });
  });

  test('everything can be read anew: both tables, and the last one is in force', async () => {
    const world = await worldWithTwins();
    const env = written();
    await typeIn(world, ['ingest'], env);
    const said = await statusesOf(world, env);
    world.at(NEXT_DAY);
    world.statbank.reviseCell('07984', { Region: '3303', ContentsCode: 'SysselsatteArb' }, '2024', 20_000);
    expect(await typeIn(world, ['ingest', '--force'], env)).toMatchObject({ exitCode: 0 });
    expect(await statusesOf(world, env)).toEqual(said);
    const [row] = queryDatabase(
      world.databaseFile,
      "SELECT value FROM out_observation WHERE dataset = 'employed-total' AND region_code = 'K.3303' AND period = '2024'",
    );
    expect(row).toEqual({ value: 20_000 });
  });

  test('analysts have one wide view of the dataset, the old groups and the new ones in columns of their own', async () => {
    const world = await worldWithTwins();
    await typeIn(world, ['ingest'], written());
    const query = `SELECT table_id, nace2007_code IS NOT NULL AS old, nace2025_code IS NOT NULL AS new, count(DISTINCT period) > 0 AS there
      FROM out_employed_by_industry GROUP BY 1, 2, 3 ORDER BY 1`;
    expect(queryDatabase(world.databaseFile, query)).toEqual([
      { table_id: '07984', old: 1, new: 0, there: 1 },
      { table_id: '15001', old: 0, new: 1, there: 1 },
    ]);
    const twice = 'SELECT period FROM out_employed_by_industry GROUP BY period HAVING count(DISTINCT table_id) > 1';
    expect(queryDatabase(world.databaseFile, twice)).toEqual([]);
  });
});

describe('a table that goes on under another number, with the same variables', () => {
  const renumbered = () => ({ CONFIG_DIR: configWithDatasets("  employment-rate: { table: '16445' }\n") });

  test('is one line, and neither a break nor another source', async () => {
    const world = await afterFirstRun(MORNING);
    world.statbank.replaceTable('06445', '16445');
    world.statbank.publishYear('16445', '2026');
    const env = renumbered();
    const before = await statusOf(world, 'employment-rate', env);
    expect(await typeIn(world, ['ingest', 'employment'], env)).toMatchObject({ exitCode: 0 });
    const after = await statusOf(world, 'employment-rate', env);
    expect([before.period, after.period, after.cause]).toEqual(['2025', '2026', 'new-period']);
    expect(after.sentence).toMatch(/tabell 16445/);
  });
});

describe('lines that are wrong, or taken back', () => {
  test('an existing code that counts something else is held back, and nothing is said of the new year', async () => {
    const world = await worldWithTwins();
    const env = { CONFIG_DIR: configWithDatasets(totalLines(JOBS, '46-47')) };
    const held = await typeIn(world, ['ingest', 'jobs', '--json'], env);
    expect(held.exitCode).toBe(7);
    expect(held.stdout).toMatch(/15001 .*2026.*07984.*2025.*same.*datasets\.yaml/);
    expect(await statusOf(world, 'job-growth', env)).toMatchObject({ status: 'on-track', period: '2025' });
    expect(await typeIn(world, ['ingest', 'jobs'], env)).toMatchObject({ exitCode: 7 });

    const accepted = await typeIn(world, ['ingest', '--accept', 'employed-total'], env);
    expect(accepted.exitCode).toBe(0);
    expect(await statusOf(world, 'job-growth', env)).toMatchObject({ status: 'off-track', period: '2026' });
  });

  test('a wrong code is held back on an empty database too, and the right one is taken in after it', async () => {
    const world = await openWorld();
    world.at(MORNING);
    for (const [table, twin, period] of TWINS) world.statbank.recodeTable(table, twin, [period]);
    const wrong = { CONFIG_DIR: configWithDatasets(totalLines(JOBS, '46-47')) };
    expect(await typeIn(world, ['ingest', 'jobs'], wrong)).toMatchObject({ exitCode: 7 });
    expect(await statusOf(world, 'job-growth', wrong)).toMatchObject({ status: 'on-track', period: '2025' });
    const right = { CONFIG_DIR: configWithDatasets(totalLines(JOBS)) };
    expect(await typeIn(world, ['ingest', 'jobs'], right)).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'job-growth', right)).toMatchObject({ status: 'off-track', period: '2026' });
  });

  test('a year between the tables does not hold the right code back', async () => {
    const world = await openWorld();
    world.at(MORNING);
    for (const [table, twin, period] of TWINS) world.statbank.recodeTable(table, twin, [period]);
    const env = { CONFIG_DIR: configWithDatasets(totalLines({ ...JOBS, to: '2024' })) };
    expect(await typeIn(world, ['ingest', 'jobs'], env)).toMatchObject({ exitCode: 0 });
  });

  test('a switch of one dataset that is taken back leaves the others on its table as they were', async () => {
    const world = await worldWithTwins();
    const env = { CONFIG_DIR: configWithDatasets(totalLines(JOBS)) };
    expect(await typeIn(world, ['ingest'], env)).toMatchObject({ exitCode: 0 });
    const diversity = { status: 'on-track', period: '2025' };
    expect(await statusOf(world, 'industry-diversity', env)).toMatchObject(diversity);
    expect(await typeIn(world, ['ingest', '--force'], env)).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'industry-diversity', env)).toMatchObject(diversity);
    world.at(NEXT_DAY);
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'industry-diversity')).toMatchObject(diversity);
  });

  test('a switch of every dataset that is taken back leaves the index of 2025', async () => {
    const world = await worldWithTwins();
    await typeIn(world, ['ingest'], written());
    world.at(NEXT_DAY);
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'industry-diversity')).toMatchObject({ status: 'on-track', period: '2025' });
  });
});
