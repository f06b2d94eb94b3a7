import fc from 'fast-check';
import nodeCron from 'node-cron';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { countSlotsBetween, latestSlot, nextSlot, type Recurrence } from '../../src/schedule/slots.ts';
import { examples } from '../support/examples.ts';

const oslo = (schedule: string): Recurrence => ({ schedule, timeZone: 'Europe/Oslo' });
const WEEKDAYS = oslo('22 8 * * 1-5');

const next = (recurrence: Recurrence, after: string) => nextSlot(recurrence, new Date(after))?.toISOString();
const latest = (recurrence: Recurrence, at: string) => latestSlot(recurrence, new Date(at))?.toISOString();

afterEach(() => void vi.useRealTimers());

describe('the next slot', () => {
  test.each([
    ['the same day before its time', '2026-03-02T07:21:59Z', '2026-03-02T07:22:00.000Z'],
    ['the next day at its very time', '2026-03-02T07:22:00Z', '2026-03-03T07:22:00.000Z'],
    ['on Monday after a Friday', '2026-03-06T08:00:00Z', '2026-03-09T07:22:00.000Z'],
    ['an hour earlier in UTC once summer time has begun', '2026-03-27T08:00:00Z', '2026-03-30T06:22:00.000Z'],
    ['an hour later in UTC once summer time has ended', '2026-10-23T08:00:00Z', '2026-10-26T07:22:00.000Z'],
    ['in the new year', '2026-12-31T08:00:00Z', '2027-01-01T07:22:00.000Z'],
  ])('is %s', (_, after, expected) => {
    expect(next(WEEKDAYS, after)).toBe(expected);
  });

  test('leaves out a time that summer time skips', () => {
    expect(next(oslo('30 2 * * *'), '2026-03-28T12:00:00Z')).toBe('2026-03-30T00:30:00.000Z');
  });

  test('takes a time that is repeated when summer time ends once', () => {
    const daily = oslo('30 2 * * *');
    expect(next(daily, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next(daily, '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  test('does not exist for a minute that summer time skips in the only day that is named', () => {
    // 28 March 2027 is the day on which summer time begins.
    const skipped = oslo('30 2 28 3 *');
    expect(nextSlot(skipped, new Date('2026-03-29T00:00:00Z'))).toBeNull();
    expect(latestSlot(skipped, new Date('2028-03-27T00:00:00Z'))).toBeNull();
  });

  test.each(jobs.map((job) => [job.id, job] as const))(
    'of the job %s is what the alarm clock goes by, over both changes of summer time',
    (_, job) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      for (const start of ['2026-03-25T12:00:00Z', '2026-10-21T12:00:00Z']) {
        vi.setSystemTime(start);
        const task = nodeCron.createTask(job.schedule, () => undefined, { timezone: job.timeZone });
        const expected = task.getNextRuns(6);
        const own = expected.map((_slot, index) => nextSlot(job, index === 0 ? new Date(start) : expected[index - 1]!));
        expect(own).toEqual(expected);
      }
    },
  );
});

describe('the newest slot', () => {
  test.each([
    ['at its very time', '2026-03-02T07:22:00Z', '2026-03-02T07:22:00.000Z'],
    ['a second before, the one of the weekday before', '2026-03-02T07:21:59Z', '2026-02-27T07:22:00.000Z'],
    ['on a Sunday, that of Friday', '2026-03-08T20:00:00Z', '2026-03-06T07:22:00.000Z'],
  ])('is, %s', (_, at, expected) => {
    expect(latest(WEEKDAYS, at)).toBe(expected);
  });

  test('and the next have no slot between them, whatever the instant', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    const schedules = fc.constantFrom('22 8 * * 1-5', '30 2 * * *', '*/20 1-4 * * 0', '0 0 1 * *');
    fc.assert(
      fc.property(instants, schedules, (at, schedule) => {
        const before = latestSlot(oslo(schedule), at)!;
        const after = nextSlot(oslo(schedule), at)!;
        expect(before.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(after.getTime()).toBeGreaterThan(at.getTime());
        expect(nextSlot(oslo(schedule), before)).toEqual(after);
        expect(countSlotsBetween(oslo(schedule), before, after)).toBe(0);
      }),
      examples(200),
    );
  });
});

describe('the slots between two instants', () => {
  test.each([
    ['2026-03-02T07:22:00Z', '2026-03-05T07:22:00Z', 2],
    ['2026-03-02T07:22:00Z', '2026-03-03T07:22:00Z', 0],
    ['2026-03-27T07:22:00Z', '2026-04-03T06:22:00Z', 4],
    ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 261],
  ])('from %s to %s are %i, the ends left out', (from, to, expected) => {
    expect(countSlotsBetween(WEEKDAYS, new Date(from), new Date(to))).toBe(expected);
  });
});

describe('a cron expression', () => {
  test('that is no schedule is refused', () => {
    expect(() => nextSlot(oslo('0 8 * JAN 1'), new Date('2026-01-01T00:00:00Z'))).toThrow(RangeError);
    expect(() => latestSlot(oslo('@daily'), new Date('2026-01-01T00:00:00Z'))).toThrow(RangeError);
  });

  test('may write Sunday as 0 or 7', () => {
    expect(next(oslo('0 9 * * 7'), '2026-03-02T00:00:00Z')).toBe(next(oslo('0 9 * * 0'), '2026-03-02T00:00:00Z'));
  });

  test('may hold lists, ranges and steps', () => {
    const recurrence = oslo('10,40 8-12/2 * * *');
    const slots = Array.from({ length: 7 }).reduce<Date[]>(
      (all) => [...all, nextSlot(recurrence, all.at(-1) ?? new Date('2026-03-02T00:00:00Z'))!],
      [],
    );
    expect(slots.map((slot) => slot.toISOString().slice(8, 16))).toEqual([
      '02T07:10',
      '02T07:40',
      '02T09:10',
      '02T09:40',
      '02T11:10',
      '02T11:40',
      '03T07:10',
    ]);
  });
});
