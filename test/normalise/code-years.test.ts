import { describe, expect, it } from 'vitest';
import { ABSENT } from '../../src/model/data/cube.ts';
import type { RegionLayout } from '../../src/model/data/dataset.ts';
import { markCodesOutsideTheirYears } from '../../src/normalise/code-years.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { cellAt, refusalOf } from './cube-cells.ts';
import { fixture } from './fixtures.ts';
import { GEOGRAPHY } from './geography.ts';
import { makeDocument } from './make-document.ts';

const DIVISIONS: RegionLayout = { dimension: 'Region', form: 'divisions', prefix: '' };
const table = (codes: readonly string[], years: readonly string[], value: unknown, status?: unknown) =>
  readJsonStat(makeDocument({ dimensions: { Region: codes, Tid: years }, value, status }));

describe('a region code outside its years', () => {
  const cube = markCodesOutsideTheirYears(readJsonStat(fixture('jobs-by-division')), DIVISIONS, GEOGRAPHY);
  const total = (Region: string, year: string) =>
    cellAt(cube, { Region, NACE2007: '00-99', ContentsCode: 'SysselsatteArb' }, year);

  it('is missing where the table shows 0, and keeps that 0 as its symbol', () => {
    expect(total('3005', '2024')).toEqual({ value: null, status: 'M', symbol: '0' });
    expect(total('0602', '2022')).toEqual({ value: null, status: 'M', symbol: '0' });
    expect(total('3301', '2022')).toEqual({ value: null, status: 'M', symbol: '0' });
  });

  it('has its figures inside its years', () => {
    expect([total('0602', '2018').value, total('3005', '2022').value, total('3301', '2024').value]).toEqual([
      500, 610, 640,
    ]);
  });

  it('that never ends keeps its zeros', () => {
    const cell = cellAt(cube, { Region: '0301', NACE2007: '00', ContentsCode: 'SysselsatteArb' }, '2022');
    expect(cell).toEqual({ value: 0, status: 'A', symbol: '' });
  });

  it('is missing whatever number the table shows, and keeps that number as its symbol', () => {
    const marked = markCodesOutsideTheirYears(table(['3005'], ['2024'], [42.8]), DIVISIONS, GEOGRAPHY);
    expect(cellAt(marked, { Region: '3005' }, '2024')).toEqual({ value: null, status: 'M', symbol: '42.8' });
  });

  it('keeps number and symbol when the table shows both', () => {
    const marked = markCodesOutsideTheirYears(table(['3005'], ['2024'], [12], { 0: '*' }), DIVISIONS, GEOGRAPHY);
    expect(cellAt(marked, { Region: '3005' }, '2024').symbol).toBe('12 *');
  });

  it('cannot exist, so the reason of a withheld figure gives way, but its symbol stays', () => {
    const marked = markCodesOutsideTheirYears(table(['3005'], ['2024'], [null], { 0: ':' }), DIVISIONS, GEOGRAPHY);
    expect(cellAt(marked, { Region: '3005' }, '2024')).toEqual({ value: null, status: 'M', symbol: ':' });
  });

  it('is judged by the year of a quarter and by the last year of an interval', () => {
    const marked = markCodesOutsideTheirYears(
      table(['3301'], ['2022-2024', '2023K4', '2024K1'], [1, 2, 3]),
      DIVISIONS,
      GEOGRAPHY,
    );
    expect(['2022-2024', '2023K4', '2024K1'].map((period) => cellAt(marked, { Region: '3301' }, period).value)).toEqual(
      [1, null, 3],
    );
  });

  it('is inside them while any of the places it serves uses it', () => {
    const codes = [{ code: '0625', fromYear: 2020 }];
    const next = { code: '9901', name: 'Nesteby', level: 'municipality', county: '99', codes } as const;
    const shared = { ...GEOGRAPHY, municipalities: [...GEOGRAPHY.municipalities, next] };
    const marked = markCodesOutsideTheirYears(table(['0625'], ['2019', '2020'], [1, 2]), DIVISIONS, shared);
    expect(['2019', '2020'].map((year) => cellAt(marked, { Region: '0625' }, year).value)).toEqual([1, 2]);
  });

  it('has no more rows than the source gave: an absent cell stays absent', () => {
    const given = table(['3005'], ['2023', '2024'], [1, null]);
    const obsStatuses = Uint8Array.of(0, ABSENT);
    const marked = markCodesOutsideTheirYears({ ...given, obsStatuses }, DIVISIONS, GEOGRAPHY);
    expect(cellAt(marked, { Region: '3005' }, '2024').status).toBe('absent');
  });

  it('uses a symbol the table has, and adds one it has not', () => {
    const given = table(['3005', '0301'], ['2023', '2024'], [1, null, 2, null], { 1: ':', 3: ':' });
    expect(markCodesOutsideTheirYears(given, DIVISIONS, GEOGRAPHY).symbolTable).toEqual(['', ':']);
    const withZero = table(['3005', '0301'], ['2023', '2024'], [1, 0, 2, 3]);
    expect(markCodesOutsideTheirYears(withZero, DIVISIONS, GEOGRAPHY).symbolTable).toEqual(['', '0']);
  });

  it('is found behind a prefix', () => {
    const marked = markCodesOutsideTheirYears(
      table(['K-3005'], ['2024'], [0]),
      { ...DIVISIONS, prefix: 'K-' },
      GEOGRAPHY,
    );
    expect(cellAt(marked, { Region: 'K-3005' }, '2024').status).toBe('M');
  });
});

describe('codes are left alone', () => {
  const cube = table(['3005', 'EAK'], ['2024'], [0, 0]);

  it('when the geography does not know them', () => {
    expect(cellAt(markCodesOutsideTheirYears(cube, DIVISIONS, GEOGRAPHY), { Region: 'EAK' }, '2024')).toEqual({
      value: 0,
      status: 'A',
      symbol: '',
    });
  });

  it('when the source has summed them to today’s borders', () => {
    expect(markCodesOutsideTheirYears(cube, { ...DIVISIONS, form: 'grouped' }, GEOGRAPHY)).toBe(cube);
  });

  it('when the dataset has no regions', () => {
    expect(markCodesOutsideTheirYears(cube, null, GEOGRAPHY)).toBe(cube);
  });

  it('in the cube that was given: the marks are on a copy', () => {
    markCodesOutsideTheirYears(cube, DIVISIONS, GEOGRAPHY);
    expect(cellAt(cube, { Region: '3005' }, '2024')).toEqual({ value: 0, status: 'A', symbol: '' });
  });
});

describe('a table is refused', () => {
  it('when it lacks the dimension its regions are read by', () => {
    const cube = table(['3005'], ['2024'], [0]);
    const error = refusalOf(() => markCodesOutsideTheirYears(cube, { ...DIVISIONS, dimension: 'Kommune' }, GEOGRAPHY));
    expect(error.message).toBe(
      '"00001: Made-up table" has no dimension Kommune, by which its regions were to be read.',
    );
  });
});

describe('more different numbers outside the years of codes than there are symbols for', () => {
  const months = Array.from(
    { length: 300 },
    (_, n) => `${1990 + Math.floor(n / 12)}M${String((n % 12) + 1).padStart(2, '0')}`,
  );
  const values = months.map((_, n) => n + 1);

  it('are kept as a number that was shown, and every cell is missing all the same', () => {
    const marked = markCodesOutsideTheirYears(table(['3301'], months, values), DIVISIONS, GEOGRAPHY);
    const shown = months.map((month) => cellAt(marked, { Region: '3301' }, month));
    expect(new Set(shown.map(({ value, status }) => `${String(value)} ${status}`))).toEqual(new Set(['null M']));
    expect([shown[0]?.symbol, shown[253]?.symbol, shown[254]?.symbol, shown[299]?.symbol]).toEqual([
      '1',
      '254',
      '#',
      '#',
    ]);
    expect(marked.symbolTable).toHaveLength(256);
  });
});
