import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { buildDefinition, buildMunicipality, type Cell, OWN, regionSeries } from '../../support/builders.ts';
import { assessFigures } from '../assess-figures.ts';

type Against = Extract<Rule, { id: 'against' }>;

const NINETY: Omit<Against, 'id'> = {
  ...{ place: '0', as: 'share', min: 90, direction: 'increase', tolerance: { absolute: 0 } },
};

const judge = (
  own: Cell,
  other: Cell,
  rule: Partial<Against> = {},
  rest: Partial<Parameters<typeof assessFigures>[0]> = {},
) =>
  assessFigures({
    definition: buildDefinition({ rule: { ...NINETY, ...rule, id: 'against' } }),
    series: regionSeries({ [OWN]: { '2025': own }, [rule.place ?? '0']: { '2025': other } }),
    ...rest,
  });

describe('against the country, as a share', () => {
  it('61.0 of 67.1 is 90.9 %, at least 90: met', () => {
    const { status, evidence } = judge(61, 67.1);
    expect(status).toBe('on-track');
    expect(evidence.numbers['against']).toBeCloseTo(90.9, 1);
  });

  it.each([
    [90, 'on-track'],
    [89, 'stable'],
    [88.9, 'off-track'],
  ])('%d of 100, margin 1: %s', (own, status) => {
    expect(judge(own, 100, { tolerance: { absolute: 1 } }).status).toBe(status);
  });

  it('is at most so much where less is better', () => {
    const atMost = { direction: 'decrease', min: 110 } as const;
    expect(judge(110, 100, atMost).status).toBe('on-track');
    expect(judge(111, 100, atMost).status).toBe('off-track');
  });

  it('cannot be told of nil', () => {
    expect(judge(61, 0).evidence.reason?.guard).toBe('denominator-not-positive');
  });

  it('needs the latest period alone, of both', () => {
    expect(judge(61, 67.1).evidence.observations.map(({ role, value }) => [role, value])).toEqual([
      ['own', 61],
      ['peer', 67.1],
    ]);
  });

  it('is insufficient without the figure of the country, which is named', () => {
    const { status, sentence } = judge(61, { value: null, obsStatus: 'O', symbol: '..' });
    expect(status).toBe('insufficient');
    expect(sentence).toContain('tall mangler for Norge.');
  });

  it('is found in a table whose other codes are a code list, under the code of the country', () => {
    const series = regionSeries({ [`K-${OWN}`]: { '2025': 61 }, '0': { '2025': 67.1 } });
    const dataset = { regions: { dimension: 'Region', form: 'grouped' as const, prefix: 'K-' } };
    expect(judge(61, 67.1, {}, { series, dataset }).status).toBe('on-track');
  });

  it('is insufficient where the figures are the country itself', () => {
    expect(judge(61, 67.1, {}, { dataset: { publication: { coverage: 'national' } } }).status).toBe('insufficient');
  });

  it('says both levels and the share', () => {
    expect(judge(61, 67.1).sentence).toContain(
      'I 2025 hadde Elvebyen 61,0\u00A0prosent og Norge 67,1\u00A0prosent. Det er 90,9\u00A0prosent av nivået der. Det skal være minst 90\u00A0prosent, så ambisjonen er oppfylt.',
    );
  });
});

describe('against one municipality, as a difference', () => {
  const rule = { place: '0201', as: 'difference', min: -2, tolerance: { absolute: 0.1 } } as const;
  const places = [buildMunicipality('0201', { name: 'Nabo' })];

  it.each([
    [65, 'on-track'],
    [64.9, 'stable'],
    [64.8, 'off-track'],
  ])('%d against 67, at most 2 below, margin 0.1: %s', (own, status) => {
    const group = {
      id: 'rivals',
      title: 'R',
      titleEn: 'R',
      confirmed: true,
      regions: [{ id: 'n', name: 'Nabo', members: ['0201'] }],
    };
    expect(judge(own, 67, rule, { places, group }).status).toBe(status);
  });
});
