import { describe, expect, it } from 'vitest';
import { difference, roundTo, sum } from '../../src/model/decimal.ts';

describe('decimals', () => {
  it('64.1 − 64.0 is exactly 0.1', () => expect(difference(64.1, 64.0)).toBe(0.1));
  it('adds without binary noise', () => expect(sum([0.1, 0.2])).toBe(0.3));
  it('the sum of nothing is 0', () => expect(sum([])).toBe(0));
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.00004, 4, 0],
    [-0.00004, 4, 0],
    [123_456_789.125, 2, 123_456_789.13],
    [1e-12, 10, 0],
    [1e12, 10, 1e12],
    [-123_456_789_012.5, 10, -123_456_789_012.5],
    [0, 3, 0],
    [-0, 3, 0],
    [1_250, -2, 1_300],
  ])('%d to %d decimals is %d', (value, decimals, expected) => expect(roundTo(value, decimals)).toBe(expected));
});
