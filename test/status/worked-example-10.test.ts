import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/plan/rule.ts';
import { buildDefinition, buildPeerGroup, INPUT, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures, assessOwn } from './assess-figures.ts';
import { assessRatio } from './rules/assess-ratio.ts';

const judged = (rule: Rule, cells: Readonly<Record<string, number>>) =>
  assessOwn(cells, { definition: buildDefinition({ rule }) }).status;

describe('threshold: at least 40, outer 35', () => {
  const rule: Rule = { id: 'threshold', min: 40, outer: { min: 35 } };

  it.each([
    [41, 'on-track'],
    [37, 'partly-met'],
    [34, 'off-track'],
  ])('%d: %s', (value, status) => {
    expect(judged(rule, { '2025': value })).toBe(status);
  });
});

describe('target: 100 in 2030 from 80 in 2020, straight', () => {
  const rule: Rule = {
    ...{ id: 'target', direction: 'increase', value: 100, base: 2020, year: 2030, path: 'straight' },
    tolerance: { absolute: 1 },
  };

  it('has its path at 90 in 2025', () => {
    const { evidence } = assessOwn({ '2020': 80, '2025': 90.5 }, { definition: buildDefinition({ rule }) });
    expect(evidence.numbers['path']).toBe(90);
  });

  it.each([
    [90.5, 'on-track'],
    [89, 'stable'],
    [88, 'off-track'],
  ])('2025: %d: %s', (value, status) => {
    expect(judged(rule, { '2020': 80, '2025': value })).toBe(status);
  });
});

describe('rank: within 3 of 12', () => {
  const codes = Array.from({ length: 11 }, (_, at) => String(201 + at).padStart(4, '0'));
  const definition = buildDefinition({
    peers: 'rivals',
    rule: { id: 'rank', direction: 'increase', within: 3 },
  });
  const ranked = (better: number) => {
    const others = codes.map((code, at) => [code, { '2025': at < better ? 70 + at : 50 + at * 0.1 }] as const);
    const series = regionSeries({ [OWN]: { '2025': 60 }, ...Object.fromEntries(others) });
    return assessFigures({ definition, series, group: buildPeerGroup(Object.fromEntries(codes.map((c) => [c, [c]]))) });
  };

  it('third: on-track', () => {
    const { status, evidence } = ranked(2);
    expect([status, evidence.numbers]).toMatchObject(['on-track', { rank: 3, ranked: 12 }]);
  });

  it('fourth: off-track', () => {
    expect(ranked(3).status).toBe('off-track');
  });
});

describe('annual-change: at least 1 %, no margin', () => {
  const rule: Rule = {
    ...{ id: 'annual-change', direction: 'increase' },
    ...{ tolerance: { absolute: 0 }, atLeast: { percentOfPrevious: 1 } },
  };

  it.each([
    [10_100, 'on-track'],
    [10_030, 'stable'],
    [9_950, 'off-track'],
  ])('10,000 → %d: %s', (value, status) => {
    expect(judged(rule, { '2024': 10_000, '2025': value })).toBe(status);
  });
});

describe('ratio', () => {
  it('500 per 10,000 inhabitants per thousand is 50', () => {
    const { value } = assessRatio({
      definition: {
        rule: { id: 'not-set' },
        inputs: [{ ...INPUT, per: { dataset: 'people', terms: [{}], times: 1000 } }],
      },
      over: { [OWN]: { '2025': 500 } },
      under: { [OWN]: { '2025': 10_000 } },
    });
    expect(value).toBe(50);
  });
});
