import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/model/plan/indicator.ts';
import { previousPeriod } from '../../src/compute/previous-period.ts';
import { key } from '../support/builders.ts';

describe('previousPeriod', () => {
  it.each<[string, string, string[], Step, string | null]>([
    ['a year before', '2024', ['2022', '2023', '2024'], { unit: 'year', count: 1 }, '2023'],
    ['no year before, only two', '2024', ['2022', '2024'], { unit: 'year', count: 1 }, null],
    ['two years before', '2022', ['2018', '2020', '2022'], { unit: 'year', count: 2 }, '2020'],
    ['two years before, passing over one', '2022', ['2020', '2021', '2022'], { unit: 'year', count: 2 }, '2020'],
    ['an interval by its last year', '2020-2022', ['2018-2020', '2020-2022'], { unit: 'year', count: 2 }, '2018-2020'],
    ['the same quarter a year before', '2024K4', ['2023K1', '2023K4', '2024K4'], { unit: 'year', count: 1 }, '2023K4'],
    ['the quarter before, over new year', '2024K1', ['2023K4', '2024K1'], { unit: 'quarter', count: 1 }, '2023K4'],
    ['no quarter before a year', '2024', ['2023K4', '2024'], { unit: 'quarter', count: 1 }, null],
    ['the month before', '2024M01', ['2023M12', '2024M01'], { unit: 'month', count: 1 }, '2023M12'],
    ['the table’s own previous', '2024', ['2015', '2019', '2024'], { unit: 'previous-period' }, '2019'],
    ['no previous of another kind', '2024', ['2023K4', '2024'], { unit: 'previous-period' }, null],
    ['no quarter before, only two', '2024K1', ['2023K3', '2024K1'], { unit: 'quarter', count: 1 }, null],
    ['two quarters before', '2024K1', ['2023K3', '2023K4', '2024K1'], { unit: 'quarter', count: 2 }, '2023K3'],
    ['no quarter before a month', '2024M02', ['2024M01', '2024M02'], { unit: 'quarter', count: 1 }, null],
    ['no year before a quarter, only the year', '2024K1', ['2023', '2024K1'], { unit: 'year', count: 1 }, null],
    ['nothing before the first', '2015', ['2015', '2019'], { unit: 'previous-period' }, null],
  ])('finds %s', (_title, current, periods, step, expected) => {
    expect(previousPeriod(key(current), periods.map(key), step)).toBe(expected === null ? null : key(expected));
  });
});
