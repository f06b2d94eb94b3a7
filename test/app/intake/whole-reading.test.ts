import { describe, expect, test } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import { daysOfRhythm, isTurn } from '../../../src/app/intake/whole-reading.ts';

const DAY_MS = 86_400_000;
/** A day that is the first of a rhythm of seven. */
const FIRST_DAY = new Date('2026-02-26T09:00:00Z');

const daysLater = (days: number): Date => new Date(FIRST_DAY.getTime() + days * DAY_MS);

/** After how many days the turn of a dataset comes whose last reading was on the first day of a rhythm. */
function turnAfter(day: number, everyDays = 7): number | undefined {
  const readAt = FIRST_DAY.toISOString();
  return Array.from({ length: 60 }, (_, days) => days).find((days) =>
    isTurn({ readAt, day }, everyDays, daysLater(days)),
  );
}

describe('the turn of a table to be read whole', () => {
  test('the first day is the first of a rhythm of seven', () => {
    expect(Math.floor(FIRST_DAY.getTime() / DAY_MS) % 7).toBe(0);
  });

  test.each([
    [0, 7],
    [1, 4],
    [3, 4],
    [4, 4],
    [5, 5],
    [6, 6],
  ])('with day %i of seven as its own comes after %i days', (day, days) => {
    expect(turnAfter(day)).toBe(days);
  });

  test.each([1, 2, 3, 10, 31])(
    'comes after %i days at the latest, where that is the setting, and not at once',
    (every) => {
      const days = Array.from({ length: every }, (_, day) => turnAfter(day, every));
      expect(Math.max(...days.map((one) => one ?? Infinity))).toBe(every);
      expect(Math.min(...days.map((one) => one ?? 0))).toBe(Math.ceil(every / 2));
    },
  );

  test('once kept, comes on its own day every week', () => {
    const readAt = daysLater(8).toISOString();
    const turns = [14, 15].map((days) => isTurn({ readAt, day: 1 }, 7, daysLater(days)));
    expect(turns).toEqual([false, true]);
  });

  test('has come for a table nobody knows the last reading of, and for one that was read in the future', () => {
    expect(isTurn({ readAt: null, day: 3 }, 7, FIRST_DAY)).toBe(true);
    expect(isTurn({ readAt: daysLater(400).toISOString(), day: 3 }, 7, FIRST_DAY)).toBe(true);
  });

  test('never comes where the setting is 0', () => {
    expect(isTurn({ readAt: null, day: 0 }, 0, FIRST_DAY)).toBe(false);
  });
});

describe('the days of the rhythm', () => {
  test('are shared by the datasets on one table', () => {
    const days = daysOfRhythm(jobs, 7);
    expect(days.get('employed-total')).toBe(days.get('employed-by-industry'));
  });

  test('spread the tables: no day has more than two of a week', () => {
    const days = daysOfRhythm(jobs, 7);
    const tables = new Map(jobs.flatMap((job) => job.datasets.map(({ id, table }) => [JSON.stringify(table), id])));
    const counts = [0, 1, 2, 3, 4, 5, 6].map((day) => [...tables.values()].filter((id) => days.get(id) === day).length);
    expect(Math.max(...counts)).toBe(2);
    expect(Math.min(...counts)).toBe(1);
  });
});
