import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { SETTINGS } from '../support/cli.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { olderConfig } from '../support/older-config.ts';
import { startService } from '../support/service/service.ts';
import { openWorld, type World } from '../support/world.ts';

/** A Tuesday, when the source is open and every slot of the day has passed. */
const TUESDAY_NOON = '2026-03-03T12:00:00.000Z';

beforeAll(() => nock.restore());

async function newWorld(): Promise<World> {
  const world = await openWorld();
  world.at(TUESDAY_NOON);
  return world;
}

const outcomes = (world: World) =>
  queryDatabase(world.databaseFile, 'SELECT outcome FROM job_run ORDER BY id').map(({ outcome }) => outcome);
const doneSlots = (world: World) =>
  queryDatabase(world.databaseFile, 'SELECT job, job_run_id FROM job_slot ORDER BY job');
const figures = (world: World) =>
  queryDatabase(world.databaseFile, 'SELECT dataset, count(*) AS figures FROM out_observation GROUP BY 1 ORDER BY 1');

/** Resolves when the stand-in has been asked so many questions. */
async function asked({ statbank }: World, questions: number): Promise<void> {
  while (statbank.requests.length < questions) await new Promise((resolve) => setImmediate(resolve));
}

describe('the service', () => {
  test('at its first start fetches everything, and stops with 0 when told to', async () => {
    const world = await newWorld();
    const service = startService(world.env, TUESDAY_NOON);
    expect(await service.logged('run-finished')).toMatchObject({ outcome: 'succeeded', runId: 1 });
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
    // So that a command on other settings can be warned.
    expect(queryDatabase(world.databaseFile, 'SELECT service_settings FROM installation')).toEqual([
      { service_settings: SETTINGS },
    ]);
    // Of six jobs, and of the drill of the backups.
    expect(doneSlots(world)).toHaveLength(7);
    expect(await service.logged('daemon-stopped')).toBeDefined();
    // Nothing was missed by a service that was not there.
    expect(service.events()).not.toContain('slot-missed');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'stops with 0 within ten seconds of %s though a reply is slow, and does the work at the next start',
    async (signal) => {
      const world = await newWorld();
      world.statbank.setMode('slow', { delayMs: 60_000, only: '/data' });
      const service = startService(world.env, TUESDAY_NOON);
      await asked(world, 3);
      service.kill(signal);
      const { code, afterMs } = await service.ended;
      expect(code).toBe(0);
      expect(afterMs).toBeLessThan(10_000);
      expect(await service.logged('shutting-down')).toMatchObject({ signal });
      expect(outcomes(world)).toEqual(['interrupted']);
      expect(doneSlots(world)).toEqual([]);
      expect(queryDatabase(world.databaseFile, 'SELECT * FROM lease')).toEqual([]);

      world.statbank.setMode('normal');
      const next = startService(world.env, TUESDAY_NOON);
      expect(await next.logged('run-finished')).toMatchObject({ outcome: 'succeeded', runId: 2 });
      next.kill('SIGTERM');
      expect(await next.ended).toMatchObject({ code: 0 });
    },
  );

  test('logs at its start, in one line, what the settings lack', async () => {
    const world = await newWorld();
    const service = startService({ ...world.env, CONFIG_DIR: olderConfig('job-growth') }, TUESDAY_NOON);
    const { level, msg, warnings } = await service.logged('settings-lack');
    expect({ level, msg }).toMatchObject({
      level: 'warn',
      msg: expect.stringMatching(/^2 lines are not written/) as string,
    });
    expect(warnings).toHaveLength(2);
    service.kill('SIGTERM');
    await service.ended;
  });

  test('killed in the middle goes on at once at the next start, with nothing lost and nothing twice', async () => {
    const whole = await newWorld();
    await whole.ingest();
    const world = await newWorld();
    const service = startService(world.env, TUESDAY_NOON);
    await asked(world, 12);
    service.kill('SIGKILL');
    expect(await service.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(outcomes(world)).toEqual(['running']);

    const next = startService(world.env, TUESDAY_NOON);
    expect(await next.logged('run-interrupted')).toMatchObject({ runId: 1 });
    expect(await next.logged('run-finished')).toMatchObject({ outcome: 'succeeded', runId: 2 });
    next.kill('SIGTERM');
    await next.ended;
    expect(outcomes(world)).toEqual(['interrupted', 'succeeded']);
    expect(figures(world)).toEqual(figures(whole));
    const count = 'SELECT (SELECT count(*) FROM assessment) AS assessments, (SELECT count(*) FROM alert) AS alerts';
    expect(queryDatabase(world.databaseFile, count)).toEqual(queryDatabase(whole.databaseFile, count));
    expect(queryDatabase(world.databaseFile, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  test('runs beside another on the same database without doing its work again', async () => {
    const world = await newWorld();
    const services = [startService(world.env, TUESDAY_NOON), startService(world.env, TUESDAY_NOON)];
    await Promise.race(services.map((service) => service.logged('run-finished')));
    await Promise.all(services.map((service) => service.logged('daemon-started')));
    for (const service of services) service.kill('SIGTERM');
    for (const service of services) expect(await service.ended).toMatchObject({ code: 0 });
    expect(outcomes(world)).toEqual(['succeeded']);
  });

  test('reads its settings anew at SIGHUP, and goes on with those it has where the new do not hold', async () => {
    const world = await newWorld();
    const CONFIG_DIR = copyConfig(['plan.yaml', 'readAllEveryDays: 7', 'readAllEveryDays: 5']);
    const service = startService({ ...world.env, CONFIG_DIR }, TUESDAY_NOON);
    await service.logged('run-finished');
    const plan = join(CONFIG_DIR, 'plan.yaml');
    const before = readFileSync(plan, 'utf8');
    writeFileSync(plan, before.replace('readAllEveryDays: 5', 'readAllEveryDays: fem'));
    service.kill('SIGHUP');
    const { level, err } = await service.logged('settings-refused');
    expect({ level, err }).toMatchObject({
      level: 'error',
      err: { message: expect.stringContaining('plan.yaml') as string },
    });
    writeFileSync(plan, before.replace('readAllEveryDays: 5', 'readAllEveryDays: 6'));
    service.kill('SIGHUP');
    expect(await service.logged('settings-reloaded')).toMatchObject({ level: 'info', folder: CONFIG_DIR });
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
  });

  test('does its work where another program has its port, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const world = await newWorld();
    const { port } = other.address() as AddressInfo;
    const service = startService({ ...world.env, HEALTH_PORT: String(port) }, TUESDAY_NOON);
    expect(await service.logged('health-unanswered')).toMatchObject({
      level: 'warn',
      msg: expect.stringContaining(`on port ${port} of 127.0.0.1: another program has it.`) as string,
    });
    expect(await service.logged('run-finished')).toMatchObject({ outcome: 'succeeded' });
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
  });

  test('says in a line of its log why it cannot start, and ends with the code of that', async () => {
    const world = await newWorld();
    const service = startService({ ...world.env, HEALTH_PORT: 'nine' }, TUESDAY_NOON);
    expect(await service.logged('daemon-failed')).toMatchObject({
      ...{ level: 'error', code: 'settings-invalid' },
      msg: expect.stringContaining("HEALTH_PORT is 'nine', which is not a port") as string,
    });
    expect(await service.ended).toMatchObject({ code: 2 });
  });
});
