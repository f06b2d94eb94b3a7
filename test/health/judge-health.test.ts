import { describe, expect, it } from 'vitest';
import { HEALTH_CHECKS, type HealthFacts } from '../../src/health/facts.ts';
import { judgeHealth } from '../../src/health/judge-health.ts';

const NOW = '2026-03-02T10:00:00.000Z';

/** An instant so many minutes before now; after it when negative. */
function ago(minutes: number): string {
  return new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
}

const QUIET_OUTBOX = { pending: 0, oldestAt: null, nextAttemptAt: null, givenUp: 0, silentChannels: [] };

const TODAY = '2026-03-02';
const BACKUP = { isWanted: true, second: null, drill: { at: ago(600), ok: true } };

/** A service that did everything right an hour ago, unless said otherwise. */
function buildFacts(fields: Partial<HealthFacts> = {}): HealthFacts {
  return {
    now: NOW,
    database: { problem: null },
    full: [],
    lastRun: { outcome: 'succeeded', finishedAt: ago(60) },
    going: null,
    nextFireAt: ago(-600),
    aliveAt: ago(1),
    outbox: QUIET_OUTBOX,
    sources: [{ datasetId: 'employed', ageSeconds: 100, allowedSeconds: 200 }],
    page: { madeAt: ago(600), failed: false },
    copy: { madeAt: ago(59), failed: false },
    backup: { ...BACKUP, newestDay: TODAY },
    ...fields,
  };
}

/** What is said of one check, and whether the service is ready. */
function judge(name: string, fields: Partial<HealthFacts>) {
  const { ready, checks } = judgeHealth(buildFacts(fields));
  const check = checks.find((one) => one.name === name);
  if (check === undefined) throw new Error(`there is no check ${name}`);
  return { ready, state: check.state, finding: check.finding, age: check.ageSeconds };
}

describe('a service that does its work', () => {
  it('is ready, and every check is in order', () => {
    const { ready, checks } = judgeHealth(buildFacts());
    expect(ready).toBe(true);
    expect(checks.map(({ name, state }) => [name, state])).toEqual(HEALTH_CHECKS.map((name) => [name, 'ok']));
  });

  it('has written its page today or yesterday', () => {
    expect(judge('page', { page: { madeAt: ago(60), failed: false } })).toMatchObject({
      ready: true,
      state: 'ok',
      age: 3600,
    });
    const old = judge('page', { page: { madeAt: ago(3 * 24 * 60), failed: false } });
    expect(old).toMatchObject({ ready: true, state: 'note' });
    expect(old.finding).toContain('is to be written every day');
    expect(judge('page', { page: { madeAt: null, failed: false } })).toMatchObject({
      ready: true,
      state: 'note',
      age: null,
    });
  });

  it('has made its copy after the last run', () => {
    const lastRun = { outcome: 'succeeded', finishedAt: ago(90) } as const;
    const old = judge('copy', { lastRun, copy: { madeAt: ago(600), failed: false } });
    expect(old).toMatchObject({ ready: true, state: 'note', age: 36_000 });
    expect(old.finding).toBe(`It was made at ${ago(600)}, and the last run ended at ${ago(90)}.`);
    expect(judge('copy', { lastRun, copy: { madeAt: ago(89), failed: false } }).state).toBe('ok');
    const making = { lastRun: { ...lastRun, finishedAt: ago(5) }, copy: { madeAt: ago(600), failed: false } };
    expect(judge('copy', making).state).toBe('ok');
  });

  it('tells the age of what each check rests on', () => {
    const outbox = { ...QUIET_OUTBOX, pending: 1, oldestAt: ago(5), nextAttemptAt: ago(1) };
    const { checks } = judgeHealth(buildFacts({ outbox, nextFireAt: ago(1) }));
    expect(checks.map(({ name, ageSeconds }) => [name, ageSeconds])).toEqual([
      ['database', 0],
      ['disk', null],
      ['runs', 3600],
      ['schedule', 60],
      ['outbox', 300],
      ['sources', 100],
      ['page', 36_000],
      ['copy', 3540],
      ['backup', 36_000],
      ['drill', 36_000],
    ]);
  });
});

describe('a service that does not do its work', () => {
  it('cannot use its database', () => {
    const told = judge('database', { database: { problem: 'The database is damaged.' } });
    expect(told).toMatchObject({ ready: false, state: 'failed', finding: 'The database is damaged.' });
  });

  it('has found the disk full, until it has written again', () => {
    const told = judge('disk', { full: ['database', 'page'] });
    expect(told).toMatchObject({ ready: false, state: 'failed' });
    expect(told.finding).toBe('Full when it was last tried to write: database, page.');
  });

  it('has a run that hangs', () => {
    const told = judge('runs', { going: { startedAt: ago(181), heartbeatAt: ago(0) } });
    expect(told).toMatchObject({ ready: false, state: 'failed', age: 181 * 60 });
    expect(told.finding).toContain('it hangs');
  });

  it('has not begun a run an hour after it was planned', () => {
    const told = judge('schedule', { nextFireAt: ago(61) });
    expect(told).toMatchObject({ ready: false, state: 'failed' });
    expect(told.finding).toBe(`The run planned for ${ago(61)} has not begun.`);
  });

  it('has not looked at its schedule for an hour', () => {
    const told = judge('schedule', { aliveAt: ago(61) });
    expect(told).toMatchObject({ ready: false, state: 'failed', age: 61 * 60 });
    expect(told.finding).toBe(`Nobody has looked at the schedule since ${ago(61)}.`);
  });

  it('has not tried to tell what has been due for hours', () => {
    const told = judge('outbox', {
      outbox: { ...QUIET_OUTBOX, pending: 1, oldestAt: ago(900), nextAttemptAt: ago(361) },
    });
    expect(told).toMatchObject({ ready: false, state: 'failed' });
    expect(told.finding).toContain('has not been');
  });
});

describe('what a new start would not help', () => {
  const cases: readonly [string, string, Partial<HealthFacts>][] = [
    ['an old source', 'sources', { sources: [{ datasetId: 'employed', ageSeconds: 1e9, allowedSeconds: 200 }] }],
    ['a run that failed', 'runs', { lastRun: { outcome: 'failed', finishedAt: ago(1) } }],
    ['a run that got part of the way', 'runs', { lastRun: { outcome: 'partial', finishedAt: ago(1) } }],
    ['no run at all yet', 'runs', { lastRun: null }],
    ['a run that a dead process left', 'runs', { going: { startedAt: ago(600), heartbeatAt: null } }],
    ['a run whose process has fallen silent', 'runs', { going: { startedAt: ago(600), heartbeatAt: ago(4) } }],
    ['messages that were given up', 'outbox', { outbox: { ...QUIET_OUTBOX, givenUp: 2 } }],
    ['a channel that takes no messages', 'outbox', { outbox: { ...QUIET_OUTBOX, silentChannels: ['email'] } }],
    ['a page that could not be written', 'page', { page: { madeAt: ago(1), failed: true } }],
    ['a page that could never be written', 'page', { lastRun: null, page: { madeAt: null, failed: true } }],
    ['a copy that could not be replaced', 'copy', { copy: { madeAt: ago(1), failed: true } }],
    ['no copy after a run', 'copy', { copy: { madeAt: null, failed: false } }],
    ['a backup of last week', 'backup', { backup: { ...BACKUP, newestDay: '2026-02-24' } }],
    [
      'a second folder without a backup',
      'backup',
      { backup: { ...BACKUP, newestDay: TODAY, second: { newestDay: null } } },
    ],
    [
      'a second folder left behind',
      'backup',
      { backup: { ...BACKUP, newestDay: TODAY, second: { newestDay: '2026-02-20' } } },
    ],
    [
      'a backup that cannot be used',
      'drill',
      { backup: { ...BACKUP, newestDay: TODAY, drill: { at: ago(1), ok: false } } },
    ],
    ['a backup that was never tried', 'drill', { backup: { ...BACKUP, newestDay: TODAY, drill: null } }],
    [
      'no try for six weeks',
      'drill',
      { backup: { ...BACKUP, newestDay: TODAY, drill: { at: ago(60 * 24 * 42), ok: true } } },
    ],
    ['no backup after a run', 'backup', { backup: { ...BACKUP, newestDay: null } }],
  ];

  it.each(cases)('is noted, and leaves the service ready: %s', (_what, name, fields) => {
    expect(judge(name, fields)).toMatchObject({ ready: true, state: 'note' });
  });

  it('names the sources that are too old', () => {
    const sources = ['a', 'b', 'c'].map((datasetId, place) => ({ datasetId, ageSeconds: place, allowedSeconds: 0.5 }));
    expect(judge('sources', { sources }).finding).toBe('Older than they may be: b, c.');
  });
});

describe('what is as it should be', () => {
  const cases: readonly [string, string, Partial<HealthFacts>][] = [
    ['a run that goes on', 'runs', { going: { startedAt: ago(179), heartbeatAt: ago(1) } }],
    [
      'a plan that passes while a run goes on',
      'schedule',
      { nextFireAt: ago(90), going: { startedAt: ago(90), heartbeatAt: ago(0) } },
    ],
    ['no plan', 'schedule', { nextFireAt: null, aliveAt: null }],
    [
      'a schedule left alone while a run goes on',
      'schedule',
      { aliveAt: ago(90), going: { startedAt: ago(90), heartbeatAt: ago(0) } },
    ],
    [
      'a message that is tried again later',
      'outbox',
      { outbox: { ...QUIET_OUTBOX, pending: 1, oldestAt: ago(9000), nextAttemptAt: ago(-60) } },
    ],
    [
      'a source exactly as old as it may be',
      'sources',
      { sources: [{ datasetId: 'a', ageSeconds: 5, allowedSeconds: 5 }] },
    ],
    ['no copy before the first run', 'copy', { lastRun: null, copy: { madeAt: null, failed: false } }],
    ['no source yet', 'sources', { sources: [] }],
    ['Friday’s backup on a Monday', 'backup', { backup: { ...BACKUP, newestDay: '2026-02-27' } }],
    ['no backup before the first run', 'backup', { lastRun: null, backup: { ...BACKUP, newestDay: null } }],
    ['a backup in both places', 'backup', { backup: { ...BACKUP, newestDay: TODAY, second: { newestDay: TODAY } } }],
    ['no try before the first backup', 'drill', { backup: { ...BACKUP, newestDay: null, drill: null } }],
    [
      'no try where nobody wants backups',
      'drill',
      { backup: { ...BACKUP, isWanted: false, newestDay: null, drill: null } },
    ],
    ['no backup that nobody wants', 'backup', { backup: { ...BACKUP, isWanted: false, newestDay: null } }],
  ];

  it.each(cases)('is in order: %s', (_what, name, fields) => {
    expect(judge(name, fields).state).toBe('ok');
  });
});
