import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCubes } from '../../src/normalise/merge/merge-cubes.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { examples } from '../support/examples.ts';
import { makeDocument } from './make-document.ts';

const CODES: Readonly<Record<string, readonly string[]>> = {
  Region: ['0301', '3301', '3005', 'K-1'],
  Kjonn: ['0', '2', '1'],
  ContentsCode: ['a', 'b'],
  Tid: ['2024', '2022', '2023K1', '2018-2020'],
};
const SYMBOLS = ['.', '..', ':', '-', '*', ''];

interface Cell {
  readonly value: number | null;
  readonly symbol: string;
}

const cell = fc.record({
  value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
  symbol: fc.constantFrom(...SYMBOLS),
});
const sizes = fc.record({
  Region: fc.integer({ min: 1, max: 4 }),
  Kjonn: fc.integer({ min: 1, max: 3 }),
  ContentsCode: fc.integer({ min: 1, max: 2 }),
  Tid: fc.integer({ min: 1, max: 4 }),
});
const order = fc.shuffledSubarray(Object.keys(CODES), { minLength: 4, maxLength: 4 });

/** The document with its dimensions in the order given; the figure of a combination does not depend on the order. */
function documentIn(ids: readonly string[], lengths: Readonly<Record<string, number>>, cells: readonly Cell[]) {
  const dimensions = Object.fromEntries(ids.map((id) => [id, CODES[id]!.slice(0, lengths[id])]));
  const count = ids.reduce((product, id) => product * lengths[id]!, 1);
  const chosen = Array.from({ length: count }, (_, position) => {
    let rest = position;
    let canonical = 0;
    for (const id of [...ids].reverse()) {
      canonical += (rest % lengths[id]!) * 7 ** Object.keys(CODES).indexOf(id);
      rest = Math.floor(rest / lengths[id]!);
    }
    return cells[canonical % cells.length]!;
  });
  const status = Object.fromEntries(
    chosen.flatMap(({ symbol }, position) => (symbol === '' ? [] : [[position, symbol]])),
  );
  return makeDocument({ dimensions, value: chosen.map(({ value }) => value), status });
}

const bySymbol = (document: unknown) => {
  const cube = readJsonStat(document);
  const { symbols, symbolTable, ...rest } = cube;
  return { ...rest, symbols: Array.from(symbols, (index) => symbolTable[index]) };
};

describe('the order of dimensions in a document', () => {
  it('does not change the cube', () => {
    fc.assert(
      fc.property(
        sizes,
        order,
        order,
        fc.array(cell, { minLength: 1, maxLength: 40 }),
        (lengths, one, other, cells) => {
          expect(bySymbol(documentIn(one, lengths, cells))).toEqual(bySymbol(documentIn(other, lengths, cells)));
        },
      ),
      examples(100),
    );
  });
});

describe('a query split over any dimension but contents', () => {
  it('gives the cube of the whole query', () => {
    fc.assert(
      fc.property(
        order,
        fc.constantFrom('Region', 'Kjonn', 'Tid'),
        fc.integer({ min: 1, max: 2 }),
        (ids, along, at) => {
          const parts = [CODES[along]!.slice(0, at), CODES[along]!.slice(at)];
          const dimensionsWith = (codes: readonly string[]) =>
            Object.fromEntries(ids.map((id) => [id, id === along ? codes : CODES[id]!]));
          const figure = (codes: Readonly<Record<string, string>>) =>
            Object.values(codes)
              .sort()
              .join('')
              .split('')
              .reduce((sum, letter, n) => sum + letter.charCodeAt(0) * (n + 1), 0);
          const documentWith = (codes: readonly string[]) => {
            const dimensions = dimensionsWith(codes);
            let combinations: Readonly<Record<string, string>>[] = [{}];
            for (const id of ids)
              combinations = combinations.flatMap((each) => dimensions[id]!.map((code) => ({ ...each, [id]: code })));
            return makeDocument({ dimensions, value: combinations.map(figure) });
          };
          const merged = mergeCubes(parts.map((codes) => readJsonStat(documentWith(codes))));
          expect(merged).toEqual(readJsonStat(documentWith(CODES[along]!)));
        },
      ),
      examples(60),
    );
  });
});
