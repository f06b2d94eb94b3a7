import { describe, expect, it } from 'vitest';
import { FIGURE_COLUMNS } from '../../../src/store/dictionary/figure-columns.ts';
import { createDigester } from '../../../src/store/intake/series-digest.ts';
import { buildCube, regions, type TestCell } from '../support/build-publication.ts';

describe('the digest of a series', () => {
  it('is the same for the same cells', () => {
    expect(digestOf([1, ':'])).toBe(digestOf([1, ':']));
  });

  it('has the form that the dictionary shows to analysts', () => {
    const form = /^[A-Za-z0-9+/]{11}$/;
    expect(digestOf([1, ':'])).toMatch(form);
    expect(FIGURE_COLUMNS['digest']?.example).toMatch(form);
  });

  it.each<[string, readonly TestCell[]]>([
    ['a number', [2, ':']],
    ['a number by its last bit', [1 + Number.EPSILON, ':']],
    ['a status', [{ provisional: 1 }, ':']],
    ['a symbol', [1, '..']],
    ['a missing number instead of a zero', ['.', ':']],
    ['a cell that is not there', [1, undefined]],
  ])('differs by %s', (_, cells) => {
    expect(digestOf(cells)).not.toBe(digestOf([1, ':']));
  });

  it('differs by the symbol alone, and by the status alone', () => {
    const cube = buildCube(regions({ a: [1, ':'] }));
    const otherSymbol = { ...cube, symbolTable: cube.symbolTable.map((symbol) => (symbol === ':' ? '*' : symbol)) };
    const otherStatus = { ...cube, obsStatuses: cube.obsStatuses.map((status, at) => (at === 1 ? 0 : status)) };
    const digests = [cube, otherSymbol, otherStatus].map((each) => createDigester(each, [0, 1])(0));
    expect(new Set(digests).size).toBe(3);
  });

  it('passes over a cell that is not there', () => {
    const cube = buildCube(regions({ a: [1, undefined, ':'] }, ['2022', '2023', '2024']));
    expect(createDigester(cube, [0, 1, 2])(0)).toBe(createDigester(cube, [0, 2])(0));
  });

  it('is of the series asked for', () => {
    const both = createDigester(buildCube(regions({ other: ['..', 9], a: [1, ':'] })), [0, 1]);
    expect(both(1)).toBe(digestOf([1, ':']));
    expect(both(0)).not.toBe(both(1));
  });

  it('differs by the period', () => {
    const of = (period: string) => createDigester(buildCube(regions({ a: [1] }, [period])), [0])(0);
    expect(of('2023')).not.toBe(of('2024'));
    const ofTwo = (period: string) => createDigester(buildCube(regions({ a: [1, 2] }, ['2022', period])), [0, 1])(0);
    expect(ofTwo('2023')).not.toBe(ofTwo('2024'));
  });

  it('does not depend on where a symbol stands in the symbol table', () => {
    const cube = buildCube(regions({ a: [1, ':'] }));
    const symbols = cube.symbols.map((symbol) => (symbol === 0 ? 0 : 1));
    const packed = { ...cube, symbols, symbolTable: ['', ':'] };
    expect(createDigester(packed, [0, 1])(0)).toBe(createDigester(cube, [0, 1])(0));
  });

  it('covers the columns asked for and no others', () => {
    const longer = createDigester(buildCube(regions({ a: [1, ':', 9] }, ['2022', '2023', '2024'])), [0, 1]);
    expect(longer(0)).toBe(digestOf([1, ':']));
  });
});

function digestOf(cells: readonly TestCell[]): string {
  return createDigester(buildCube(regions({ a: cells })), [0, 1])(0);
}
