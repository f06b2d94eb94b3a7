import { describe, expect, it } from 'vitest';
import { computeIndicator } from '../../src/compute/compute-indicator.ts';
import { indexGroups } from '../../src/compute/index-groups.ts';
import type { StoredDataset } from '../../src/model/data/dataset.ts';
import type { IndicatorInput } from '../../src/model/plan/indicator.ts';
import { buildDataset, buildDefinition, buildGeography, buildSeries, INPUT, key, OWN } from '../support/builders.ts';

/** Three groups until 2025, and from 2026 on four under codes of which one means something else. */
const OLD = buildDataset(
  [
    buildSeries({ Contents: 'n', Region: OWN, Trade: 'a' }, { '2024': 50, '2025': 50 }),
    buildSeries({ Contents: 'n', Region: OWN, Trade: 'b' }, { '2024': 30, '2025': 30 }),
    buildSeries({ Contents: 'n', Region: OWN, Trade: 'c' }, { '2024': 20, '2025': 20 }),
  ],
  { publication: { table: '07984', alternative: 'divisions' }, labels: { Trade: { a: 'Handel' } } },
);
const NEW = buildDataset(
  [
    buildSeries({ Branch: 'a', Contents: 'n', Region: OWN }, { '2026': 25, '2027': 25 }),
    buildSeries({ Branch: 'd', Contents: 'n', Region: OWN }, { '2026': 75, '2027': { value: null, obsStatus: 'Q' } }),
  ],
  { publication: { table: '15001', alternative: 'divisions@15001' }, labels: { Branch: { a: 'Annet' } } },
);
const latest = { latestPeriod: key('2027') };
const SWITCHED: StoredDataset = { ...NEW, ...latest, earlier: [{ ...OLD, ...latest }] };

const INDEX: IndicatorInput = {
  ...INPUT,
  terms: [{ Trade: ['a', 'b', 'c'] }],
  over: 'Trade',
  afterSwitch: { terms: [{ Branch: ['a', 'd'] }], over: 'Branch' },
};

function seriesOf(dataset: StoredDataset, input: IndicatorInput = INDEX) {
  const definition = buildDefinition({ inputs: [input], measure: 'diversity' });
  return computeIndicator(definition, new Map([['figures', dataset]]), buildGeography());
}

describe('an index over groups that were replaced', () => {
  it('is read of each table in its own words, up to the first period of the next', () => {
    const { points } = seriesOf(SWITCHED);
    expect(points.map(({ period, value }) => [period, value])).toMatchObject([
      [key('2024'), { value: 0.62 }],
      [key('2025'), { value: 0.62 }],
      [key('2026'), { value: 0.375 }],
      [key('2027'), { missing: 'confidential' }],
    ]);
  });

  it('has the period before its latest also where that is of the table before', () => {
    const { points } = seriesOf(SWITCHED);
    expect(points.map(({ previousPeriod }) => previousPeriod)).toEqual([null, key('2024'), key('2025'), key('2026')]);
  });

  it('says of each observation, and of what is missing, only what its own table has', () => {
    const { observations, missing, publication } = seriesOf(SWITCHED);
    expect(publication?.table).toBe('15001');
    expect(observations.map(({ table, series, period }) => [table, series, period])).toEqual([
      ['15001', `a|n|${OWN}`, '2026'],
      ['15001', `d|n|${OWN}`, '2026'],
      ['15001', `a|n|${OWN}`, '2027'],
      ['15001', `d|n|${OWN}`, '2027'],
    ]);
    expect(missing.map(({ series, period }) => [series, period])).toEqual([[`d|n|${OWN}`, '2027']]);
  });

  it('has no figures of the new table where the settings do not say what is asked of it', () => {
    const { points } = seriesOf(SWITCHED, { ...INPUT, terms: INDEX.terms, over: 'Trade' });
    expect(points.map(({ period, value }) => [period, value])).toMatchObject([
      [key('2024'), { value: 0.62 }],
      [key('2025'), { value: 0.62 }],
      [key('2027'), { missing: 'not-in-dataset' }],
    ]);
  });

  it('is read as before where nothing was replaced yet', () => {
    expect(seriesOf(OLD).points).toEqual(seriesOf(OLD, { ...INPUT, terms: INDEX.terms, over: 'Trade' }).points);
  });

  it('shows the groups of the table of the period, which had nothing before the switch', () => {
    const at = (code: string, before: string) => ({ period: key(code), previousPeriod: key(before) });
    expect(indexGroups(INDEX, SWITCHED, buildGeography(), at('2026', '2025'))).toEqual([
      { label: 'Annet', now: { value: 25 }, before: { missing: 'no-previous-period' } },
      { label: 'd', now: { value: 75 }, before: { missing: 'no-previous-period' } },
    ]);
    expect(indexGroups(INDEX, SWITCHED, buildGeography(), at('2025', '2024'))[0]).toEqual({
      label: 'Handel',
      now: { value: 50 },
      before: { value: 50 },
    });
  });
});
