import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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

/** What would be written, as a whole file. */
const propose = async (world: World, ...words: readonly string[]) =>
  typeCommand(['dataset', 'add', ...words, '--dry-run'], world.env, 80);

describe('a proposal', () => {
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

  test('asks for percentages by raw codes alone, and leaves no variable out: they are not summed', async () => {
    const { stdout } = await propose(await openWorld(), '06445');
    expect(stdout).toContain("unit: 'prosent|per cent', quantity: percentage");
    expect(stdout).toContain('- id: municipality-divisions');
    expect(stdout).not.toContain('codeList');
    expect(stdout).toContain("'Kjonn': ['0'] # kjønn: its total; else one of 0 Begge kjønn, 2 Kvinner, 1 Menn");
    expect(stdout).toContain("'Alder': '*' # alder: has no total of its own; choose among 15-74 15-74 år");
    expect(stdout).toContain('otherVariables: refuse');
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

  test('writes nothing when it is only asked for', async () => {
    const world = await worldWithPopulation();
    const CONFIG_DIR = copyConfig();
    const before = readFileSync(join(CONFIG_DIR, 'datasets.yaml'), 'utf8');
    const { stdout } = await propose({ ...world, env: { ...world.env, CONFIG_DIR } }, '07459');
    expect(stdout).toContain('datasets:\n  # Proposed from the metadata of table 07459');
    expect(readFileSync(join(CONFIG_DIR, 'datasets.yaml'), 'utf8')).toBe(before);
  });
});

describe('dataset add', () => {
  test('writes into the file there is, keeps every line of it, and says what is to be decided and typed next', async () => {
    const { add, file, before, text } = await folderWith();
    const { exitCode, stdout } = await add('07459');
    expect(exitCode).toBe(0);
    expect(text().startsWith(before.trimEnd())).toBe(true);
    expect(text()).toContain('\n  population:\n    job: own\n');
    expect(text()).toMatch(/\n\njobs:\n {2}- \{ id: own, .* \} # Oslo time\n$/);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      `population, table 07459 «Folkemengde», 2008 to 2026, is written into ${file}. The settings are in order with it.`,
    );
    expect(stdout).toContain('To be decided by people');
    for (const decision of ['places', 'contents', 'unit and quantity', 'left out', 'age', 'job']) {
      expect(stdout).toContain(`\n  ${decision}`);
    }
    expect(stdout).toMatch(/Next:\n {2}naeringspuls dataset try population\n {2}naeringspuls config check\n$/);
  });

  test('makes the file where there is none, with the line that names its schema', async () => {
    const { add, file, text } = await folderWith(null);
    const { exitCode, stdout } = await add('07459', '--job', 'jobs');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('which is')]);
    expect(existsSync(file)).toBe(true);
    expect(text()).toMatch(/^# yaml-language-server: \$schema=schema\/datasets\.schema\.json\n/);
    expect(text()).not.toContain('jobs:');
  });

  test('puts the first into a file that holds none yet, such as one that a shell has made for the lines', async () => {
    const { add, text } = await folderWith('# ours\n');
    expect(await add('07459')).toMatchObject({ exitCode: 0 });
    expect(text()).toMatch(/^# ours\ndatasets:\n {2}# Proposed from/);
  });

  test('names the folder in the commands to type next where the command named it', async () => {
    const { add, CONFIG_DIR } = await folderWith();
    const { stdout } = await add('07459', '--config', CONFIG_DIR);
    expect(stdout).toContain(`  naeringspuls dataset try population --config ${CONFIG_DIR}\n`);
  });

  test('adds a second beside the first, in the job that the first has made', async () => {
    const { add, text } = await folderWith();
    await add('07459');
    const { exitCode, stdout } = await add('13470');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('asked already: employed-by-industry-rounded')]);
    expect(text().match(/id: own/g)).toHaveLength(1);
    expect(text().indexOf('population:')).toBeLessThan(text().indexOf('employed-persons:'));
  });

  test('keeps the mode of the file, and a link to it', async () => {
    const { add, file, text } = await folderWith();
    const elsewhere = `${file}.elsewhere`;
    renameSync(file, elsewhere);
    chmodSync(elsewhere, 0o640);
    symlinkSync(elsewhere, file);
    await add('07459');
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(statSync(elsewhere).mode & 0o777).toBe(0o640);
    expect(text()).toContain('population:');
  });

  test.each([
    [
      'a name that is taken',
      ['07459', '--id', 'vacancies'],
      null,
      "'vacancies' is the name of a dataset on table 08771",
    ],
    ['a name that is none', ['07459', '--id', 'Folk'], null, "'Folk' is not an id"],
    ['a file that cannot be read', ['07459'], 'datasets:\n  a: {\n', /datasets\.yaml:\d+:\d+ This is not valid YAML/],
    [
      'a file with braces round it all',
      ['07459'],
      'datasets: { vacancies: { keep: true }, establishments: { keep: true } }\n',
      'has its entries within braces or brackets; nothing was written.',
    ],
    [
      'lines with which the settings would not hold',
      ['07459'],
      'datasets:\n  vacancies: { keep: true }\n  establishments: { keep: true }\n...\n',
      'Nothing was written: with these lines the settings have one problem',
    ],
  ])('refuses %s, and leaves the file as it was', async (_, words, content, sentence) => {
    const { add, before, text } = await folderWith(content ?? undefined);
    const { exitCode, stderr } = await add(...words);
    expect([exitCode, stderr]).toEqual([
      2,
      typeof sentence === 'string' ? expect.stringContaining(sentence) : expect.stringMatching(sentence),
    ]);
    expect(text()).toBe(before);
  });

  test('refuses to ask a table twice under one name: it was added already', async () => {
    const { add, text } = await folderWith();
    await add('07459');
    const once = text();
    const { exitCode, stderr } = await add('07459');
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining("'population' is the name of a dataset on table 07459"),
    ]);
    expect(stderr).toContain('--id');
    expect(text()).toBe(once);
  });
});

/** A folder of settings with a `datasets.yaml` of its own, or none of them; without a word the one that it comes with. */
async function folderWith(content?: string | null) {
  const world = await worldWithPopulation();
  const CONFIG_DIR = copyConfig();
  const file = join(CONFIG_DIR, 'datasets.yaml');
  if (content === null) rmSync(file);
  else if (content !== undefined) writeFileSync(file, content);
  const env = { ...world.env, CONFIG_DIR };
  return {
    ...{ world, env, CONFIG_DIR, file },
    before: content === null ? '' : readFileSync(file, 'utf8'),
    text: () => readFileSync(file, 'utf8'),
    add: async (...words: readonly string[]) => typeCommand(['dataset', 'add', ...words], env, 80),
  };
}

/** The settings that tests run on, with a dataset added to them and the indicator of jobs on it. */
async function withPopulation(world: World): Promise<string> {
  const CONFIG_DIR = copyConfig();
  writeFileSync(join(CONFIG_DIR, 'datasets.yaml'), (await propose(world, '07459')).stdout);
  const indicator = join(CONFIG_DIR, 'indicators/job-growth.yaml');
  const text = readFileSync(indicator, 'utf8');
  writeFileSync(
    indicator,
    text.replace('dataset: employed-total', 'dataset: population').replace("- NACE2007: ['00-99']", '- {}'),
  );
  return CONFIG_DIR;
}

describe('a dataset that was added', () => {
  test('is ingested on its own schedule, and an indicator on it is judged on its figures', async () => {
    const world = await worldWithPopulation();
    const CONFIG_DIR = await withPopulation(world);
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
      CONFIG_DIR: await withPopulation(world),
    });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('population: 07459; added in datasets.yaml')]);
    expect(stdout).toContain('Not used by any indicator, so not fetched: employed-total, establishments, vacancies.');
  });

  test('with a mistake in it is refused with its line', async () => {
    const world = await worldWithPopulation();
    const CONFIG_DIR = await withPopulation(world);
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
