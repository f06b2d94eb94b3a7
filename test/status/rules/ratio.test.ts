import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import { buildPeerGroup, INPUT, key, OWN } from '../../support/builders.ts';
import { assessRatio, computeRatio } from './assess-ratio.ts';

const share = [{ ...INPUT, per: { dataset: 'people', terms: [{}], times: 100 } }];

describe('ratio', () => {
  it('jobs grow faster than people: 10,000 / 20,000 → 10,150 / 20,200', () => {
    const over = { [OWN]: { '2024': 10_000, '2025': 10_150 } };
    const under = { [OWN]: { '2024': 20_000, '2025': 20_200 } };
    expect(assessRatio({ over, under })).toMatchObject({
      status: 'on-track',
      evidence: { numbers: { previous: 500 } },
    });
  });

  it('380 of 1,000 are women, at least 40 %, outer 35: partly met', () => {
    const definition: Partial<IndicatorDefinition> = {
      inputs: share,
      rule: { id: 'threshold', min: 40, outer: { min: 35 } },
    };
    const { status, value } = assessRatio({
      ...{ definition, over: { [OWN]: { '2025': 380 } }, under: { [OWN]: { '2025': 1000 } } },
    });
    expect([status, value]).toEqual(['partly-met', 38]);
  });

  it('is not rounded before it is compared', () => {
    const definition: Partial<IndicatorDefinition> = { inputs: share, rule: { id: 'threshold', min: 33.333333333333 } };
    const figures = { over: { [OWN]: { '2025': 1 } }, under: { [OWN]: { '2025': 3 } } };
    expect(assessRatio({ definition, ...figures }).status).toBe('on-track');
  });

  it('has as its latest period the newest that both tables have published', () => {
    const over = { [OWN]: { '2023': 10, '2024': 11, '2025': 12 } };
    const under = { [OWN]: { '2023': 100, '2024': 100 } };
    expect(assessRatio({ over, under }).period).toBe('2024');
    expect(assessRatio({ over: under, under: over }).period).toBe('2024');
  });

  it.each([0, -5])('is insufficient where the divisor is %d', (people) => {
    const rest = { [OWN]: { '2024': 100, '2025': people }, '0201': { '2025': 10 } };
    const { status, evidence, sentence } = assessRatio({ over: { [OWN]: { '2024': 10, '2025': 11 } }, under: rest });
    expect([status, evidence.reason?.guard]).toEqual(['insufficient', 'denominator-not-positive']);
    expect(sentence).toContain('tallet det deles på, er null eller negativt');
  });

  it('is insufficient where the divisor is missing, which is named', () => {
    const rest = { [OWN]: { '2024': 100, '2025': { value: null, obsStatus: 'Q' as const, symbol: ':' } } };
    const { status, evidence } = assessRatio({ over: { [OWN]: { '2024': 10, '2025': 11 } }, under: rest });
    expect([status, evidence.reason?.guard, evidence.missing.map(({ reason }) => reason)]).toEqual([
      ...['insufficient', 'own-figure-missing'],
      ['confidential'],
    ]);
  });

  it('is a break where either table has one', () => {
    const figures = { over: { [OWN]: { '2024': 10, '2025': 11 } }, under: { [OWN]: { '2024': 100, '2025': 100 } } };
    const breaks = [{ dataset: 'people', period: '2025', reason: 'New register', reference: 'ref' }];
    expect(assessRatio({ ...figures, breaks }).status).toBe('break');
  });

  it('names both sources, and shows the figures of both', () => {
    const { sentence, evidence } = assessRatio({
      ...{ over: { [OWN]: { '2024': 10, '2025': 11 } }, under: { [OWN]: { '2024': 100, '2025': 100 } } },
    });
    expect(sentence).toMatch(/tabell 01234\. Delt på tall fra Statistisk sentralbyrå, tabell 07459\.$/);
    expect(evidence.observations.map(({ table, value }) => [table, value])).toEqual([
      ...[
        ['01234', 10],
        ['01234', 11],
      ],
      ...[
        ['07459', 100],
        ['07459', 100],
      ],
    ]);
  });

  it('is not measured where the divisor has never been published', () => {
    expect(assessRatio({ over: { [OWN]: { '2025': 10 } }, under: {} }).status).toBe('not-measured');
  });
});

describe('ratio of a group', () => {
  const group = buildPeerGroup({ A: ['0201', '0202'] });

  it('sums both parts of a region first: (10 + 90) / (100 + 300), and not the mean of the two', () => {
    const over = { [OWN]: { '2025': 1 }, '0201': { '2025': 10 }, '0202': { '2025': 90 } };
    const under = { [OWN]: { '2025': 10 }, '0201': { '2025': 100 }, '0202': { '2025': 300 } };
    const definition: Partial<IndicatorDefinition> = {
      ...{ inputs: share, peers: 'rivals', rule: { id: 'rank', direction: 'increase', within: 1 } },
    };
    const { series } = computeRatio({ definition, over, under, group });
    expect(series.points.at(-1)?.peers[0]?.level).toMatchObject({ value: 25 });
  });

  it('jobs per head grow more than the mean of the group: 2.0 % against 1.0, 2.5 and 1.5', () => {
    const jobs = (now: number) => ({ '2024': 1000, '2025': now });
    const same = { '2024': 1000, '2025': 1000 };
    const { status, evidence } = assessRatio({
      definition: {
        peers: 'rivals',
        rule: { id: 'growth-lead', against: 'mean', tolerance: { absolute: 0 } },
      },
      over: { [OWN]: jobs(1020), '0201': jobs(1010), '0202': jobs(1025), '0203': jobs(1015) },
      under: { [OWN]: same, '0201': same, '0202': same, '0203': same },
      group: buildPeerGroup({ A: ['0201'], B: ['0202'], C: ['0203'] }),
    });
    expect(status).toBe('on-track');
    expect(evidence.numbers['lead']).toBeCloseTo(0.33, 2);
  });

  it('pools the peers by both sums: 300 / 1,000 → 330 / 1,000 is 10 %, whatever each has', () => {
    const { series } = computeRatio({
      definition: { peers: 'rivals', rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } } },
      over: {
        [OWN]: { '2024': 1, '2025': 1 },
        '0201': { '2024': 100, '2025': 130 },
        '0202': { '2024': 200, '2025': 200 },
      },
      under: {
        [OWN]: { '2024': 1, '2025': 1 },
        ...{ '0201': { '2024': 100, '2025': 100 }, '0202': { '2024': 900, '2025': 900 } },
      },
      group: buildPeerGroup({ A: ['0201'], B: ['0202'] }),
    });
    const latest = series.points.find(({ period }) => period === key('2025'));
    expect(latest?.growth?.pooled).toMatchObject({ value: 10 });
  });
});
