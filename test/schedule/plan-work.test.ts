import { describe, expect, test } from 'vitest';
import type { JobDefinition } from '../../src/model/data/job.ts';
import { nextWake, planWork, type SchedulePlan } from '../../src/schedule/plan-work.ts';

function job(id: string, minute: number): JobDefinition {
  const dataset = {
    id: `${id}-figures`,
    title: id,
    table: '01234',
    allowedAgeDays: 430,
    contents: [],
    alternatives: [],
  };
  return { id, title: id, schedule: `${minute} 8 * * 1-5`, timeZone: 'Europe/Oslo', datasets: [dataset] };
}

const JOBS = [job('early', 22), job('late', 49)];
const TUESDAY = '2026-03-03';

interface Known {
  readonly done?: Record<string, string>;
  readonly nextChecks?: Record<string, string>;
}

function schedulePlan({ done = {}, nextChecks = {} }: Known): SchedulePlan {
  return { jobs: JOBS, done: new Map(Object.entries(done)), nextChecks: new Map(Object.entries(nextChecks)) };
}

/** Both jobs seen to on Monday. */
const SINCE_MONDAY = { early: '2026-03-02T07:22:00.000Z', late: '2026-03-02T07:49:00.000Z' };
const plan = (known: Known, at: string) => planWork(schedulePlan(known), new Date(at));
const wake = (known: Known, at: string) => nextWake(schedulePlan(known), new Date(at))?.toISOString();

describe('the run that is due', () => {
  test('is none before the first slot of the day', () => {
    expect(plan({ done: SINCE_MONDAY }, `${TUESDAY}T07:21:59Z`)).toBeNull();
  });

  test('is the job whose slot has come', () => {
    expect(plan({ done: SINCE_MONDAY }, `${TUESDAY}T07:22:00Z`)).toEqual({
      trigger: 'schedule',
      jobs: ['early'],
      slots: [{ job: 'early', slotAt: new Date(`${TUESDAY}T07:22:00Z`), missed: 0 }],
    });
  });

  test('is none once the slot has been seen to', () => {
    const done = { ...SINCE_MONDAY, early: `${TUESDAY}T07:22:00.000Z` };
    expect(plan({ done }, `${TUESDAY}T07:22:01Z`)).toBeNull();
  });

  test('is the job whose slot came while an earlier run went on', () => {
    const done = { ...SINCE_MONDAY, early: `${TUESDAY}T07:22:00.000Z` };
    expect(plan({ done }, `${TUESDAY}T07:58:00Z`)).toMatchObject({ trigger: 'schedule', jobs: ['late'] });
  });

  test('after an outage of three days is one catch-up of every job, and knows how many slots passed', () => {
    const found = plan({ done: SINCE_MONDAY }, '2026-03-05T12:00:00Z');
    expect(found).toMatchObject({ trigger: 'catch-up', jobs: ['early', 'late'] });
    expect(found?.slots.map(({ missed }) => missed)).toEqual([2, 2]);
  });

  test('is a catch-up when the slot was slept through by more than ten minutes', () => {
    expect(plan({ done: SINCE_MONDAY }, `${TUESDAY}T07:32:00Z`)?.trigger).toBe('schedule');
    expect(plan({ done: SINCE_MONDAY }, `${TUESDAY}T07:32:01Z`)?.trigger).toBe('catch-up');
  });

  test('is every job at a first start', () => {
    expect(plan({}, '2026-03-08T20:00:00Z')).toMatchObject({ trigger: 'catch-up', jobs: ['early', 'late'] });
  });

  test('waits while the source is closed', () => {
    expect(plan({}, `${TUESDAY}T06:00:00Z`)).toBeNull();
    expect(plan({}, `${TUESDAY}T10:31:00Z`)).toBeNull();
  });

  test('is not made twice when the clock is set back', () => {
    const done = { early: `${TUESDAY}T07:22:00.000Z`, late: `${TUESDAY}T07:49:00.000Z` };
    expect(plan({ done }, `${TUESDAY}T07:21:00Z`)).toBeNull();
    expect(plan({ done }, `${TUESDAY}T07:22:00Z`)).toBeNull();
  });

  test('does not believe slots that were seen to by a clock a year ahead', () => {
    const done = { early: '2027-03-02T07:22:00.000Z', late: '2027-03-02T07:49:00.000Z' };
    expect(plan({ done }, `${TUESDAY}T07:20:00Z`)).toMatchObject({ jobs: ['early', 'late'] });
  });

  test('takes up a job with a dataset to ask about again', () => {
    const nextChecks = { 'late-figures': `${TUESDAY}T12:00:00.000Z` };
    const done = { early: `${TUESDAY}T07:22:00.000Z`, late: `${TUESDAY}T07:49:00.000Z` };
    expect(plan({ done, nextChecks }, `${TUESDAY}T11:59:59Z`)).toBeNull();
    expect(plan({ done, nextChecks }, `${TUESDAY}T12:00:00Z`)).toEqual({
      trigger: 'schedule',
      jobs: ['late'],
      slots: [],
    });
  });
});

describe('the next time to look', () => {
  const done = { early: `${TUESDAY}T07:22:00.000Z`, late: `${TUESDAY}T07:49:00.000Z` };

  test('is the next slot of any job', () => {
    expect(wake({ done: SINCE_MONDAY }, `${TUESDAY}T05:00:00Z`)).toBe(`${TUESDAY}T07:15:00.000Z`);
    expect(wake({ done: SINCE_MONDAY }, `${TUESDAY}T07:16:00Z`)).toBe(`${TUESDAY}T07:22:00.000Z`);
    expect(wake({ done }, `${TUESDAY}T08:00:00Z`)).toBe('2026-03-04T07:22:00.000Z');
  });

  test('is a dataset to ask about again, when that is sooner', () => {
    const nextChecks = { 'late-figures': `${TUESDAY}T12:00:00.000Z` };
    expect(wake({ done, nextChecks }, `${TUESDAY}T08:00:00Z`)).toBe(`${TUESDAY}T12:00:00.000Z`);
  });

  test('is now when something is due', () => {
    expect(wake({ done: SINCE_MONDAY }, `${TUESDAY}T09:00:00Z`)).toBe(`${TUESDAY}T09:00:00.000Z`);
  });

  test('is when the source opens, when something waits for that', () => {
    expect(wake({ done: SINCE_MONDAY }, `${TUESDAY}T10:31:00Z`)).toBe(`${TUESDAY}T10:45:00.000Z`);
  });
});
