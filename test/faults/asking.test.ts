import { describe, expect, test } from 'vitest';
import { queryDatabase } from '../support/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './after-first-run.ts';

/** What is asked of a source that has less than was asked for, as a user sees it. */

const NEXT_DAY = '2026-03-03T10:00:00.000Z';
const THE_DAY_AFTER = '2026-03-04T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

const lastTold = async (world: World, subject: string) => (await toldOf(world, subject)).at(-1);

/** How many figures of a dataset are in force, by region. */
const figuresOf = ({ databaseFile }: World, dataset: string, region: string) =>
  queryDatabase(
    databaseFile,
    'SELECT count(value) AS figures, max(period) AS last FROM out_observation WHERE dataset = ? AND region_code = ?',
    ...[dataset, region],
  )[0];

/** A code list without one of its values. */
function withoutValue(body: string, code: string): string {
  const list = JSON.parse(body) as { readonly values: readonly { readonly code: string }[] };
  return JSON.stringify({ ...list, values: list.values.filter((value) => value.code !== code) });
}

describe('a table that begins later than is asked for', () => {
  test('is asked from where it begins', async () => {
    const world = await openWorld();
    for (const year of ['2005', '2006', '2007']) world.statbank.removeCode('06445', 'Tid', year);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(figuresOf(world, 'employment-rate', '3301')).toMatchObject({ last: '2025' });
    expect((await statusOf(world, 'employment-rate')).period).toBe('2025');
  });
});

describe('a peer that the table does not offer', () => {
  const SUBJECT = 'dataset:employed-total places';

  /** A world after a first run, whose code list offers Moss no more until it is told to. */
  async function withoutMoss(): Promise<{ readonly world: World; readonly offerAgain: () => void }> {
    let isOffered = true;
    const rewrite = (body: string, path: string) =>
      !isOffered && path.includes('/codelists/agg_KommSummerS') ? withoutValue(body, 'K.3103') : body;
    const world = await openWorld({ rewrite });
    await typeIn(world, ['ingest', 'jobs']);
    isOffered = false;
    world.at(NEXT_DAY);
    world.statbank.publishYear('07984', '2026');
    return { world, offerAgain: () => void (isOffered = true) };
  }

  test('is missing and named, the rest goes in, and what is known of it stands', async () => {
    const { world, offerAgain } = await withoutMoss();
    const before = figuresOf(world, 'employed-total', 'K.3103');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });

    expect(figuresOf(world, 'employed-total', 'K.3301')).toMatchObject({ last: '2026' });
    expect(figuresOf(world, 'employed-total', 'K.3103')).toEqual(before);
    const line = await statusOf(world, 'job-growth');
    expect(line).toMatchObject({ status: 'insufficient', period: '2026', reason: 'peer-missing' });
    expect(line.missing).toContainEqual(
      expect.objectContaining({ period: '2026', reason: 'not-in-dataset', place: { code: '3103', name: 'Moss' } }),
    );
    const told = await lastTold(world, SUBJECT);
    expect(told?.kind).toBe('trouble');
    expect(told?.text).toMatch(
      /^Table 07984 does not offer Moss, with which employed-total is to be compared: no K\.3103/,
    );
    expect(told?.text).toContain('Look at the codes in config/peers.yaml.');

    // Told once, and over when the table offers it.
    world.at(THE_DAY_AFTER);
    await typeIn(world, ['ingest', 'jobs', '--force']);
    expect(await toldOf(world, SUBJECT)).toHaveLength(1);
    offerAgain();
    expect(await typeIn(world, ['ingest', 'jobs', '--force'])).toMatchObject({ exitCode: 0 });
    expect((await lastTold(world, SUBJECT))?.kind).toBe('trouble-over');
    expect(figuresOf(world, 'employed-total', 'K.3103')).toMatchObject({ last: '2026' });
    expect((await statusOf(world, 'job-growth')).status).not.toBe('insufficient');
  });

  test('is over when the settings no longer ask for it', async () => {
    const { world } = await withoutMoss();
    await typeIn(world, ['ingest', 'jobs']);
    const CONFIG_DIR = copyConfig(['peers.yaml', "name: Moss, members: ['3103']", "name: Oslo, members: ['0301']"]);
    expect(await typeIn(world, ['ingest', 'jobs'], { CONFIG_DIR })).toMatchObject({ exitCode: 0 });
    expect((await toldOf(world, SUBJECT)).map(({ kind }) => kind)).toEqual(['trouble', 'trouble-over']);
    expect((await statusOf(world, 'job-growth', { CONFIG_DIR })).status).not.toBe('insufficient');
  });

  test('is nothing to a dataset whose indicators do not compare with it', async () => {
    const world = await openWorld();
    // Sarpsborg is among the competing regions, and not among the cities that the rate is compared with.
    world.statbank.removeCode('06445', 'Region', '3105');
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(await toldOf(world, 'dataset:employment-rate places')).toEqual([]);
    expect((await statusOf(world, 'employment-rate')).status).not.toBe('insufficient');
  });
});

describe('the own place, which a table does not offer', () => {
  test('refuses the dataset, names the file that has the code, and what was known stays in force', async () => {
    const world = await afterFirstRun(NEXT_DAY);
    const before = await statusOf(world, 'employment-rate');
    world.statbank.removeCode('06445', 'Region', '3301');
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 4 });
    const told = await lastTold(world, 'dataset:employment-rate');
    expect(told?.text).toContain('no 3301 (Drammen) in Region (nearest: 0301)');
    expect(told?.text).toContain('Look for the code of the place in config/regions.yaml');
    expect(told?.text).not.toContain('jobs/');
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: before.status, period: before.period });
  });
});
