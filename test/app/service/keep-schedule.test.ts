import { hostname } from 'node:os';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doDueWork } from '../../../src/app/service/do-due-work.ts';
import { acquireLease, releaseLease } from '../../../src/store/runs/lease.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { keepUntil, type Happening } from '../../support/service/keep-until.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../../support/world.ts';

/** Oslo is an hour ahead of these instants until 29 March. */
const TUESDAY_MORNING = '2026-03-03T07:16:00.000Z';
const TUESDAY_TEN = '2026-03-03T09:00:00.000Z';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({
    // The schedule has been kept so far: Monday's slots are seen to.
    alsoDo: (world) => world.with((app) => keepUntil(app, '2026-03-02T10:05:00Z')),
  });
});
afterAll(() => prepared.remove());

async function worldAt(instant: string): Promise<World> {
  const world = await openWorld({ database: prepared.file });
  world.at(instant);
  return world;
}

const keep = (world: World, until: string, happenings?: readonly Happening[]) =>
  world.with((app) => keepUntil(app, until, happenings));

/** Runs after Monday's, in order: when, by what, which jobs, how they ended, with how many requests. */
function runs(world: World): readonly string[] {
  const query = 'SELECT started_at, "trigger", jobs, outcome, requests FROM job_run WHERE id > 2 ORDER BY id';
  return queryDatabase(world.databaseFile, query).map(({ started_at, trigger, jobs, outcome, requests }) =>
    [
      String(started_at).slice(5, 16),
      trigger,
      (JSON.parse(String(jobs)) as string[]).join('+'),
      outcome,
      requests,
    ].join(' '),
  );
}

const ALL = 'jobs+employment+new-companies+emissions+innovation+skills';

describe('an ordinary morning', () => {
  test('runs each job at its minute, and asks one question for all of them', async () => {
    const world = await worldAt(TUESDAY_MORNING);
    await keep(world, TUESDAY_TEN);
    expect(runs(world)).toEqual([
      '03-03T07:22 schedule jobs unchanged 1',
      '03-03T07:26 schedule employment unchanged 0',
      '03-03T07:31 schedule new-companies unchanged 0',
      '03-03T07:37 schedule emissions unchanged 0',
      '03-03T07:43 schedule innovation unchanged 0',
      '03-03T07:49 schedule skills unchanged 0',
    ]);
    expect(world.statbank.requests).toHaveLength(1);
  });

  test('says for each dataset when the source was asked, and not when the answer was used', async () => {
    const world = await worldAt(TUESDAY_MORNING);
    await keep(world, TUESDAY_TEN);
    expect(queryDatabase(world.databaseFile, 'SELECT DISTINCT checked_at FROM dataset')).toEqual([
      { checked_at: '2026-03-03T07:22:00.000Z' },
    ]);
  });

  test('does not make a run again when the clock is set back', async () => {
    const world = await worldAt(TUESDAY_MORNING);
    const setBack = { at: '2026-03-03T07:24:00Z', happen: () => world.at('2026-03-03T07:20:00Z') };
    await keep(world, '2026-03-03T07:27:00Z', [setBack]);
    expect(runs(world)).toEqual([
      '03-03T07:22 schedule jobs unchanged 1',
      '03-03T07:26 schedule employment unchanged 0',
    ]);
  });

  test.each([
    ['begins', '2026-03-27T06:16:00.000Z', '2026-03-31T10:00:00.000Z', ['27T07:22', '30T06:22', '31T06:22']],
    ['ends', '2026-10-23T05:16:00.000Z', '2026-10-27T10:00:00.000Z', ['23T06:22', '26T07:22', '27T07:22']],
  ])('comes at the same time of day when summer time %s', async (_, from, until, expected) => {
    const world = await worldAt('2026-03-02T10:05:00.000Z');
    world.at(from);
    await keep(world, from.replace(':16:', ':17:'));
    await keep(world, until);
    const ofJobs = runs(world).filter((run) => run.includes(' schedule jobs '));
    expect(ofJobs.map((run) => run.slice(3, 11))).toEqual(expected);
  });
});

describe('slots nobody was there for', () => {
  test('are caught up with by one run of all jobs, however many days have passed', async () => {
    const world = await worldAt('2026-03-05T12:00:00.000Z');
    const { log } = await keep(world, '2026-03-05T13:00:00.000Z');
    expect(runs(world)).toEqual([`03-05T12:00 catch-up ${ALL} unchanged 1`]);
    expect(log.filter(({ event }) => event === 'slot-missed').map(({ job, missed }) => [job, missed])).toEqual(
      ALL.split('+').map((job) => [job, 2]),
    );
  });

  test('are caught up with when the machine wakes', async () => {
    const world = await worldAt(TUESDAY_MORNING);
    const sleep = { at: '2026-03-03T07:20:00Z', happen: () => world.at('2026-03-03T11:20:00Z') };
    await keep(world, '2026-03-03T12:00:00Z', [sleep]);
    expect(runs(world)).toEqual([`03-03T11:20 catch-up ${ALL} unchanged 1`]);
  });

  test('wait until the source opens', async () => {
    const world = await worldAt('2026-03-05T06:00:00.000Z');
    await keep(world, '2026-03-05T07:20:00.000Z');
    expect(runs(world)).toEqual([`03-05T07:15 catch-up ${ALL} unchanged 1`]);
  });

  test('while another process runs are seen to when it has finished', async () => {
    const world = await worldAt(TUESDAY_MORNING);
    const other = { owner: `${hostname()} other`, pid: process.ppid, staleAfterMs: 180_000 };
    await world.with(async (app) => {
      const beat = (at: string) => ({ at, happen: () => void acquireLease(app.store, { ...other, now: at }) });
      const beats = Array.from({ length: 30 }, (_, minute) => beat(`2026-03-03T07:${String(21 + minute)}:00.000Z`));
      const done = { at: '2026-03-03T07:51:00.000Z', happen: () => releaseLease(app.store, other.owner) };
      await keepUntil(app, '2026-03-03T08:30:00.000Z', [...beats, done]);
    });
    const [only, ...more] = runs(world);
    expect(only).toMatch(new RegExp(`^03-03T07:5[12] catch-up ${ALL.replaceAll('+', '\\+')} unchanged 1$`));
    expect(more).toEqual([]);
  });

  test('during a run longer than the interval are seen to by one run after it', async () => {
    const world = await openWorld({ statbank: { announcedCalls: 1 } });
    world.at(TUESDAY_MORNING);
    await keep(world, '2026-03-03T12:00:00.000Z');
    const made = queryDatabase(world.databaseFile, 'SELECT "trigger", jobs, outcome FROM job_run ORDER BY id');
    expect(
      made.map(({ trigger, jobs, outcome }) => [trigger, (JSON.parse(String(jobs)) as string[]).length, outcome]),
    ).toEqual([
      ['catch-up', 6, 'succeeded'],
      ['catch-up', 6, 'unchanged'],
    ]);
  });

  test('are seen to by one of two services on the same database', async () => {
    const world = await worldAt('2026-03-03T07:22:00.000Z');
    const { signal } = new AbortController();
    const [made, refused, later] = await world.with((one) =>
      world.with(async (other) => [
        ...(await Promise.allSettled([doDueWork(one, signal), doDueWork(other, signal)])),
        await doDueWork(other, signal),
      ]),
    );
    expect(made).toMatchObject({ status: 'fulfilled', value: { outcome: 'unchanged' } });
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'store-busy' } });
    expect(later).toBeNull();
    expect(runs(world)).toEqual(['03-03T07:22 schedule jobs unchanged 1']);
  });
});

describe('a source that', () => {
  test('is out of reach is asked again three times, ever later, and then at the next slot', async () => {
    const world = await worldAt(TUESDAY_MORNING);
    world.statbank.setMode('server-error');
    await keep(world, '2026-03-04T07:25:00.000Z');
    const ofJobs = runs(world).filter((run) => /\bjobs\b/.test(run.split(' ')[2] ?? ''));
    expect(ofJobs.map((run) => run.split(' ').slice(0, 4).join(' '))).toEqual([
      '03-03T07:22 schedule jobs failed',
      expect.stringMatching(/^03-03T08:00 schedule jobs\S* failed$/),
      expect.stringMatching(/^03-03T09:30 schedule jobs\S* failed$/),
      expect.stringMatching(/^03-03T13:00 schedule jobs\S* failed$/),
      '03-04T07:22 schedule jobs failed',
    ]);
  });

  test('comes back is asked once, and only what has changed is read', async () => {
    const world = await worldAt(TUESDAY_MORNING);
    world.statbank.setMode('server-error');
    const back = { at: '2026-03-03T07:24:00Z', happen: () => world.statbank.setMode('normal') };
    await keep(world, '2026-03-03T08:05:00.000Z', [back]);
    expect(runs(world).filter((run) => run.includes('jobs') || run.includes('employment'))).toEqual([
      '03-03T07:22 schedule jobs failed 4',
      '03-03T07:26 schedule employment unchanged 1',
      '03-03T08:00 schedule jobs unchanged 0',
    ]);
  });

  test('is closed for maintenance postpones what a person asked for, and is asked when it opens', async () => {
    const world = await worldAt('2026-03-03T05:30:00.000Z');
    world.statbank.setMode('maintenance');
    expect(await world.ingest()).toMatchObject({ outcome: 'postponed', delivery: { delivered: 0 } });
    world.statbank.setMode('normal');
    await keep(world, '2026-03-03T07:20:00.000Z');
    expect(runs(world).map((run) => run.split(' ').slice(0, 4))).toEqual([
      ['03-03T05:30', 'command', ALL, 'postponed'],
      ['03-03T07:15', 'schedule', ALL, 'unchanged'],
    ]);
  });

  test('has published the same morning is read again when its caches have let go', async () => {
    const world = await worldAt('2026-03-03T06:00:00.000Z');
    const publish = { at: '2026-03-03T07:00:00Z', happen: () => world.statbank.publishYear('07984', '2026') };
    const stale = { at: '2026-03-03T07:21:00Z', happen: () => world.statbank.setMode('normal') };
    await keep(world, TUESDAY_TEN, [publish, stale]);
    expect(runs(world).map((run) => run.split(' ').slice(0, 4).join(' '))).toEqual([
      '03-03T07:22 schedule jobs succeeded',
      '03-03T07:26 schedule employment unchanged',
      '03-03T07:31 schedule new-companies unchanged',
      '03-03T07:37 schedule emissions unchanged',
      '03-03T07:43 schedule innovation unchanged',
      '03-03T07:45 schedule jobs unchanged',
      '03-03T07:49 schedule skills unchanged',
    ]);
    const [again] = queryDatabase(world.databaseFile, "SELECT requests FROM job_run WHERE started_at LIKE '%07:45:%'");
    expect(Number(again?.['requests'])).toBeGreaterThan(1);
  });
});
