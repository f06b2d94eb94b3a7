import { describe, expect, test } from 'vitest';
import { Database } from '../../src/store/sqlite-driver.ts';
import { startStatbank } from '../statbank/server.ts';
import { alertConfig } from '../support/alert-config.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { startMailServer } from '../support/network/mail-server.ts';
import { surveyFile } from '../support/survey-answers.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** What was said late, wrongly said to be over, or never: faults B.9 to B.14, as a user sees them. */

const TUESDAY = '2026-03-03T10:00:00.000Z';
const WEDNESDAY = '2026-03-04T10:00:00.000Z';
const THURSDAY = '2026-03-05T10:00:00.000Z';
const FRIDAY = '2026-03-06T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

/** Almost as long as the program waits for another writer. */
const PATIENCE_MS = 9000;

function worldOfTuesday(): Promise<World> {
  return afterFirstRun(TUESDAY);
}

const setRate = (world: World, value: number) => world.statbank.reviseCell('06445', { Region: '3301' }, '2025', value);
const kindsOf = async (world: World, subject: string) => (await toldOf(world, subject)).map(({ kind }) => kind);

describe('B.9 figures that were taken in and not assessed', () => {
  test('since somebody held the write lock are assessed and told by the next run, whatever that is about', async () => {
    const world = await worldOfTuesday();
    setRate(world, 70.4);
    const somebody = new Database(world.databaseFile);
    const newest = somebody.prepare('SELECT max(id) FROM publication').pluck();
    const before = newest.get();
    let lockedAt: number | null = null;
    const now = () => {
      if (lockedAt === null && newest.get() !== before) {
        somebody.exec('BEGIN IMMEDIATE');
        lockedAt = performance.now();
      } else if (somebody.inTransaction && performance.now() - (lockedAt ?? Infinity) > PATIENCE_MS) {
        somebody.exec('ROLLBACK');
      }
      return world.clock.now();
    };
    const disturbed = await typeIn({ ...world, clock: { ...world.clock, now } }, ['ingest', 'employment']);
    expect(disturbed.exitCode).toBe(5);
    expect(disturbed.stderr).toMatch(/En annen prosess skriver til databasen/);
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: 'stable' });
    somebody.close();
    expect(await typeIn(world, ['ingest', 'emissions'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: 'on-track', cause: 'revision' });
    expect((await toldOf(world, 'employment-rate')).at(-1)).toMatchObject({ from: 'stable', to: 'on-track' });
  });

  test('since a table went up to counties and came back with the very figures it had are assessed', async () => {
    const world = await worldOfTuesday();
    const onCounties = await startStatbank({ rateLimit: 'off', announcedCalls: 6000, enterpriseLevel: 'county' });
    const before = await statusOf(world, 'new-enterprises');
    const words = ['ingest', 'new-companies', '--force'];
    try {
      expect(await typeIn(world, words, { SSB_API_URL: onCounties.url })).toMatchObject({ exitCode: 0 });
    } finally {
      await onCounties.close();
    }
    const up = await statusOf(world, 'new-enterprises');
    expect(up).toMatchObject({ coverage: 'county', flags: ['proxy'], cause: 'source-switched' });
    world.at(WEDNESDAY);
    expect(await typeIn(world, words)).toMatchObject({ exitCode: 0 });
    const { status, value, coverage, cause } = await statusOf(world, 'new-enterprises');
    expect({ status, value, coverage, cause }).toEqual({
      ...{ status: before.status, value: before.value, coverage: 'municipality', cause: 'source-switched' },
    });
  });
});

describe('B.10 a source that has never given an answer since installation', () => {
  test('is told to operations after three days, each run ending with 3', async () => {
    const world = await openWorld();
    world.statbank.setMode('server-error');
    for (const day of ['02', '03', '04', '05', '06']) {
      world.at(`2026-03-${day}T10:00:00.000Z`);
      expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 3 });
    }
    const told = await toldOf(world, 'dataset:employment-rate');
    expect(told.map(({ kind }) => kind)).toEqual(['trouble']);
    expect(told[0]?.text).toMatch(
      /^Det er aldri kommet svar for SSB-tabell 06445, som det ble spurt etter første gang 2\. mars 2026\. Tjenesten hos kilden er nede \(svar 50\d\)\. Du trenger ikke gjøre noe\./,
    );
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: 'not-measured', period: null });
  });

  test('is told of one table that is refused from the first day', async () => {
    const world = await openWorld();
    world.statbank.setMode('server-error', { only: '06445' });
    for (const day of ['02', '03', '04', '05', '06']) {
      world.at(`2026-03-${day}T10:00:00.000Z`);
      expect(await typeIn(world, ['ingest', 'employment', 'emissions'])).toMatchObject({ exitCode: 7 });
    }
    expect((await toldOf(world, 'dataset:employment-rate')).map(({ text }) => text)).toEqual([
      expect.stringContaining('aldri kommet svar for SSB-tabell 06445') as string,
    ]);
    expect(await toldOf(world, 'dataset:national-emissions')).toEqual([]);
  });
});

describe('B.11 a run whose clock was ahead', () => {
  test('is told of, with a way out that works', async () => {
    const world = await worldOfTuesday();
    world.at('2031-03-03T10:00:00.000Z');
    setRate(world, 70.4);
    await typeIn(world, ['ingest', 'employment']);
    world.at(WEDNESDAY);
    setRate(world, 60.1);
    for (const flag of ['--force', '--accept=employment-rate']) {
      const refused = await typeIn(world, ['ingest', 'employment', '--json', flag]);
      expect(refused.exitCode).toBe(5);
      expect(refused.stdout).toMatch(/2031-03-03.* When it is right, run `naeringspuls repair clock`/);
    }
    expect((await toldOf(world, 'service:clock'))[0]?.text).toMatch(
      /^Den nyeste kjøringen i databasen er fra 3\. mars 2031 kl\. 11\.00, og klokken på denne maskinen viser 4\. mars 2026 kl\. 11\.00\. .*kjør `naeringspuls repair clock`\.$/,
    );
    expect(await typeIn(world, ['repair', 'clock'])).toMatchObject({ exitCode: 0 });
    world.at(THURSDAY);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: 'off-track', period: '2025' });
    expect(await kindsOf(world, 'service:clock')).toEqual(['trouble', 'trouble-over']);
  });
});

describe('B.12 a dataset and an indicator of one name', () => {
  test('have each their own thread: trouble once, trouble over once, and the status between them', async () => {
    const world = await worldOfTuesday();
    world.statbank.setMode('error-body-200', { only: '06445/data' });
    setRate(world, 60.1);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 4 });
    world.at(WEDNESDAY);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 4 });
    world.statbank.setMode('normal');
    world.at(THURSDAY);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(await kindsOf(world, 'dataset:employment-rate')).toEqual(['trouble', 'trouble-over']);
    const told = await toldOf(world, 'employment-rate');
    expect(told.map(({ kind, to }) => [kind, to])).toEqual([
      ['change', 'stable'],
      ['change', 'off-track'],
    ]);
    expect(told.map(({ text }) => text).join()).not.toContain('error body');
  });
});

describe('B.13 trouble that is not over', () => {
  test('since the source gives no answer at all is not told as in order', async () => {
    const world = await worldOfTuesday();
    world.statbank.changeUnit('06445', 'Sysselsatte', 'promille');
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 4 });
    world.statbank.setMode('maintenance');
    world.at(WEDNESDAY);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 3 });
    expect(await kindsOf(world, 'dataset:employment-rate')).toEqual(['trouble']);
    world.statbank.setMode('normal');
    world.at(THURSDAY);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 4 });
    expect(await kindsOf(world, 'dataset:employment-rate')).toEqual(['trouble']);
    world.statbank.changeUnit('06445', 'Sysselsatte', 'prosent');
    world.at(FRIDAY);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(await kindsOf(world, 'dataset:employment-rate')).toEqual(['trouble', 'trouble-over']);
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ status: 'stable', period: '2025' });
  });
});

describe('B.14 a status that went and came back in quiet hours', () => {
  test('is no correction of what nobody was told of', async () => {
    const mail = await startMailServer();
    const world = await openWorld();
    const env = { CONFIG_DIR: alertConfig(world.folder, { quiet: true }), SMTP_URL: mail.url };
    const handIn = (at: string, value: number) => {
      world.at(at);
      const file = surveyFile(world.folder, [
        ['business-satisfaction', 2024, 60],
        ['business-satisfaction', 2025, value],
      ]);
      return typeIn(world, ['import', 'survey', file], env);
    };
    expect(await handIn('2026-03-02T10:00:00.000Z', 65)).toMatchObject({ exitCode: 0 });
    const toStaff = () => mail.received.filter(({ to }) => to.includes('naering@example.org'));
    expect(toStaff()).toHaveLength(1);
    expect(await handIn('2026-03-02T18:00:00.000Z', 55)).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'business-satisfaction', env)).toMatchObject({ status: 'off-track' });
    expect(await handIn('2026-03-02T19:00:00.000Z', 65)).toMatchObject({ exitCode: 0 });
    world.at('2026-03-03T08:00:00.000Z');
    expect(await typeIn(world, ['check'], env)).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'business-satisfaction', env)).toMatchObject({ status: 'on-track' });
    expect(toStaff()).toHaveLength(1);
    expect(
      queryDatabase(world.databaseFile, "SELECT count(*) AS waiting FROM delivery WHERE state = 'pending'"),
    ).toEqual([{ waiting: 0 }]);
  });
});
