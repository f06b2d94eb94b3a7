import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepUntil } from '../support/service/keep-until.ts';
import { configWithDatasets } from '../support/switched-config.ts';
import { toldOf, typeIn } from '../support/typed-world.ts';
import type { World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';
import { FIRST_RUN, GOES_ON, inForce, standingOf, toldOfTable } from './support/employment-table.ts';

/** Tables that are closed, or overtaken by a twin, found by a service that is left alone for weeks. */

/** By then every table has had its turn to be read whole. */
const WEEK_AFTER = '2026-03-10T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();
beforeAll(() => nock.restore());

const keep = (world: World, until: string) => world.with((app) => keepUntil(app, until));

describe('a table that the source marks as discontinued', () => {
  test('is told of once, with the table that goes on, and its figures stay', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const before = await inForce(world);
    world.statbank.replaceTable('06445', '16445');
    await keep(world, WEEK_AFTER);
    const sentence = 'SSB har avsluttet tabell 06445, som ikke får nye tall. Siste periode er 2025.';
    expect(await toldOfTable(world)).toEqual([['trouble', `${sentence} ${GOES_ON}`]]);
    expect(standingOf(world)).toMatchObject({
      ...{ kind: 'closed', table: '06445', lastPeriod: '2025' },
      successor: { table: '16445', lastPeriod: '2025' },
    });
    await keep(world, '2026-03-20T10:00:00.000Z');
    expect(await toldOfTable(world)).toHaveLength(1);
    expect(await inForce(world)).toEqual(before);
  });

  test('is told of no more when the settings have left it: the trouble is over, and that is all', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    world.statbank.replaceTable('06445', '16445');
    await keep(world, WEEK_AFTER);
    const env = { CONFIG_DIR: configWithDatasets("  employment-rate: { table: '16445' }\n") };
    world.at('2026-03-20T10:00:00.000Z');
    expect(await typeIn(world, ['ingest', '--force'], env)).toMatchObject({ exitCode: 0 });
    expect((await toldOfTable(world)).map(([kind]) => kind)).toEqual(['trouble', 'trouble-over']);
    expect(await toldOf(world, 'service:descriptions', env)).toEqual([]);
  });
});

describe('a table that stands still while a twin has a later period', () => {
  test('is told of within a week, once, and its figures stay; when it catches up it is over', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const before = await inForce(world);
    world.statbank.addTwin('06445', '16445', '2026');
    await keep(world, WEEK_AFTER);
    const sentence =
      'SSB-tabell 06445 står stille, mens en annen tabell med samme tittel har nyere tall. Siste periode er 2025.';
    expect(await toldOfTable(world)).toEqual([['trouble', `${sentence} ${GOES_ON}`]]);
    expect(standingOf(world)).toMatchObject({
      kind: 'standing-still',
      successor: { table: '16445', lastPeriod: '2026' },
    });
    expect(await inForce(world)).toEqual(before);
    world.statbank.publishYear('06445', '2026');
    await keep(world, '2026-03-12T10:00:00.000Z');
    expect((await toldOfTable(world)).map(([kind]) => kind)).toEqual(['trouble', 'trouble-over']);
    expect(standingOf(world)).toBeNull();
  });

  test('is searched for with the weekly reading alone', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const searches = () =>
      world.statbank.requests.filter(({ query }) => query.some(([name]) => name === 'query')).length;
    world.at('2026-03-03T09:00:00.000Z');
    const before = searches();
    await typeIn(world, ['ingest', 'employment', '--force']);
    expect(searches()).toBe(before);
    await keep(world, WEEK_AFTER);
    // One for each table; the innovation survey's own search beside them.
    expect(searches() - before).toBeLessThanOrEqual(10);
  });
});
