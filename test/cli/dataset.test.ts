import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeCommand } from '../support/command-line.ts';
import { copyConfig } from '../support/edited-config.ts';
import { population, POPULATION_TABLE } from '../support/network/population-table.ts';
import { openWorld, type World } from '../support/world.ts';

// Real requests on loopback.
beforeAll(() => nock.restore());

async function worldWithPopulation(): Promise<World> {
  const world = await openWorld();
  world.statbank.putTable(POPULATION_TABLE);
  return world;
}

const propose = async (world: World, ...words: readonly string[]) =>
  typeCommand(['dataset', 'add', ...words], world.env, 80);

describe('dataset add', () => {
  test('proposes places, contents, unit, quantity and age, from the metadata alone', async () => {
    const world = await worldWithPopulation();
    const { exitCode, stdout } = await propose(world, '07459', '--job', 'jobs');
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('jobs:\n');
    expect(stdout).toContain('  population:\n    job: jobs\n');
    expect(stdout).toContain("    title: 'Folkemengde'\n    titleEn: 'Population'\n    table: '07459'\n");
    expect(stdout).toContain('allowedAgeDays: 430 # a guess');
    expect(stdout).toContain("{ code: 'Personer1', unit: 'personer|persons', quantity: count }");
    expect(stdout).toContain("codeList: { id: agg_KommSummer, prefix: 'K-' }");
    expect(stdout).toContain('# Kjonn (kjønn): may be left out, and its total is taken');
    expect(world.statbank.requests.every(({ path }) => !path.endsWith('/data'))).toBe(true);
    expect(existsSync(world.databaseFile)).toBe(false);
  });

  test('asks for percentages by raw codes alone', async () => {
    const { stdout } = await propose(await openWorld(), '06445');
    expect(stdout).toContain("unit: 'prosent|per cent', quantity: percentage");
    expect(stdout).toContain('- id: municipality-divisions');
    expect(stdout).not.toContain('codeList');
  });

  test('proposes the country where a table has no regions, and the age of a quarterly table', async () => {
    const { stdout } = await propose(await openWorld(), '08771');
    expect(stdout).toContain('coverage: national');
    expect(stdout).toContain('allowedAgeDays: 140');
    expect(stdout).toContain('the table runs from 2010K1 to 2025K4');
  });

  test('says so of a discontinued table, of months', async () => {
    const { stdout } = await propose(await openWorld(), '03013');
    expect(stdout).toContain('# The table is marked as discontinued: it will get no new figures.');
    expect(stdout).toContain('allowedAgeDays: 75');
    expect(stdout).toContain("title: 'Konsumprisindeks (2015=100)'");
  });

  test.each([
    [
      'a number that the source does not know',
      '07458',
      'The source knows no table 07458.',
      /A search gives:\n {2}07459 Folkemengde/,
    ],
    [
      'words of a title',
      'folkemengde',
      "'folkemengde' is not a table number of five digits.",
      /\n {2}07459 Folkemengde/,
    ],
    [
      'words that nothing has',
      'gråstein',
      "'gråstein' is not a table number",
      /Look it up at https:\/\/www\.ssb\.no\/statbank/,
    ],
  ])('refuses %s, with what a search finds', async (_, written, message, hint) => {
    const { exitCode, stderr } = await propose(await worldWithPopulation(), written);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(hint);
  });

  test('refuses a job there is not', async () => {
    const { exitCode, stderr } = await propose(await worldWithPopulation(), '07459', '--job', 'job');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('jobs')]);
  });
});

/** The settings that ship, with a proposal pasted in as their datasets.yaml and the indicator of jobs on it. */
async function pasted(world: World): Promise<string> {
  const { stdout } = await propose(world, '07459');
  const CONFIG_DIR = copyConfig(
    ['indicators/job-growth.yaml', 'dataset: employed-total', 'dataset: population'],
    ['indicators/job-growth.yaml', "- NACE2007: ['00-99']", '- {}'],
  );
  writeFileSync(join(CONFIG_DIR, 'datasets.yaml'), stdout);
  return CONFIG_DIR;
}

describe('a proposal that is pasted', () => {
  test('is ingested on its own schedule, and an indicator on it is judged on its figures', async () => {
    const world = await worldWithPopulation();
    const CONFIG_DIR = await pasted(world);
    const env = { ...world.env, CONFIG_DIR };
    const report = await world.ingest({ jobs: ['own', 'jobs'] }, CONFIG_DIR);
    expect(report.datasets.map(({ datasetId, outcome }) => `${datasetId} ${outcome}`)).toContain('population changed');
    const status = JSON.parse((await typeCommand(['status', '--json'], env)).stdout) as {
      indicators: { id: string; period: string; value: number }[];
    };
    const [before, now] = [population('3301', 2025), population('3301', 2026)];
    const growth = status.indicators.find(({ id }) => id === 'job-growth');
    expect(growth?.period).toBe('2026');
    expect(growth?.value).toBeCloseTo((100 * (now - before)) / before, 8);
    const schedule = (await typeCommand(['schedule', '--json'], env)).stdout;
    const { jobs, datasets } = JSON.parse(schedule) as {
      jobs: { job: string }[];
      datasets: { datasetId: string; state: string; isStale: boolean }[];
    };
    expect(jobs.map(({ job }) => job)).toContain('own');
    // It took the place of another, and nobody keeps those two.
    expect(datasets.filter(({ state }) => state === 'not-used').map(({ datasetId }) => datasetId)).toEqual([
      'employed-total',
      'establishments',
      'vacancies',
    ]);
    const explained = (await typeCommand(['explain', 'job-growth', '--json'], env)).stdout;
    expect(explained).toContain('"table": "07459"');
  });

  test('is in order by config check, which names what is added and what is not used', async () => {
    const world = await worldWithPopulation();
    const { stdout, exitCode } = await typeCommand(['config', 'check'], {
      ...world.env,
      CONFIG_DIR: await pasted(world),
    });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('population: 07459; added in datasets.yaml')]);
    expect(stdout).toContain('Not used by any indicator, so not fetched: employed-total, establishments, vacancies.');
  });

  test('with a mistake in it is refused with its line', async () => {
    const world = await worldWithPopulation();
    const CONFIG_DIR = await pasted(world);
    const file = join(CONFIG_DIR, 'datasets.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('quantity: count', 'quantity: counts'));
    const { exitCode, stderr } = await typeCommand(['config', 'check'], { ...world.env, CONFIG_DIR });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/datasets\.yaml:\d+:\d+ .*counts/);
  });
});

describe('what no indicator uses', () => {
  test('stays as it was stored: no trouble, not stale, and its job is refused with the reason', async () => {
    const world = await openWorld();
    await world.ingest({ jobs: ['skills', 'new-companies'] });
    const CONFIG_DIR = copyConfig(['datasets.yaml', '  vacancies: { keep: true }\n', '']);
    world.at('2029-03-01T10:00:00Z');
    await world.ingest({ jobs: [] }, CONFIG_DIR);
    const asked = world.statbank.requests.filter(({ path }) => path.includes('08771'));
    expect(asked.length).toBeGreaterThan(0);
    world.statbank.clearRequests();
    await world.ingest({ force: true }, CONFIG_DIR);
    expect(world.statbank.requests.filter(({ path }) => path.includes('08771'))).toEqual([]);
    const { stdout } = await typeCommand(['schedule', '--json'], { ...world.env, CONFIG_DIR });
    const { datasets } = JSON.parse(stdout) as { datasets: { datasetId: string; publishedAt: string | null }[] };
    expect(datasets.find(({ datasetId }) => datasetId === 'vacancies')).toMatchObject({
      state: 'not-used',
      isStale: false,
      staleAt: null,
      publishedAt: expect.stringMatching(/^20/) as string,
    });
    const doctor = (await typeCommand(['doctor'], { ...world.env, CONFIG_DIR })).stdout;
    expect(doctor).toContain('vacancies: ikke i bruk');
  });

  test('keeps its job from running by name, with what to write', async () => {
    const world = await worldWithPopulation();
    const CONFIG_DIR = copyConfig();
    const file = join(CONFIG_DIR, 'datasets.yaml');
    writeFileSync(file, (await propose(world, '07459')).stdout.replace(/ {4}keep: true.*\n/, ''));
    const { exitCode, stderr } = await typeCommand(['ingest', 'own'], { ...world.env, CONFIG_DIR });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining("The job 'own' does not run: no indicator uses population."),
    ]);
  });
});

describe('dataset try', () => {
  test('shows what came, within 80 columns, and makes no database', async () => {
    const world = await openWorld();
    const { exitCode, stdout } = await typeCommand(['dataset', 'try', 'employment-rate'], world.env, 80);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toMatch(/│ Drammen +│ –    │ –    │ 65\.6 │ 65\.4 │/);
    expect(stdout).toContain('Nothing of this would be refused. Nothing was stored.');
    expect(existsSync(world.databaseFile)).toBe(false);
  });

  test('says what would be refused, and why, with the exit code of a source that does not fit', async () => {
    const world = await openWorld();
    const CONFIG_DIR = copyConfig([
      'datasets.yaml',
      'datasets:\n',
      "datasets:\n  employment-rate: { select: { Alder: ['16-74'] } }\n",
    ]);
    const { exitCode, stdout } = await typeCommand(['dataset', 'try', 'employment-rate', '--json'], {
      ...world.env,
      CONFIG_DIR,
    });
    expect(exitCode).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      tables: [],
      refused: { code: 'query-misfit', message: expect.stringContaining('no 16-74 in Alder') as string },
    });
  });

  test('refuses a dataset there is not, with the nearest', async () => {
    const world = await openWorld();
    const { exitCode, stderr } = await typeCommand(['dataset', 'try', 'vacancie'], world.env);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('vacancies')]);
  });
});
