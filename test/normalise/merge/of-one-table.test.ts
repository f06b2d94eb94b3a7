import { describe, expect, test } from 'vitest';
import type { Cube, Dimension } from '../../../src/model/data/cube.ts';
import { asKept, withinYears } from '../../../src/normalise/merge/of-one-table.ts';

const categories = (...codes: readonly string[]): Dimension['categories'] =>
  codes.map((code) => ({ code, label: `label of ${code}`, labelEn: null, unit: null, decimals: null, note: null }));

const dimension = (code: string, ...codes: readonly string[]): Dimension => ({
  ...{ code, label: code, labelEn: null, role: 'classification', note: null },
  categories: categories(...codes),
});

/** Two places, one industry, three years: 1 to 6. */
const CUBE: Cube = {
  ...{ title: 'Sysselsatte', titleEn: null, source: 'SSB', updatedAt: null, notes: [] },
  dimensions: [dimension('NACE2025', '_T'), dimension('Region', '3301', '3303')],
  time: { ...dimension('Tid', '2025', '2026', '2027'), role: 'time' },
  periods: [2025, 2026, 2027].map((year) => ({ code: String(year), frequency: 'year', year, subPeriod: 0 })),
  seriesKeys: ['_T|3301', '_T|3303'],
  seriesCategories: Uint32Array.of(0, 0, 0, 1),
  values: Float64Array.of(1, 2, 3, 4, 5, 6),
  obsStatuses: new Uint8Array(6),
  symbols: new Uint8Array(6),
  symbolTable: [''],
};

describe('the years that a dataset takes from a table', () => {
  test.each([
    ['from the first on', { from: '2026' }, ['2026', '2027'], [2, 3, 5, 6]],
    ['up to the last, that one included', { to: '2025' }, ['2025'], [1, 4]],
    ['between both', { from: '2026', to: '2026' }, ['2026'], [2, 5]],
  ])('%s', (_, years, periods, values) => {
    const cut = withinYears(CUBE, years);
    expect(cut.periods.map(({ code }) => code)).toEqual(periods);
    expect(cut.time.categories.map(({ code }) => code)).toEqual(periods);
    expect([...cut.values]).toEqual(values);
    expect([cut.obsStatuses.length, cut.symbols.length]).toEqual([values.length, values.length]);
  });

  test('are all of them where none are written', () => {
    expect(withinYears(CUBE)).toBe(CUBE);
  });

  test('must be there', () => {
    expect(() => withinYears(CUBE, { from: '2028' })).toThrow(
      '"Sysselsatte" has no period from 2028 to now, the years that the dataset takes from it.',
    );
  });
});

describe('a category that is the same quantity as one the dataset holds', () => {
  const same = { dimension: 'NACE2007', keptAs: '00-99', variable: 'NACE2025', code: '_T' };

  test('has its name there, so that its series go on', () => {
    const kept = asKept(CUBE, [same]);
    expect(kept.seriesKeys).toEqual(['00-99|3301', '00-99|3303']);
    expect(kept.dimensions.map(({ code }) => code)).toEqual(['NACE2007', 'Region']);
    expect(kept.dimensions[0]?.categories[0]).toMatchObject({ code: '00-99', label: 'label of _T' });
  });

  test('takes the place of its new name among the dimensions, which are in the order of their codes', () => {
    const kept = asKept(CUBE, [{ ...same, dimension: 'Sektor' }]);
    expect(kept.dimensions.map(({ code }) => code)).toEqual(['Region', 'Sektor']);
    expect(kept.seriesKeys).toEqual(['3301|00-99', '3303|00-99']);
    expect([...kept.seriesCategories]).toEqual([0, 0, 1, 0]);
  });
});
