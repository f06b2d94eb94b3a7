import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import { buildDefinition, buildPeerGroup, type Cell, OWN, regionSeries } from '../../support/builders.ts';
import { assessFigures } from '../assess-figures.ts';

const CODES = ['0201', '0202', '0203', '0204', '0205', '0206', '0207'];

/** Own 60 among seven others; what they have in 2025, in order of code. */
function judge(others: readonly Cell[], fields: Partial<IndicatorDefinition> = {}, coverage?: 'national') {
  const cells = CODES.slice(0, others.length).map((code, at) => [code, { '2025': others[at] ?? null }] as const);
  return assessFigures({
    definition: buildDefinition({ peers: 'rivals', rule: { id: 'rank', direction: 'increase', within: 3 }, ...fields }),
    series: regionSeries({ [OWN]: { '2025': 60 }, ...Object.fromEntries(cells) }),
    group: buildPeerGroup(Object.fromEntries(CODES.slice(0, others.length).map((code) => [code, [code]]))),
    ...(coverage && { dataset: { publication: { coverage } } }),
  });
}

describe('rank, within 3', () => {
  it('with three of the other seven strictly better: fourth, not met', () => {
    const { status, evidence } = judge([61, 62, 63, 59, 58, 57, 56]);
    expect([status, evidence.numbers]).toMatchObject(['off-track', { rank: 4, ranked: 8, within: 3 }]);
  });

  it('shares its place with those that have the same', () => {
    expect(judge([61, 62, 60, 60, 60, 57, 56]).status).toBe('on-track');
  });

  it('counts the lowest as best where less is better', () => {
    const rule = { id: 'rank', direction: 'decrease', within: 3 } as const;
    expect(judge([61, 62, 63, 59, 58, 57, 56], { rule }).evidence.numbers['rank']).toBe(5);
  });

  it('needs the latest period alone', () => {
    expect(judge([59, 58, 57, 56]).evidence.observations.map(({ period }) => period)).not.toContain('2024');
    expect(judge([59, 58, 57, 56]).status).toBe('on-track');
  });
});

describe('rank where a place has no figure', () => {
  it('is given when it holds whatever the missing place has', () => {
    expect(judge([61, null, 57, 56])).toMatchObject({ status: 'on-track', evidence: { numbers: { worstRank: 3 } } });
    expect(judge([61, 62, 63, null]).status).toBe('off-track');
  });

  it('is insufficient when it does not, the missing place named', () => {
    const { status, sentence, evidence } = judge([61, 62, null, 56]);
    expect([status, evidence.reason?.guard]).toEqual(['insufficient', 'peer-missing']);
    expect(sentence).toContain('tall mangler for 0203');
  });

  it('is given when the settings say that so many suffice', () => {
    expect(judge([61, 62, null, 56], { requiredPeers: 3 }).status).toBe('on-track');
    expect(judge([61, 62, null, 56], { requiredPeers: 4 }).status).toBe('insufficient');
  });

  it('is insufficient where nobody is compared with', () => {
    expect(judge([61], {}, 'national').status).toBe('insufficient');
  });

  it('is insufficient without the own figure', () => {
    const series = regionSeries({ [OWN]: { '2024': 60, '2025': null }, '0201': { '2024': 50, '2025': 50 } });
    const definition = buildDefinition({ peers: 'rivals', rule: { id: 'rank', direction: 'increase', within: 1 } });
    const { status, evidence } = assessFigures({ definition, series, group: buildPeerGroup({ A: ['0201'] }) });
    expect([status, evidence.reason?.guard]).toEqual(['insufficient', 'own-figure-missing']);
  });
});

describe('what is said of a rank', () => {
  it('names the place, and those without a figure', () => {
    expect(judge([61, null, 57, 56]).sentence).toContain(
      'Elvebyen var nummer 2 av 4 i 2025 (60,0\u00A0prosent), sammenliknet med sammenlikningsgruppen «Rivalene». Målet er å være blant de tre beste, så ambisjonen er oppfylt. Ett sted mangler tall, men kan ikke endre svaret.',
    );
  });
});

it('ranks growth where that is the measure, and reads the period before', () => {
  const definition = buildDefinition({
    ...{ peers: 'rivals', measure: 'growth', rule: { id: 'rank', direction: 'increase', within: 1 } },
  });
  const group = buildPeerGroup({ A: ['0201'] });
  const series = regionSeries({ [OWN]: { '2024': 100, '2025': 103 }, '0201': { '2024': 1000, '2025': 1020 } });
  expect(assessFigures({ definition, series, group }).status).toBe('on-track');
  const alone = regionSeries({ [OWN]: { '2025': 103 }, '0201': { '2025': 1020 } });
  expect(assessFigures({ definition, series: alone, group }).status).toBe('insufficient');
});
