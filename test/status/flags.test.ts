import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/indicator.ts';
import { isWithinVariation } from '../../src/status/variation.ts';
import { buildDefinition, buildPeerGroup, INPUT, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures, assessOwn } from './assess-figures.ts';

const FULL = { '2023': 10, '2024': 11 };

describe('flags', () => {
  it('are none for final municipal figures', () => {
    expect(assessOwn(FULL).flags).toEqual([]);
  });

  it.each(['county', 'national'] as const)('say proxy for %s figures', (coverage) => {
    const dataset = { publication: { coverage }, regions: null };
    expect(assessOwn(FULL, { dataset }).flags).toEqual(['proxy']);
  });

  it('say proxy for an input that stands in for something else', () => {
    expect(assessOwn(FULL, { definition: buildDefinition({ inputs: [{ ...INPUT, proxy: true }] }) }).flags).toEqual([
      'proxy',
    ]);
  });

  it('say provisional and revised for an own figure', () => {
    const cell = { value: 11, obsStatus: 'P', revised: true } as const;
    expect(assessOwn({ '2023': 10, '2024': cell }).flags).toEqual(['provisional', 'revised']);
  });

  it('say provisional for a peer’s figure', () => {
    const definition = buildDefinition({ peers: 'rivals' });
    const series = regionSeries({ [OWN]: FULL, '0201': { '2024': { value: 1, obsStatus: 'P' } } });
    expect(assessFigures({ definition, series, group: buildPeerGroup({ A: ['0201'] }) }).flags).toEqual([
      'provisional',
    ]);
  });

  it('do not look at figures that were not used', () => {
    expect(assessOwn({ '2022': { value: 1, obsStatus: 'P', revised: true }, ...FULL }).flags).toEqual([]);
  });

  it('say stale when told so, and keep the verdict', () => {
    expect(assessOwn(FULL, { stale: true })).toMatchObject({ flags: ['stale'], status: 'on-track' });
  });
});

describe('within-variation', () => {
  const years = (values: readonly number[]) =>
    Object.fromEntries(values.map((value, at) => [String(2017 + at), value] as const));
  const STEADY = [50, 51, 50, 51, 50, 51, 50, 51];
  const rising = { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 } } as const;

  it('is flagged for a change inside the limits, and keeps the verdict', () => {
    expect(assessOwn(years(STEADY))).toMatchObject({ flags: ['within-variation'], status: 'on-track' });
  });

  it.each<[string, Rule]>([
    ['off-track', { id: 'annual-change', direction: 'decrease', tolerance: { absolute: 0 } }],
    ['stable', { id: 'annual-change', direction: 'increase', tolerance: { absolute: 5 } }],
    ['partly-met', { id: 'all-of', parts: [rising, { ...rising, direction: 'decrease' }] }],
  ])('is flagged for such a change also when the verdict is %s', (status, rule) => {
    const definition = buildDefinition({ rule });
    expect(assessOwn(years(STEADY), { definition })).toMatchObject({ flags: ['within-variation'], status });
  });

  it('is not flagged for a change beyond the limits', () => {
    expect(assessOwn(years([...STEADY.slice(1), 60])).flags).toEqual([]);
  });

  it('is not flagged without a judgement of change', () => {
    expect(assessOwn(years(STEADY), { definition: buildDefinition({ rule: { id: 'not-set' } }) }).flags).toEqual([]);
  });

  it('looks at the years since a break only', () => {
    const breaks = [{ dataset: 'figures', period: '2019', reason: 'r', reference: 'x' }];
    expect(assessOwn(years(STEADY), { breaks }).flags).toEqual([]);
  });

  it('does not mind a break in another dataset', () => {
    const breaks = [{ dataset: 'others', period: '2019', reason: 'r', reference: 'x' }];
    expect(assessOwn(years(STEADY), { breaks }).flags).toEqual(['within-variation']);
  });

  it('is flagged when there are years enough since a hole', () => {
    expect(assessOwn({ '2015': 900, '2016': null, ...years(STEADY) }).flags).toEqual(['within-variation']);
  });

  it('looks at the years since a hole only', () => {
    expect(assessOwn({ ...years(STEADY), '2018': null }).flags).toEqual([]);
  });

  it.each<[string, number[], boolean]>([
    ['speaks from eight points up', STEADY, true],
    ['is silent on seven', STEADY.slice(1), false],
    ['is silent on none', [], false],
    // Mean 51.5, mean moving range 2: limits 46.18 and 56.82.
    ['lets in what lies on the near side of a limit', [51, 53, 51, 53, 51, 53, 51, 49], true],
    // Ranges 1 × 6 and 3.5, mean 1.357; 3.5 < 3.267 × 1.357 = 4.43 stays; 2.6875 from the mean, limit 3.61.
    ['keeps a range that is large but ordinary', [50, 51, 50, 51, 50, 51, 50, 53.5], true],
    // Ranges 1 × 6 and 5.3, mean 1.614; 5.3 > 3.267 × 1.614 = 5.27 goes; 4.26 from the mean, limit 2.66 and not 4.29.
    ['does not let a leap widen its own limits', [50, 51, 50, 51, 50, 51, 50, 55.3], false],
    ['takes a series that never moved to be ordinary', [5, 5, 5, 5, 5, 5, 5, 5], true],
  ])('%s', (_title, values, expected) => {
    expect(isWithinVariation(values)).toBe(expected);
  });
});
