import { describe, expect, test } from 'vitest';
import { queryDatabase } from '../support/database/database-content.ts';
import { keepUntil } from '../support/service/keep-until.ts';
import { statusOf, toldOf } from '../support/typed-world.ts';
import type { World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** News that the source's list never announces, found by a service that is left alone for a week. */

const afterFirstRun = worldsAfterFirstRun();

const publish = (world: World) => world.statbank.publishYear('06445', '2026');
const newestYear = async (world: World) => (await statusOf(world, 'employment-rate')).period;

describe('a release that the list never shows', () => {
  const FOUND =
    /^Nye tall ble funnet da hele tabell 06445 ble lest\. SSBs liste over endrede tabeller hadde ikke vist dem\. \d+ nye tall, .* Tallene er lagret\. Du trenger ikke gjøre noe\.$/;

  /** A year more, of which the list says nothing: it lags two days behind, or the stamp is an old one. */
  const HIDDEN: readonly (readonly [what: string, hide: (world: World) => void, show: (world: World) => void])[] = [
    [
      'since its index was late by two days',
      (world) => {
        world.statbank.holdList(true);
        publish(world);
      },
      (world) => world.statbank.holdList(false),
    ],
    [
      'since its stamp was set back',
      (world) => {
        publish(world);
        world.statbank.stampTable('06445', '2026-01-15T07:00:00Z');
      },
      () => undefined,
    ],
  ];

  test.each(HIDDEN)('%s is found within a week by the service, and told as such', async (_, hide, show) => {
    const world = await afterFirstRun('2026-03-02T10:05:00.000Z');
    await world.with((app) => keepUntil(app, '2026-03-03T06:30:00.000Z'));
    hide(world);
    const asked = () => world.statbank.requests.filter(({ path }) => path.includes('06445')).length;
    await world.with((app) =>
      keepUntil(app, '2026-03-05T10:00:00.000Z', [{ at: '2026-03-05T07:10:00Z', happen: () => show(world) }]),
    );
    expect(await newestYear(world)).toBe('2025');
    expect(asked()).toBe(0);
    await world.with((app) => keepUntil(app, '2026-03-10T10:00:00.000Z'));
    expect(await newestYear(world)).toBe('2026');
    const told = await toldOf(world, 'dataset:employment-rate');
    expect(told.map(({ kind }) => kind)).toEqual(['notice']);
    expect(told[0]?.text).toMatch(FOUND);
  });

  test('every table is read whole in a week, a few on each day, and nobody is told where nothing was found', async () => {
    const world = await afterFirstRun('2026-03-02T10:05:00.000Z');
    const perDay: number[] = [];
    for (const day of ['03', '04', '05', '06', '09']) {
      world.statbank.clearRequests();
      await world.with((app) => keepUntil(app, `2026-03-${day}T10:00:00.000Z`));
      perDay.push(world.statbank.requests.length);
    }
    expect(Math.max(...perDay)).toBeLessThan(40);
    expect(perDay.filter((requests) => requests > 4).length).toBeGreaterThan(1);
    const unread = "SELECT code FROM dataset WHERE table_id IS NOT NULL AND read_at < '2026-03-03'";
    expect(queryDatabase(world.databaseFile, unread)).toEqual([]);
    expect(queryDatabase(world.databaseFile, "SELECT * FROM alert WHERE kind IN ('notice', 'trouble')")).toEqual([]);
  });
});
