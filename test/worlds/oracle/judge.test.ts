import { describe, expect, it } from 'vitest';
import type { Facts, Holding, Indicator, OracleSettings, PublishedCell, PublishedSeries } from './facts.ts';
import { toNumber } from './fraction.ts';
import { judge } from './judge.ts';

type Cells = Readonly<Record<string, string>>;

/** `'50'`, `':'` or `'b 50'`. */
function cell(written: string): PublishedCell {
  const [symbol = '', text] = written.includes(' ')
    ? written.split(' ')
    : /^\d/.test(written)
      ? ['', written]
      : [written];
  return { text: text ?? null, symbol: symbol === '' ? null : symbol };
}

function series(region: string, cells: Cells, categories: PublishedSeries['categories'] = {}): PublishedSeries {
  return {
    region,
    categories,
    cells: new Map(Object.entries(cells).map(([period, written]) => [period, cell(written)])),
  };
}

const SETTINGS: OracleSettings = {
  own: '1',
  municipalities: ['1', '2', '3'].map((code) => ({ code, name: code, county: '9', codes: [{ code }] })),
  ...{ counties: [], indicators: [], breaks: [], corrections: [] },
  groups: {
    others: [
      { id: 'a', members: ['2'] },
      { id: 'b', members: ['3'] },
    ],
  },
};

function holding(all: readonly PublishedSeries[], facts: Partial<Holding> = {}): Holding {
  const updatedAt = '2026-03-01T07:00:00Z';
  const publication = {
    ...({ table: 'T', alternative: 'a', coverage: 'municipality', form: 'divisions', prefix: '' } as const),
    ...{ ended: {}, updatedAt, series: all },
  };
  return {
    ...({ id: 'd', quantity: 'count', zero: 'possible', nil: 'counts', allowedAgeDays: 430 } as const),
    publications: [publication],
    ...facts,
  };
}

function said(indicator: Partial<Indicator>, held: Holding, settings: Partial<OracleSettings> = {}) {
  const facts: Facts = {
    settings: { ...SETTINGS, ...settings },
    holdings: new Map([[held.id, held]]),
    now: '2026-03-02T10:00:00Z',
  };
  const whole: Indicator = {
    ...({ id: 'i', dataset: 'd', proxy: false, measure: 'level', select: {}, stepYears: 1 } as const),
    rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: '0' } },
    ...indicator,
  };
  const { value, bounds, missing, ...rest } = judge(whole, facts);
  return {
    ...rest,
    value: value === null ? null : toNumber(value),
    bounds: bounds === null ? null : [toNumber(bounds.low), toNumber(bounds.high)],
    missing: missing.map(({ role, place, period, reason }) => [role, place, period, reason].join(' ')),
  };
}

const LEAD: Partial<Indicator> = {
  ...{ measure: 'growth', peers: 'others' },
  rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: '0.05' } },
};
const GAP: Partial<Indicator> = {
  ...{ measure: 'gap', peers: 'others' },
  rule: { id: 'relative-position', direction: 'increase', tolerance: { absolute: '0.05' } },
};
const PERCENTAGE = { quantity: 'percentage', zero: 'impossible', nil: 'missing' } as const;

describe('when the oracle lets a rule speak', () => {
  it('a withheld latest figure is insufficient of that year, with the last word beside it', () => {
    const held = holding([series('1', { '2023': '5', '2024': '6', '2025': ':' })]);
    expect(said({}, held)).toMatchObject({
      ...{ status: 'insufficient', reason: 'own-figure-missing', period: '2025', value: null },
      missing: ['own 1 2025 confidential'],
      lastKnown: { period: '2024', status: 'on-track' },
    });
  });

  it.each(['0', '.', '..', '-', '...'])('a period in which every cell is %s is not published yet', (written) => {
    const held = holding([series('1', { '2023': '5', '2024': '6', '2025': written })]);
    expect(said({}, held)).toMatchObject({ status: 'on-track', period: '2024', value: 6 });
  });

  it('3: a count from 800 to 0 beside others with figures is no figure', () => {
    const held = holding([
      series('1', { '2024': '800', '2025': '0' }),
      series('2', { '2024': '3000', '2025': '3120' }),
      series('3', { '2024': '10', '2025': '0' }),
    ]);
    expect(said(LEAD, held)).toMatchObject({ status: 'insufficient', missing: ['own 1 2025 zero'] });
  });

  it('4: a member at 0.0 per cent is named as missing', () => {
    const held = holding(
      [
        series('1', { '2024': '64.8', '2025': '65.0' }),
        series('2', { '2024': '66.8', '2025': '67.0' }),
        series('3', { '2024': '67.0', '2025': '0.0' }),
      ],
      PERCENTAGE,
    );
    expect(said(GAP, held)).toMatchObject({ reason: 'peer-missing', missing: ['peer 3 2025 zero'], value: null });
  });

  it('8: one measurement is insufficient, none is not measured', () => {
    expect(said({}, holding([series('1', { '2025': '70' })]))).toMatchObject({ reason: 'only-one-period', value: 70 });
    expect(said({}, holding([]))).toMatchObject({ status: 'not-measured', period: null });
  });

  it('a hole in the years between is told from a year that is missing', () => {
    expect(said({}, holding([series('1', { '2023': '5', '2025': '7' })]))).toMatchObject({
      reason: 'periods-not-adjacent',
    });
  });

  it.each([
    ['declared', { breaks: [{ dataset: 'd', period: '2025' }] }, '6', 'declared-break'],
    ['marked', {}, 'b 6', 'marked-break'],
  ] as const)('a break that is %s stops the first period from it on', (_, settings, written, reason) => {
    const held = holding([series('1', { '2024': '5', '2025': written })]);
    expect(said({}, held, settings)).toMatchObject({ status: 'break', reason, value: 6 });
    const later = holding([series('1', { '2024': '5', '2025': written, '2026': '7' })]);
    expect(said({}, later, settings)).toMatchObject({ status: 'on-track', period: '2026' });
  });

  it('a merger breaks a percentage and not a count', () => {
    const codes = [
      { code: '1', from: 2025 },
      { code: '8', to: 2024 },
      { code: '7', to: 2024 },
    ];
    const municipalities = [{ code: '1', name: 'A', county: '9', codes }, ...SETTINGS.municipalities.slice(1)];
    const all = [
      series('1', { '2024': '0', '2025': '9' }),
      series('7', { '2024': '4', '2025': '0' }),
      series('8', { '2024': '4', '2025': '0' }),
    ];
    expect(said({}, holding(all), { municipalities })).toMatchObject({ status: 'on-track', value: 9 });
    expect(said({}, holding(all, PERCENTAGE), { municipalities })).toMatchObject({ reason: 'border-change' });
  });

  it('a code that its label ends is missing from then on, whatever stands there', () => {
    const held = holding([series('1', { '2024': '5', '2025': '7' }), series('2', { '2024': '5', '2025': '7' })]);
    const [publication] = held.publications;
    const ended = {
      ...held,
      publications: publication === undefined ? [] : [{ ...publication, ended: { '1': 2024 } }],
    };
    expect(said({}, ended)).toMatchObject({ period: '2025', missing: ['own 1 2025 code-ended'] });
  });
});

describe('an index whose groups are withheld', () => {
  const diversity: Partial<Indicator> = {
    measure: 'diversity',
    select: { N: ['a', 'b', 'c', 'd'] },
    groups: { dimension: 'N', total: 'all', leftOut: 'none' },
    rule: { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: '0.001' } },
  };
  const groups = (rows: Readonly<Record<string, readonly [string, string]>>): Holding =>
    holding(Object.entries(rows).map(([N, [before, now]]) => series('1', { '2024': before, '2025': now }, { N })));

  it('9: lies between what one and what all withheld groups could hold', () => {
    const held = groups({
      a: ['600', '600'],
      b: ['300', '300'],
      c: ['90', ':'],
      d: ['10', ':'],
      all: ['1000', '1000'],
      none: ['0', '-'],
    });
    expect(said(diversity, held)).toMatchObject({ bounds: [0.54, 0.545], value: null });
  });

  it('has no bounds where the rest is withheld too, or would be below 0', () => {
    const withheld = groups({
      a: ['600', '600'],
      b: ['300', '300'],
      c: ['90', ':'],
      d: ['10', '10'],
      all: ['1000', '1000'],
      none: ['0', ':'],
    });
    expect(said(diversity, withheld)).toMatchObject({
      status: 'insufficient',
      bounds: null,
      missing: ['own 1 2025 confidential'],
    });
    const below = groups({
      a: ['600', '600'],
      b: ['300', '500'],
      c: ['90', ':'],
      d: ['10', '10'],
      all: ['1000', '1000'],
      none: ['0', '0'],
    });
    expect(said(diversity, below)).toMatchObject({ status: 'insufficient', bounds: null });
  });
});
