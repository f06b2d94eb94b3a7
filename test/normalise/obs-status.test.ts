import { describe, expect, it } from 'vitest';
import { obsStatusOf } from '../../src/normalise/obs-status.ts';

describe('the observation status of a cell', () => {
  it.each([
    ['.', 'M'],
    ['..', 'O'],
    ['...', 'O'],
    [':', 'Q'],
    ['-', 'N'],
    ['', 'O'],
    ['c', 'Q'],
    ['z', 'M'],
  ])('without number and with the symbol "%s" is %s', (symbol, status) => {
    expect(obsStatusOf(symbol, false)).toBe(status);
  });

  it.each([
    ['', 'A'],
    ['*', 'P'],
    ['p', 'P'],
    ['ep', 'P'],
    ['e', 'E'],
    ['s', 'E'],
    ['b', 'B'],
    ['d', 'D'],
    ['f', 'F'],
    ['a', 'A'],
  ])('with a number and the symbol "%s" is %s', (symbol, status) => {
    expect(obsStatusOf(symbol, true)).toBe(status);
  });

  it.each(['.', '..', ':', '-'])('stays that of a number when a number carries "%s"', (symbol) => {
    expect(obsStatusOf(symbol, true)).toBe('A');
  });

  it('is missing when a cell without number carries a symbol that speaks of a number', () => {
    expect(obsStatusOf('p', false)).toBe('O');
  });

  it.each(['u', '?', '0', ' .', '. ', 'P', '::'])('is unknown for the symbol "%s"', (symbol) => {
    expect(obsStatusOf(symbol, false)).toBeNull();
    expect(obsStatusOf(symbol, true)).toBeNull();
  });
});
