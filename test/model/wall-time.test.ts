import { describe, expect, test } from 'vitest';
import { fromWallTime, toWallTime } from '../../src/model/wall-time.ts';

const OSLO = 'Europe/Oslo';
const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute };
};

describe('the time on the wall in Oslo', () => {
  test.each([
    ['2026-01-15T07:22:00Z', '2026-01-15 08:22'],
    ['2026-07-15T06:22:00Z', '2026-07-15 08:22'],
    ['2026-12-31T23:00:30Z', '2027-01-01 00:00'],
  ])('%s is %s', (instant, expected) => {
    expect(toWallTime(new Date(instant), OSLO)).toEqual(wall(expected));
  });

  test.each([
    ['2026-01-15 08:22', '2026-01-15T07:22:00.000Z'],
    ['2026-07-15 08:22', '2026-07-15T06:22:00.000Z'],
    ['2026-03-29 01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29 03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25 01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25 03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s is at %s', (text, expected) => {
    expect(fromWallTime(wall(text), OSLO)?.toISOString()).toBe(expected);
  });

  test('never shows half past two on the day summer time begins', () => {
    expect(fromWallTime(wall('2026-03-29 02:30'), OSLO)).toBeNull();
  });

  test('shows half past two twice on the day summer time ends, and the first counts', () => {
    expect(fromWallTime(wall('2026-10-25 02:30'), OSLO)?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
});
