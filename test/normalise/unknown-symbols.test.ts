import { describe, expect, it } from 'vitest';
import { BUILT_IN_SYMBOLS, meaningsIn } from '../../src/model/data/symbol-meaning.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { findUnknownSymbols } from '../../src/normalise/unknown-symbols.ts';
import { makeDocument } from './make-document.ts';

const cube = readJsonStat(
  makeDocument({
    dimensions: { Region: ['K.0301', 'K.3301'], Tid: ['2023', '2024', '2025'] },
    value: [1, null, null, 4, null, 6],
    status: { 1: ':', 2: '?', 3: 'n.a.', 4: '.......', 5: '?' },
  }),
);

describe('symbols that nobody has explained', () => {
  it('are each told with the first cell, by its codes and period, and with how many carry it', () => {
    expect(findUnknownSymbols(cube, BUILT_IN_SYMBOLS)).toEqual([
      { symbol: '?', cell: 'K.0301|2025', cells: 2 },
      { symbol: 'n.a.', cell: 'K.3301|2023', cells: 1 },
    ]);
  });

  it('are unknown no more once the settings explain them', () => {
    const meanings = meaningsIn('07984', { symbols: { '?': 'missing' }, tables: { '07984': { 'n.a.': 'normal' } } });
    expect(findUnknownSymbols(cube, meanings)).toEqual([]);
  });

  it('stay unknown where the settings explain them for another table', () => {
    const declared = { symbols: {}, tables: { '06445': { '?': 'missing', 'n.a.': 'missing' } } } as const;
    expect(findUnknownSymbols(cube, meaningsIn('07984', declared)).map(({ symbol }) => symbol)).toEqual(['?', 'n.a.']);
  });
});
