import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import type { DeclaredBreak } from '../../src/model/plan/settings.ts';
import { refusalOf } from '../normalise/cube-cells.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildMunicipality, buildPeerGroup, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures, assessOwn } from './assess-figures.ts';

const GROUP = buildPeerGroup({ A: ['0201'], B: ['0202'] });
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
const BREAK: DeclaredBreak = { dataset: 'figures', period: '2024', reason: 'Ny kilde.', reference: 'x' };
const FULL = { '2023': 10, '2024': 11 };

function compare(
  definition: IndicatorDefinition,
  cells: Record<string, Record<string, Cell>>,
  rest: Partial<Parameters<typeof assessFigures>[0]> = {},
) {
  return assessFigures({ definition, group: GROUP, series: regionSeries(cells), ...rest });
}

describe('no-value', () => {
  it('is not measured when there is no figure at all', () => {
    expect(assessOwn({ '2023': null, '2024': null })).toMatchObject({
      ...{ status: 'not-measured', period: null, value: null, unit: null, coverage: null },
      evidence: { reason: { guard: 'no-value' }, publication: null, verdict: null },
    });
  });
});

describe('own-figure-missing', () => {
  const figures = { [OWN]: { '2022': 9, '2023': 10, '2024': { value: null, obsStatus: 'Q' as const } }, '0201': FULL };

  it('is insufficient of the latest period, and keeps what was last known as such', () => {
    expect(compare(buildDefinition({ peers: 'rivals' }), { ...figures, '0202': FULL })).toMatchObject({
      ...{ status: 'insufficient', period: '2024', value: null },
      evidence: {
        ...{ latestPeriod: '2024', lastKnown: { period: '2023', value: 10, status: 'on-track' } },
        reason: { guard: 'own-figure-missing', missing: 'confidential', detail: '2024' },
      },
    });
  });

  it('objects to a hole in the period before', () => {
    expect(assessOwn({ '2022': 9, '2023': null, '2024': 11 }).evidence.reason).toEqual({
      ...{ guard: 'own-figure-missing', missing: 'missing', detail: '2023' },
    });
  });

  it('comes before a missing peer', () => {
    expect(compare(LEAD, figures).evidence.reason?.guard).toBe('own-figure-missing');
  });
});

describe('peer-missing', () => {
  it.each<[string, IndicatorDefinition, Record<string, Cell>]>([
    ['in the latest period of a lead', LEAD, { '2023': 10, '2024': null }],
    ['in the period before of a lead', LEAD, { '2023': null, '2024': 10 }],
    ['in the latest period of a position', POSITION, { '2023': 10, '2024': null }],
    ['in the period before of a position', POSITION, { '2023': null, '2024': 10 }],
  ])('is too little data %s', (_title, definition, cells) => {
    const { status, evidence } = compare(definition, { [OWN]: FULL, '0201': FULL, '0202': cells });
    expect([status, evidence.reason]).toEqual(['insufficient', { guard: 'peer-missing', missing: 'peer-missing' }]);
  });

  it.each([LEAD, POSITION])('does not object when enough peers are there ($measure)', (definition) => {
    const cells = { [OWN]: FULL, '0201': FULL, '0202': { '2023': 10, '2024': null } };
    expect(compare({ ...definition, requiredPeers: 1 }, cells).evidence.reason).toBeNull();
  });

  it('objects when nobody can be compared with', () => {
    const dataset = { publication: { coverage: 'national' as const }, regions: null };
    const series = regionSeries({ [OWN]: FULL });
    expect(compare(LEAD, {}, { series, dataset }).evidence.reason?.guard).toBe('peer-missing');
  });

  it('comes after a missing period', () => {
    const cells = { [OWN]: { '2024': 11 }, '0201': { '2024': 11 }, '0202': { '2024': null } };
    expect([compare(LEAD, cells), compare(POSITION, cells)].map(({ evidence }) => evidence.reason?.guard)).toEqual([
      'only-one-period',
      'only-one-period',
    ]);
  });

  it('does not concern a rule without peers', () => {
    expect(compare(buildDefinition({ peers: 'rivals' }), { [OWN]: FULL }).status).toBe('on-track');
  });
});

describe('only-one-period', () => {
  it('is too little data', () => {
    expect(assessOwn({ '2024': 11 })).toMatchObject({
      ...{ status: 'insufficient', value: 11, evidence: { reason: { guard: 'only-one-period' } } },
    });
  });

  it('is too little data when the other periods have no figure', () => {
    expect(assessOwn({ '2022': null, '2024': 11 }).evidence.reason).toEqual({ guard: 'only-one-period' });
  });

  it('keeps the one figure as evidence', () => {
    expect(assessOwn({ '2024': 11 }).evidence.numbers).toEqual({ current: 11 });
  });

  it('has a period but no value where growth is measured', () => {
    const cells = { [OWN]: { '2024': 11 }, '0201': { '2024': 11 }, '0202': { '2024': 1 } };
    expect(compare(LEAD, cells)).toMatchObject({ period: '2024', value: null, status: 'insufficient' });
  });
});

describe('periods-not-adjacent', () => {
  it('is too little data when the step before is not there', () => {
    expect(assessOwn({ '2021': 9, '2024': 11 })).toMatchObject({
      ...{ status: 'insufficient', evidence: { reason: { guard: 'periods-not-adjacent' }, previousPeriod: null } },
    });
  });

  it('does not speak of a latest period that has no figure: that is a hole, and told as one', () => {
    const places = [buildMunicipality(OWN, { codes: [{ code: OWN, toYear: 2022 }] })];
    const cells = { [OWN]: { '2021': 9, '2022': 10 }, '0201': { '2024': 1 } };
    const { status, evidence } = compare(buildDefinition({ peers: 'rivals' }), cells, { places });
    expect([status, evidence.latestPeriod, evidence.reason]).toEqual([
      ...['insufficient', '2024', { guard: 'own-figure-missing', missing: 'code-ended', detail: '2024' }],
    ]);
  });

  it('does not object to the table’s own previous period', () => {
    const definition = buildDefinition({ step: { unit: 'previous-period' } });
    expect(assessOwn({ '2021': 9, '2024': 11 }, { definition }).status).toBe('on-track');
  });
});

describe('base-not-positive', () => {
  it.each([0, -5])('is too little data for growth from %d', (base) => {
    const { status, evidence } = compare(LEAD, { [OWN]: { '2023': base, '2024': 5 }, '0201': FULL, '0202': FULL });
    const reason = { guard: 'base-not-positive', missing: 'base-not-positive' };
    expect([status, evidence.reason]).toEqual(['insufficient', reason]);
  });

  it('does not concern a plain change', () => {
    expect(assessOwn({ '2023': 0, '2024': 5 }).status).toBe('on-track');
  });
});

describe('declared-break', () => {
  it('is a break between the two periods, with its reason', () => {
    expect(assessOwn(FULL, { breaks: [BREAK] })).toMatchObject({
      ...{ status: 'break', evidence: { reason: { guard: 'declared-break', detail: 'Ny kilde.' } } },
    });
  });

  it.each<[string, Partial<DeclaredBreak>]>([
    ['before both periods', { period: '2023' }],
    ['after both periods', { period: '2025' }],
    ['in another dataset', { dataset: 'others' }],
  ])('does not concern a break %s', (_title, fields) => {
    expect(assessOwn(FULL, { breaks: [{ ...BREAK, ...fields }] }).status).toBe('on-track');
  });

  it('counts in quarters too', () => {
    const definition = buildDefinition({ step: { unit: 'quarter', count: 1 } });
    const assess = (period: string) =>
      assessOwn({ '2023K4': 1, '2024K1': 2 }, { definition, breaks: [{ ...BREAK, period }] }).status;
    expect([assess('2024'), assess('2024K1'), assess('2023K4')]).toEqual(['break', 'break', 'on-track']);
  });

  it('refuses a period it cannot read', () => {
    const refusal = refusalOf(() => assessOwn(FULL, { breaks: [{ ...BREAK, period: 'våren 2024' }] }));
    expect(refusal).toMatchObject({
      code: 'settings-invalid',
      message: 'The break declared for figures has no readable period.',
      hint: 'Write the first period after the break as the table codes it, such as 2024 or 2024K1.',
      context: { dataset: 'figures', period: 'våren 2024' },
    });
  });
});

describe('border-change', () => {
  const codes = [
    { code: '0602', toYear: 2019 },
    { code: '0625', toYear: 2019 },
    { code: OWN, fromYear: 2020 },
  ];
  const places = [buildMunicipality(OWN, { codes })];
  const series = regionSeries({ '0602': { '2019': 60 }, '0625': { '2019': 62 }, [OWN]: { '2020': 61 } });

  it('is a break for percentages across a merger', () => {
    expect(assessFigures({ series, places, dataset: { quantities: { n: 'percentage' } } })).toMatchObject({
      ...{ status: 'break', value: 61, evidence: { reason: { guard: 'border-change', missing: 'border-change' } } },
    });
  });

  it('is none while the borders of a peer were the same, though others than those of today, in both periods', () => {
    const definition = buildDefinition({
      ...({ measure: 'gap', peers: 'rivals' } as const),
      rule: { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0 } },
    });
    const merged = [
      { code: '0104', toYear: 2019 },
      { code: '0136', toYear: 2019 },
      { code: '0201', fromYear: 2020 },
    ];
    const peer = { '2018': 50, '2019': 51 };
    expect(
      assessFigures({
        ...{ definition, group: buildPeerGroup({ A: ['0201'] }), dataset: { quantities: { n: 'percentage' } } },
        places: [buildMunicipality(OWN), buildMunicipality('0201', { codes: merged })],
        series: regionSeries({ [OWN]: { '2018': 60, '2019': 61 }, '0104': peer, '0136': peer }),
      }),
    ).toMatchObject({ status: 'insufficient', evidence: { reason: { guard: 'peer-missing' } } });
  });

  it('is none for counts, which are summed over the members', () => {
    expect(assessFigures({ series, places })).toMatchObject({
      status: 'off-track',
      evidence: { numbers: { previous: 122 } },
    });
  });

  it('is none for a renumbering', () => {
    const renumbered = [
      { code: '3005', toYear: 2023 },
      { code: OWN, fromYear: 2024 },
    ];
    const assessment = assessFigures({
      series: regionSeries({ '3005': { '2023': 60 }, [OWN]: { '2024': 61 } }),
      places: [buildMunicipality(OWN, { codes: renumbered })],
      dataset: { quantities: { n: 'percentage' } },
    });
    expect(assessment.status).toBe('on-track');
  });
});
