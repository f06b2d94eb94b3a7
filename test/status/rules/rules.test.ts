import { describe, expect, it } from 'vitest';
import type { GuardReason } from '../../../src/model/plan/assessment.ts';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import type { Against, Direction, Rule, Tolerance } from '../../../src/model/plan/rule.ts';
import { allOf } from '../../../src/status/rules/all-of.ts';
import { refusalOf } from '../../normalise/cube-cells.ts';
import type { Cell } from '../../support/builders.ts';
import { buildDefinition, buildPeerGroup, OWN, regionSeries } from '../../support/builders.ts';
import { assessFigures, assessOwn } from '../assess-figures.ts';

const MARGIN: Tolerance = { absolute: 0.1 };

function withRule(rule: Rule, fields: Partial<IndicatorDefinition> = {}) {
  return buildDefinition({ rule, ...fields });
}

describe.each<[Direction, number]>([
  ['increase', 1],
  ['decrease', -1],
])('with %s as the better way and a margin of 0.1', (direction, sign) => {
  const moved = (by: number) => ({ '2023': 64, '2024': Number((64 + sign * by).toFixed(2)) });

  it.each([
    [0.11, 'on-track'],
    [0.1, 'stable'],
    [0.09, 'stable'],
    [0, 'stable'],
    [-0.09, 'stable'],
    [-0.1, 'stable'],
    [-0.11, 'off-track'],
  ])('annual-change by %d for the better is %s', (by, status) => {
    const definition = withRule({ id: 'annual-change', direction, tolerance: MARGIN });
    expect(assessOwn(moved(by), { definition }).status).toBe(status);
  });

  it.each([
    [0.11, 'on-track', 'improved'],
    [0.1, 'on-track', 'stable'],
    [0, 'on-track', 'stable'],
    [-0.1, 'on-track', 'stable'],
    [-0.11, 'off-track', null],
  ])('stable-or-improved by %d for the better is %s (%s)', (by, status, label) => {
    const definition = withRule({ id: 'stable-or-improved', direction, tolerance: MARGIN });
    expect(assessOwn(moved(by), { definition })).toMatchObject({ status, label });
  });

  it.each([
    [0.11, 'on-track'],
    [0.1, 'stable'],
    [-0.1, 'stable'],
    [-0.11, 'off-track'],
  ])('relative-position nearer by %d is %s', (by, status) => {
    const definition = withRule(
      { id: 'relative-position', direction, tolerance: MARGIN },
      { measure: 'gap', peers: 'rivals' },
    );
    const series = regionSeries({ [OWN]: moved(by), '0201': { '2023': 66.9, '2024': 66.9 } });
    expect(assessFigures({ definition, series, group: buildPeerGroup({ A: ['0201'] }) }).status).toBe(status);
  });
});

describe('annual-change', () => {
  it('takes 64.1 − 64.0 to equal a margin of 0.1, and not to exceed it', () => {
    const definition = withRule({ id: 'annual-change', direction: 'increase', tolerance: MARGIN });
    const { status, evidence } = assessOwn({ '2023': 64.0, '2024': 64.1 }, { definition });
    expect([status, evidence.numbers['change']]).toEqual(['stable', 0.1]);
  });

  it('without a margin is met by the smallest change', () => {
    expect(assessOwn({ '2023': 64, '2024': 64.0001 }).status).toBe('on-track');
  });

  it.each([
    [-98, 'on-track'],
    [-99, 'stable'],
    [-101, 'stable'],
    [-102, 'off-track'],
  ])('takes a relative margin of a negative value by its size: −100 → %d is %s', (value, status) => {
    const definition = withRule({ id: 'annual-change', direction: 'increase', tolerance: { percentOfPrevious: 1 } });
    expect(assessOwn({ '2023': -100, '2024': value }, { definition }).status).toBe(status);
  });
});

describe('growth-lead', () => {
  const group = buildPeerGroup({ A: ['0201'], B: ['0202'], C: ['0203'] });
  const PEERS = {
    '0201': { '2023': 1000, '2024': 1010 },
    '0202': { '2023': 1000, '2024': 1020 },
    '0203': { '2023': 2000, '2024': 2120 },
  };
  const lead = (own: number, against: Against, peers: Record<string, Record<string, Cell>> = PEERS) => {
    const rule: Rule = { id: 'growth-lead', against, tolerance: MARGIN };
    const series = regionSeries({ [OWN]: { '2023': 10_000, '2024': own }, ...peers });
    return assessFigures({ definition: withRule(rule, { measure: 'growth', peers: 'rivals' }), series, group });
  };

  it.each<[Against, number]>([
    ['pooled', 3.75],
    ['mean', 3],
    ['median', 2],
    ['each', 6],
  ])('against %s must beat %d per cent', (against, percent) => {
    const at = (offset: number) => lead(10_000 + percent * 100 + offset, against).status;
    expect([at(11), at(10), at(0), at(-10), at(-11)]).toEqual(['on-track', 'stable', 'stable', 'stable', 'off-track']);
  });

  it('keeps every comparison, and how many were beaten', () => {
    expect(lead(10_300, 'pooled').evidence.numbers).toMatchObject({
      ...{ ownGrowth: 3, pooledGrowth: 3.75, meanGrowth: 3, medianGrowth: 2, eachGrowth: 6 },
      ...{ beaten: 2, compared: 3, lead: -0.75, tolerance: 0.1 },
    });
  });

  it('refuses a margin relative to a value, which a lead does not have', () => {
    const rule: Rule = { id: 'growth-lead', against: 'pooled', tolerance: { percentOfPrevious: 1 } };
    const series = regionSeries({ [OWN]: { '2023': 1, '2024': 2 }, ...PEERS });
    const definition = withRule(rule, { measure: 'growth', peers: 'rivals' });
    expect(refusalOf(() => assessFigures({ definition, series, group }))).toMatchObject({
      code: 'settings-invalid',
      message: 'The rule growth-lead has a tolerance in per cent of a previous value.',
      hint: 'Write the tolerance as absolute, in percentage points.',
    });
  });

  const fastest = (peers: Record<string, Record<string, Cell>>, requiredPeers: number) => {
    const rule: Rule = { id: 'growth-lead', against: 'each', tolerance: MARGIN };
    const series = regionSeries({ [OWN]: { '2023': 10_000, '2024': 10_300 }, ...PEERS, ...peers });
    return assessFigures({
      definition: withRule(rule, { measure: 'growth', peers: 'rivals', requiredPeers }),
      ...{ series, group },
    });
  };

  it('against each looks at the peers that have grown from something, when so many are enough', () => {
    const { status, evidence } = fastest({ '0203': { '2023': null, '2024': 2120 } }, 2);
    expect([status, evidence.numbers['eachGrowth'], evidence.numbers['lead']]).toEqual(['on-track', 2, 1]);
  });

  it.each<[string, Cell, string]>([
    ['had no figure before', null, 'peer-missing'],
    ['started from nothing', 0, 'base-not-positive'],
  ])('against each is never ahead of peers who %s', (_title, before, guard) => {
    const gone = { '2023': before, '2024': 1 };
    const { status, evidence } = fastest({ '0201': gone, '0202': gone, '0203': gone }, 1);
    expect([status, evidence.reason?.guard]).toEqual(['insufficient', guard]);
  });

  it('keeps what every peer showed', () => {
    expect(lead(10_300, 'pooled').evidence.peers).toEqual([
      { id: 'a', name: 'A', level: { value: 1010 }, growth: { value: 1 } },
      { id: 'b', name: 'B', level: { value: 1020 }, growth: { value: 2 } },
      { id: 'c', name: 'C', level: { value: 2120 }, growth: { value: 6 } },
    ]);
    expect(assessFigures({ series: [] }).evidence.peers).toEqual([]);
  });
});

describe('relative-position', () => {
  const definition = withRule(
    { id: 'relative-position', direction: 'increase', tolerance: MARGIN },
    { measure: 'gap', peers: 'rivals', requiredPeers: 1 },
  );

  it('is not moved by a peer that drops out', () => {
    const group = buildPeerGroup({ Low: ['0201'], High: ['0202'] });
    const series = regionSeries({
      [OWN]: { '2023': 60, '2024': 60 },
      '0201': { '2023': 60, '2024': 60 },
      '0202': { '2023': 80, '2024': null },
    });
    expect(assessFigures({ definition, series, group })).toMatchObject({
      status: 'stable',
      evidence: { numbers: { current: 0, previous: 0 } },
    });
  });
});

describe('all-of', () => {
  const up: Rule = { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 } };
  const down: Rule = { id: 'annual-change', direction: 'decrease', tolerance: { absolute: 0 } };
  const far: Rule = { id: 'annual-change', direction: 'increase', tolerance: { absolute: 5 } };
  const farther: Rule = { id: 'annual-change', direction: 'increase', tolerance: { absolute: 9 } };
  const lead: Rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } };

  it.each<[string, Rule[], string]>([
    ['on-track when every part is', [up, up], 'on-track'],
    ['partly-met when some parts are', [up, down], 'partly-met'],
    ['off-track when no part is', [down, down], 'off-track'],
    ['off-track when a part merely stands still and another fails', [far, down], 'off-track'],
    ['stable when every part is', [far, farther], 'stable'],
    ['partly-met when a part is met and another stands still', [up, far], 'partly-met'],
    ['partly-met when a part is partly met', [{ id: 'all-of', parts: [up, down] }, down], 'partly-met'],
    ['silent when a part cannot speak, however good the others', [up, lead], 'insufficient'],
  ])('is %s', (_title, parts, status) => {
    expect(assessOwn({ '2023': 1, '2024': 2 }, { definition: withRule({ id: 'all-of', parts }) }).status).toBe(status);
  });

  it('keeps the verdict of every part', () => {
    const { evidence } = assessOwn(
      { '2023': 1, '2024': 2 },
      { definition: withRule({ id: 'all-of', parts: [up, down] }) },
    );
    expect(evidence.verdict?.parts?.map(({ status }) => status)).toEqual(['on-track', 'off-track']);
    expect(evidence.numbers).toMatchObject({ met: 1, parts: 2, '1-annual-change.change': 1 });
  });

  it('counts the parts that are met', () => {
    const definition = withRule({ id: 'all-of', parts: [up, up, down] });
    expect(assessOwn({ '2023': 1, '2024': 2 }, { definition }).evidence.numbers).toMatchObject({ met: 2, parts: 3 });
  });

  const GUARDS = [
    ...['no-value', 'only-one-period', 'periods-not-adjacent', 'own-figure-missing', 'peer-missing'],
    ...['base-not-positive', 'declared-break', 'marked-break', 'border-change'],
  ] as GuardReason[];

  it.each(GUARDS.slice(1).map((later, index) => [GUARDS[index] as GuardReason, later] as const))(
    'with one part stopped by %s and one by %s is stopped by the first, in whatever order they stand',
    (first, later) => {
      const rule = { id: 'all-of', parts: [up, down] } as const;
      const stops = [{ stop: { guard: later } }, { stop: { guard: first } }];
      expect(allOf(rule, stops)).toEqual({ stop: { guard: first } });
      expect(allOf(rule, stops.toReversed())).toEqual({ stop: { guard: first } });
    },
  );

  it.each<[string, Rule[]]>([
    ['last', [up, lead]],
    ['first', [lead, up]],
  ])('is insufficient before it is at a break, though the part that is insufficient comes %s', (_place, parts) => {
    const group = buildPeerGroup({ A: ['0201'] });
    const definition = withRule({ id: 'all-of', parts }, { peers: 'rivals' });
    const assess = (peer: Record<string, Cell>) =>
      assessFigures({
        ...{ definition, group },
        series: regionSeries({ [OWN]: { '2023': 0, '2024': 2 }, '0201': peer }),
      });
    const marked = { '2023': 1, '2024': { value: 2, obsStatus: 'B' } } as const;
    expect(assess(marked)).toMatchObject({ status: 'break', evidence: { reason: { guard: 'marked-break' } } });
    const missing = { '2023': 1, '2024': null };
    expect(assess(missing)).toMatchObject({ status: 'insufficient', evidence: { reason: { guard: 'peer-missing' } } });
  });
});

describe('not-set', () => {
  it('keeps the figures it does not judge', () => {
    const definition = withRule({ id: 'not-set' });
    expect(assessOwn({ '2023': 38, '2024': 38.2 }, { definition }).evidence.numbers).toEqual({
      ...{ current: 38.2, previous: 38 },
    });
  });

  it('cannot speak about a latest period that is missing, and keeps the last measurement as such', () => {
    const series = regionSeries({ [OWN]: { '2023': 38.2, '2024': null }, '0201': { '2023': 1, '2024': 1 } });
    const definition = withRule({ id: 'not-set' }, { peers: 'rivals' });
    const assessment = assessFigures({ definition, series, group: buildPeerGroup({ A: ['0201'] }) });
    expect(assessment).toMatchObject({
      ...{ status: 'insufficient', value: null, period: '2024' },
      evidence: { lastKnown: { period: '2023', value: 38.2, status: 'ambition-not-set' } },
    });
  });

  it.each<[string, Record<string, Cell>]>([
    ['the first there is', { '2024': 38.2 }],
    ['one after a hole', { '2022': 38, '2023': null, '2024': 38.2 }],
    ['one that stands alone', { '2020': 38, '2024': 38.2 }],
  ])('needs the latest period alone, as %s', (_title, cells) => {
    expect(assessOwn(cells, { definition: withRule({ id: 'not-set' }) })).toMatchObject({
      ...{ status: 'ambition-not-set', value: 38.2, period: '2024' },
    });
  });

  it('needs no more of a growth, which the first period does not have', () => {
    const definition = withRule({ id: 'not-set' }, { measure: 'growth' });
    expect(assessOwn({ '2024': 38.2 }, { definition })).toMatchObject({ status: 'ambition-not-set', value: null });
    expect(assessOwn({ '2023': null, '2024': 38.2 }, { definition }).status).toBe('ambition-not-set');
  });

  it('does not mind a break before the latest period', () => {
    const breaks = [{ dataset: 'figures', period: '2024', reason: 'r', reference: 'x' }];
    const definition = withRule({ id: 'not-set' });
    expect(assessOwn({ '2023': 38, '2024': 38.2 }, { definition, breaks }).status).toBe('ambition-not-set');
  });
});
