import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { buildDefinition } from '../../support/builders.ts';
import { assessOwn } from '../assess-figures.ts';

type Mean = Extract<Rule, { id: 'no-worse-than-mean' }>;

const judge = (cells: Parameters<typeof assessOwn>[0], rule: Partial<Mean> = {}, rest = {}) =>
  assessOwn(cells, {
    definition: buildDefinition({
      rule: { direction: 'increase', periods: 3, tolerance: { absolute: 0 }, ...rule, id: 'no-worse-than-mean' },
    }),
    ...rest,
  });
const THREE = { '2022': 100, '2023': 104, '2024': 102 };

describe('no worse than the mean of the three periods before', () => {
  it('100, 104, 102, now 101.5 against 102: not met', () => {
    const { status, evidence } = judge({ ...THREE, '2025': 101.5 });
    expect([status, evidence.numbers]).toMatchObject(['off-track', { meanBefore: 102, distance: -0.5 }]);
  });

  it.each([
    [102, {}, 'on-track'],
    [101.5, { tolerance: { absolute: 0.5 } }, 'on-track'],
    [101.4, { tolerance: { absolute: 0.5 } }, 'off-track'],
    [102.5, { direction: 'decrease' as const }, 'off-track'],
    [101.5, { direction: 'decrease' as const }, 'on-track'],
    [100.98, { tolerance: { percentOfPrevious: 1 } }, 'on-track'],
    [100.97, { tolerance: { percentOfPrevious: 1 } }, 'off-track'],
  ])('%d with %j: %s', (now, rule, status) => {
    expect(judge({ ...THREE, '2025': now }, rule).status).toBe(status);
  });

  it('has a mean that is not rounded: 0.1, 0.1 and 0.2', () => {
    const { status } = judge({ '2022': 0.1, '2023': 0.1, '2024': 0.2, '2025': 0.1333333333 });
    expect(status).toBe('off-track');
  });

  it('needs all of them, and names the one that is missing', () => {
    expect(judge({ '2023': 104, '2024': 102, '2025': 101 })).toMatchObject({
      status: 'insufficient',
      evidence: { reason: { guard: 'own-figure-missing', detail: '2022' } },
    });
    expect(judge({ ...THREE, '2023': null, '2025': 103 })).toMatchObject({
      status: 'insufficient',
      evidence: { reason: { guard: 'own-figure-missing', detail: '2023' }, missing: [{ period: '2023' }] },
    });
  });

  it('of intervals names the one that is missing by its first and its last year', () => {
    const definition = buildDefinition({
      step: { unit: 'year', count: 2 },
      rule: { id: 'no-worse-than-mean', direction: 'increase', periods: 2, tolerance: { absolute: 0 } },
    });
    const { evidence } = assessOwn({ '2020-2022': 12, '2022-2024': 13 }, { definition });
    expect(evidence.reason).toMatchObject({ guard: 'own-figure-missing', detail: '2018-2020' });
  });

  it('needs them a step apart', () => {
    expect(judge({ '2021': 100, '2022': 104, '2024': 102, '2025': 103 }).status).toBe('insufficient');
  });

  it('cannot be told of one measurement', () => {
    expect(judge({ '2025': 103 }).evidence.reason?.guard).toBe('only-one-period');
  });

  it('is a break while any of them lies before one', () => {
    const breakIn = (period: string) => ({
      breaks: [{ dataset: 'figures', period, reason: 'New source', reference: 'ref' }],
    });
    expect(judge({ ...THREE, '2025': 103 }, {}, breakIn('2023')).status).toBe('break');
    expect(judge({ ...THREE, '2025': 103 }, {}, breakIn('2022')).status).toBe('on-track');
  });

  it('rests on all of them', () => {
    const { observations } = judge({ '2021': 99, ...THREE, '2025': 103 }).evidence;
    expect(observations.map(({ period }) => period)).toEqual(['2022', '2023', '2024', '2025']);
  });

  it('says the mean, and how far from it', () => {
    expect(judge({ ...THREE, '2025': 101.5 }).sentence).toContain(
      'Tallet for 2025 er 101,5\u00A0prosent. Gjennomsnittet for de tre periodene før var 102,0\u00A0prosent. Tallet er 0,5\u00A0prosentpoeng lavere, så ambisjonen er ikke oppfylt.',
    );
  });
});
