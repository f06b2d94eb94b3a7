import { describe, expect, it } from 'vitest';
import type { GuardReason } from '../../src/model/plan/assessment.ts';
import { GUARD_REASONS } from '../../src/model/plan/assessment.ts';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import type { Rule } from '../../src/model/plan/rule.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildMunicipality, buildPeerGroup, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures, assessOwn, type Figures } from './assess-figures.ts';

const GROUP = buildPeerGroup({ A: ['0201'], B: ['0202'], C: ['0203'] });
const LEAD = buildDefinition({
  measure: 'growth',
  peers: 'rivals',
  rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } },
});
const POSITION = buildDefinition({
  measure: 'gap',
  peers: 'rivals',
  rule: { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0 } },
});
const FULL = { '2023': 10, '2024': 11 };
const marked = (value: number): Cell => ({ value, obsStatus: 'B' });
const MARKED = { '2023': 10, '2024': marked(11) };
const declared = (period: string) => [{ dataset: 'figures', period, reason: 'Ny kilde.', reference: 'x' }];

function among(
  definition: IndicatorDefinition,
  cells: Record<string, Record<string, Cell>>,
  rest: Partial<Figures> = {},
) {
  const all = { [OWN]: FULL, '0201': FULL, '0202': FULL, '0203': FULL, ...cells };
  return assessFigures({ definition, group: GROUP, series: regionSeries(all), ...rest });
}

describe('a break that the source has marked', () => {
  it('in the own figure of the latest period is a break, the place named', () => {
    expect(assessOwn(MARKED)).toMatchObject({
      ...{ status: 'break', value: 11 },
      evidence: { reason: { guard: 'marked-break', detail: `Municipality ${OWN}` }, breaks: ['2024'] },
    });
  });

  it('is over in the next period', () => {
    expect(assessOwn({ '2023': 10, '2024': marked(11), '2025': 12 }).status).toBe('on-track');
  });

  it('in the period before is none between the two', () => {
    expect(assessOwn({ '2023': marked(10), '2024': 11 }).status).toBe('on-track');
  });

  it.each([LEAD, POSITION])('of a peer that is used is a break ($measure)', (definition) => {
    expect(among(definition, { '0202': MARKED }).evidence.reason).toEqual({
      guard: 'marked-break',
      detail: 'Municipality 0202',
    });
  });

  it.each([LEAD, POSITION])('of a peer that is not used is none ($measure)', (definition) => {
    const enough = { ...definition, requiredPeers: 2 };
    const unused = { '0202': { '2023': null, '2024': marked(11) } };
    expect(among(enough, unused).evidence.reason).toBeNull();
  });

  it.each([LEAD, POSITION])(
    'of a peer comes before its missing figure where all are required ($measure)',
    (definition) => {
      const required = { '0202': { '2023': null, '2024': marked(11) } };
      expect(among(definition, required).evidence.reason).toMatchObject({ guard: 'marked-break' });
    },
  );

  it('of a peer does not concern a rule without peers', () => {
    expect(among(buildDefinition({ peers: 'rivals' }), { '0202': MARKED }).status).toBe('on-track');
  });
});

describe('the base of stable-or-improved', () => {
  const rule: Rule = {
    ...{ id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 1 } },
    base: { year: 2021, tolerance: { absolute: 2 } },
  };
  const definition = buildDefinition({ rule });
  const since = (cells: Record<string, Cell>, rest: Omit<Figures, 'series'> = {}) =>
    assessOwn(cells, { definition, ...rest });

  it.each([
    [17, 'off-track'],
    [18, 'on-track'],
    [21, 'on-track'],
  ])('20 is kept by %d: %s', (value, status) => {
    expect(since({ '2021': 20, '2022': 18, '2023': value }).status).toBe(status);
  });

  it('is not asked for in its own year, or before', () => {
    expect(since({ '2020': 20, '2021': 19 }).status).toBe('on-track');
    expect(since({ '2019': 20, '2020': 19 }).status).toBe('on-track');
  });

  it('that is missing is insufficient, and named', () => {
    const { status, evidence } = since({ '2021': null, '2022': 18, '2023': 18 });
    expect([status, evidence.reason]).toEqual([
      'insufficient',
      { guard: 'own-figure-missing', missing: 'missing', detail: '2021' },
    ]);
    expect(since({ '2022': 18, '2023': 18 }).evidence.reason).toEqual({
      ...{ guard: 'own-figure-missing', missing: 'not-in-dataset', detail: '2021' },
    });
  });

  it.each<[string, Record<string, Cell>, Omit<Figures, 'series'>]>([
    ['declared', { '2021': 20, '2022': 16, '2023': 16, '2024': 15 }, { breaks: declared('2022') }],
    ['marked', { '2021': 20, '2022': marked(16), '2023': 16, '2024': 15 }, {}],
  ])('before a break (%s) is replaced by the first period from the break on, and that is said', (_how, cells, rest) => {
    const { status, evidence, remarks } = since(cells, rest);
    expect([status, evidence.numbers['base'], evidence.numbers['baseChange']]).toEqual(['on-track', 16, -1]);
    expect(remarks).toEqual(['Utgangspunktet i planen ligger før et brudd i tidsserien. Det regnes derfor fra 2022.']);
  });

  it('that stands in for another is evidence with the latest and the one before it, and has its flags', () => {
    const cells = {
      '2021': 20,
      '2022': { value: 16, obsStatus: 'B', revised: true } as const,
      '2023': 16,
      '2024': 16,
      '2025': 15,
    };
    const { flags, evidence } = since(cells);
    expect(evidence.observations.map(({ period }) => period)).toEqual(['2021', '2022', '2024', '2025']);
    expect(flags).toContain('revised');
    expect(since({ ...cells, '2022': marked(16), '2023': { value: 16, revised: true } }).flags).toEqual([]);
  });

  it('is replaced by the last of several breaks, and named by the year that stands in', () => {
    const cells = { '2021': 20, '2022': marked(30), '2023': marked(19), '2024': 18, '2025': 17, '2026': 16 };
    const { status, evidence, sentence } = since(cells);
    expect([status, evidence.numbers['base']]).toEqual(['off-track', 19]);
    expect(sentence).toContain('under utgangspunktet i 2023');
  });

  it('is its own after a break in its year: the break lies before it', () => {
    expect(since({ '2020': 5, '2021': marked(20), '2022': 20 }).remarks).toEqual([]);
  });

  it('is none of the two while only the first period from the break on is there: that is the break', () => {
    expect(since({ '2021': 20, '2022': 20, '2023': marked(10) }).status).toBe('break');
  });
});

describe('the guards', () => {
  const ended = buildMunicipality(OWN, {
    codes: [
      { code: '0602', toYear: 2023 },
      { code: '0625', toYear: 2023 },
      { code: OWN, fromYear: 2024 },
    ],
  });
  const merged = { '0602': { '2023': 5 }, '0625': { '2023': 6 }, [OWN]: { '2024': 11 } };
  const percentage = { places: [ended], dataset: { quantities: { n: 'percentage' as const } } };

  /** Figures to which both a guard and every later one object. */
  const EVERYTHING: readonly (readonly [GuardReason, Record<string, Record<string, Cell>>, Partial<Figures>])[] = [
    ['no-value', { [OWN]: { '2023': null, '2024': null }, '0201': { '2023': null } }, { breaks: declared('2024') }],
    [
      'declared-break',
      { [OWN]: { '2023': 0, '2024': null, '2022': 1 }, '0201': { '2024': 1 } },
      { breaks: declared('2024') },
    ],
    ['marked-break', { [OWN]: { '2023': 0, '2024': marked(1) }, '0202': { '2024': 1 } }, {}],
    ['border-change', { ...merged, '0201': { '2024': null } }, percentage],
    ['only-one-period', { [OWN]: { '2023': null, '2024': 1 }, '0201': { '2024': null } }, {}],
    [
      'periods-not-adjacent',
      { [OWN]: { '2020': 0, '2024': 1 }, '0201': { '2024': null }, '0202': { '2024': 1 }, '0203': { '2024': 1 } },
      {},
    ],
    ['own-figure-missing', { [OWN]: { '2022': 5, '2023': 0, '2024': null }, '0201': { '2024': null } }, {}],
    ['peer-missing', { [OWN]: { '2023': 0, '2024': 1 }, '0201': { '2023': 1, '2024': null } }, {}],
    ['base-not-positive', { [OWN]: { '2023': 0, '2024': 1 } }, {}],
  ];

  it('are these, in this order', () => {
    // First comes that of a file let in by hand; last those of a ratio and of a target, of which a lead in growth knows nothing.
    const ofOthers = ['denominator-not-positive', 'before-deadline'];
    expect(['unsettled-category', ...EVERYTHING.map(([guard]) => guard), ...ofOthers]).toEqual(GUARD_REASONS);
  });

  it.each(EVERYTHING)('%s is told before what comes after it', (guard, cells, rest) => {
    expect(among(LEAD, cells, rest).evidence.reason?.guard).toBe(guard);
  });
});

describe('at least k of n peers', () => {
  const of = (definition: IndicatorDefinition, requiredPeers: number, cells: Record<string, Record<string, Cell>>) =>
    among({ ...definition, requiredPeers }, cells);
  const early = { '2023': 10, '2024': null };
  const late = { '2023': null, '2024': 11 };

  it.each([LEAD, POSITION])('are the same places in both periods ($measure)', (definition) => {
    // Two places have figures in either year, and one and the same place in both.
    const cells = { '0201': FULL, '0202': early, '0203': late };
    expect(of(definition, 1, cells).evidence.reason).toBeNull();
    expect(of(definition, 2, cells).evidence.reason?.guard).toBe('peer-missing');
  });

  it.each([LEAD, POSITION])('name those that are missing ($measure)', (definition) => {
    const { evidence } = of(definition, 2, { '0202': early });
    expect(evidence.verdict).not.toBeNull();
    expect(evidence.missing.map(({ role, place, period }) => [role, place?.code, period])).toEqual([
      ['peer', '0202', '2024'],
    ]);
  });

  it('are compared without those that are missing in either period', () => {
    const cells = {
      '0201': { '2023': 10, '2024': 12 },
      '0202': { '2023': null, '2024': 90 },
      '0203': { '2023': 90, '2024': null },
    };
    const { numbers } = of(LEAD, 1, cells).evidence;
    expect(numbers).toMatchObject({ pooledGrowth: 20, meanGrowth: 20, eachGrowth: 20, compared: 1 });
    expect(of(POSITION, 1, cells).evidence.numbers).toMatchObject({ current: -1, previous: 0 });
  });
});
