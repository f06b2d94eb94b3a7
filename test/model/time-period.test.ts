import { describe, expect, it } from 'vitest';
import { parseTimePeriod, periodFromKey, periodInYear, periodKey, periodOrdinal } from '../../src/model/time-period.ts';

function parsed(code: string) {
  const period = parseTimePeriod(code);
  if (period === null) throw new Error(`${code} was not read`);
  return period;
}

describe('a time period', () => {
  it.each([
    ['2024', 'year', 2024, 0, 2_024_000],
    ['2024K1', 'quarter', 2024, 1, 2_024_101],
    ['2024M05', 'month', 2024, 5, 2_024_205],
    ['2023U12', 'week', 2023, 12, 2_023_312],
    ['2024H2', 'half-year', 2024, 2, 2_024_402],
    ['2018-2020', 'interval', 2020, 2, 2_020_902],
  ])('%s is read as a %s, has one key and comes back from it', (code, frequency, year, subPeriod, key) => {
    expect(parsed(code)).toEqual({ code, frequency, year, subPeriod });
    expect(periodKey(parsed(code))).toBe(key);
    expect(periodFromKey(key).code).toBe(code);
  });

  it.each(['', '24', '2024K5', '2024M13', '2024U54', '2024X1', '2020-2018', '2020-2020', ' 2024', '2024K', '2024-13'])(
    '%j is not a period',
    (code) => expect(parseTimePeriod(code)).toBeNull(),
  );

  it('keys sort as time does', () => {
    const codes = ['2019M12', '2020M01', '2020M12', '2021M01'];
    expect([...codes].reverse().sort((a, b) => periodKey(parsed(a)) - periodKey(parsed(b)))).toEqual(codes);
  });

  it.each([
    ['2019', '2020', 1],
    ['2019K4', '2020K1', 1],
    ['2019M12', '2020M02', 2],
    ['2016-2018', '2018-2020', 2],
  ])('from %s to %s is %d on the scale of its frequency', (from, to, steps) => {
    expect(periodOrdinal(parsed(to)) - periodOrdinal(parsed(from))).toBe(steps);
  });

  it.each([
    ['2024', '2020'],
    ['2024K4', '2020K4'],
    ['2024M05', '2020M05'],
    ['2022-2024', '2018-2020'],
  ])('the same part as %s of 2020 is %s', (like, code) => {
    expect(periodInYear(parsed(like), 2020).code).toBe(code);
  });

  it('refuses a number that is no key', () => {
    expect(() => periodFromKey(2_024_199)).toThrow('2024199 is not a period key');
  });
});
