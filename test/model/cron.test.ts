import fc from 'fast-check';
import nodeCron from 'node-cron';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { readCron } from '../../src/model/cron.ts';
import { nextSlot } from '../../src/schedule/slots.ts';
import { examples } from '../support/examples.ts';

const MINUTE_MS = 60_000;

/** The runs that node-cron has planned after an instant that is no full minute. */
function runsOfNodeCron(schedule: string, start: Date, count: number): readonly Date[] {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(start);
  return nodeCron.createTask(schedule, () => undefined, { timezone: 'Etc/UTC' }).getNextRuns(count);
}

function ownRuns(schedule: string, start: Date, count: number): readonly Date[] {
  return Array.from({ length: count }).reduce<Date[]>(
    (runs) => [...runs, nextSlot({ schedule, timeZone: 'Etc/UTC' }, runs.at(-1) ?? start)!],
    [],
  );
}

afterEach(() => void vi.useRealTimers());

describe('a schedule', () => {
  const ACCEPTED = [
    ...jobs.map(({ schedule }) => schedule),
    ...['* * * * *', '0 8 * * *', '  0   8 * * *  ', '05 08 01 01 *', '0,30 8 * * *', '0,0,5-7,6 8 * * *'],
    ...['*/15 * * * *', '*/7 3 * * *', '*/90 8 * * *', '5-50/20 8-16/2 * * *', '0 */5 * * *', '3-3 8 * * *'],
    ...['0 8 1 * *', '0 8 31 * *', '0 8 29,30 2,3 *', '0 8 1-7 1,7 *', '0 8 */10 * *', '0 8 28 2 *', '0 8 30 */2 *'],
    ...[
      '0 8 * * 0',
      '0 8 * * 7',
      '0 8 * * 5-7',
      '0 8 * * 0-7',
      '0 8 * * */2',
      '0 8 * * */7',
      '0 8 * 2 1',
      '0 8 * * 1-7/3',
    ],
  ];

  test.each(ACCEPTED)('%s is taken, and node-cron runs at the same minutes of a year', (schedule) => {
    expect(nodeCron.validate(schedule)).toBe(true);
    for (let month = 0; month < 12; month += 1) {
      const start = new Date(Date.UTC(2027, month, 27, 7, 59, 30));
      expect(ownRuns(schedule, start, 8)).toEqual(runsOfNodeCron(schedule, start, 8));
    }
  });

  test('of any kind that is taken is one that node-cron takes, and runs at the same minutes', () => {
    const number = fc.integer({ min: 0, max: 61 }).map(String);
    const range = fc.tuple(number, number).map((ends) => ends.join('-'));
    const step = fc
      .tuple(fc.oneof(fc.constant('*'), range, number), fc.integer({ min: 0, max: 40 }))
      .map((two) => two.join('/'));
    const odd = fc.constantFrom('?', 'L', 'MON', '1W', '1#2', '', 'JAN', '-1', '1.5', '*2', '+1', '1-', '*-3', '**');
    const part = fc.oneof(
      { weight: 4, arbitrary: number },
      range,
      step,
      { weight: 4, arbitrary: fc.constant('*') },
      odd,
    );
    const field = fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(','));
    const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    let taken = 0;
    fc.assert(
      fc.property(fc.array(field, { minLength: 5, maxLength: 5 }), at, (fields, instant) => {
        const schedule = fields.join(' ');
        const start = new Date(Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS + 1);
        try {
          readCron(schedule);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        taken += 1;
        expect(nodeCron.validate(schedule)).toBe(true);
        expect(ownRuns(schedule, start, 2)).toEqual(runsOfNodeCron(schedule, start, 2));
      }),
      examples(2_000),
    );
    expect(taken).toBeGreaterThan(5);
  });

  test.each([
    ['0 8 * * MON', 'cannot be read at the day of the week (0 to 7): "MON". Five fields are allowed'],
    ['0 8 * JAN *', 'cannot be read at the month (1 to 12): "JAN". Five fields are allowed'],
    ['@daily', 'has 1 fields. Five fields are allowed'],
    ['0 0 8 * * 1-5', 'has 6 fields. Five fields are allowed'],
    ['22 8 * *', 'has 4 fields. Five fields are allowed'],
    ['', 'has 1 fields. Five fields are allowed'],
    ['0 8 1 * 1', 'names days of the month and of the week'],
    ['0 8 */2 * 1-5', 'names days of the month and of the week'],
    ['0 8 ? * 1', 'cannot be read at the day of the month (1 to 31): "?"'],
    ['0 8 * * ?', 'cannot be read at the day of the week (0 to 7): "?"'],
    ['0 8 L * *', 'cannot be read at the day of the month (1 to 31): "L"'],
    ['0 8 15W * *', 'cannot be read at the day of the month (1 to 31): "15W"'],
    ['0 8 * * 5L', 'cannot be read at the day of the week (0 to 7): "5L"'],
    ['0 8 * * 1#2', 'cannot be read at the day of the week (0 to 7): "1#2"'],
    ['5/15 8 * * *', 'cannot be read at the minute (0 to 59): "5/15"'],
    ['*/0 8 * * *', 'cannot be read at the minute (0 to 59): "*/0"'],
    ['50-10 8 * * *', 'cannot be read at the minute (0 to 59): "50-10"'],
    ['60 8 * * *', 'cannot be read at the minute (0 to 59): "60"'],
    ['0 24 * * *', 'cannot be read at the hour (0 to 23): "24"'],
    ['0 8 0 * *', 'cannot be read at the day of the month (1 to 31): "0"'],
    ['0 8 * 13 *', 'cannot be read at the month (1 to 12): "13"'],
    ['0 8 * * 8', 'cannot be read at the day of the week (0 to 7): "8"'],
    ['0,,5 8 * * *', 'cannot be read at the minute (0 to 59): "0,,5"'],
    ['0 8\t* * *', 'has 4 fields'],
    ['0 8 31 2,4 *', 'names a date that not every year has'],
    ['0 8 29 2 *', 'names a date that not every year has'],
  ])('%s is refused: %s', (schedule, words) => {
    expect(() => readCron(schedule)).toThrow(RangeError);
    expect(() => readCron(schedule)).toThrow(`"${schedule}" ${words}`);
  });
});
