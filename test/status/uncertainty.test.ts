import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/model/plan/indicator.ts';
import type { IndicatorPoint } from '../../src/model/plan/indicator-series.ts';
import { type ChangeUncertainty, uncertaintyOf } from '../../src/status/uncertainty.ts';

describe('the uncertainty of a change between two surveys', () => {
  it('is two standard errors of the change, by the widest spread the means allow', () => {
    // √(50·50/100) = 5 each, √(25 + 25) = 7.0711, doubled.
    expect(between([50, 100], [50, 100])?.width).toBeCloseTo(14.1421, 4);
    // √(64·36/300 + 66·34/300) = √(7.68 + 7.48) = 3.8936, doubled.
    expect(between([64, 300], [66, 300])?.width).toBeCloseTo(7.7872, 4);
  });

  it('is measured within the range of the survey', () => {
    // On 1 to 5: √(2·2/100) = 0.2 each, √0.08 = 0.2828, doubled.
    expect(between([3, 100], [3, 100], [1, 5])?.width).toBeCloseTo(0.5657, 4);
  });

  it.each([
    [64.2, 312, 66.5, 298, true],
    [64, 300, 71.5, 300, true],
    [64, 300, 72, 300, false],
    [64, 30_000, 66, 30_000, false],
    [72, 300, 64, 300, false],
  ])('%d by %d, then %d by %d', (first, answers, second, later, expected) => {
    expect(between([first, answers], [second, later])?.isWithin).toBe(expected);
  });

  it('includes a change of exactly two standard errors', () => {
    // 4·(100·0/n + 90·10/36) = 100 = 10².
    expect(between([100, 7], [90, 36])?.isWithin).toBe(true);
    expect(between([100, 7], [90, 37])?.isWithin).toBe(false);
  });

  it('says how many answered', () => {
    expect(between([64.2, 312], [66.5, 298])?.respondents).toEqual([312, 298]);
  });

  it.each<[string, [number, number | undefined]]>([
    ['nobody answered', [60, 0]],
    ['the file does not say how many answered', [60, undefined]],
    ['an index is beyond its range', [100.1, 10]],
    ['an index is below its range', [-0.1, 10]],
  ])('is not known when %s', (_, odd) => {
    expect(between([60, 100], odd)).toBeNull();
    expect(between(odd, [60, 100])).toBeNull();
  });

  it('is not known of one survey alone, or of anything but the index itself', () => {
    const one = pointOf([60, 100]);
    expect(uncertaintyOf({ definition: definitionOf('level'), current: one, previous: null }, [0, 100])).toBeNull();
    expect(uncertaintyOf({ definition: definitionOf('gap'), current: one, previous: one }, [0, 100])).toBeNull();
  });
});

type Survey = readonly [index: number, respondents: number | undefined];

function between(before: Survey, after: Survey, range: readonly [number, number] = [0, 100]): ChangeUncertainty | null {
  const points = { current: pointOf(after), previous: pointOf(before) };
  return uncertaintyOf({ definition: definitionOf('level'), ...points }, range);
}

function pointOf([index, respondents]: Survey): IndicatorPoint {
  const value = { value: index };
  const counted = respondents === undefined ? {} : { respondents };
  return { period: 2_025_000, value, own: value, previousPeriod: null, peers: [], ...counted };
}

function definitionOf(measure: Measure) {
  return {
    ...{ id: 'index', position: 1, title: '', titleEn: '', goal: '', subgoal: '', ambition: '', measurement: '' },
    ...{ inputs: [], measure, step: { unit: 'year', count: 1 } as const, references: [] },
    rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 } } as const,
  };
}
