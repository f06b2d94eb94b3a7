import { describe, expect, it } from 'vitest';
import type { IndicatorPoint, IndicatorSeries } from '../../../src/model/plan/indicator-series.ts';
import { replaceIndicatorValues } from '../../../src/store/assess/indicator-values.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { withRule } from '../support/build-assessment.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { count, rows, storeWithRun } from '../support/temporary-database.ts';

const own = { id: '3301', name: 'Egen kommune', measure: 'growth' } as const;

describe('the series of an indicator', () => {
  it('has one row for each place and period, own and peers', () => {
    const store = storeWithPeriods();
    replaceIndicatorValues(store, 'job-growth', seriesOf([point(2023000)]), own);
    expect(rows(store, 'SELECT role, place, period, value, level, growth, unit FROM indicator_value')).toEqual([
      { role: 'own', place: '3301', period: 2023000, value: 1.2, level: 50_600, growth: 1.2, unit: null },
      { role: 'peer', place: 'a', period: 2023000, value: 1, level: 40_400, growth: 1, unit: null },
      { role: 'peer', place: 'b', period: 2023000, value: null, level: null, growth: null, unit: null },
    ]);
  });

  it('says why a number is missing', () => {
    const store = storeWithPeriods();
    replaceIndicatorValues(store, 'job-growth', seriesOf([point(2023000)]), own);
    expect(
      rows(store, "SELECT value_missing, level_missing, growth_missing FROM indicator_value WHERE place = 'b'"),
    ).toEqual([{ value_missing: 'confidential', level_missing: 'confidential', growth_missing: 'confidential' }]);
  });

  it('has a value for peers where the indicator is a level or a growth, and none where it is a distance', () => {
    const store = storeWithPeriods();
    const valueOf = (measure: 'level' | 'growth' | 'gap') => {
      replaceIndicatorValues(store, 'job-growth', seriesOf([point(2023000)]), { ...own, measure });
      return rows(store, "SELECT value FROM indicator_value WHERE place = 'a'")[0]?.['value'];
    };
    expect([valueOf('level'), valueOf('growth'), valueOf('gap')]).toEqual([40_400, 1, null]);
  });

  it('is replaced whole, and leaves other indicators alone', () => {
    const store = storeWithPeriods();
    withRule(store, 'other', 1);
    replaceIndicatorValues(store, 'other', seriesOf([point(2022000)]), own);
    replaceIndicatorValues(store, 'job-growth', seriesOf([point(2022000), point(2023000)]), own);
    replaceIndicatorValues(store, 'job-growth', seriesOf([point(2023000)]), own);
    expect(rows(store, 'SELECT indicator_id, period FROM indicator_value WHERE role = ? ORDER BY 1', 'own')).toEqual([
      { indicator_id: 'job-growth', period: 2023000 },
      { indicator_id: 'other', period: 2022000 },
    ]);
  });

  it('may be empty', () => {
    const store = storeWithPeriods();
    replaceIndicatorValues(store, 'job-growth', seriesOf([]), own);
    expect(count(store, 'indicator_value')).toBe(0);
  });
});

function storeWithPeriods() {
  const { store, runId } = storeWithRun();
  storePublication(store, buildPublication(regions({ 'K-3301': [1, 2] })), () => 'keep', runId);
  withRule(store);
  return store;
}

function seriesOf(points: readonly IndicatorPoint[]): IndicatorSeries {
  return {
    ...{ input: null, publication: null, peerGroup: null, points, observations: [], missing: [], markedBreaks: [] },
    ...{ latestPeriodSince: null, second: null },
  };
}

function point(period: number): IndicatorPoint {
  const growth = { value: 1.2 };
  return {
    period,
    value: { value: 1.2 },
    own: { value: 50_600 },
    previousPeriod: null,
    peers: [
      { id: 'a', name: 'A', level: { value: 40_400 }, growth: { value: 1 } },
      { id: 'b', name: 'B', level: { missing: 'confidential' }, growth: { missing: 'confidential' } },
    ],
    growth: { own: growth, pooled: growth, mean: growth, median: growth, each: growth, beaten: 1, compared: 1 },
  };
}
