import { describe, expect, it } from 'vitest';
import { WITHDRAWN, ZERO_SYMBOL } from '../../src/model/data/dataset.ts';
import type { SeriesTerm } from '../../src/model/plan/indicator.ts';
import {
  isOfPlace,
  factsOf,
  placeFigure,
  placeParts,
  placeSeries,
  selectSeries,
} from '../../src/compute/place-series.ts';
import { categoriesOf } from '../../src/compute/select-term.ts';
import type { Cell } from '../support/builders.ts';
import { buildDataset, buildMunicipality, buildSeries, key, regionSeries } from '../support/builders.ts';

const MERGED = buildMunicipality('3301', {
  codes: [
    { code: '0602', toYear: 2019 },
    { code: '0625', toYear: 2019 },
    { code: '3005', fromYear: 2020, toYear: 2023 },
    { code: '3301', fromYear: 2024 },
  ],
});

function figureAt(dataset: Parameters<typeof categoriesOf>[0], period: string, terms: readonly SeriesTerm[] = [{}]) {
  return placeFigure(selectSeries(dataset, categoriesOf(dataset), terms), MERGED, key(period));
}

describe('the codes of a place', () => {
  const cells = {
    '0602': { '2019': 30, '2020': 0 },
    '0625': { '2019': 20, '2020': 0 },
    '3005': { '2019': 0, '2020': 51, '2023': 53, '2024': 0 },
    '3301': { '2023': 0, '2024': 54 },
  };
  const counts = buildDataset(regionSeries(cells));
  const percentages = buildDataset(regionSeries(cells), { quantities: { n: 'percentage' } });

  it('sums counts over the members before a merger', () => {
    expect(figureAt(counts, '2019')).toEqual({ value: 50 });
  });

  it('reads each year under the code of that year, whatever other codes show', () => {
    expect(['2020', '2023', '2024'].map((year) => figureAt(counts, year))).toEqual([
      { value: 51 },
      { value: 53 },
      { value: 54 },
    ]);
  });

  it('does not take a zero under a code that was not yet in use', () => {
    expect(figureAt(buildDataset(regionSeries({ '3301': { '2023': 0, '2024': 54 } })), '2023')).toEqual({
      missing: 'not-in-dataset',
    });
  });

  it('never sums percentages: before the merger they are another place', () => {
    expect(figureAt(percentages, '2019')).toEqual({ missing: 'border-change' });
  });

  it('follows a percentage through a renumbering', () => {
    expect([figureAt(percentages, '2023'), figureAt(percentages, '2024')]).toEqual([{ value: 53 }, { value: 54 }]);
  });

  it('misses a count when one member has no number, with its reason', () => {
    const dataset = buildDataset(
      regionSeries({ '0602': { '2019': 30 }, '0625': { '2019': { symbol: ':', obsStatus: 'Q' } } }),
    );
    expect(figureAt(dataset, '2019')).toEqual({ missing: 'confidential' });
  });

  it('has no figure for a place nobody knows', () => {
    const selection = selectSeries(counts, categoriesOf(counts), [{}]);
    expect(placeFigure(selection, undefined, key('2024'))).toEqual({ missing: 'not-in-dataset' });
    expect(placeSeries(selection, undefined, key('2024'))).toEqual([]);
  });

  it('sums nothing when one of the figures is a percentage', () => {
    const series = Object.entries(cells).map(([region, figures]) =>
      buildSeries({ Contents: region === '0602' ? 'share' : 'n', Region: region }, figures),
    );
    const mixed = buildDataset(series, { quantities: { n: 'count', share: 'percentage' } });
    expect(figureAt(mixed, '2019', [{ Contents: ['n', 'share'] }])).toEqual({ missing: 'border-change' });
  });

  it('takes figures without contents for counts', () => {
    const series = Object.entries(cells).map(([Region, figures]) => buildSeries({ Region }, figures));
    expect(figureAt(buildDataset(series, { contentsDimension: null }), '2019')).toEqual({ value: 50 });
  });

  it('calls a year before the first valid code a change of borders', () => {
    const county = { ...MERGED, codes: [{ code: '3301', fromYear: 2024 }] };
    const selection = selectSeries(counts, categoriesOf(counts), [{}]);
    expect(placeFigure(selection, county, key('2023'))).toEqual({ missing: 'border-change' });
  });

  it('misses the figure of a year after its last code, whatever number the table shows', () => {
    const ended = { ...MERGED, codes: [{ code: '3005', fromYear: 2020, toYear: 2023 }] };
    const selection = selectSeries(counts, categoriesOf(counts), [{}]);
    expect(placeFigure(selection, ended, key('2024'))).toEqual({ missing: 'code-ended' });
  });

  it('calls a year between two codes a change of borders', () => {
    const split = {
      ...MERGED,
      codes: [
        { code: '0602', toYear: 2019 },
        { code: '3301', fromYear: 2024 },
      ],
    };
    const selection = selectSeries(counts, categoriesOf(counts), [{}]);
    expect(placeFigure(selection, split, key('2021'))).toEqual({ missing: 'border-change' });
  });

  it('know its series under every code it has had, and under one where the source sums', () => {
    const [series] = regionSeries({ '3005': { '2020': 1 } });
    expect(isOfPlace(counts, series!, MERGED)).toBe(true);
    expect(isOfPlace(counts, series!, undefined)).toBe(false);
    const regions = { dimension: 'Region', form: 'grouped', prefix: 'K-' } as const;
    const grouped = regionSeries({ 'K-3301': { '2020': 1 }, 'K-3005': { '2020': 1 } });
    expect(grouped.map((one) => isOfPlace(buildDataset(grouped, { regions }), one, MERGED))).toEqual([true, false]);
  });

  it('end where the label says so, and what cannot exist after that is of an ended code', () => {
    const labels = { Region: { '3301': 'Elveby (2020-2023)' } };
    const series = regionSeries({ '3301': { '2024': { value: null, obsStatus: 'M', symbol: '.' } } });
    const dataset = buildDataset(series, { labels });
    expect(factsOf(dataset, series[0]!).lastYear).toBe(2023);
    expect(figureAt(dataset, '2024')).toEqual({ missing: 'code-ended' });
    expect(factsOf(buildDataset(series), series[0]!).lastYear).toBeNull();
    expect(factsOf(buildDataset(series, { regions: null, labels }), series[0]!).lastYear).toBeNull();
  });

  it('reads grouped regions under prefix and today’s code in every year', () => {
    const regions = { dimension: 'Region', form: 'grouped', prefix: 'K-' } as const;
    const dataset = buildDataset(regionSeries({ 'K-3301': { '2008': 40, '2024': 54 } }), { regions });
    expect([figureAt(dataset, '2008'), figureAt(dataset, '2024')]).toEqual([{ value: 40 }, { value: 54 }]);
  });

  it('refuses a grouped percentage in years with several codes: somebody summed it', () => {
    const regions = { dimension: 'Region', form: 'grouped', prefix: 'K-' } as const;
    const dataset = buildDataset(regionSeries({ 'K-3301': { '2019': 40 } }), {
      regions,
      quantities: { n: 'percentage' },
    });
    expect(figureAt(dataset, '2019')).toEqual({ missing: 'border-change' });
  });

  it('reads every series of a dataset without regions', () => {
    const dataset = buildDataset([buildSeries({ Contents: 'n' }, { '2024': 7 })], { regions: null });
    expect(figureAt(dataset, '2024')).toEqual({ value: 7 });
    const selection = selectSeries(dataset, categoriesOf(dataset), [{}]);
    expect(placeFigure(selection, undefined, key('2024'))).toEqual({ value: 7 });
  });

  it('stand behind nothing where a term does not fit the dataset', () => {
    const selection = selectSeries(counts, categoriesOf(counts), [{ Sektor: ['Road'] }]);
    expect(placeSeries(selection, MERGED, key('2024'))).toEqual([]);
    expect(placeParts(selection, MERGED, key('2024'))).toBeUndefined();
  });
});

describe('terms', () => {
  function files(cells: Record<string, Cell>) {
    const series = Object.entries(cells).map(([codes, cell]) => {
      const [Sector = '', Source = ''] = codes.split('/');
      return buildSeries({ Contents: 'n', Sector, Source }, { '2024': cell });
    });
    return buildDataset(series, { regions: null });
  }
  const emissions = files({
    'Road/Cars': 5,
    'Road/Lorries': 3,
    'Road/Buses': 1,
    'Farms/Animals': 10,
    'Homes/Stoves': 4,
  });

  it.each<[string, SeriesTerm[], number]>([
    ['sums the listed categories', [{ Sector: ['Farms', 'Homes'], Source: { not: [] } }], 14],
    ['leaves out what it is told to', [{ Sector: ['Road'], Source: { not: ['Cars'] } }], 4],
    [
      'adds terms together',
      [
        { Sector: ['Farms'], Source: { not: [] } },
        { Sector: ['Road'], Source: { not: ['Cars'] } },
      ],
      14,
    ],
  ])('%s', (_title, terms, expected) => {
    expect(figureAt(emissions, '2024', terms)).toEqual({ value: expected });
  });

  it.each<[string, SeriesTerm]>([
    ['a dimension that does not exist', { Sektor: ['Road'], Source: { not: [] } }],
    ['a category that does not exist', { Sector: ['Ships'], Source: { not: [] } }],
    ['an excluded category that does not exist', { Sector: ['Road'], Source: { not: ['Car'] } }],
    ['no choice in a dimension with several categories', { Sector: ['Road'] }],
    ['a listed combination without a row', { Sector: ['Farms'], Source: ['Cars'] }],
  ])('finds nothing in the dataset for %s', (_title, term) => {
    expect(figureAt(emissions, '2024', [term])).toEqual({ missing: 'not-in-dataset' });
  });

  it('needs an observation for every listed category', () => {
    const dataset = buildDataset(
      [buildSeries({ Sector: 'Road' }, { '2023': 1, '2024': 1 }), buildSeries({ Sector: 'Farms' }, { '2023': 2 })],
      { regions: null },
    );
    const terms = [{ Sector: ['Road', 'Farms'] }];
    expect([figureAt(dataset, '2023', terms), figureAt(dataset, '2024', terms)]).toEqual([
      { value: 3 },
      { missing: 'not-in-dataset' },
    ]);
  });

  it('does not count a row that is absent behind “all but”', () => {
    const dataset = buildDataset(
      [buildSeries({ Sector: 'Road' }, { '2024': 1 }), buildSeries({ Sector: 'Farms' }, { '2023': 2 })],
      { regions: null },
    );
    expect(figureAt(dataset, '2024', [{ Sector: { not: [] } }])).toEqual({ value: 1 });
  });

  it('takes a figure that is no longer published to be no part of all there are, and to be missing where it is listed', () => {
    const withdrawn: Cell = { symbol: WITHDRAWN, obsStatus: 'O' };
    const dataset = files({ 'Road/Cars': 5, 'Road/Buses': withdrawn });
    const of = (Source: readonly string[] | { not: readonly string[] }) =>
      figureAt(dataset, '2024', [{ Sector: ['Road'], Source }]);
    expect([of({ not: [] }), of(['Cars', 'Buses'])]).toEqual([{ value: 5 }, { missing: 'withdrawn' }]);
  });

  it('misses a figure that is gone in one year alone, as a part of all there are', () => {
    const series = [
      buildSeries({ Sector: 'Road' }, { '2023': 1, '2024': 1 }),
      buildSeries({ Sector: 'Farms' }, { '2023': 2, '2024': { symbol: WITHDRAWN, obsStatus: 'O' } }),
    ];
    const dataset = buildDataset(series, { regions: null });
    const terms = [{ Sector: { not: [] } }];
    expect([figureAt(dataset, '2023', terms), figureAt(dataset, '2024', terms)]).toEqual([
      { value: 3 },
      { missing: 'withdrawn' },
    ]);
  });

  it('does count a row that is there without a number', () => {
    const dataset = files({ 'Road/Cars': 5, 'Road/Buses': null });
    expect(figureAt(dataset, '2024', [{ Sector: ['Road'], Source: { not: [] } }])).toEqual({ missing: 'missing' });
  });
});

describe('the reason a number is missing', () => {
  it.each([
    ['M', 'not-possible'],
    ['O', 'missing'],
    ['Q', 'confidential'],
    ['N', 'nil'],
    ['A', 'unexplained'],
  ] as const)('status %s means %s', (obsStatus, missing) => {
    const dataset = buildDataset(regionSeries({ '3301': { '2024': { value: null, obsStatus } } }));
    expect(figureAt(dataset, '2024')).toEqual({ missing });
  });

  it.each([
    [ZERO_SYMBOL, 'zero'],
    [WITHDRAWN, 'withdrawn'],
  ])('symbol %s means %s', (symbol, missing) => {
    const dataset = buildDataset(regionSeries({ '3301': { '2024': { value: null, obsStatus: 'O', symbol } } }));
    expect(figureAt(dataset, '2024')).toEqual({ missing });
  });

  it('is none for a nil that the dataset counts: it is a published 0', () => {
    const dataset = buildDataset(regionSeries({ '3301': { '2024': { value: 0, obsStatus: 'A', symbol: '-' } } }));
    expect(figureAt(dataset, '2024')).toEqual({ value: 0 });
  });

  it('is not looked for when a status stands on a number', () => {
    const dataset = buildDataset(regionSeries({ '3301': { '2024': { value: 3, obsStatus: 'Q' } } }));
    expect(figureAt(dataset, '2024')).toEqual({ value: 3 });
  });
});
