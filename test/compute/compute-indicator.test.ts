import { describe, expect, it } from 'vitest';
import { computeIndicator } from '../../src/compute/compute-indicator.ts';
import { type StoredDataset, WITHDRAWN } from '../../src/model/data/dataset.ts';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import type { Geography } from '../../src/model/data/place.ts';
import { byValue } from '../support/by-value.ts';
import {
  buildCounty,
  buildDataset,
  buildDefinition,
  buildGeography,
  buildPeerGroup,
  buildSeries,
  INPUT,
  key,
  OWN,
  OWN_COUNTY,
  regionSeries,
} from '../support/builders.ts';

const GROUP = buildPeerGroup({ North: ['0201'], South: ['0301', '0302'] });
const GEOGRAPHY = buildGeography(GROUP);
const GROWTH = buildDefinition({
  measure: 'growth',
  rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } },
  peers: 'rivals',
});
const CELLS = {
  [OWN]: { '2022': 100, '2023': 100, '2024': 110 },
  '0201': { '2022': 50, '2023': 100, '2024': 104 },
  '0301': { '2022': 50, '2023': 60, '2024': 66 },
  '0302': { '2022': 50, '2023': 40, '2024': 44 },
};

function compute(
  definition: IndicatorDefinition,
  datasets: StoredDataset | readonly StoredDataset[],
  geography: Geography = GEOGRAPHY,
) {
  const all = [datasets].flat();
  return computeIndicator(definition, new Map(all.map((one) => [one.publication.datasetId, one])), geography);
}

describe('computeIndicator', () => {
  it('gives every period the measure, the level and the peers', () => {
    const point = compute(GROWTH, buildDataset(regionSeries(CELLS))).points.at(-1);
    expect(byValue(point)).toEqual({
      period: key('2024'),
      value: { value: 10 },
      own: { value: 110 },
      previousPeriod: key('2023'),
      peers: [
        { id: 'north', name: 'North', level: { value: 104 }, growth: { value: 4 } },
        { id: 'south', name: 'South', level: { value: 110 }, growth: { value: 10 } },
      ],
      growth: {
        ...{ own: { value: 10 }, pooled: { value: 7 }, mean: { value: 7 }, median: { value: 7 } },
        ...{ each: { value: 10 }, beaten: 1, compared: 2 },
      },
    });
  });

  it('has no growth in the first period', () => {
    const [first] = compute(GROWTH, buildDataset(regionSeries(CELLS))).points;
    expect([first?.value, first?.growth?.pooled]).toEqual([
      { missing: 'no-previous-period' },
      { missing: 'no-previous-period' },
    ]);
  });

  it('says why the first figure is missing rather than that nothing is before it', () => {
    const cells = { ...CELLS, [OWN]: { '2022': null, '2023': 100, '2024': 110 } };
    const [first] = compute(GROWTH, buildDataset(regionSeries(cells))).points;
    expect([first?.value, first?.peers[0]?.growth]).toEqual([
      { missing: 'missing' },
      { missing: 'no-previous-period' },
    ]);
  });

  it('gives the gap beside the level where the rule needs it', () => {
    const rule = { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0 } } as const;
    const point = compute(buildDefinition({ rule, peers: 'rivals' }), buildDataset(regionSeries(CELLS))).points.at(-1);
    expect(byValue([point?.value, point?.gap])).toEqual([{ value: 110 }, { value: 3 }]);
  });

  it('leaves a region out of the growth unless every member has both years', () => {
    const cells = { ...CELLS, '0302': { '2023': null, '2024': 44 } };
    const point = compute(GROWTH, buildDataset(regionSeries(cells))).points.at(-1);
    expect([point?.peers[1]?.growth, point?.growth?.pooled]).toEqual([
      { missing: 'missing' },
      { missing: 'peer-missing' },
    ]);
  });

  it('gives the gap to the unweighted mean of the peers', () => {
    const definition = buildDefinition({ measure: 'gap', peers: 'rivals' });
    const point = compute(definition, buildDataset(regionSeries(CELLS))).points.at(-1);
    expect(byValue([point?.peerMean, point?.gap, point?.value])).toEqual([{ value: 107 }, { value: 3 }, { value: 3 }]);
  });

  it('computes growth beside the level where a part of the rule needs it', () => {
    const parts = [buildDefinition().rule, GROWTH.rule];
    const definition = buildDefinition({ rule: { id: 'all-of', parts }, peers: 'rivals' });
    const point = compute(definition, buildDataset(regionSeries(CELLS))).points.at(-1);
    expect(byValue([point?.value, point?.growth?.own])).toEqual([{ value: 110 }, { value: 10 }]);
  });
});

describe('growth', () => {
  const growthOf = (definition: IndicatorDefinition) =>
    compute({ ...definition, peers: 'rivals' }, buildDataset(regionSeries(CELLS))).points.at(-1)?.growth?.own;

  it('is compared when it is the measure, whatever the rule', () => {
    expect(byValue(growthOf(buildDefinition({ measure: 'growth' })))).toEqual({ value: 10 });
  });

  it('is not compared when neither measure nor rule asks for it', () => {
    expect(growthOf(buildDefinition())).toBeUndefined();
  });
});

describe('the peers', () => {
  const others = { ...buildPeerGroup({ West: ['0401'] }), id: 'others' };
  const geography = { ...buildGeography(GROUP), peerGroups: [others, GROUP] };

  it('are those of the group that is named', () => {
    const series = compute(GROWTH, buildDataset(regionSeries(CELLS)), geography);
    expect(series.peerGroup?.id).toBe('rivals');
    expect(series.points.at(-1)?.peers.map(({ id }) => id)).toEqual(['north', 'south']);
  });

  it('are none in a dataset without regions, whose one figure is not theirs too', () => {
    const dataset = buildDataset([buildSeries({ Contents: 'n' }, { '2023': 1, '2024': 2 })], { regions: null });
    expect(compute(GROWTH, dataset).points.at(-1)).toMatchObject({
      peers: [],
      growth: { pooled: { missing: 'peer-missing' }, compared: 0 },
    });
  });

  it('with figures do not make up for an own figure: the next input is used', () => {
    const input = { ...INPUT, dataset: 'national', proxy: true };
    const definition = { ...GROWTH, inputs: [INPUT, input] };
    const peersAlone = buildDataset(regionSeries({ '0201': CELLS['0201'], '0301': CELLS['0301'] }));
    const publication = { datasetId: 'national', coverage: 'national' } as const;
    const national = buildDataset([buildSeries({ Contents: 'n' }, { '2024': 9 })], { publication, regions: null });
    expect(compute(definition, [peersAlone, national]).input?.dataset).toBe('national');
  });
});

describe('the input', () => {
  const definition = buildDefinition({ inputs: [INPUT, { ...INPUT, dataset: 'national', proxy: true }] });
  const publication = { datasetId: 'national', coverage: 'national' } as const;
  const national = buildDataset([buildSeries({ Contents: 'n' }, { '2024': 9 })], { publication, regions: null });

  it('is the first whose dataset has a figure for the own place', () => {
    const series = compute(definition, [buildDataset(regionSeries(CELLS)), national]);
    expect(series.publication?.datasetId).toBe('figures');
  });

  it('is the next when the first dataset is not there', () => {
    expect(compute(definition, national).input?.dataset).toBe('national');
  });

  it('is the next when the first dataset has no figure for the own place', () => {
    const others = buildDataset(regionSeries({ '0201': { '2024': 5 }, [OWN]: { '2024': null } }));
    expect(compute(definition, [others, national]).points).toMatchObject([{ own: { value: 9 } }]);
  });

  it('is the first though its terms find nothing in it: a hole is never a reason to switch', () => {
    const misread = {
      ...definition,
      inputs: [{ ...INPUT, terms: [{ Contents: ['other'] }] }, ...definition.inputs.slice(1)],
    };
    const series = compute(misread, [buildDataset(regionSeries(CELLS)), national]);
    expect([series.publication?.datasetId, series.points.at(-1)?.own]).toEqual([
      'figures',
      { missing: 'not-in-dataset' },
    ]);
  });

  it('is the first though all its figures of the own place are withheld', () => {
    const withheld = buildDataset(regionSeries({ [OWN]: { '2024': { value: null, obsStatus: 'Q' } } }));
    expect(compute(definition, [withheld, national]).publication?.datasetId).toBe('figures');
  });

  it('is the one whose figures were taken away, where no other has any', () => {
    const cells = { [OWN]: { '2024': { value: null, symbol: WITHDRAWN, obsStatus: 'O', taken: true } as const } };
    const gone = buildDataset(regionSeries({ ...cells, '0201': { '2024': 1 } }));
    expect(compute(definition, [gone]).points).toMatchObject([{ period: key('2024'), own: { missing: 'withdrawn' } }]);
    expect(compute(definition, [gone, national]).publication?.datasetId).toBe('national');
  });

  it('is none when nobody has a figure', () => {
    expect(compute(definition, [])).toEqual({
      ...{ input: null, publication: null, peerGroup: null, points: [], observations: [] },
      ...{ missing: [], markedBreaks: [], latestPeriodSince: null, second: null },
    });
  });
});

describe('periods', () => {
  const periodsOf = (dataset: StoredDataset) => compute(buildDefinition(), dataset).points.map(({ period }) => period);

  it('end with the latest that the table has published', () => {
    const cells = { [OWN]: { '2023': 1, '2024': 2, '2025': null }, '0201': { '2024': 1, '2025': null } };
    expect(periodsOf(buildDataset(regionSeries(cells)))).toEqual([key('2023'), key('2024')]);
  });

  it('end with it though the own cell of that period is withheld', () => {
    const cells = { [OWN]: { '2023': 1, '2024': 2, '2025': { value: null, obsStatus: 'Q' } as const } };
    expect(periodsOf(buildDataset(regionSeries(cells)))).toEqual([key('2023'), key('2024'), key('2025')]);
  });

  it('end with it though no cell at hand is of that period, which another dataset of the table has', () => {
    const dataset = buildDataset(regionSeries({ [OWN]: { '2023': 1, '2024': 2 } }), { latestPeriod: key('2025') });
    expect(compute(buildDefinition(), dataset).points.at(-1)).toMatchObject({
      ...{ period: key('2025'), previousPeriod: key('2024'), own: { missing: 'not-in-dataset' } },
    });
  });

  it('are none of a table that has published nothing but zeros', () => {
    expect(periodsOf(buildDataset(regionSeries({ [OWN]: { '2024': 0 } })))).toEqual([]);
  });

  it('keep a latest period that only peers have, as missing for the own place', () => {
    const cells = { [OWN]: { '2024': 2, '2025': null }, '0201': { '2024': 1, '2025': 1 } };
    expect(compute(GROWTH, buildDataset(regionSeries(cells))).points.at(-1)).toMatchObject({
      period: key('2025'),
      own: { missing: 'missing' },
    });
  });
});

describe('county figures', () => {
  const county = { publication: { coverage: 'county' } } as const;
  const cells = {
    '01': { '2023': 10, '2024': 11 },
    '02': { '2023': 20, '2024': 21 },
    '03': { '2023': 30, '2024': 31 },
  };

  it('stand for the own municipality, and compare whole counties', () => {
    const point = compute(GROWTH, buildDataset(regionSeries(cells), county)).points.at(-1);
    expect([point?.own, point?.peers.map(({ id }) => id)]).toEqual([{ value: 11 }, ['02', '03']]);
  });

  it('are missing in years when the county did not exist', () => {
    const geography = buildGeography(GROUP, [buildCounty(OWN_COUNTY, [{ code: OWN_COUNTY, fromYear: 2024 }])]);
    const [first] = compute(GROWTH, buildDataset(regionSeries(cells), county), geography).points;
    expect(first?.own).toEqual({ missing: 'border-change' });
  });
});

describe('diversity', () => {
  const definition = buildDefinition({
    measure: 'diversity',
    inputs: [{ ...INPUT, terms: [{ Trade: ['a', 'b', 'c'] }], over: 'Trade' }],
  });
  const dataset = (c: number | null, extra = 1000) => {
    const groups = { a: 50, b: 30, c, total: extra };
    const series = Object.entries(groups).map(([Trade, cell]) => buildSeries({ Trade, Region: OWN }, { '2024': cell }));
    return buildDataset(series, { contentsDimension: null });
  };

  it('runs over the listed groups only', () => {
    expect(compute(definition, dataset(20)).points).toMatchObject([
      { value: { value: 0.62 }, own: { missing: 'not-possible' } },
    ]);
  });

  it('counts a group by the terms that list it, and by no other', () => {
    const cells = { 'a/1': 50, 'b/1': 30, 'c/1': 500, 'a/2': 500, 'b/2': 500, 'c/2': 20 };
    const series = Object.entries(cells).map(([codes, cell]) => {
      const [Trade = '', Kind = ''] = codes.split('/');
      return buildSeries({ Trade, Kind, Region: OWN }, { '2024': cell });
    });
    const terms = [
      { Trade: ['a', 'b'], Kind: ['1'] },
      { Trade: ['c'], Kind: ['2'] },
    ];
    const inputs = [{ ...INPUT, terms, over: 'Trade' }];
    const points = compute({ ...definition, inputs }, buildDataset(series, { contentsDimension: null })).points;
    expect(points).toMatchObject([{ value: { value: 0.62 } }]);
  });

  it('is missing when no term lists a group', () => {
    const inputs = [{ ...INPUT, terms: [{}], over: 'Trade' }];
    const one = buildDataset([buildSeries({ Trade: 'a', Region: OWN }, { '2024': 5 })], { contentsDimension: null });
    expect(compute({ ...definition, inputs }, one).points).toMatchObject([{ value: { missing: 'base-not-positive' } }]);
  });

  it('is missing, in the period all the same, when a group is', () => {
    expect(compute(definition, dataset(null)).points).toMatchObject([
      { period: key('2024'), value: { missing: 'missing' } },
    ]);
  });

  it('runs over all groups but those excluded', () => {
    const inputs = [{ ...INPUT, terms: [{ Trade: { not: ['total'] } }], over: 'Trade' }];
    expect(compute({ ...definition, inputs }, dataset(20)).points).toMatchObject([{ value: { value: 0.62 } }]);
  });
});

describe('observations used', () => {
  it('are those of the latest period and the one a step before, own first', () => {
    const { observations } = compute(GROWTH, buildDataset(regionSeries(CELLS)));
    expect(observations.map(({ role, series, period, value }) => [role, series, period, value])).toEqual([
      ['own', `n|${OWN}`, '2023', 100],
      ['own', `n|${OWN}`, '2024', 110],
      ['peer', 'n|0201', '2023', 100],
      ['peer', 'n|0201', '2024', 104],
      ['peer', 'n|0301', '2023', 60],
      ['peer', 'n|0301', '2024', 66],
      ['peer', 'n|0302', '2023', 40],
      ['peer', 'n|0302', '2024', 44],
    ]);
  });

  it('are there for a dataset without regions', () => {
    const dataset = buildDataset([buildSeries({ Contents: 'n' }, { '2023': 1, '2024': 2 })], { regions: null });
    const { observations } = compute(buildDefinition(), dataset);
    expect(observations.map(({ role, series, period, value }) => [role, series, period, value])).toEqual([
      ['own', 'n', '2023', 1],
      ['own', 'n', '2024', 2],
    ]);
  });

  it('have no entry for a cell the source has no row for', () => {
    const cells = { [OWN]: { '2023': 100, '2024': 110 }, '0201': { '2024': 104 } };
    const { observations } = compute(GROWTH, buildDataset(regionSeries(cells)));
    expect(observations.map(({ series, period }) => `${series} ${period}`)).toEqual([
      `n|${OWN} 2023`,
      `n|${OWN} 2024`,
      'n|0201 2024',
    ]);
  });

  it('say where they come from, and whether they are provisional or revised', () => {
    const cell = { value: 110, symbol: '*', obsStatus: 'P', revised: true, publicationId: 7 } as const;
    const { observations } = compute(buildDefinition(), buildDataset(regionSeries({ [OWN]: { '2024': cell } })));
    expect(observations).toEqual([
      {
        ...{ table: '01234', series: `n|${OWN}`, period: '2024', value: 110, symbol: '*', obsStatus: 'P' },
        ...{ publication: 7, role: 'own', revised: true, provisional: true, correction: null },
      },
    ]);
  });
});
