import { describe, expect, it } from 'vitest';
import { mergeCubes } from '../../../src/normalise/merge/merge-cubes.ts';
import { readJsonStat } from '../../../src/normalise/json-stat/read-json-stat.ts';
import { allCells, refusalOf } from '../cube-cells.ts';
import { makeDocument } from '../make-document.ts';
import type { DocumentParts } from '../make-document.ts';

const part = (Region: readonly string[], Tid: readonly string[], value: unknown, more: Partial<DocumentParts> = {}) =>
  readJsonStat(makeDocument({ dimensions: { Region, Tid }, value, ...more }));

describe('the parts of a split query', () => {
  it('are put together by series', () => {
    const merged = mergeCubes([part(['0301'], ['2023', '2024'], [1, 2]), part(['3301'], ['2023', '2024'], [3, 4])]);
    expect(allCells(merged)).toEqual(['0301 2023 1 A', '0301 2024 2 A', '3301 2023 3 A', '3301 2024 4 A']);
  });

  it('are put together by periods, in order of time whatever the order of the parts', () => {
    const merged = mergeCubes([part(['0301', '3301'], ['2024'], [2, 4]), part(['0301', '3301'], ['2023'], [1, 3])]);
    expect(merged.periods.map(({ code }) => code)).toEqual(['2023', '2024']);
    expect(allCells(merged)).toEqual(['0301 2023 1 A', '0301 2024 2 A', '3301 2023 3 A', '3301 2024 4 A']);
  });

  it('are put in the order of their categories, however the parts divide them', () => {
    const ofRegion = (region: string, value: readonly number[]) =>
      readJsonStat(makeDocument({ dimensions: { Kjonn: ['0', '1', '2'], Region: [region], Tid: ['2024'] }, value }));
    const merged = mergeCubes([ofRegion('3301', [1, 2, 3]), ofRegion('0301', [4, 5, 6])]);
    expect(allCells(merged)).toEqual([
      '0|3301 2024 1 A',
      '0|0301 2024 4 A',
      '1|3301 2024 2 A',
      '1|0301 2024 5 A',
      '2|3301 2024 3 A',
      '2|0301 2024 6 A',
    ]);
    expect([...merged.seriesCategories]).toEqual([0, 0, 0, 1, 1, 0, 1, 1, 2, 0, 2, 1]);
  });

  it('keep their symbols, each part having its own list of them', () => {
    const merged = mergeCubes([
      part(['0301'], ['2024'], [null], { status: { 0: ':' } }),
      part(['3301'], ['2024'], [null], { status: { 0: '..' } }),
      part(['3005'], ['2024'], [null], { status: { 0: ':' } }),
    ]);
    expect(allCells(merged)).toEqual(['0301 2024 NaN Q :', '3301 2024 NaN O ..', '3005 2024 NaN Q :']);
  });

  it('may overlap where they say the same', () => {
    const merged = mergeCubes([part(['0301'], ['2023', '2024'], [1, 2]), part(['0301'], ['2024', '2025'], [2, 3])]);
    expect(allCells(merged)).toEqual(['0301 2023 1 A', '0301 2024 2 A', '0301 2025 3 A']);
  });

  it('have the notes of all parts, each once', () => {
    const merged = mergeCubes([
      part(['a'], ['2024'], [1], { note: ['x', 'y'] }),
      part(['b'], ['2024'], [1], { note: ['y', 'z'] }),
    ]);
    expect(merged.notes).toEqual(['x', 'y', 'z']);
  });

  it('of different contents may have different stamps, of which the newest holds', () => {
    const contents = (code: string, updated: string) =>
      readJsonStat(makeDocument({ dimensions: { ContentsCode: [code], Tid: ['2024'] }, updated }));
    const merged = mergeCubes([contents('a', '2025-03-01'), contents('b', '2025-04-01'), contents('c', '2025-02-01')]);
    expect(merged.updatedAt).toBe('2025-04-01T00:00:00.000Z');
  });

  it('that are one part only are that part', () => {
    const only = part(['0301'], ['2024'], [1]);
    expect(mergeCubes([only])).toBe(only);
  });
});

describe('the parts of a split query are refused', () => {
  const messageFor = (...parts: readonly ReturnType<typeof part>[]) => {
    const error = refusalOf(() => mergeCubes(parts));
    expect(error.code).toBe('source-contract');
    return error.message;
  };

  it('when there are none', () => {
    expect(messageFor()).toBe('The source gave no reply to read.');
  });

  it('when two disagree on a figure', () => {
    expect(messageFor(part(['0301'], ['2023', '2024'], [1, 2]), part(['0301'], ['2024'], [9]))).toBe(
      'Two parts of the reply "00001: Made-up table" disagree on the cell 0301 in 2024: 2 in one, 9 in another.',
    );
  });

  it('when two disagree on the symbol of a missing figure', () => {
    const withheld = part(['0301'], ['2024'], [null], { status: { 0: ':' } });
    expect(messageFor(withheld, part(['0301'], ['2024'], [null]))).toContain('disagree on the cell 0301 in 2024');
  });

  it('when one has another dimension', () => {
    const other = readJsonStat(makeDocument({ dimensions: { Kjonn: ['1'], Tid: ['2024'] } }));
    expect(messageFor(part(['0301'], ['2024'], [1]), other)).toBe(
      'The parts of the reply "00001: Made-up table" have different dimensions: Region (classification), Tid (time) in one, Kjonn (classification), Tid (time) in another.',
    );
  });

  it('when they leave a cell out', () => {
    expect(messageFor(part(['0301'], ['2023'], [1]), part(['3301'], ['2024'], [2]))).toBe(
      'No part of the reply "00001: Made-up table" holds the cell 0301 in 2024.',
    );
  });

  const inUnit = (Tid: string, base: string, decimals: number | null = 0) =>
    readJsonStat(
      makeDocument({
        dimensions: { ContentsCode: ['a'], Tid: [Tid] },
        units: { ContentsCode: { a: { base, decimals } } },
      }),
    );

  it('when the unit of the same contents differs', () => {
    expect(messageFor(inUnit('2023', 'personer'), inUnit('2024', 'prosent'))).toBe(
      'The parts of the reply "00001: Made-up table" disagree on the unit of a (ContentsCode): personer with 0 decimals in one, prosent with 0 decimals in another.',
    );
  });

  it('when the decimals of the same contents differ', () => {
    expect(messageFor(inUnit('2023', 'prosent', 1), inUnit('2024', 'prosent', 2))).toContain(
      'prosent with 1 decimals in one, prosent with 2 decimals in another.',
    );
    expect(messageFor(inUnit('2023', 'prosent', 1), inUnit('2024', 'prosent', null))).toContain(
      'prosent with 1 decimals in one, prosent with unknown decimals in another.',
    );
  });

  it('when one part has a unit and the other has none', () => {
    const unitless = readJsonStat(makeDocument({ dimensions: { ContentsCode: ['a'], Tid: ['2024'] } }));
    expect(messageFor(inUnit('2023', 'prosent'), unitless)).toContain(
      'prosent with 0 decimals in one, no unit with unknown decimals in another.',
    );
  });

  it('when the table was updated between two requests for the same contents', () => {
    const error = refusalOf(() =>
      mergeCubes([part(['a'], ['2024'], [1]), part(['b'], ['2024'], [2], { updated: '2025-03-01T07:00:00Z' })]),
    );
    expect(error).toMatchObject({ code: 'source-unavailable', retry: 'transient' });
    expect(error.message).toBe(
      'The table "00001: Made-up table" was published again while it was being read: one part of the reply was updated ' +
        'at 2025-02-26T07:00:00.000Z, another at 2025-03-01T07:00:00.000Z.',
    );
    expect(error.hint).toBe('Run again: the parts that were read belong to different publications.');
  });

  it('when the table was updated in between, whatever else differs after that', () => {
    const updated = '2025-03-01T07:00:00Z';
    const error = refusalOf(() => mergeCubes([part(['a'], ['2023'], [1]), part(['b'], ['2024'], [2], { updated })]));
    expect(error.code).toBe('source-unavailable');
  });

  it('when only one of them says when it was updated', () => {
    const dated = part(['a'], ['2024'], [1]);
    const undated = part(['b'], ['2024'], [2], { updated: 'not known' });
    const stamp = '2025-02-26T07:00:00.000Z';
    const messageOf = (...parts: readonly ReturnType<typeof part>[]) => refusalOf(() => mergeCubes(parts)).message;
    expect(messageOf(dated, undated)).toContain(`was updated at ${stamp}, another at an unknown time.`);
    expect(messageOf(undated, dated)).toContain(`was updated at an unknown time, another at ${stamp}.`);
  });
});
