import { describe, expect, it } from 'vitest';
import { decimalsOf, numberText, tellingDecimals } from '../../src/words/number-text.ts';

const NB = { decimalMark: ',', thousandsMark: '\u2009' };

describe('numberText', () => {
  it.each([
    [0.5, 1, '0,5'],
    [1234567.891, 2, '1\u2009234\u2009567,89'],
    [999, 0, '999'],
    [1000, 0, '1\u2009000'],
    [-2.05, 2, '\u22122,05'],
    [-12345.678, 2, '\u221212\u2009345,68'],
    [-0.04, 1, '0,0'],
    [1.005, 2, '1,01'],
  ])('writes %d with %d decimals as %s', (value, decimals, text) => {
    expect(numberText(value, decimals, NB)).toBe(text);
  });
});

describe('decimalsOf', () => {
  it.each([
    [0.05, 2],
    [0.002, 3],
    [5, 0],
    [1 / 3, 10],
  ])('%d has %d', (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });
});

describe('tellingDecimals', () => {
  it.each([
    ['keeps what is asked for when that tells enough', 0.4, 0.05, 2, 2],
    ['shows that a change is larger than its margin', 0.0504, 0.05, 2, 4],
    ['shows that a change is not nil', -0.0004, 0.002, 3, 4],
    ['needs nothing more for a change that equals its margin', 0.05, 0.05, 2, 2],
    ['needs nothing more for no change', 0, 0, 1, 1],
  ])('%s', (_title, change, tolerance, decimals, expected) => {
    expect(tellingDecimals(change, tolerance, decimals)).toBe(expected);
  });
});
