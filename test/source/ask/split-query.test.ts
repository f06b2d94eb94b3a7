import { describe, expect, test } from 'vitest';
import type { DataSelection } from '../../../src/source/ask/query-string.ts';
import { countCells, splitSelection } from '../../../src/source/ask/split-query.ts';
import { failureOfCall } from '../support/error.ts';
import { metadataOf, years } from '../support/ssb-documents.ts';

const METADATA = metadataOf({
  Region: { codes: Array.from({ length: 10 }, (_, i) => [`300${i}`, `Sted ${i}`]) },
  Kjonn: {
    codes: [
      ['0', 'Begge kjønn'],
      ['1', 'Menn'],
      ['2', 'Kvinner'],
    ],
  },
  ContentsCode: { codes: [['A', 'Antall']], units: { A: 'personer' } },
  Tid: { codes: years(2021, 2024) },
});

const WHOLE: DataSelection = [
  { variable: 'Region', codes: ['*'] },
  { variable: 'Kjonn', codes: ['*'] },
  { variable: 'ContentsCode', codes: ['A'] },
  { variable: 'Tid', codes: ['from(2021)'] },
];

const BY = ['Region', 'Tid'];

function allCells(parts: readonly DataSelection[]): string[] {
  return parts.flatMap((part) => {
    const spelled = (variable: string): readonly string[] => part.find((one) => one.variable === variable)!.codes;
    const expand = (codes: readonly string[], all: readonly string[]): readonly string[] =>
      codes.some((code) => /\*|from/.test(code)) ? all : codes;
    const all = (variable: string): string[] =>
      METADATA.variables.find(({ code }) => code === variable)!.categories.map(({ code }) => code);
    return expand(spelled('Region'), all('Region')).flatMap((region) =>
      expand(spelled('Tid'), all('Tid')).map((year) => `${region}/${year}`),
    );
  });
}

describe('countCells', () => {
  test.each<[string, DataSelection, number]>([
    ['all codes and an expression', WHOLE, 10 * 3 * 1 * 4],
    ['a variable that is left out', WHOLE.slice(1), 3 * 1 * 4],
    ['an expression that overlaps a code', [{ variable: 'Tid', codes: ['2024', 'top(2)'] }], 2],
    ['a mask', [{ variable: 'Region', codes: ['300?'] }], 10],
    ['codes of a code list', [{ variable: 'Region', codes: ['K-1', 'K-2'], codeList: 'agg' }], 2],
  ])('counts %s', (_, selection, cells) => {
    expect(countCells(selection, METADATA)).toBe(cells);
  });
});

describe('splitSelection', () => {
  test('leaves a selection of exactly the limit whole and as it was', () => {
    expect(splitSelection(WHOLE, METADATA, { maxCells: 120, splitBy: BY })).toEqual([WHOLE]);
  });

  test('divides the variable with the most codes into as few parts as fit', () => {
    const parts = splitSelection(WHOLE, METADATA, { maxCells: 119, splitBy: BY });
    expect(parts.map((part) => part[0]?.codes.length)).toEqual([9, 1]);
    expect(parts[0]?.slice(1)).toEqual(WHOLE.slice(1));
  });

  test('divides both where dividing one is not enough', () => {
    const parts = splitSelection(WHOLE, METADATA, { maxCells: 7, splitBy: BY });
    expect(parts).toHaveLength(20);
  });

  test.each([119, 60, 12, 11, 7, 6, 3])('asks for every cell once with parts of at most %i cells', (maxCells) => {
    const parts = splitSelection(WHOLE, METADATA, { maxCells, splitBy: BY });
    expect(Math.max(...parts.map((part) => countCells(part, METADATA)))).toBeLessThanOrEqual(maxCells);
    expect(allCells(parts).sort()).toEqual(allCells([WHOLE]).sort());
  });

  test('keeps the code list of a divided variable', () => {
    const selection = [{ variable: 'Region', codes: ['K-1', 'K-2'], codeList: 'agg' }];
    const parts = splitSelection(selection, METADATA, { maxCells: 1, splitBy: BY });
    expect(parts).toEqual([
      [{ variable: 'Region', codes: ['K-1'], codeList: 'agg' }],
      [{ variable: 'Region', codes: ['K-2'], codeList: 'agg' }],
    ]);
  });

  test('says so when one region in one period is still too much', async () => {
    const error = await failureOfCall(() => splitSelection(WHOLE, METADATA, { maxCells: 2, splitBy: BY }));
    expect(error.code).toBe('query-misfit');
    expect(error.message).toBe(
      'The query on table 07984 asks for 3 cells where 2 are allowed, and cannot be divided further.',
    );
  });
});
