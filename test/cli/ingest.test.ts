import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, startCli } from '../support/cli.ts';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import { inMaintenance, whenOpen } from '../support/source-hours.ts';
import { until } from '../support/until.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';

/** Tables that say when something happened and not what is known. */
const RECORDS_OF_RUNS = ['job_run', 'dataset_run', 'dataset', 'lease'];
/** What is known, without the instants that differ from run to run. */
const KNOWN: readonly string[] = [
  'SELECT dataset, series_key, period, value, symbol, obs_status FROM out_observation ORDER BY 1, 2, 3',
  'SELECT indicator_id, status, cause, period, value, sentence FROM out_status_history ORDER BY 1',
  'SELECT dataset.code, sha256 FROM publication JOIN dataset ON dataset.id = dataset_id ORDER BY 1',
  'SELECT from_status, to_status, channel, state FROM alert JOIN delivery ON alert_id = alert.id ORDER BY alert.id',
];

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

const afterFirstRun = () => openWorld({ database: prepared.file });
const known = ({ databaseFile }: World) => KNOWN.map((sql) => queryDatabase(databaseFile, sql));

describe('ingest', () => {
  test('says what came in and what changed, and ends with 0', async () => {
    const world = await openWorld();
    const { exitCode, stdout, stderr } = await runCli(['ingest'], world.env);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^10 av 10 datasett har nye eller endrede tall\.\nEndret status:\n/);
    expect(stdout).toContain('  Vekst i antall arbeidsplasser: ');
    expect(stderr).toContain('employed-total: 216 nye tall, 0 endrede, 0 som er gått ut, 0 uendrede.');
  });

  test('a second time says that nothing is new, and ends with 0', async () => {
    const world = await afterFirstRun();
    const { exitCode, stdout } = await runCli(['ingest'], world.env);
    expect(exitCode).toBe(0);
    expect(stdout).toBe('Uendret: ingenting nytt er publisert.\nIngen status er endret.\n');
  });

  test('with --json gives one document', async () => {
    const world = await afterFirstRun();
    const { stdout } = await runCli(['ingest', 'employment', '--json'], world.env);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ outcome: 'unchanged', requests: 1, changes: [] },
      datasets: [{ datasetId: 'employment-rate', outcome: 'unchanged', errorCode: null }],
    });
  });

  test('of an unknown job ends with 2, names the jobs there are, and leaves no trace', async () => {
    const world = await afterFirstRun();
    const before = databaseContent(world.databaseFile);
    const { exitCode, stderr } = await runCli(['ingest', 'employmnet'], world.env);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'Det finnes ingen jobb «employmnet».\nMente du «employment»? Velg mellom jobs, employment, new-companies, emissions, innovation, skills.\n',
    );
    expect(databaseContent(world.databaseFile)).toEqual(before);
  });

  test('that accepts an unknown dataset ends with 2 and names the datasets there are', async () => {
    const world = await afterFirstRun();
    const { exitCode, stderr } = await runCli(['ingest', '--accept', 'employment'], world.env);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^Det finnes ikke noe datasett «employment»\.\n.*Velg mellom employed-by-industry, .*vacancies\.\n$/,
    );
  });

  test('ends with 7 when one dataset fails, and says which and why', async () => {
    const world = await openWorld();
    world.statbank.removeCode('06445', 'Kjonn', '0');
    const { exitCode, stdout, stderr } = await runCli(['ingest', 'employment', 'emissions'], world.env);
    expect(exitCode).toBe(7);
    expect(stdout).toMatch(/^employment-rate mislyktes; resten er på plass\.\n/);
    expect(stderr).toContain('no 0 in Kjonn (nearest: 2)');
    expect(queryDatabase(world.databaseFile, 'SELECT outcome FROM job_run')).toEqual([{ outcome: 'partial' }]);
  });

  test('ends with 4 when all that was asked for is refused', async () => {
    const world = await afterFirstRun();
    world.statbank.removeCode('06445', 'Kjonn', '0');
    const { exitCode, stdout } = await runCli(['ingest', 'employment'], world.env);
    expect(exitCode).toBe(4);
    expect(stdout).toMatch(/^Alle datasettene mislyktes\.\n/);
  });

  test('ends with 3 and one plain sentence when the source is out of reach', async () => {
    const world = await afterFirstRun();
    const before = databaseContent(world.databaseFile, RECORDS_OF_RUNS);
    const env = { ...world.env, ...whenOpen(), SSB_API_URL: 'http://127.0.0.1:9/api' };
    const { exitCode, stdout, stderr } = await runCli(['ingest'], env);
    expect(exitCode).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^SSB svarte ikke\.\nFår ikke kontakt med 127\.0\.0\.1:9: .+\n.+\n$/);
    expect(databaseContent(world.databaseFile, RECORDS_OF_RUNS)).toEqual(before);
  });

  test('ends with 3 and says until when it waits when the source is out of reach in its maintenance', async () => {
    const world = await afterFirstRun();
    const env = { ...world.env, ...inMaintenance(), SSB_API_URL: 'http://127.0.0.1:9/api' };
    const { exitCode, stdout } = await runCli(['ingest'], env);
    expect(exitCode).toBe(3);
    expect(stdout).toBe('Alle datasettene venter til vedlikeholdet hos kilden er over.\nIngen status er endret.\n');
  });
});

describe('two at once', () => {
  test('the second ends with 5, says since when another runs, and changes nothing', async () => {
    const world = await afterFirstRun();
    world.statbank.setMode('slow', { delayMs: 60_000, requests: 1 });
    const first = startCli(['ingest'], world.env);
    await until(() => isHeld(world));
    const second = await runCli(['ingest'], world.env);
    first.kill();
    await first.ended;
    expect(second.exitCode).toBe(5);
    expect(second.stderr).toMatch(
      /^En annen kjøring har holdt på siden \d+\. \p{L}+ \d{4} kl\. \d\d\.\d\d \(prosess \d+\)\.\nVent til den er ferdig/u,
    );
    expect(queryDatabase(world.databaseFile, 'SELECT id FROM job_run')).toHaveLength(2);
  });
});

function isHeld({ databaseFile }: World): boolean {
  return queryDatabase(databaseFile, 'SELECT 1 FROM lease').length > 0;
}

describe('killed in the middle and run again', () => {
  test.each([
    ['before anything is in', 1],
    ['while some datasets are in', 5],
  ])('%s, it knows the same as if it had never been killed', async (_, dataRequests) => {
    const undisturbed = await afterFirstRun();
    const world = await openWorld();
    const first = startCli(['ingest'], world.env);
    await until(() => dataAsked(world) >= dataRequests);
    first.kill();
    await first.ended;
    const again = await runCli(['ingest'], world.env);
    expect(again.stderr).not.toContain('En annen kjøring');
    expect(again.exitCode).toBe(0);
    expect(known(world)).toEqual(known(undisturbed));
    const runs = queryDatabase(world.databaseFile, 'SELECT outcome FROM job_run ORDER BY id');
    expect(runs.map(({ outcome }) => outcome)).toEqual(['interrupted', 'succeeded']);
  });
});

function dataAsked({ statbank }: World): number {
  return statbank.requests.filter(({ path }) => path.endsWith('/data')).length;
}
