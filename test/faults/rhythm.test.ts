import { describe, expect, test } from 'vitest';
import type { IngestReport } from '../../src/app/intake/ingest.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { keepUntil } from '../support/service/keep-until.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import type { World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** News that the source's list announces too early, too late or never: points 14 and 15, as a user sees them. */

const TUESDAY = '2026-03-03T10:00:00.000Z';
const WEDNESDAY = '2026-03-04T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

const publish = (world: World) => world.statbank.publishYear('06445', '2026');
const ingestEmployment = (world: World) => typeIn(world, ['ingest', 'employment', '--json']);
const newestYear = async (world: World) => (await statusOf(world, 'employment-rate')).period;

function messageOf(stdout: string): string {
  const report = JSON.parse(stdout) as IngestReport;
  return report.datasets.map(({ message }) => message).join('\n');
}

describe('a release that the list announces while the figures are still those of yesterday', () => {
  /** Tuesday's reading, kept by the cache; on Wednesday the table has a year more, and the cache does not know. */
  async function staleOnWednesday(): Promise<World> {
    const world = await afterFirstRun(TUESDAY);
    await typeIn(world, ['ingest', 'employment', '--force']);
    world.at('2026-03-04T07:00:00.000Z');
    publish(world);
    world.statbank.setMode('stale-cache', { only: '/data' });
    world.at(WEDNESDAY);
    return world;
  }

  test('is told as older than announced, with when to ask again; what is known stays in force', async () => {
    const world = await staleOnWednesday();
    const { exitCode, stdout } = await ingestEmployment(world);
    expect(exitCode).toBe(0);
    expect(messageOf(stdout)).toBe(
      'Unchanged: the very bytes of last time. The answer is older than announced: the list of tables announces ' +
        '2026-03-04 07:00 UTC, and this answer is of 2026-02-26 07:00 UTC. It may come from a cache. The service asks ' +
        'once more at 2026-03-04 10:06 UTC; where it does not run, give `naeringspuls ingest` again after that.',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'unchanged',
      message: 'Unchanged so far. What the source gives for employment-rate is older than it announces.',
    });
    expect(await newestYear(world)).toBe('2025');
  });

  test('is taken in by the service minutes later, and by a command that is given again', async () => {
    const world = await staleOnWednesday();
    await ingestEmployment(world);
    world.statbank.setMode('normal');
    await world.with((app) => keepUntil(app, '2026-03-04T10:10:00.000Z'));
    expect(await newestYear(world)).toBe('2026');

    const other = await staleOnWednesday();
    await ingestEmployment(other);
    other.statbank.setMode('normal');
    other.at('2026-03-04T10:07:00.000Z');
    expect(await ingestEmployment(other)).toMatchObject({ exitCode: 0 });
    expect(await newestYear(other)).toBe('2026');
  });

  test('is asked for once more and not for ever where the answer may rightly be older', async () => {
    const world = await staleOnWednesday();
    await ingestEmployment(world);
    const readings = () => world.statbank.requests.filter(({ path }) => path.includes('06445/data')).length;
    const before = readings();
    await world.with((app) => keepUntil(app, '2026-03-04T22:00:00.000Z'));
    expect(readings() - before).toBe(1);
    const [last] = queryDatabase(
      world.databaseFile,
      "SELECT message FROM dataset_run WHERE message LIKE '%older than announced still%'",
    );
    expect(last?.['message']).toMatch(
      /^Unchanged: the very bytes of last time\. It is older than announced still: .* it is not asked for again on that account\.$/,
    );
    const [entry] = queryDatabase(
      world.databaseFile,
      "SELECT next_check_at FROM dataset WHERE code = 'employment-rate'",
    );
    expect(entry).toEqual({ next_check_at: null });
  });
});

describe('a release that the list never shows', () => {
  const FOUND =
    /^Nye tall ble funnet da hele tabell 06445 ble lest\. SSBs liste over endrede tabeller hadde ikke vist dem\. \d+ nye tall, .* Tallene er lagret\. Du trenger ikke gjøre noe\.$/;

  test('is found by a command given once a day, in the week after', async () => {
    const world = await afterFirstRun(TUESDAY);
    publish(world);
    world.statbank.stampTable('06445', '2026-01-15T07:00:00Z');
    const days = ['03', '04', '05', '06', '07', '08', '09'];
    const found: string[] = [];
    for (const day of days) {
      world.at(`2026-03-${day}T11:00:00.000Z`);
      const { exitCode } = await typeIn(world, ['ingest']);
      expect(exitCode).toBe(0);
      if ((await newestYear(world)) === '2026') found.push(day);
    }
    expect(found.at(-1)).toBe('09');
    expect((await toldOf(world, 'dataset:employment-rate'))[0]?.text).toMatch(FOUND);
  });

  test('waits for the next release where the setting is 0', async () => {
    const world = await afterFirstRun(TUESDAY);
    publish(world);
    world.statbank.stampTable('06445', '2026-01-15T07:00:00Z');
    world.at('2026-03-20T10:00:00.000Z');
    const never = copyConfig(['plan.yaml', 'readAllEveryDays: 7', 'readAllEveryDays: 0']);
    expect(await typeIn(world, ['ingest'], { CONFIG_DIR: never })).toMatchObject({ exitCode: 0 });
    expect(await newestYear(world)).toBe('2025');
  });
});
