import { describe, expect, it } from 'vitest';
import { meaningsIn, type SymbolMeaning } from '../../../src/model/data/symbol-meaning.ts';
import { obsStatusOf } from '../../../src/normalise/json-stat/obs-status.ts';

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
    // A sum of cells with different symbols, as Statistics Norway's server writes it.
    ['.......', 'O'],
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

  it.each(['u', '?', '0', ' .', '. ', 'P', '::', '......'])(
    'with the symbol "%s", which nobody has explained, is missing without a number, and that of the number with one',
    (symbol) => {
      expect([obsStatusOf(symbol, false), obsStatusOf(symbol, true)]).toEqual(['O', 'A']);
    },
  );

  it.each<[SymbolMeaning, string]>([
    ['withheld', 'QA'],
    ['not-possible', 'MA'],
    ['missing', 'OA'],
    ['mixed', 'OA'],
    ['nil', 'NA'],
    ['normal', 'OA'],
    ['provisional', 'OP'],
    ['estimated', 'OE'],
    ['forecast', 'OF'],
    ['break', 'OB'],
    ['other-definition', 'OD'],
  ])('with a symbol that the settings call %s is %s, without and with a number', (meaning, statuses) => {
    const meanings = meaningsIn(null, { symbols: { u: meaning }, tables: {} });
    expect(obsStatusOf('u', false, meanings) + obsStatusOf('u', true, meanings)).toBe(statuses);
  });
});
