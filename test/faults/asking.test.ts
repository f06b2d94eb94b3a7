import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/open-database.ts';
import { SSB_RATE_LIMIT } from '../statbank/rate-limit.ts';
import { ROOT } from '../support/cli.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** What is asked of a source that has less than was asked for, as a user sees it. */

const NEXT_DAY = '2026-03-03T10:00:00.000Z';
const THE_DAY_AFTER = '2026-03-04T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

const lastNotified = async (world: World, subject: string) => (await toldOf(world, subject)).at(-1);

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
    const told = await lastNotified(world, SUBJECT);
    expect(told?.kind).toBe('trouble');
    expect(told?.text).toBe(
      'SSB-tabell 07984 har ikke Moss (3103), som det spørres etter. Tall derfra mangler, og resten er tatt inn. ' +
        'Se om kodene er rette i `config/peers.yaml` (linje 43).',
    );

    // Told once, and over when the table offers it.
    world.at(THE_DAY_AFTER);
    await typeIn(world, ['ingest', 'jobs', '--force']);
    expect(await toldOf(world, SUBJECT)).toHaveLength(1);
    offerAgain();
    expect(await typeIn(world, ['ingest', 'jobs', '--force'])).toMatchObject({ exitCode: 0 });
    expect((await lastNotified(world, SUBJECT))?.kind).toBe('trouble-over');
    expect(figuresOf(world, 'employed-total', 'K.3103')).toMatchObject({ last: '2026' });
    expect((await statusOf(world, 'job-growth')).status).not.toBe('insufficient');
  });

  test('is no trouble for a dataset that no indicator uses, and a remark of doctor', async () => {
    const rewrite = (body: string, path: string) =>
      path.includes('/codelists/agg_KommSummer') ? withoutValue(body, 'K-3103') : body;
    const world = await openWorld({ rewrite });
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
    expect(await toldOf(world, 'dataset:establishments places')).toEqual([]);
    const { stdout } = await typeIn(world, ['doctor', '--live']);
    expect(stdout).toMatch(/does not offer [^.]*Moss[^.]*, which establishments asks for/);
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
    const told = await lastNotified(world, 'dataset:employment-rate');
    expect(told?.text).toBe(
      'Det siste svaret for SSB-tabell 06445 er ikke tatt inn, og tallene fra før står. Tabellen har ikke kommunen selv ' +
        'blant stedene sine. Se om koden for kommunen er rett i `config/regions.yaml`.',
    );
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: before.status, period: before.period });
  });
});

describe('what the source told within the hour', () => {
  const HOLDING = /\/(config|metadata|codelists)\b/;
  const asked = ({ statbank }: World) => statbank.requests.map(({ path }) => path);
  const later = (world: World, minutes: number) => {
    world.at(new Date(world.clock.now().getTime() + minutes * 60_000).toISOString());
    world.statbank.clearRequests();
  };

  test('doctor --live is not asked again by an ingest', async () => {
    // Where there is a database to keep answers in: `doctor` makes none.
    const world = await openWorld();
    openDatabase(world.databaseFile, { migrationsFolder: join(ROOT, 'drizzle') }).close();
    expect(await typeIn(world, ['doctor', '--live'])).toMatchObject({ exitCode: 0 });
    expect(asked(world).filter((path) => HOLDING.test(path)).length).toBeGreaterThan(10);
    later(world, 5);
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
    const again = world.statbank.requests.filter(({ path, url }) => HOLDING.test(path) && !url.includes('lang=en'));
    expect(again).toEqual([]);
    expect(asked(world).filter((path) => path.endsWith('/data'))).toHaveLength(10);
  });

  test('ingest is not asked again by doctor --live, nor for the same list by two datasets', async () => {
    const world = await openWorld();
    await typeIn(world, ['ingest']);
    const list = world.statbank.requests.filter(({ url }) => url.includes('/codelists/agg_KommSummerS?lang=no'));
    expect(list).toHaveLength(1);
    later(world, 5);
    expect(await typeIn(world, ['doctor', '--live'])).toMatchObject({ exitCode: 0 });
    expect(asked(world).filter((path) => HOLDING.test(path))).toEqual([]);
  });

  test('holds no more for a table that has changed since, whose figures come in', async () => {
    const world = await afterFirstRun(NEXT_DAY);
    await typeIn(world, ['doctor', '--live']);
    later(world, 5);
    world.statbank.publishYear('06445', '2026');
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
    expect(asked(world)).toContainEqual(expect.stringMatching(/\/06445\/metadata/));
    expect(figuresOf(world, 'employment-rate', '3301')).toMatchObject({ last: '2026' });
  });

  test('is asked anew by ingest --force, and by everybody after the hour', async () => {
    const world = await openWorld();
    await typeIn(world, ['ingest', 'employment']);
    later(world, 5);
    await typeIn(world, ['ingest', 'employment', '--force']);
    for (const end of ['/config', '/06445/metadata']) {
      expect(asked(world).filter((path) => path.endsWith(end))).not.toEqual([]);
    }
    later(world, 61);
    await typeIn(world, ['doctor', '--live']);
    expect(asked(world).some((path) => path.endsWith('/config'))).toBe(true);
  });

  /** A world whose employed persons lose Drammen, in the list of codes too, when it is told to. */
  async function losingDrammen(): Promise<{ readonly world: World; readonly lose: () => void }> {
    let isLost = false;
    const rewrite = (body: string, path: string) =>
      isLost && path.includes('/codelists/agg_KommSummerS') ? withoutValue(body, 'K.3301') : body;
    const world = await openWorld({ rewrite });
    return {
      world,
      lose: () => {
        isLost = true;
        later(world, 5);
        world.statbank.removeCode('07984', 'Region', 'K.3301');
      },
    };
  }
  const listAsked = ({ statbank }: World) =>
    statbank.requests.filter(({ url }) => url.includes('/codelists/agg_KommSummerS?lang=no')).length;

  test('is asked anew by doctor --live, within the command that the source refuses', async () => {
    const { world, lose } = await losingDrammen();
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
    lose();
    const { stdout } = await typeIn(world, ['doctor', '--live']);
    expect(stdout).not.toContain('Non-existent value');
    expect(listAsked(world)).toBe(1);
  });

  test('is asked anew by ingest, within the command that the source refuses', async () => {
    const world = await openWorld();
    await typeIn(world, ['doctor', '--live']);
    later(world, 5);
    world.statbank.removeCode('06445', 'Region', '3301');
    const { stdout } = await typeIn(world, ['ingest', 'employment', '--json']);
    expect(stdout).not.toContain('Non-existent value');
    expect(stdout).toContain('no 3301 (Drammen) in Region');
    expect(world.statbank.requests.filter(({ url }) => url.includes('/06445/metadata?lang=no'))).toHaveLength(1);
  });

  test('stands neither in the analysts’ copy nor at length in the database', async () => {
    const world = await openWorld();
    await typeIn(world, ['ingest']);
    const size = 'SELECT count(*) AS answers, coalesce(sum(length(body)), 0) AS bytes FROM source_answer';
    expect(Number(queryDatabase(world.databaseFile, size)[0]?.['bytes'])).toBeLessThan(100_000);
    const copy = world.databaseFile.replace(/\.sqlite$/, '-analyst.sqlite');
    const ofAnswers = "SELECT name FROM sqlite_master WHERE name LIKE '%answer%'";
    expect(queryDatabase(copy, ofAnswers)).toEqual([]);
  });
});

test('a wait for the quota says how long and for what', async () => {
  const world = await openWorld({ statbank: { rateLimit: SSB_RATE_LIMIT, announcedCalls: 12 } });
  const lines: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    expect(await typeIn(world, ['doctor', '--live'])).toMatchObject({ exitCode: 0 });
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
  } finally {
    spy.mockRestore();
  }
  const told = lines.filter((line) => line.startsWith('Venter'));
  expect(told.length).toBeGreaterThan(2);
  for (const line of told) {
    expect(line).toMatch(/^Venter \d+ sekunder på kvoten hos kilden, som er 12 spørsmål på 60 sekunder\.\n$/);
  }
});
