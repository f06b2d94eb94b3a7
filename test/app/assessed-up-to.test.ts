import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDaemonState } from '../../src/app/service/daemon-state.ts';
import { chooseDatasets, ingestAlone } from '../../src/app/intake/ingest.ts';
import type { App } from '../../src/app/open-app.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import { withLease } from '../../src/app/with-lease.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import { runCli } from '../support/cli.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { failureOf } from '../support/failure.ts';
import { killingItself } from '../support/service/kill.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';
import { startStatbank } from '../statbank/server.ts';

const TUESDAY = '2026-03-03T10:00:00.000Z';
/** Long enough for a writer to be refused, short enough to wait for. */
const PATIENCE_MS = 50;

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

/** A service that has made one quiet run on a database in order, and goes on making them. */
async function serviceOf(world: World, app: App) {
  const { assessed } = newDaemonState(app.clock.now());
  const run = (options: { readonly app?: App; readonly jobs: readonly string[]; readonly force?: boolean }) => {
    const { app: seen = app, jobs, force = false } = options;
    const definitions = chooseDatasets(seen, { jobs, accept: [] });
    const plan = {
      trigger: 'schedule',
      jobs,
      accept: [],
      force,
      definitions,
      progress: SILENT_PROGRESS,
      assessed,
    } as const;
    return withLease(seen, (lease) => ingestAlone(seen, lease, plan));
  };
  world.at(TUESDAY);
  expect((await run({ jobs: ['employment'] })).assessments).not.toEqual([]);
  expect((await run({ jobs: ['employment'] })).assessments).toEqual([]);
  return run;
}

/** A run that takes the figures of a rise in, and is refused the write lock from then on. */
async function takeInUnderLock(world: World, app: App, run: Awaited<ReturnType<typeof serviceOf>>): Promise<void> {
  app.store.sqlite.pragma(`busy_timeout = ${PATIENCE_MS}`);
  const somebody = new Database(world.databaseFile);
  const newest = somebody.prepare('SELECT max(id) FROM publication').pluck();
  const before = newest.get();
  const now = () => {
    if (!somebody.inTransaction && newest.get() !== before) somebody.exec('BEGIN IMMEDIATE');
    return app.clock.now();
  };
  world.statbank.reviseCell(...RATE_UP);
  const disturbed = { ...app, clock: { ...app.clock, now } };
  expect(await failureOf(run({ app: disturbed, jobs: ['employment'], force: true }))).toMatchObject({
    code: 'store-busy',
  });
  somebody.exec('ROLLBACK');
  somebody.close();
}

const statusOf = (world: World, id: string) =>
  queryDatabase(
    world.databaseFile,
    'SELECT status, cause FROM assessment WHERE indicator_id = ? ORDER BY id DESC LIMIT 1',
    id,
  )[0];

const RATE_UP = ['06445', { Region: '3301' }, '2025', 70.4] as const;
const RATE_IS_UP = { status: 'on-track', cause: 'revision' };

describe('what was taken in and not assessed is assessed by the next run', () => {
  test('when somebody takes the write lock the moment the figures are in', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with(async (app) => {
      const run = await serviceOf(world, app);
      await takeInUnderLock(world, app, run);
      expect(statusOf(world, 'employment-rate')).toMatchObject({ status: 'stable' });
      const report = await run({ jobs: ['jobs'] });
      expect(report.outcome).toBe('unchanged');
      expect(statusOf(world, 'employment-rate')).toMatchObject(RATE_IS_UP);
      expect((await run({ jobs: ['jobs'] })).assessments).toEqual([]);
    });
  });

  test('when another process is killed between the two', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with(async (app) => {
      const run = await serviceOf(world, app);
      world.statbank.reviseCell(...RATE_UP);
      const newest = () => queryDatabase(world.databaseFile, 'SELECT max(id) AS id FROM publication')[0]?.['id'];
      const before = newest();
      // The writes before the fifteenth come before any figures do.
      for (let beforeWrite = 15; newest() === before; beforeWrite++) {
        const { preloads, env } = killingItself({ beforeWrite });
        await runCli(['ingest', 'employment'], {
          ...world.env,
          ...env,
          NODE_OPTIONS: `--import ${preloads.join(' ')}`,
        });
      }
      expect(statusOf(world, 'employment-rate')).toMatchObject({ status: 'stable' });
      await run({ jobs: ['jobs'] });
      expect(statusOf(world, 'employment-rate')).toMatchObject(RATE_IS_UP);
    });
  });

  test('when a table goes up to counties and comes back with the very figures it had', async () => {
    const world = await openWorld({ database: prepared.file });
    const onCounties = await startStatbank({ rateLimit: 'off', announcedCalls: 6000, enterpriseLevel: 'county' });
    await world
      .with(async (app) => {
        const run = await serviceOf(world, app);
        const environment = { ...app.environment, ssbApiUrl: onCounties.url };
        const before = queryDatabase(world.databaseFile, STATUS_NOW);
        await run({ app: { ...app, environment }, jobs: ['new-companies'], force: true });
        expect(queryDatabase(world.databaseFile, STATUS_NOW)).toMatchObject([{ coverage: 'county' }]);
        const { datasets } = await run({ jobs: ['new-companies'], force: true });
        expect(datasets.find(({ datasetId }) => datasetId === 'new-enterprises')).toMatchObject({
          outcome: 'unchanged',
        });
        expect(queryDatabase(world.databaseFile, STATUS_NOW)).toEqual(before);
      })
      .finally(() => onCounties.close());
  });

  test('when the database is of a version that did not remember it', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with(async (app) => {
      const run = await serviceOf(world, app);
      app.store.sqlite.exec('UPDATE installation SET assessed_up_to = NULL');
      expect((await run({ jobs: ['employment'] })).assessments).not.toEqual([]);
      expect((await run({ jobs: ['employment'] })).assessments).toEqual([]);
    });
  });
});

describe('what a cache may have answered, to a run that could not say so', () => {
  const nextCheck = (world: World) =>
    queryDatabase(world.databaseFile, "SELECT next_check_at AS at FROM dataset WHERE code = 'employment-rate'")[0]?.[
      'at'
    ];

  test('is read once more, also where the run that makes up for it comes late', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with(async (app) => {
      const run = await serviceOf(world, app);
      await takeInUnderLock(world, app, run);
      world.at('2026-03-03T11:00:00.000Z');
      expect((await run({ jobs: ['employment'] })).outcome).toBe('unchanged');
      expect(nextCheck(world)).toBe('2026-03-03T10:45:00.000Z');
      await run({ jobs: ['employment'] });
      expect(nextCheck(world)).toBeNull();
    });
  });
});

const STATUS_NOW = `SELECT status, period, value, coverage FROM out_status_now WHERE indicator_id = 'new-enterprises'`;

describe('the mark of how far the assessments have come', () => {
  test('is the newest publication after a run, and stays when the assessment is undone', async () => {
    const world = await openWorld({ database: prepared.file });
    const mark = () =>
      queryDatabase(
        world.databaseFile,
        'SELECT assessed_up_to = (SELECT max(id) FROM publication) AS is_newest FROM installation',
      );
    expect(mark()).toEqual([{ is_newest: 1 }]);
    world.at(TUESDAY);
    world.statbank.reviseCell(...RATE_UP);
    const broken = new Database(world.databaseFile);
    broken.exec("CREATE TRIGGER broken BEFORE INSERT ON alert BEGIN SELECT RAISE(ABORT, 'broken'); END");
    await failureOf(world.ingest({ jobs: ['employment'] }));
    expect(mark()).toEqual([{ is_newest: 0 }]);
    expect(statusOf(world, 'employment-rate')).toMatchObject({ status: 'stable' });
    broken.exec('DROP TRIGGER broken');
    broken.close();
    await world.ingest({ jobs: ['jobs'] });
    expect(mark()).toEqual([{ is_newest: 1 }]);
    expect(statusOf(world, 'employment-rate')).toMatchObject(RATE_IS_UP);
  });

  test('of a service is looked at again each day, since figures grow stale, and not each run', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with(async (app) => {
      const run = await serviceOf(world, app);
      world.at('2026-03-04T10:00:00.000Z');
      expect((await run({ jobs: ['employment'] })).assessments).not.toEqual([]);
      expect((await run({ jobs: ['jobs'] })).assessments).toEqual([]);
    });
  });
});
