import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeCommand } from '../support/command-line.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { population, POPULATION_TABLE } from '../support/network/population-table.ts';
import { liveOnce } from '../support/service/leaping-service.ts';
import { openWorld, type World } from '../support/world.ts';

// A table that only `datasets.yaml` names is treated as those that the program comes with.

// Real requests on loopback.
beforeAll(() => nock.restore());

interface Added {
  readonly world: World;
  readonly env: World['env'];
  /** `datasets.yaml` with the table and without. */
  readonly file: string;
  readonly withTable: string;
  readonly without: string;
}

/** A folder of settings to which the table of the population was added, in a job of its own. */
async function added(): Promise<Added> {
  const world = await openWorld();
  world.statbank.putTable(POPULATION_TABLE);
  const CONFIG_DIR = copyConfig();
  const file = join(CONFIG_DIR, 'datasets.yaml');
  const without = readFileSync(file, 'utf8');
  const env = { ...world.env, CONFIG_DIR };
  await typeCommand(['dataset', 'add', '07459'], env);
  return { world, env, file, without, withTable: readFileSync(file, 'utf8') };
}

/** Runs of the job of one's own: when they began, on Oslo's clock an hour later. */
const ownRuns = ({ databaseFile }: World) =>
  queryDatabase(
    databaseFile,
    `SELECT substr(started_at, 6, 11) AS at FROM job_run WHERE "trigger" = 'schedule' AND jobs = '["own"]' ORDER BY id`,
  ).map(({ at }) => at);

describe('a job that datasets.yaml adds', () => {
  test('starts at SIGHUP, stays while the file does not hold, and ends at the SIGHUP after it was taken out', async () => {
    const { world, env, file, without, withTable } = await added();
    writeFileSync(file, without);
    const write = (at: string, text: string) => ({
      at,
      happen: (signal: (name: NodeJS.Signals) => void) => {
        writeFileSync(file, text);
        signal('SIGHUP');
      },
    });
    const { code, log } = await liveOnce({
      env: { ...env, LOG_LEVEL: 'info' },
      from: '2026-03-03T12:00:00.000Z',
      until: '2026-03-05T08:30:00.000Z',
      onTime: (at) => world.at(at),
      happenings: [
        write('2026-03-03T18:00:00.000Z', withTable),
        write('2026-03-03T20:00:00.000Z', withTable.replace('quantity: count', 'quantity: counts')),
        write('2026-03-04T12:00:00.000Z', without),
      ],
    });
    expect(code).toBe(0);
    expect(ownRuns(world)).toEqual(['03-04T07:52']);
    const refused = log.filter(({ event }) => event === 'settings-refused');
    expect(refused).toHaveLength(1);
    expect(JSON.stringify(refused)).toMatch(/datasets\.yaml:\d+:\d+ .*counts/);
    expect(log.filter(({ event }) => event === 'settings-reloaded')).toHaveLength(2);
  }, 180_000);
});

/** The one file of a folder of an export. */
const readPart = (folder: string) => readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');

describe('the figures of a dataset that datasets.yaml adds', () => {
  const CORRECTION = `corrections:
  - dataset: population
    series: { ContentsCode: Personer1, Region: 'K-3301' }
    period: '2025'
    published: ${population('3301', 2025)}
    corrected: 70000
    reason: Sifre er byttet om.
    reference: Sak 2026/1
`;

  test('are corrected, exported, and described in the analysts copy as those of the program are', async () => {
    const { world, env } = await added();
    const folder = env['CONFIG_DIR'] ?? '';
    const file = join(folder, 'corrections.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('corrections: []\n', CORRECTION));
    const report = await world.ingest({ jobs: ['own'] }, folder);
    expect(report.datasets.map(({ datasetId, outcome }) => `${datasetId} ${outcome}`)).toEqual(['population changed']);

    const copy = world.databaseFile.replace('.sqlite', '-analyst.sqlite');
    const corrected = { value: 70000, symbol: String(population('3301', 2025)), obs_status: 'E' };
    const rows = (table: string) =>
      queryDatabase(
        copy,
        `SELECT period, value, symbol, obs_status FROM ${table}
         WHERE municipality_code = '3301' AND period > '2024' ${table === 'out_observation' ? "AND dataset = 'population'" : ''}
         ORDER BY period`,
      );
    const expected = [
      { period: '2025', ...corrected },
      { period: '2026', value: population('3301', 2026), symbol: null, obs_status: 'A' },
    ];
    expect(rows('out_observation')).toEqual(expected);
    expect(rows('out_population')).toEqual(expected);
    expect(queryDatabase(copy, "SELECT table_id, coverage FROM out_source WHERE dataset = 'population'")).toEqual([
      { table_id: '07459', coverage: 'municipality' },
    ]);
    const [described] = queryDatabase(copy, "SELECT * FROM meta_table WHERE table_name = 'out_population'");
    expect(JSON.stringify(described)).toContain('Folkemengde');
    const columns = queryDatabase(copy, "SELECT name FROM pragma_table_info('out_population') ORDER BY name");
    const inDictionary = queryDatabase(
      copy,
      "SELECT column_name AS name FROM meta_column WHERE table_name = 'out_population' ORDER BY column_name",
    );
    expect(inDictionary).toEqual(columns);

    const out = join(world.folder, 'figures');
    expect(await typeCommand(['export', '--out', out], env)).toMatchObject({ exitCode: 0 });
    const csv = readPart(join(out, 'out_observation/dataset=population'));
    expect(csv).toMatch(/Personer1\|K-3301.*,70000,.*Sifre er byttet om\./);
    expect(readFileSync(join(out, 'datapackage.json'), 'utf8')).toContain('dataset=population');
  });

  test('are not touched by a correction of another number than the source has published', async () => {
    const { world, env } = await added();
    const folder = env['CONFIG_DIR'] ?? '';
    const file = join(folder, 'corrections.yaml');
    const wrong = CORRECTION.replace(/published: .*/, 'published: 1');
    writeFileSync(file, readFileSync(file, 'utf8').replace('corrections: []\n', wrong));
    const { datasets } = await world.ingest({ jobs: ['own'] }, folder);
    expect(datasets).toMatchObject([{ datasetId: 'population', outcome: 'failed', errorCode: 'stale-correction' }]);
  });

  test('of a series that it has not are told before they are asked for, with file and line', async () => {
    const { env } = await added();
    const file = join(env['CONFIG_DIR'] ?? '', 'corrections.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('corrections: []\n', CORRECTION.replace('population', 'populations')));
    const { exitCode, stderr } = await typeCommand(['config', 'check'], env);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/corrections\.yaml:\d+:\d+ .*populations.*population/),
    ]);
  });
});
