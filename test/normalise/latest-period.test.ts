import { describe, expect, it } from 'vitest';
import { ABSENT } from '../../src/model/data/cube.ts';
import { meaningsIn } from '../../src/model/data/symbol-meaning.ts';
import { latestPublishedPeriod } from '../../src/normalise/latest-period.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { makeDocument } from './make-document.ts';

const cube = (value: readonly (number | null)[], status?: unknown) => {
  const years = ['2021', '2022', '2023'].slice(0, value.length / 2);
  return readJsonStat(makeDocument({ dimensions: { Region: ['a', 'b'], Tid: years }, value, status }));
};
const latest = (value: readonly (number | null)[], status?: unknown) => latestPublishedPeriod(cube(value, status));

describe('a period is published', () => {
  it('when one cell of it holds a number other than 0', () => {
    expect(latest([1, 0, 2, 3])).toBe(2022000);
    expect(latest([1, 0, 2, -3])).toBe(2022000);
  });

  it('when one cell of it is withheld', () => {
    expect(latest([1, 0, 2, null], { 3: ':' })).toBe(2022000);
  });

  it('when one cell of it carries a symbol nobody knows', () => {
    expect(latest([1, 0, 0, null], { 3: '??' })).toBe(2022000);
  });

  it('when one cell of it is a sum of cells with different symbols', () => {
    expect(latest([1, 0, 0, null], { 3: '.......' })).toBe(2022000);
  });

  it.each([
    ['withheld', 2022000],
    ['missing', 2021000],
    ['nil', 2021000],
  ] as const)('as the settings explain a symbol: %s', (meaning, period) => {
    const meanings = meaningsIn(null, { symbols: { x: meaning }, tables: {} });
    const years = ['2021', '2022'];
    const document = makeDocument({
      dimensions: { Region: ['a', 'b'], Tid: years },
      value: [1, 0, 0, null],
      status: { 3: 'x' },
    });
    expect(latestPublishedPeriod(readJsonStat(document, meanings), meanings)).toBe(period);
  });

  it.each(['-', '.', '..', '...', ''])('not when every cell of it is 0 or "%s"', (symbol) => {
    expect(latest([1, 0, 2, null], { 3: symbol })).toBe(2021000);
  });

  it('not by a zero that is provisional', () => {
    expect(latest([1, 0, 2, 0], { 3: 'p' })).toBe(2021000);
  });

  it('whatever stands in the periods after it', () => {
    expect(latest([1, 0, 0, 2, 0, 0])).toBe(2021000);
  });

  it('and none is in a table that holds nothing but zeros, or has no row', () => {
    expect(latest([0, 0, 0, 0])).toBeNull();
    const empty = cube([null, null, null, null]);
    expect(latestPublishedPeriod({ ...empty, obsStatuses: empty.obsStatuses.fill(ABSENT) })).toBeNull();
  });
});
