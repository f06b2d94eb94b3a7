import { describe, expect, it } from 'vitest';
import { readJsonStat } from '../../../src/normalise/json-stat/read-json-stat.ts';
import { allCells, refusalOf } from '../cube-cells.ts';
import { makeDocument } from '../make-document.ts';

const dimensions = { Region: ['0301', '3301'], Tid: ['2023', '2024'] };
const cellsOf = (value: unknown, status?: unknown) =>
  allCells(readJsonStat(makeDocument({ dimensions, value, status })));
const refusal = (value: unknown, status?: unknown) =>
  refusalOf(() => readJsonStat({ ...makeDocument({ dimensions }), value, status }));

const PLAIN = ['0301 2023 1 A', '0301 2024 2 A', '3301 2023 3 A', '3301 2024 4 A'];

describe('values', () => {
  it('may be dense or sparse', () => {
    expect(cellsOf([1, 2, 3, 4])).toEqual(PLAIN);
    expect(cellsOf({ 3: 4, 0: 1, 1: 2, 2: 3 })).toEqual(PLAIN);
  });

  it('that a sparse reply leaves out are missing without symbol', () => {
    expect(cellsOf({ 2: 7 })).toEqual(['0301 2023 NaN O', '0301 2024 NaN O', '3301 2023 7 A', '3301 2024 NaN O']);
  });

  it('that are null without symbol are missing, never zero', () => {
    expect(cellsOf([null, 0, null, -2.5])).toEqual([
      '0301 2023 NaN O',
      '0301 2024 0 A',
      '3301 2023 NaN O',
      '3301 2024 -2.5 A',
    ]);
  });

  it.each([
    ['a list cut short', [1, 2, 3], '"00001: Made-up table" has 4 cells (2 × 2) but its "value" has 3.'],
    ['a list too long', [1, 2, 3, 4, 5], '"00001: Made-up table" has 4 cells (2 × 2) but its "value" has 5.'],
    ['one value for four cells', [1], '"00001: Made-up table" has 4 cells (2 × 2) but its "value" has 1.'],
    [
      'a number written as text',
      [1, '2', 3, 4],
      'The cell 0301 × 2024 of "00001: Made-up table" holds the text "2", not a number or null.',
    ],
    [
      'a symbol in place of a number',
      [1, 2, ':', 4],
      'The cell 3301 × 2023 of "00001: Made-up table" holds the text ":", not a number or null.',
    ],
    [
      'a number that is infinite',
      [1, 2, 3, Infinity],
      'The cell 3301 × 2024 of "00001: Made-up table" holds Infinity, not a number or null.',
    ],
    [
      'a number that is none',
      [NaN, 2, 3, 4],
      'The cell 0301 × 2023 of "00001: Made-up table" holds NaN, not a number or null.',
    ],
    [
      'an object in a cell',
      [{}, 2, 3, 4],
      'The cell 0301 × 2023 of "00001: Made-up table" holds an object, not a number or null.',
    ],
    [
      'a true in a cell',
      [true, 2, 3, 4],
      'The cell 0301 × 2023 of "00001: Made-up table" holds true, not a number or null.',
    ],
    [
      'a hole in the list',
      [1, undefined, 3, 4],
      'The cell 0301 × 2024 of "00001: Made-up table" holds nothing, not a number or null.',
    ],
    [
      'a position outside the cells',
      { 4: 1 },
      'The "value" of "00001: Made-up table" has an entry for "4", which is not a valid position (4 cells).',
    ],
    [
      'a position before the first',
      { '-1': 1 },
      'The "value" of "00001: Made-up table" has an entry for "-1", which is not a valid position (4 cells).',
    ],
    [
      'a position between two',
      { '1.5': 1 },
      'The "value" of "00001: Made-up table" has an entry for "1.5", which is not a valid position (4 cells).',
    ],
    [
      'a position that is no number',
      { x: 1 },
      'The "value" of "00001: Made-up table" has an entry for "x", which is not a valid position (4 cells).',
    ],
    [
      'a position written twice',
      { '01': 1 },
      'The "value" of "00001: Made-up table" has an entry for "01", which is not a valid position (4 cells).',
    ],
    [
      'no values at all',
      undefined,
      'The "value" of "00001: Made-up table" is missing or is neither a list nor an object.',
    ],
  ])('are refused for %s', (_, value, message) => {
    const error = refusal(value);
    expect(error.code).toBe('source-contract');
    expect(error.message).toBe(message);
  });
});

describe('statuses', () => {
  const marked = ['0301 2023 1 A', '0301 2024 NaN Q :', '3301 2023 3 P *', '3301 2024 4 A'];

  it('may be dense or sparse', () => {
    expect(cellsOf([1, null, 3, 4], { 1: ':', 2: '*' })).toEqual(marked);
    expect(cellsOf([1, null, 3, 4], ['', ':', '*', null])).toEqual(marked);
  });

  it.each([
    ['one text', 'e'],
    ['a list of one', ['e']],
  ])('may be %s for every cell', (_, status) => {
    expect(cellsOf([1, 2, 3, 4], status)).toEqual(PLAIN.map((cell) => cell.replace(/A$/, 'E e')));
  });

  it.each([
    ['null', null],
    ['an empty text', ''],
    ['an empty object', {}],
  ])('may say nothing with %s', (_, status) => {
    expect(cellsOf([1, 2, 3, 4], status)).toEqual(PLAIN);
  });

  it('of unknown meaning cost their own cell and nothing else, and stay as they are written', () => {
    expect(cellsOf([1, 2, null, 4], { 2: '¤' })).toEqual([...PLAIN.slice(0, 2), '3301 2023 NaN O ¤', PLAIN[3]]);
  });

  it('of unknown meaning leave a number as it is', () => {
    expect(cellsOf([1, 2, 3, 4], { 2: '¤' })).toEqual([...PLAIN.slice(0, 2), `${PLAIN[2] ?? ''} ¤`, PLAIN[3]]);
  });

  it('of more kinds than a cube can hold refuse the reply', () => {
    const years = Array.from({ length: 256 }, (_, index) => String(1900 + index));
    const status = years.map((_, index) => `s${index}`);
    const read = (count: number) => () =>
      readJsonStat({
        ...makeDocument({ dimensions: { Tid: years.slice(0, count) } }),
        value: Array.from({ length: count }, () => null),
        status: status.slice(0, count),
      });
    expect(read(255)).not.toThrow();
    expect(refusalOf(read(256)).message).toBe(
      '"00001: Made-up table" shows so many different symbols that they cannot all be kept.',
    );
  });

  it.each([
    ['a list of another length', ['.', '.'], '"00001: Made-up table" has 4 cells (2 × 2) but its "status" has 2.'],
    ['an empty list', [], '"00001: Made-up table" has 4 cells (2 × 2) but its "status" has 0.'],
    [
      'a position outside the cells',
      { 9: '.' },
      'The "status" of "00001: Made-up table" has an entry for "9", which is not a valid position (4 cells).',
    ],
    [
      'a status that is no text',
      { 1: 5 },
      'The status of the cell 0301 × 2024 of "00001: Made-up table" is not a text.',
    ],
    [
      'a number in place of statuses',
      3,
      'The "status" of "00001: Made-up table" is missing or is neither a list nor an object.',
    ],
  ])('are refused for %s', (_, status, message) => {
    expect(refusal([1, 2, 3, 4], status).message).toBe(message);
  });
});
