import { describe, expect, it } from 'vitest';
import { comparedPlaces, comparedRegions, ownPlace, regionFigure } from '../../src/compute/compared-regions.ts';
import { selectSeries } from '../../src/compute/place-series.ts';
import { categoriesOf } from '../../src/compute/select-term.ts';
import { buildDataset, buildGeography, buildPeerGroup, key, OWN, regionSeries } from '../support/builders.ts';

const GROUP = buildPeerGroup({ North: ['0201', '0202'], South: ['0301'], Home: [OWN], Near: ['0102', OWN] });
const GEOGRAPHY = buildGeography(GROUP);

describe('comparedRegions', () => {
  it('never counts the own municipality as a peer', () => {
    const regions = comparedRegions(GROUP, GEOGRAPHY, 'municipality');
    expect(regions.map(({ name, members }) => [name, members.map((place) => place?.code)])).toEqual([
      ['North', ['0201', '0202']],
      ['South', ['0301']],
      ['Near', ['0102']],
    ]);
  });

  it('compares each county once on county figures, the own left out', () => {
    const regions = comparedRegions(GROUP, GEOGRAPHY, 'county');
    expect(regions.map(({ id, name }) => [id, name])).toEqual([
      ['02', 'County 02'],
      ['03', 'County 03'],
    ]);
  });

  it('keeps a member that the settings do not know, so that its county is missed', () => {
    const unknown = buildPeerGroup({ Lost: ['0901'] });
    const [region] = comparedRegions(unknown, GEOGRAPHY, 'county');
    expect(region).toEqual({ id: '0901', name: '0901', members: [undefined] });
  });

  it('compares every county where the settings do not know the own municipality', () => {
    const regions = comparedRegions(GROUP, { ...GEOGRAPHY, own: '9999' }, 'county');
    expect(regions.map(({ id }) => id)).toEqual(['02', '03', '01']);
  });

  it('compares nobody on national figures', () => {
    expect(comparedRegions(GROUP, GEOGRAPHY, 'national')).toEqual([]);
  });

  it('compares nobody without a group', () => {
    expect(comparedRegions(undefined, GEOGRAPHY, 'municipality')).toEqual([]);
  });
});

describe('ownPlace', () => {
  it('is the municipality, or its county on county figures', () => {
    expect([ownPlace(GEOGRAPHY, 'municipality')?.code, ownPlace(GEOGRAPHY, 'county')?.code]).toEqual([OWN, '01']);
  });

  it('is none when the settings do not know the municipality', () => {
    const elsewhere = { ...GEOGRAPHY, own: '9999' };
    expect([ownPlace(elsewhere, 'municipality'), ownPlace(elsewhere, 'county')]).toEqual([undefined, undefined]);
  });
});

describe('comparedPlaces', () => {
  const compared = (...given: Parameters<typeof comparedPlaces>) =>
    comparedPlaces(...given).map(({ id, name, members }) => [id, name, members.map((place) => place?.code)]);

  it('are single places and the country', () => {
    expect(compared(['0201', '0'], GEOGRAPHY, 'municipality')).toEqual([
      ['0201', 'Municipality 0201', ['0201']],
      ['0', 'Norge', ['0']],
    ]);
  });

  it('are counties on county figures, the own one left out', () => {
    expect(compared(['0201', '0102', '0'], GEOGRAPHY, 'county')).toEqual([
      ['0201', 'County 02', ['02']],
      ['0', 'Norge', ['0']],
    ]);
  });

  it('keep one that the settings do not know, so that it is missed', () => {
    expect(compared(['0901'], GEOGRAPHY, 'municipality')).toEqual([['0901', '0901', [undefined]]]);
    expect(compared(['0201'], { ...GEOGRAPHY, own: '9999' }, 'municipality')).toEqual([
      ['0201', 'Municipality 0201', ['0201']],
    ]);
  });

  it('are none on national figures', () => {
    expect(compared(['0201', '0'], GEOGRAPHY, 'national')).toEqual([]);
  });
});

describe('regionFigure', () => {
  const [north] = comparedRegions(GROUP, GEOGRAPHY, 'municipality');
  const figureOf = (cells: Record<string, number | null>, quantity: 'count' | 'percentage') => {
    const series = regionSeries(
      Object.fromEntries(Object.entries(cells).map(([code, cell]) => [code, { 2024: cell }])),
    );
    const dataset = buildDataset(series, { quantities: { n: quantity } });
    return regionFigure(selectSeries(dataset, categoriesOf(dataset), [{}]), north!, key('2024'));
  };

  it('sums counts over the members', () => {
    expect(figureOf({ '0201': 3, '0202': 4 }, 'count')).toEqual({ value: 7 });
  });

  it('needs every member', () => {
    expect(figureOf({ '0201': 3, '0202': null }, 'count')).toEqual({ missing: 'missing' });
  });

  it('lets a percentage of one member stand', () => {
    const dataset = buildDataset(regionSeries({ '0301': { 2024: 61.5 } }), { quantities: { n: 'percentage' } });
    const south = comparedRegions(GROUP, GEOGRAPHY, 'municipality')[1]!;
    const selection = selectSeries(dataset, categoriesOf(dataset), [{}]);
    expect(regionFigure(selection, south, key('2024'))).toEqual({ value: 61.5 });
    expect(regionFigure(selection, { ...south, members: [] }, key('2024'))).toEqual({ missing: 'not-possible' });
  });

  it('does not sum percentages over members', () => {
    expect(figureOf({ '0201': 3, '0202': 4 }, 'percentage')).toEqual({ missing: 'not-possible' });
  });
});
