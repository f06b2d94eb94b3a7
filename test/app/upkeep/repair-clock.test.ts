import { existsSync } from 'node:fs';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessAsOf, check } from '../../../src/app/assess/reassess-command.ts';
import { readAlerts } from '../../../src/app/messages/alerts-command.ts';
import { notifyDue } from '../../../src/app/messages/deliver-due.ts';
import { readStatus } from '../../../src/app/show/read-status.ts';
import { repairStoredClock } from '../../../src/app/upkeep/repair-clock.ts';
import { verifyBackup } from '../../../src/app/upkeep/verify-backup.ts';
import { DONE_AT, DUE_AT } from '../../../src/store/runs/repair-clock.ts';
import { typeCommand } from '../../support/command-line.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../../support/world.ts';

const TUESDAY = '2026-03-03T10:00:00.000Z';
const WEDNESDAY = '2026-03-04T10:00:00.000Z';
const THURSDAY = '2026-03-05T10:00:00.000Z';
const FIVE_YEARS_AHEAD = '2031-03-03T10:00:00.000Z';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const reviseTo = (world: World, value: number) => world.statbank.reviseCell('06445', { Region: '3301' }, '2025', value);

/** A run whose clock was five years ahead took a new figure in; the clock is right again, and there is a newer one. */
async function afterTheClockWasAhead(): Promise<World> {
  const world = await openWorld({ database: prepared.file });
  world.at(FIVE_YEARS_AHEAD);
  reviseTo(world, 70.4);
  await world.ingest({ jobs: ['employment'] });
  world.at(TUESDAY);
  reviseTo(world, 60.1);
  await world.ingest({ jobs: ['jobs'] });
  return world;
}

const repair = (world: World) => world.with((app) => repairStoredClock(app));
const troubles = (world: World) =>
  world.with((app) => readAlerts(app).alerts.filter(({ subject }) => subject === 'service:clock'));

/** Instants that nobody here sets by a clock of this machine, and the lease, which its owner renews. */
const OF_OTHERS = ['dataset.updated_at', 'publication.updated_at', 'lease.acquired_at', 'lease.heartbeat_at'];

describe('a clock that was ahead', () => {
  test('may have written every instant there is, and each of them is repaired', () => {
    const columns = queryDatabase(
      prepared.file,
      `SELECT tables.name || '.' || columns.name AS name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND columns.name LIKE '%\\_at' ESCAPE '\\' AND tables.name NOT LIKE 'meta%'`,
    ).map(({ name }) => String(name));
    const repaired = [DONE_AT, DUE_AT].flatMap((by) =>
      Object.entries(by).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
    );
    // That of a status is no instant of its own but one of an assessment.
    const named = repaired.filter((name) => name.endsWith('_at'));
    expect(columns.length).toBeGreaterThan(20);
    expect(columns.toSorted()).toEqual([...named, ...OF_OTHERS].toSorted());
  });

  test('makes the source be refused, with the way out', async () => {
    const world = await afterTheClockWasAhead();
    world.at(WEDNESDAY);
    const { datasets } = await world.ingest({ jobs: ['employment'], force: true, accept: ['employment-rate'] });
    expect(datasets).toMatchObject([{ outcome: 'failed', errorCode: 'store-integrity' }]);
    expect(datasets[0]?.message).toMatch(/2031-03-03.* When it is right, run `naeringspuls repair clock`/);
  });

  test('is told to operations once, also when nothing was taken in, and once when it is repaired', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(FIVE_YEARS_AHEAD);
    await world.ingest();
    world.at(TUESDAY);
    for (const day of [TUESDAY, WEDNESDAY]) {
      world.at(day);
      await world.with((app) => notifyDue(app));
    }
    const [told, ...more] = await troubles(world);
    expect(more).toEqual([]);
    expect(told?.text).toBe(
      'Den nyeste kjøringen i databasen er fra 3. mars 2031 kl. 11.00, og klokken på denne maskinen viser 3. mars 2026 kl. 11.00. ' +
        'Klokken har gått for fort, eller går for sent. Svar fra kilden avvises til det tidspunktet. ' +
        'Still klokken, og kjør `naeringspuls repair clock`.',
    );
    await repair(world);
    expect((await troubles(world)).map(({ kind }) => kind)).toEqual(['trouble-over', 'trouble']);
  });

  test('is no trouble while it runs a few hours before another', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at('2026-03-02T04:00:00.000Z');
    await world.with((app) => notifyDue(app));
    expect(await troubles(world)).toEqual([]);
  });
});

describe('repair clock', () => {
  test('lets the source in again', async () => {
    const world = await afterTheClockWasAhead();
    world.at(WEDNESDAY);
    await repair(world);
    world.at(THURSDAY);
    const { datasets } = await world.ingest({ jobs: ['employment'] });
    expect(datasets).toMatchObject([{ outcome: 'changed', revised: 1 }]);
  });

  test('leaves no time to come, and says what it moved, of what, and where the copy is', async () => {
    const world = await afterTheClockWasAhead();
    world.at(WEDNESDAY);
    const { moved, backup, now } = await repair(world);
    expect(now).toBe(WEDNESDAY);
    const rows = Object.fromEntries(moved.map(({ table, rows }) => [table, rows]));
    expect(rows).toMatchObject({ publication: 1, dataset: 1, job_run: 1 });
    // Five years on everything is stale.
    expect([rows['assessment'], rows['alert']].every((count) => (count ?? 0) > 1)).toBe(true);
    const ahead = (file: string) =>
      queryDatabase(
        file,
        `SELECT max(started_at, finished_at, (SELECT max(retrieved_at) FROM publication), (SELECT max(checked_at) FROM dataset),
           (SELECT max(assessed_at) FROM assessment), (SELECT max(created_at) FROM alert)) AS newest
         FROM job_run ORDER BY started_at DESC LIMIT 1`,
      )[0]?.['newest'];
    expect(String(ahead(world.databaseFile)) <= WEDNESDAY).toBe(true);
    expect(String(ahead(backup)) > WEDNESDAY).toBe(true);
  });

  test('keeps the order of what was said: as-of, the history and the backup still agree', async () => {
    const world = await afterTheClockWasAhead();
    world.at(WEDNESDAY);
    await world.with(async (app) => {
      await check(app);
      await repairStoredClock(app);
      expect(assessAsOf(app, WEDNESDAY).document.indicators).toEqual(readStatus(app).indicators);
      const order = app.store.sqlite.prepare('SELECT assessed_at FROM assessment ORDER BY id').pluck().all();
      expect(order).toEqual(order.toSorted());
    });
    expect(verifyBackup(world.databaseFile)).toMatchObject({ ok: true });
  });

  test('gives what was done between two right runs a time between them', async () => {
    const world = await afterTheClockWasAhead();
    world.at(WEDNESDAY);
    await repair(world);
    expect(queryDatabase(world.databaseFile, 'SELECT started_at FROM job_run ORDER BY id')).toEqual(
      ['2026-03-02T10:00:00.000Z', TUESDAY, TUESDAY, WEDNESDAY].map((started_at) => ({ started_at })),
    );
  });

  test('leaves history as protected as it was', async () => {
    const world = await afterTheClockWasAhead();
    await repair(world);
    await world.with(({ store }) => {
      expect(() => store.sqlite.exec("UPDATE assessment SET sentence = 'x'")).toThrow('never changed');
      expect(() => store.sqlite.exec('DELETE FROM assessment')).toThrow('never deleted');
      expect(() => store.sqlite.exec("UPDATE rule_version SET fingerprint = 'x'")).toThrow('never changed');
    });
  });

  test('changes nothing where nothing bears a time to come, and says so', async () => {
    const world = await openWorld({ database: prepared.file });
    const { exitCode, stdout } = await typeCommand(['repair', 'clock'], world.env);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Ingenting i databasen hadde et tidspunkt som ikke er kommet ennå.');
    const json = await typeCommand(['repair', 'clock', '--json'], world.env);
    const { moved, backup } = JSON.parse(json.stdout) as { moved: unknown; backup: string };
    expect(moved).toEqual([]);
    expect(existsSync(backup)).toBe(true);
  });

  test('takes over from a process that died with its clock ahead', async () => {
    const world = await openWorld({ database: prepared.file });
    const [first, second] = [`'${FIVE_YEARS_AHEAD}'`, `'another-machine 1'`];
    await world.with(({ store }) =>
      store.sqlite.exec(`INSERT INTO lease VALUES (1, ${second}, 4242, ${first}, ${first})`),
    );
    world.at(WEDNESDAY);
    expect((await repair(world)).outcome).toBe('unchanged');
  });
});
