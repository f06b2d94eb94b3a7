import { describe, expect, it } from 'vitest';
import { indexGroups } from '../../src/compute/index-groups.ts';
import { buildDataset, buildGeography, buildSeries, INPUT, key, OWN } from '../support/builders.ts';

const INDEX = { ...INPUT, over: 'Trade', terms: [{ Trade: ['b', 'a'] }] };
const SERIES = [
  buildSeries({ Trade: 'a', Region: OWN }, { '2023': 50, '2024': 49 }),
  buildSeries({ Trade: 'b', Region: OWN }, { '2023': 30, '2024': { value: null, obsStatus: 'Q' } }),
  buildSeries({ Trade: 'total', Region: OWN }, { '2023': 80, '2024': 80 }),
  buildSeries({ Trade: 'a', Region: '0201' }, { '2023': 7, '2024': 8 }),
];
const DATASET = buildDataset(SERIES, { contentsDimension: null, labels: { Trade: { a: 'Handel' } } });
const POINT = { period: key('2024'), previousPeriod: key('2023') };

describe('the groups of an index', () => {
  it('are those of the own place, in the order of the settings, now and before, with a reason where one is missing', () => {
    expect(indexGroups(INDEX, DATASET, buildGeography(), POINT)).toEqual([
      { label: 'b', now: { missing: 'confidential' }, before: { value: 30 } },
      { label: 'Handel', now: { value: 49 }, before: { value: 50 } },
    ]);
  });

  it('are called by their codes in a dataset without labels', () => {
    const groups = indexGroups(INDEX, { ...DATASET, labels: {} }, buildGeography(), POINT);
    expect(groups.map(({ label }) => label)).toEqual(['b', 'a']);
  });

  it('have nothing before the first period', () => {
    const [group] = indexGroups(INDEX, DATASET, buildGeography(), { period: key('2023'), previousPeriod: null });
    expect(group).toEqual({ label: 'b', now: { value: 30 }, before: { missing: 'no-previous-period' } });
  });

  it('are none for a measure that is no index', () => {
    expect(indexGroups(INPUT, DATASET, buildGeography(), POINT)).toEqual([]);
  });
});
