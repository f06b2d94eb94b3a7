import { describe, expect, it } from 'vitest';
import { computeIndicator } from '../../src/compute/compute-indicator.ts';
import type { StoredDataset } from '../../src/model/data/dataset.ts';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import type { Rule } from '../../src/model/plan/rule.ts';
import type { Geography } from '../../src/model/data/place.ts';
import type { Cell } from '../support/builders.ts';
import {
  buildDataset,
  buildDefinition,
  buildGeography,
  buildPeerGroup,
  buildSeries,
  INPUT,
  key,
  OWN,
  regionSeries,
} from '../support/builders.ts';

// What a series holds beside its points: which observations, what is missing, since when, and from which second table.

const WITHHELD: Cell = { value: null, obsStatus: 'Q', symbol: ':' };
const GROUP = buildPeerGroup({ North: ['0201'], South: ['0301', '0302'] });
const RATIO: IndicatorDefinition['inputs'][number] = { ...INPUT, per: { dataset: 'people', terms: [{}], times: 100 } };
const PEOPLE = { datasetId: 'people', table: '07459' };

function compute(
  definition: Partial<IndicatorDefinition>,
  datasets: readonly StoredDataset[],
  geography: Geography = buildGeography(GROUP),
) {
  const byId = new Map(datasets.map((one) => [one.publication.datasetId, one]));
  return computeIndicator(buildDefinition(definition), byId, geography);
}
const held = (year: number): Rule => ({
  ...{ id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0 } },
  base: { year, tolerance: { absolute: 0 } },
});
const years = (cells: Record<string, Cell>) => buildDataset(regionSeries({ [OWN]: cells }));

describe('the periods of a series', () => {
  it('stand in order, whoever has them', () => {
    const cells = { [OWN]: { '2023': 1, '2024': 2 }, '0201': { '2022': 1, '2024': 1 } };
    const { points } = compute({}, [buildDataset(regionSeries(cells))]);
    expect(points.map(({ period }) => period)).toEqual([key('2022'), key('2023'), key('2024')]);
  });
});

describe('the observations of a series', () => {
  const periodsOf = (rule: Rule) => {
    const { observations } = compute({ rule }, [years({ '2020': 1, '2021': 2, '2022': 3, '2023': 4, '2024': 5 })]);
    return observations.map(({ period }) => period);
  };

  it('are those since the base too, since a break between moves it', () => {
    expect(periodsOf(held(2021))).toEqual(['2021', '2022', '2023', '2024']);
  });

  it('are those of the latest period alone where the rule reads no other', () => {
    expect(periodsOf({ id: 'threshold', min: 1 })).toEqual(['2024']);
  });

  it('are those of the period before too where there is no ambition yet', () => {
    expect(periodsOf({ id: 'not-set' })).toEqual(['2023', '2024']);
  });

  it.each(['0201', '0302'])('are each there once, also of a place in a region that is compared with: %s', (place) => {
    const cells = Object.fromEntries([OWN, '0201', '0301', '0302'].map((code) => [code, { '2024': 1 }]));
    const rule: Rule = {
      ...{ id: 'against', place, direction: 'increase', as: 'share', min: 100 },
      tolerance: { absolute: 0 },
    };
    const { observations } = compute({ rule, peers: 'rivals' }, [buildDataset(regionSeries(cells))]);
    expect(observations.map(({ series }) => series)).toEqual([OWN, '0201', '0301', '0302'].map((code) => `n|${code}`));
  });
});

describe('what is missing from a series', () => {
  const missingOf = (...given: Parameters<typeof compute>) =>
    compute(...given).missing.map(({ period, reason }) => `${period} ${reason}`);

  it('is nothing where every figure is there', () => {
    expect(compute({}, [years({ '2023': 1, '2024': 2 })]).missing).toEqual([]);
  });

  it('is told since the base, in order, and no longer back', () => {
    const cells = { '2020': null, '2021': 2, '2022': WITHHELD, '2023': 4, '2024': WITHHELD, '2025': 1 };
    expect(missingOf({ rule: held(2021) }, [years(cells)])).toEqual(['2022 confidential', '2024 confidential']);
    expect(missingOf({}, [years(cells)])).toEqual(['2024 confidential']);
  });

  it('is told of the base year itself, and since the first base of several', () => {
    const cells = { '2020': null, '2021': WITHHELD, '2022': null, '2023': 4, '2024': 5, '2025': 1 };
    expect(missingOf({ rule: { id: 'all-of', parts: [held(2023), held(2021)] } }, [years(cells)])).toEqual([
      '2021 confidential',
      '2022 missing',
    ]);
  });

  it('names no place where the table has none', () => {
    const dataset = buildDataset([buildSeries({ Contents: 'n' }, { '2023': 1, '2024': WITHHELD })], { regions: null });
    expect(compute({}, [dataset]).missing).toEqual([
      {
        ...{ role: 'own', place: null, period: '2024', series: 'n', label: '' },
        ...{ reason: 'confidential', symbol: ':', taken: false },
      },
    ]);
  });

  it('is a place as a whole where nobody knows it, or its codes have ended', () => {
    const lost = { ...buildPeerGroup({ Lost: ['0901'], Ended: ['0201'] }) };
    const geography = buildGeography(lost);
    const municipalities = geography.municipalities
      .filter(({ code }) => code !== '0901')
      .map((place) => (place.code === '0201' ? { ...place, codes: [{ code: '0201', toYear: 2023 }] } : place));
    const rule: Rule = { id: 'rank', direction: 'increase', within: 1 };
    const cells = { [OWN]: { '2024': 1 }, '0201': { '2024': 0 } };
    const { missing } = compute({ rule, peers: 'rivals' }, [buildDataset(regionSeries(cells))], {
      ...geography,
      municipalities,
    });
    const whole = { role: 'peer', period: '2024', series: null, label: '', symbol: null, taken: false };
    expect(missing).toEqual([
      { ...whole, place: null, reason: 'not-in-dataset' },
      { ...whole, place: { code: '0201', name: 'Municipality 0201' }, reason: 'code-ended' },
    ]);
  });

  it('is named by every category that is listed, and a category without a row by itself', () => {
    const series = [
      buildSeries({ Trade: 'a', Kind: 'x', Region: OWN }, { '2024': WITHHELD }),
      buildSeries({ Trade: 'b', Kind: 'x', Region: OWN }, { '2023': 1 }),
    ];
    const labels = { Trade: { a: 'Handel' }, Kind: { x: 'Alle' } };
    const dataset = buildDataset(series, { contentsDimension: null, labels });
    const { missing } = compute({ inputs: [{ ...INPUT, terms: [{ Trade: ['a', 'b'], Kind: ['x'] }] }] }, [dataset]);
    expect(missing.filter(({ period }) => period === '2024').map(({ label, taken }) => [label, taken])).toEqual([
      ['Handel, Alle', false],
      ['b', false],
    ]);
  });
});

describe('the parts of a sum', () => {
  const series = (...cells: readonly [string, Record<string, Cell>][]) =>
    cells.map(([Trade, figures]) => buildSeries({ Trade, Contents: 'n', Region: OWN }, figures));
  const figures = buildDataset(series(['b', { '2023': 1, '2024': 1 }], ['a', { '2024': 2 }]));
  const people = buildDataset(series(['c', { '2023': 1, '2024': 5 }]), { publication: PEOPLE });
  const open = { Trade: { not: [] } };
  const partsOf = (input: Partial<IndicatorDefinition['inputs'][number]>) =>
    compute({ inputs: [{ ...INPUT, ...input }] }, [figures, people]).points.map(({ parts }) => parts);

  it('are what there is in the period, in order, where the settings do not list it', () => {
    expect(partsOf({ terms: [open] })).toEqual([['b|n'], ['a|n', 'b|n']]);
  });

  it('are of no interest where the settings list it', () => {
    expect(partsOf({ terms: [{ Trade: ['b'] }] })).toEqual([undefined, undefined]);
  });

  it('are told where one of several terms is open', () => {
    expect(partsOf({ terms: [{ Trade: ['b'] }, { Trade: { not: ['b'] } }] })[1]).toEqual(['a|n', 'b|n']);
  });

  it('of a ratio are those of both tables, each by its dataset', () => {
    const per = { dataset: 'people', times: 1 };
    expect(partsOf({ terms: [open], per: { ...per, terms: [open] } })[1]).toEqual([
      ...['figures|a|n', 'figures|b|n', 'people|c|n'],
    ]);
    expect(partsOf({ terms: [{ Trade: ['b'] }], per: { ...per, terms: [open] } })[1]).toEqual(['people|c|n']);
    expect(partsOf({ terms: [{ Trade: ['b'] }], per: { ...per, terms: [{ Trade: ['c'] }] } })[1]).toBeUndefined();
  });
});

describe('a break that the source marks', () => {
  it('is one though only a part of the sum bears the mark', () => {
    const series = [
      buildSeries({ Trade: 'a', Contents: 'n', Region: OWN }, { '2023': 1, '2024': 1 }),
      buildSeries({ Trade: 'b', Contents: 'n', Region: OWN }, { '2023': 1, '2024': { value: 2, obsStatus: 'B' } }),
    ];
    const { markedBreaks } = compute({ inputs: [{ ...INPUT, terms: [{ Trade: ['a', 'b'] }] }] }, [
      buildDataset(series),
    ]);
    expect(markedBreaks).toEqual([{ period: key('2024'), place: `Municipality ${OWN}`, peer: null }]);
  });
});

describe('the datasets of a ratio', () => {
  const cells = { [OWN]: { '2023': 1, '2024': 2 } };
  const figures = buildDataset(regionSeries(cells));
  const spare = buildDataset(regionSeries(cells), { publication: { datasetId: 'spare' } });
  const definition = { measure: 'ratio', inputs: [RATIO, { ...INPUT, dataset: 'spare' }] } as const;
  const usedOf = (...datasets: readonly StoredDataset[]) =>
    compute(definition, [...datasets, spare]).publication?.datasetId;

  it('are used where both are there', () => {
    expect(usedOf(figures, buildDataset(regionSeries(cells), { publication: PEOPLE }))).toBe('figures');
  });

  it.each<[string, readonly StoredDataset[]]>([
    ['what is divided is not there', [buildDataset(regionSeries(cells), { publication: PEOPLE })]],
    ['what it is divided by is not there', [figures]],
    [
      'the two do not reach equally far down',
      [figures, buildDataset(regionSeries(cells), { publication: { ...PEOPLE, coverage: 'county' } })],
    ],
    [
      'the own place has nothing to be divided by',
      [figures, buildDataset(regionSeries({ '0201': { '2024': 1 } }), { publication: PEOPLE })],
    ],
  ])('give way to the next input where %s', (_, datasets) => {
    expect(usedOf(...datasets)).toBe('spare');
  });

  it('have no peers where one of them has no regions', () => {
    const people = buildDataset([buildSeries({ Contents: 'n' }, { '2024': 5 })], {
      regions: null,
      publication: PEOPLE,
    });
    const cellsOfAll = { [OWN]: { '2024': 1 }, '0201': { '2024': 1 } };
    const all = buildDataset(regionSeries(cellsOfAll));
    expect(compute({ ...definition, peers: 'rivals' }, [all, people]).points.at(-1)?.peers).toEqual([]);
  });
});

describe('since when the latest period is the latest', () => {
  const dataset = (latest: string, latestPeriodSince: string | null, publication = {}) =>
    buildDataset(regionSeries({ [OWN]: { '2023': 1, '2024': 1, [latest]: 2 } }), { latestPeriodSince, publication });
  const sinceOf = (over: StoredDataset, under?: StoredDataset) =>
    under === undefined
      ? compute({}, [over]).latestPeriodSince
      : compute({ measure: 'ratio', inputs: [RATIO] }, [over, under]).latestPeriodSince;

  it('is when the table published it, where that is known', () => {
    expect(sinceOf(dataset('2024', '2025-03-01'))).toBe('2025-03-01');
    expect(sinceOf(dataset('2024', null))).toBeNull();
  });

  it('is of a ratio when the later of its tables did', () => {
    expect(sinceOf(dataset('2024', '2025-03-01'), dataset('2024', '2025-05-01', PEOPLE))).toBe('2025-05-01');
    expect(sinceOf(dataset('2024', '2025-05-01'), dataset('2024', '2025-03-01', PEOPLE))).toBe('2025-05-01');
  });

  it('is of a ratio not when the table that is ahead published the next', () => {
    expect(sinceOf(dataset('2025', '2026-03-01'), dataset('2024', '2025-05-01', PEOPLE))).toBe('2025-05-01');
  });
});

describe('the second table of an index', () => {
  const input = { ...INPUT, over: 'Trade', terms: [{ Trade: ['a', 'b'] }], secondTable: 'second' };
  const index = { measure: 'diversity', inputs: [input] } as const;
  const table = (datasetId: string, periods: readonly string[], latestPeriod?: number | null) => {
    const cells = Object.fromEntries(periods.map((period) => [period, 5]));
    const series = ['a', 'b'].map((Trade) => buildSeries({ Trade, Region: OWN }, cells));
    const rest = latestPeriod === undefined ? {} : { latestPeriod };
    return buildDataset(series, { contentsDimension: null, publication: { datasetId }, ...rest });
  };
  const secondOf = (first: StoredDataset, second: StoredDataset) =>
    compute(index, [first, second]).second?.points.map(({ period }) => period);
  const upTo2024 = ['2022', '2023', '2024'];

  it('ends where the first does, or before', () => {
    expect(secondOf(table('figures', upTo2024), table('second', [...upTo2024, '2025']))).toEqual(upTo2024.map(key));
    expect(secondOf(table('figures', upTo2024), table('second', ['2022', '2023']))).toEqual(['2022', '2023'].map(key));
  });

  it('has no period when it has published none, and all its own when the first has none', () => {
    expect(secondOf(table('figures', upTo2024), table('second', upTo2024, null))).toEqual([]);
    expect(secondOf(table('figures', upTo2024, null), table('second', upTo2024))).toEqual(upTo2024.map(key));
  });
});

describe('the bounds of an index', () => {
  it.each([[{ total: 'all' }], [{ total: 'all', unspecified: '00' }]])(
    'need no group of what has no industry, where the table has none: %j',
    (whole) => {
      const cells: Record<string, Cell> = { a: 600, b: 300, c: WITHHELD, d: WITHHELD, all: 1000 };
      const series = Object.entries(cells).map(([Trade, cell]) =>
        buildSeries({ Trade, Region: OWN }, { '2024': cell }),
      );
      const input = { ...INPUT, over: 'Trade', terms: [{ Trade: ['a', 'b', 'c', 'd'] }], whole };
      const { points } = compute({ measure: 'diversity', inputs: [input] }, [
        buildDataset(series, { contentsDimension: null }),
      ]);
      expect(points.at(-1)?.bounds).toMatchObject({ low: { value: 0.54 }, high: { value: 0.545 } });
    },
  );
});

describe('the growth of peers', () => {
  const cells = {
    [OWN]: { '2023': 100, '2024': 110 },
    '0201': { '2023': 100, '2024': 104 },
    '0301': { '2023': 60, '2024': 64.2 },
    '0302': { '2023': 40, '2024': 42.8 },
  };
  const growthOf = (definition: Partial<IndicatorDefinition>) => {
    const { each, beaten } =
      compute({ peers: 'rivals', ...definition }, [buildDataset(regionSeries(cells))]).points.at(-1)?.growth ?? {};
    return [each !== undefined && 'value' in each ? each.value : each, beaten];
  };
  const lead = (absolute: number, direction?: 'increase' | 'decrease'): Rule => ({
    ...{ id: 'growth-lead', against: 'pooled', tolerance: { absolute } },
    ...(direction && { direction }),
  });

  it('is beaten by more than the margin of the rule, also of a part', () => {
    expect(growthOf({ rule: lead(0) })).toEqual([7, 2]);
    expect(growthOf({ rule: lead(5) })).toEqual([7, 1]);
    expect(growthOf({ rule: { id: 'all-of', parts: [held(2023), lead(5)] } })).toEqual([7, 1]);
  });

  it('is hardest to beat where it is lowest, when a decrease is asked for', () => {
    expect(growthOf({ rule: lead(5, 'decrease') })).toEqual([4, 0]);
    expect(growthOf({ rule: { id: 'all-of', parts: [lead(5, 'decrease')] } })).toEqual([4, 0]);
  });

  it('is told for an increase, without a margin, where no rule asks for a lead', () => {
    expect(growthOf({ measure: 'growth' })).toEqual([7, 2]);
    expect(growthOf({ measure: 'growth', rule: { id: 'all-of', parts: [held(2023)] } })).toEqual([7, 2]);
  });
});
