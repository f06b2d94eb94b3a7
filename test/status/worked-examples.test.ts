import { describe, expect, it } from 'vitest';
import type { Series } from '../../src/model/dataset.ts';
import type { IndicatorDefinition, Rule } from '../../src/model/indicator.ts';
import type { PeerGroup } from '../../src/model/place.ts';
import { detectChange } from '../../src/status/detect-change.ts';
import { buildDefinition, buildPeerGroup, buildSeries, INPUT, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures } from './assess-figures.ts';

function assess(definition: IndicatorDefinition, series: readonly Series[], group?: PeerGroup) {
  return assessFigures({ definition, series, ...(group && { group }) });
}

describe('industry-diversity: stable or improved, margin 0.002', () => {
  const definition = buildDefinition({
    measure: 'diversity',
    inputs: [{ ...INPUT, terms: [{ Trade: ['a', 'b', 'c'] }], over: 'Trade', unit: 'indeks', decimals: 3 }],
    rule: { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.002 } },
  });
  const from503020 = (...second: number[]) =>
    assess(
      definition,
      ['a', 'b', 'c'].map((Trade, at) =>
        buildSeries({ Contents: 'n', Region: OWN, Trade }, { '2023': [50, 30, 20][at] ?? 0, '2024': second[at] ?? 0 }),
      ),
    );

  it('50, 30, 20 → 49, 31, 20: 0.62 → 0.6238, met (improved)', () => {
    const { status, label, value, evidence } = from503020(49, 31, 20);
    expect([status, label, value, evidence.numbers['previous']]).toEqual(['on-track', 'improved', 0.6238, 0.62]);
  });

  it('→ 51, 30, 19: 0.6138, change −0.0062, not met', () => {
    const { status, value, evidence } = from503020(51, 30, 19);
    expect([status, value, evidence.numbers['change']]).toEqual(['off-track', 0.6138, -0.0062]);
  });

  it('→ 50.1, 29.9, 20.0: change about −0.0004, met (stable)', () => {
    const { status, label, evidence } = from503020(50.1, 29.9, 20);
    expect([status, label]).toEqual(['on-track', 'stable']);
    expect(evidence.numbers['change']).toBeCloseTo(-0.0004, 4);
  });
});

describe('job-growth: lead over the pooled peers, margin 0.05', () => {
  const group = buildPeerGroup({ A: ['0201'], B: ['0202'], C: ['0203'] });
  const definition = buildDefinition({
    measure: 'growth',
    peers: 'rivals',
    rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.05 } },
  });
  const jobs = (own: number, rule: Rule = definition.rule) => {
    const cells = {
      ...{ [OWN]: { '2023': 50_000, '2024': own }, '0201': { '2023': 40_000, '2024': 40_400 } },
      ...{ '0202': { '2023': 60_000, '2024': 60_900 }, '0203': { '2023': 10_000, '2024': 10_050 } },
    };
    return assess({ ...definition, rule }, regionSeries(cells), group);
  };

  it('50,000 → 50,600 against 110,000 → 111,350: 1.2 % against 1.2273 %, within the margin', () => {
    const { status, value, evidence } = jobs(50_600);
    expect([status, value]).toEqual(['stable', 1.2]);
    expect(evidence.numbers['pooledGrowth']).toBeCloseTo(1.2273, 4);
    expect(evidence.numbers['lead']).toBeCloseTo(-0.0273, 4);
  });

  it('mean of the regions’ growth 1.0, lead 0.2, beaten 2 of 3', () => {
    const { evidence } = jobs(50_600, { id: 'growth-lead', against: 'mean', tolerance: { absolute: 0.05 } });
    expect(evidence.numbers).toMatchObject({ meanGrowth: 1, lead: 0.2, beaten: 2, compared: 3 });
  });

  it('→ 50,700: 1.4 %, lead 0.1727, met', () => {
    const { status, value, evidence } = jobs(50_700);
    expect([status, value]).toEqual(['on-track', 1.4]);
    expect(evidence.numbers['lead']).toBeCloseTo(0.1727, 4);
  });
});

describe('new-enterprises: growth, and a lead over the pooled peers', () => {
  const definition = buildDefinition({
    peers: 'rivals',
    rule: {
      id: 'all-of',
      parts: [
        { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 } },
        { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.05 } },
      ],
    },
  });
  const founded = (own: number) =>
    assess(
      definition,
      regionSeries({ [OWN]: { '2023': 800, '2024': own }, '0201': { '2023': 3000, '2024': 3120 } }),
      buildPeerGroup({ A: ['0201'] }),
    );

  it('800 → 820 (+2.5 %) against +4.0 %: growth met, lead −1.5, partly met', () => {
    const { status, value, evidence } = founded(820);
    expect([status, value]).toEqual(['partly-met', 820]);
    expect(evidence.numbers).toMatchObject({ '2-growth-lead.ownGrowth': 2.5, '2-growth-lead.lead': -1.5 });
  });

  it('800 → 790 against +4.0 %: not met', () => {
    expect(founded(790).status).toBe('off-track');
  });
});

describe('employment-rate: gap to eleven other cities, margin 0.05', () => {
  const codes = Array.from({ length: 11 }, (_, at) => String(201 + at).padStart(4, '0'));
  const definition = buildDefinition({
    measure: 'gap',
    peers: 'rivals',
    rule: { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0.05 } },
  });
  const rate = (own: number) => {
    const spread = codes.map((code, at) => [code, { '2023': 66.4 + at * 0.1, '2024': 66.55 + at * 0.1 }] as const);
    const cells = { [OWN]: { '2023': 64.8, '2024': own }, ...Object.fromEntries(spread) };
    return assess(definition, regionSeries(cells), buildPeerGroup(Object.fromEntries(codes.map((c) => [c, [c]]))));
  };

  it('64.8 → 65.0 against 66.90 → 67.05: gap −2.10 → −2.05, change 0.05 is not above the margin', () => {
    const { status, evidence } = rate(65);
    expect([status, evidence.numbers]).toMatchObject([
      'stable',
      { previous: -2.1, current: -2.05, change: 0.05, previousPeerMean: 66.9, peerMean: 67.05 },
    ]);
  });

  it('→ 65.1: change 0.15, met', () => {
    const { status, evidence } = rate(65.1);
    expect([status, evidence.numbers['change']]).toEqual(['on-track', 0.15]);
  });
});

describe('business-emissions: annual decrease, margin 0.5 % of the previous value', () => {
  const rule: Rule = { id: 'annual-change', direction: 'decrease', tolerance: { percentOfPrevious: 0.5 } };

  it.each([
    [99_600, 'stable'],
    [99_000, 'on-track'],
    [101_000, 'off-track'],
  ])('100,000 → %d tonnes: %s', (tonnes, status) => {
    const series = regionSeries({ [OWN]: { '2023': 100_000, '2024': tonnes } });
    expect(assess(buildDefinition({ rule }), series).status).toBe(status);
  });
});

describe('product-innovation: every second year', () => {
  it('2020 12.7, 2022 13.1: met; 2021 is not a gap', () => {
    const definition = buildDefinition({
      step: { unit: 'year', count: 2 },
      rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0.05 } },
    });
    const { status, evidence } = assess(definition, regionSeries({ [OWN]: { '2020': 12.7, '2022': 13.1 } }));
    expect([status, evidence.numbers['change'], evidence.previousPeriod]).toEqual(['on-track', 0.4, '2020']);
  });
});

describe('skills-gap: no ambition yet', () => {
  it('measured 38.2: ambition not set, and one notice that a first measurement has come', () => {
    const next = assess(buildDefinition({ rule: { id: 'not-set' } }), regionSeries({ [OWN]: { '2024': 38.2 } }));
    expect([next.status, next.value, detectChange(null, next)?.notice]).toEqual([
      'ambition-not-set',
      38.2,
      'first-measurement',
    ]);
  });
});

describe('business-satisfaction: a survey', () => {
  it('of one year is too little data: only one measurement', () => {
    const { status, sentence } = assess(buildDefinition(), regionSeries({ [OWN]: { '2025': 64.2 } }));
    expect([status, sentence]).toEqual(['insufficient', expect.stringContaining('bare én måling')]);
  });

  it('that was never held is not measured', () => {
    expect(assess(buildDefinition(), []).status).toBe('not-measured');
  });
});
