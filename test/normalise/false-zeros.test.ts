import { describe, expect, it } from 'vitest';
import type { RegionLayout } from '../../src/model/data/dataset.ts';
import type { ContentsRules, Quantity } from '../../src/model/data/job.ts';
import type { ZerosOfPlace } from '../../src/model/plan/acceptance.ts';
import { type ZeroReading, markFalseZeros } from '../../src/normalise/false-zeros.ts';
import { markCodesOutsideTheirYears } from '../../src/normalise/code-years.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { allCells } from './cube-cells.ts';
import { GEOGRAPHY } from './geography.ts';
import { makeDocument } from './make-document.ts';

const GROUPED: RegionLayout = { dimension: 'Region', form: 'grouped', prefix: 'K-' };
const DIVISIONS: RegionLayout = { dimension: 'Region', form: 'divisions', prefix: '' };

interface Table {
  readonly quantity?: Quantity;
  readonly zero?: 'impossible';
  readonly regions?: RegionLayout | null;
  readonly accepted?: readonly ZerosOfPlace[];
  readonly status?: unknown;
}

/** Rows of figures by year from 2021, of the series `codes`: one dimension `Region`, or `Group` where there are none. */
function read(rows: Readonly<Record<string, readonly (number | null)[]>>, table: Table = {}) {
  const { quantity = 'count', zero, regions = GROUPED, accepted = [], status } = table;
  const years = Object.values(rows)[0]?.map((_, index) => String(2021 + index)) ?? [];
  const keys = Object.keys(rows).map((key) => key.split(' '));
  const codesOf = (position: number) => [...new Set(keys.map((key) => key[position] ?? ''))];
  const hasGroups = keys[0]?.length === 2;
  const dimensions = {
    ContentsCode: ['n'],
    ...(regions === null ? {} : { Region: codesOf(0) }),
    ...(hasGroups || regions === null ? { Group: codesOf(regions === null ? 0 : 1) } : {}),
    Tid: years,
  };
  const cube = readJsonStat(makeDocument({ dimensions, value: Object.values(rows).flat(), status }));
  const contentsRules: Record<string, ContentsRules> = { n: { unit: '', ...(zero && { zero }) } };
  const reading: ZeroReading = { regions, quantities: { n: quantity }, contentsRules, accepted };
  const result = markFalseZeros(markCodesOutsideTheirYears(cube, regions, GEOGRAPHY), GEOGRAPHY, reading);
  return { cells: allCells(result.cube).map((cell) => cell.replace('n|', '')), accepted: result.accepted };
}

const cells = (...given: Parameters<typeof read>) => read(...given).cells;

describe('a count that was 50 or more', () => {
  it('and is 0 now is missing, with 0 as its symbol', () => {
    expect(cells({ 'K-3301': [423, 0] })).toEqual(['K-3301 2021 423 A', 'K-3301 2022 NaN O 0']);
    expect(cells({ 'K-3301': [50, 0] })).toContain('K-3301 2022 NaN O 0');
  });

  it('is compared over what is missing, and over zeros that were refused', () => {
    expect(cells({ 'K-3301': [60, null, 0] }, { status: { 1: ':' } })).toContain('K-3301 2023 NaN O 0');
    expect(cells({ 'K-3301': [60, 0, 0] })).toEqual(['K-3301 2021 60 A', 'K-3301 2022 NaN O 0', 'K-3301 2023 NaN O 0']);
  });

  it('leaves no hole in the middle either', () => {
    expect(cells({ 'K-3301': [60, 0, 61] })).toContain('K-3301 2022 NaN O 0');
  });

  it('is what it was in the last period, not ever', () => {
    expect(cells({ 'K-3301': [60, 49, 0] })).toContain('K-3301 2023 0 A');
  });

  it('is no longer so when a 0 has come after a smaller one', () => {
    expect(cells({ 'K-3301': [40, 0, 0] })).toEqual(['K-3301 2021 40 A', 'K-3301 2022 0 A', 'K-3301 2023 0 A']);
  });

  it('is judged in a dataset without regions too', () => {
    expect(cells({ a: [60, 0], b: [1, 2] }, { regions: null })).toContain('a 2022 NaN O 0');
  });

  it('is compared with what the place had under the codes before, summed', () => {
    // 3005 until 2023, 3301 from 2024.
    const rows = { '3005': [900, 910, 920, 0], '3301': [0, 0, 0, 0] };
    expect(cells(rows, { regions: DIVISIONS })).toContain('3301 2024 NaN O 0');
    const small = { '3005': [9, 9, 9, 0], '3301': [0, 0, 0, 0] };
    expect(cells(small, { regions: DIVISIONS })).toContain('3301 2024 0 A');
  });

  it('is compared with the last figure under the codes before, over years without one', () => {
    const rows = (old: readonly (number | null)[]) => ({ '3301': [0, 0, 0, 0], '3005': old });
    const status = { 5: ':', 6: ':', 4: ':' };
    expect(cells(rows([900, null, null, 0]), { regions: DIVISIONS, status: { 5: ':', 6: ':' } })).toContain(
      '3301 2024 NaN O 0',
    );
    expect(cells(rows([null, 900, null, 0]), { regions: DIVISIONS, status: { 4: ':', 6: ':' } })).toContain(
      '3301 2024 NaN O 0',
    );
    expect(cells(rows([null, null, null, 0]), { regions: DIVISIONS, status })).toContain('3301 2024 0 A');
  });

  it('is compared with what counts the same under the codes before, and with nothing else', () => {
    const rows = {
      ...{ '3005 a': [9, 9, 9, 0], '3005 b': [900, 910, 920, 0] },
      ...{ '3301 a': [0, 0, 0, 0], '3301 b': [0, 0, 0, 950] },
    };
    expect(cells(rows, { regions: DIVISIONS })).toContain('a|3301 2024 0 A');
    const swapped = { ...rows, '3301 a': [0, 0, 0, 9], '3301 b': [0, 0, 0, 0] };
    expect(cells(swapped, { regions: DIVISIONS })).toContain('b|3301 2024 NaN O 0');
  });

  it('says nothing of a share', () => {
    expect(cells({ 'K-3301': [65.1, 0] }, { quantity: 'percentage' })).toContain('K-3301 2022 0 A');
  });
});

describe('a zero that the job calls impossible', () => {
  it('is missing wherever it stands', () => {
    expect(cells({ 'K-3301': [0, 65.1, 0] }, { quantity: 'percentage', zero: 'impossible' })).toEqual([
      'K-3301 2021 NaN O 0',
      'K-3301 2022 65.1 A',
      'K-3301 2023 NaN O 0',
    ]);
  });

  it('is missing of every place, but where it was accepted', () => {
    const table = { quantity: 'percentage', zero: 'impossible' } as const;
    expect(cells({ 'K-0301': [65, 65], 'K-3301': [66, 0] }, table)).toContain('K-3301 2022 NaN O 0');
    const accepted = [{ place: '3301', period: '2021' }];
    expect(cells({ 'K-0301': [65, 65], 'K-3301': [0, 66] }, { ...table, accepted })).toContain('K-3301 2021 0 A');
  });
});

describe('a place of which several cells are asked for', () => {
  const OTHER = { 'K-0301 a': [7, 8], 'K-0301 b': [1, 2] };

  it('is not published when all are 0 and were not before', () => {
    expect(cells({ ...OTHER, 'K-3301 a': [3, 0], 'K-3301 b': [0, 0] })).toEqual([
      ...['a|K-0301 2021 7 A', 'a|K-0301 2022 8 A', 'a|K-3301 2021 3 A', 'a|K-3301 2022 NaN O 0'],
      ...['b|K-0301 2021 1 A', 'b|K-0301 2022 2 A', 'b|K-3301 2021 0 A', 'b|K-3301 2022 NaN O 0'],
    ]);
  });

  it('is published when one is another number, or is withheld', () => {
    expect(cells({ ...OTHER, 'K-3301 a': [3, 0], 'K-3301 b': [0, 1] })).toContain('a|K-3301 2022 0 A');
    const withheld = { status: { 7: ':' } };
    expect(
      cells({ 'K-0301 a': [7, 8], 'K-0301 b': [1, 2], 'K-3301 a': [3, 0], 'K-3301 b': [0, null] }, withheld),
    ).toContain('a|K-3301 2022 0 A');
  });

  it('is not published when the rest is missing', () => {
    expect(cells({ 'K-3301 a': [3, 0], 'K-3301 b': [2, null] }, { status: { 3: '..' } })).toEqual([
      ...['a|K-3301 2021 3 A', 'a|K-3301 2022 NaN O 0', 'b|K-3301 2021 2 A', 'b|K-3301 2022 NaN O ..'],
    ]);
  });

  it('is not judged in a period in which one cell alone is possible, and in the next by what was before', () => {
    const found = cells({ 'K-3301 a': [3, 0, 0], 'K-3301 b': [2, null, 0] }, { status: { 4: '.' } });
    expect(found).toContain('a|K-3301 2022 0 A');
    expect(found).toContain('a|K-3301 2023 NaN O 0');
  });

  it('stays unpublished for as long as it is so', () => {
    const found = cells({ 'K-3301 a': [3, 0, 0], 'K-3301 b': [2, 0, 0] });
    expect(found.filter((cell) => cell.endsWith('NaN O 0'))).toHaveLength(4);
  });

  it('keeps its zeros where all were 0 before, and where nothing was', () => {
    expect(cells({ 'K-3301 a': [0, 0], 'K-3301 b': [0, 0] })).toContain('a|K-3301 2022 0 A');
    expect(cells({ 'K-3301 a': [null, 0], 'K-3301 b': [null, 0] })).toContain('a|K-3301 2022 0 A');
  });

  it('is not judged by one cell alone', () => {
    expect(cells({ 'K-3301': [3, 0] })).toContain('K-3301 2022 0 A');
  });
});

describe('a zero that a person has accepted', () => {
  const accepted = [{ place: '3301', period: '2022' }];

  it('is a figure, and is told to have been one of those', () => {
    expect(read({ 'K-3301': [423, 0] }, { accepted })).toEqual({
      cells: ['K-3301 2021 423 A', 'K-3301 2022 0 A'],
      accepted,
    });
  });

  it('is what the next period is compared with', () => {
    expect(cells({ 'K-3301': [423, 0, 0] }, { accepted })).toContain('K-3301 2023 0 A');
    expect(cells({ 'K-3301 a': [3, 0, 0], 'K-3301 b': [2, 0, 0] }, { accepted })).toContain('a|K-3301 2023 0 A');
  });

  it('is accepted where a zero is impossible', () => {
    expect(cells({ 'K-3301': [65, 0] }, { accepted, zero: 'impossible', quantity: 'percentage' })).toContain(
      'K-3301 2022 0 A',
    );
  });

  it('lets in no zero of another place or another period', () => {
    const rows = { 'K-3301': [60, 0, 60, 0], 'K-0301': [60, 0, 60, 60] };
    expect(cells(rows, { accepted }).filter((cell) => cell.includes('NaN'))).toEqual([
      'K-3301 2024 NaN O 0',
      'K-0301 2022 NaN O 0',
    ]);
  });

  it('is told of each, in whatever period', () => {
    const both = [...accepted, { place: '3301', period: '2024' }];
    expect(read({ 'K-3301': [60, 0, 60, 0] }, { accepted: both }).accepted).toEqual(both);
  });

  it('is of the country in a dataset without regions', () => {
    const country = [{ place: '0', period: '2022' }];
    expect(read({ a: [60, 0], b: [1, 2] }, { regions: null, accepted: country })).toMatchObject({ accepted: country });
  });

  it('is not told of when there was nothing to accept', () => {
    expect(read({ 'K-3301': [423, 424] }, { accepted }).accepted).toEqual([]);
  });
});
