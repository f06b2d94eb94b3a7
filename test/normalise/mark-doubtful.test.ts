import { describe, expect, it } from 'vitest';
import { ABSENT } from '../../src/model/data/cube.ts';
import type { RegionLayout } from '../../src/model/data/dataset.ts';
import type { DoubtfulCode } from '../../src/model/data/place-witness.ts';
import { markDoubtfulCodes } from '../../src/normalise/mark-doubtful.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { cellAt } from './cube-cells.ts';
import { makeDocument } from './make-document.ts';

const GROUPED: RegionLayout = { dimension: 'Region', form: 'grouped', prefix: 'K.' };
const YEARS = ['2022', '2023', '2024'];
const cube = readJsonStat(
  makeDocument({
    dimensions: { Region: ['K.1508', 'K.3301'], Tid: YEARS },
    value: [10, 0, null, 20, 21, 22],
    status: { 2: ':' },
  }),
);
const marked = (reason: DoubtfulCode['reason'], years: readonly number[]) =>
  markDoubtfulCodes(cube, GROUPED, [{ code: 'K.1508', years, reason }]);
const shown = (of: typeof cube, code: string) =>
  YEARS.map((year) => {
    const { value, status, symbol } = cellAt(of, { Region: code }, year);
    return `${String(value)} ${status} ${symbol}`.trim();
  });

describe('a code that is not its place in a year', () => {
  it.each([
    ['code-ended', 'M'],
    ['border-change', 'M'],
    ['other-place', 'O'],
  ] as const)('is missing there (%s: %s), and its symbol says what the table shows', (reason, status) => {
    expect(shown(marked(reason, [2022, 2023, 2024]), 'K.1508')).toEqual([
      `null ${status} 10`,
      `null ${status} 0`,
      `null ${status} :`,
    ]);
  });

  it('keeps its figures in the other years, as do the others', () => {
    const one = marked('border-change', [2023]);
    expect(shown(one, 'K.1508')).toEqual(['10 A', 'null M 0', 'null Q :']);
    expect(shown(one, 'K.3301')).toEqual(['20 A', '21 A', '22 A']);
    const other = markDoubtfulCodes(cube, GROUPED, [{ code: 'K.3301', years: [2023], reason: 'other-place' }]);
    expect([shown(other, 'K.1508'), shown(other, 'K.3301')]).toEqual([
      ['10 A', '0 A', 'null Q :'],
      ['20 A', 'null O 21', '22 A'],
    ]);
  });

  it('has no more rows than the source gave', () => {
    const given = { ...cube, obsStatuses: Uint8Array.of(ABSENT, 0, 0, 0, 0, 0) };
    const [first] = markDoubtfulCodes(given, GROUPED, [
      { code: 'K.1508', years: [2022], reason: 'other-place' },
    ]).obsStatuses;
    expect(first).toBe(ABSENT);
  });
});

describe('a cube is as it was', () => {
  it('without doubts, without regions, and where the code is not in it', () => {
    expect(markDoubtfulCodes(cube, GROUPED, [])).toBe(cube);
    const doubt = { code: 'K.1508', years: [2022], reason: 'code-ended' } as const;
    expect(markDoubtfulCodes(cube, null, [doubt])).toBe(cube);
    expect(markDoubtfulCodes(cube, GROUPED, [{ ...doubt, code: 'K.9999' }])).toBe(cube);
  });
});
