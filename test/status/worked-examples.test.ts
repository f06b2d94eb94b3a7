import { describe, expect, it } from 'vitest';
import type { Series } from '../../src/model/data/dataset.ts';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import type { Against, Rule } from '../../src/model/plan/rule.ts';
import type { PeerGroup } from '../../src/model/data/place.ts';
import { detectChange } from '../../src/status/detect-change.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildPeerGroup, buildSeries, INPUT, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures } from './assess-figures.ts';

// The worked examples of section 5 of the domain, figures and all.

/** A 0 that is not a figure: the source shows it where there cannot be one. */
const ZERO: Cell = { value: null, obsStatus: 'O', symbol: '0' };
const tenths = (count: number) => count / 10;
const WITHHELD: Cell = { value: null, obsStatus: 'Q', symbol: ':' };

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

  describe('with base year 1 and a margin of 0.003 from it', () => {
    const rule: Rule = {
      ...{ id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.002 } },
      base: { year: 2021, tolerance: { absolute: 0.003 } },
    };
    const indices = (cells: Record<string, number>) =>
      assess(
        buildDefinition({ rule, inputs: [{ ...INPUT, unit: 'indeks', decimals: 3 }] }),
        regionSeries({ [OWN]: cells }),
      );

    it('0.6200, 0.6185: −0.0015 in the year and from the base, met (stable)', () => {
      const { status, label } = indices({ '2021': 0.62, '2022': 0.6185 });
      expect([status, label]).toEqual(['on-track', 'stable']);
    });

    it('→ 0.6168: −0.0017 is within the margin, −0.0032 from the base is not, not met and said to be below it', () => {
      const { status, evidence, sentence } = indices({ '2021': 0.62, '2022': 0.6185, '2023': 0.6168 });
      expect([status, evidence.numbers]).toMatchObject(['off-track', { change: -0.0017, baseChange: -0.0032 }]);
      expect(sentence).toContain(
        'Indeksen var 0,6168 i 2023, ned 0,0017 fra 0,6185 i 2022. Det er mindre enn marginen på 0,002 og regnes som stabilt. Nivået ligger 0,0032 under utgangspunktet i 2021, mer enn marginen på 0,003, så ambisjonen er ikke oppfylt.',
      );
      expect(sentence).toContain('under utgangspunktet');
    });

    it('says where it is the year that failed, and where it is both', () => {
      const year = indices({ '2021': 0.62, '2022': 0.63, '2023': 0.62 });
      expect([year.status, year.sentence.includes('utgangspunktet')]).toEqual(['off-track', false]);
      const both = indices({ '2021': 0.62, '2022': 0.6185, '2023': 0.615 });
      expect(both.status).toBe('off-track');
      expect(both.sentence).toContain(
        'Indeksen var 0,615 i 2023, ned 0,004 fra 0,619 i 2022. Nedgangen er større enn marginen på 0,002. Nivået ligger også 0,005 under utgangspunktet i 2021, mer enn marginen på 0,003, så ambisjonen er ikke oppfylt.',
      );
    });
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

  it('mean of growth 1.0 and median 1.0, lead 0.2; each −0.3; beaten 2 of 3', () => {
    const against = (reading: Against) =>
      jobs(50_600, { id: 'growth-lead', against: reading, tolerance: { absolute: 0.05 } });
    expect(against('mean').evidence.numbers).toMatchObject({ meanGrowth: 1, lead: 0.2, beaten: 2, compared: 3 });
    expect(against('median').evidence.numbers).toMatchObject({ medianGrowth: 1, lead: 0.2 });
    expect(against('each').evidence.numbers).toMatchObject({ eachGrowth: 1.5, lead: -0.3 });
    expect((['pooled', 'mean', 'median', 'each'] as const).map((reading) => against(reading).status)).toEqual([
      ...['stable', 'on-track', 'on-track', 'off-track'],
    ]);
  });

  it.each([50_600, 50_700])('→ %d: all four readings are kept, and the text says that they differ', (own) => {
    const { evidence, sentence } = jobs(own);
    const pooled = own === 50_600 ? 'stable' : 'on-track';
    expect(evidence.verdict?.readings).toEqual({ pooled, mean: 'on-track', median: 'on-track', each: 'off-track' });
    expect(sentence).toContain('avhenger av hvordan gruppen regnes sammen');
  });

  it('→ 51,000: every reading would be met, and the text says nothing of them', () => {
    const { status, evidence, sentence } = jobs(51_000);
    expect([status, new Set(Object.values(evidence.verdict?.readings ?? {}))]).toEqual([
      'on-track',
      new Set(['on-track']),
    ]);
    expect(sentence).not.toContain('avhenger av');
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
  const founded = (own: Cell) =>
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

  it('800 → 0: too little to judge by, the municipality named', () => {
    const { status, value, evidence, sentence } = founded(ZERO);
    expect([status, value, evidence.reason?.missing]).toEqual(['insufficient', null, 'zero']);
    expect(sentence).toContain('Elvebyen i 2024');
  });
});

describe('employment-rate: gap to eleven other cities, margin 0.05', () => {
  const codes = Array.from({ length: 11 }, (_, at) => String(201 + at).padStart(4, '0'));
  const definition = buildDefinition({
    measure: 'gap',
    peers: 'rivals',
    rule: { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0.05 } },
  });
  const among = (others: Record<string, Record<string, Cell>>, own: number) => {
    const group = buildPeerGroup(Object.fromEntries(Object.keys(others).map((code) => [code, [code]])));
    return assess(definition, regionSeries({ [OWN]: { '2023': 64.8, '2024': own }, ...others }), group);
  };
  const rate = (own: number) => {
    const spread = codes.map((code, at) => [code, { '2023': tenths(664 + at), '2024': tenths(665.5 + at) }] as const);
    return among(Object.fromEntries(spread), own);
  };
  const TWO = { '0201': { '2023': 66.8, '2024': 67 }, '0202': { '2023': 67, '2024': 67.1 } };

  it('64.8 → 65.0 against 66.90 → 67.05: gap −2.10 → −2.05, change 0.05 is not above the margin', () => {
    const { status, evidence } = rate(65);
    expect([status, evidence.numbers]).toMatchObject([
      'stable',
      { previous: -2.1, current: -2.05, change: 0.05, previousPeerMean: 66.9, peerMean: 67.05 },
    ]);
  });

  it.each([
    [65, 0.05, 'stable'],
    [65.1, 0.15, 'on-track'],
  ])('the same of two others, 66.8 and 67.0, then 67.0 and 67.1: 64.8 → %d, change %d, %s', (own, change, status) => {
    const said = among(TWO, own);
    expect([said.status, said.evidence.numbers]).toMatchObject([
      status,
      { change, previousPeerMean: 66.9, peerMean: 67.05 },
    ]);
  });

  it('a member at 0.0: too little to judge by, the member named', () => {
    const { status, evidence, sentence } = among({ ...TWO, '0202': { '2023': 67, '2024': ZERO } }, 65);
    expect([status, evidence.reason?.guard]).toEqual(['insufficient', 'peer-missing']);
    expect(evidence.missing).toMatchObject([{ place: { code: '0202' }, period: '2024', reason: 'zero' }]);
    expect(sentence).toContain('0202 Municipality 0202');
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

describe('business-emissions: one of the listed sources withheld in the newest year', () => {
  it('is too little to judge that year by, and never the word of the year before', () => {
    const definition = buildDefinition({
      inputs: [{ ...INPUT, terms: [{ Source: ['road', 'farms'] }] }],
      rule: { id: 'annual-change', direction: 'decrease', tolerance: { percentOfPrevious: 0.5 } },
    });
    const series = [
      buildSeries({ Contents: 'n', Region: OWN, Source: 'road' }, { '2022': 100, '2023': 90, '2024': 80 }),
      buildSeries({ Contents: 'n', Region: OWN, Source: 'farms' }, { '2022': 100, '2023': 90, '2024': WITHHELD }),
    ];
    expect(assess(definition, series)).toMatchObject({ status: 'insufficient', period: '2024', value: null });
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

  it('a new table with only 2024 (13.3) leaves 2020 and 2022 standing: +0.2, met', () => {
    const definition = buildDefinition({
      step: { unit: 'year', count: 2 },
      rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0.05 } },
    });
    const cells = { '2020': 12.7, '2022': 13.1, '2024': { value: 13.3, publicationId: 2 } };
    const { status, evidence } = assess(definition, regionSeries({ [OWN]: cells }));
    expect([status, evidence.numbers['change'], evidence.previousPeriod]).toEqual(['on-track', 0.2, '2022']);
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

describe('bounds: total 1,000, known groups 600 and 300, two groups withheld', () => {
  const definition = buildDefinition({
    measure: 'diversity',
    inputs: [
      {
        ...{ ...INPUT, unit: 'indeks', decimals: 4, over: 'Trade', terms: [{ Trade: ['a', 'b', 'c', 'd'] }] },
        whole: { total: 'all' },
      },
    ],
    rule: { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.001 } },
  });
  const after = (a: number, b: number, c: number, d: number) => {
    const groups: Record<string, [Cell, Cell]> = {
      ...{ a: [a, 600], b: [b, 300], c: [c, WITHHELD], d: [d, WITHHELD], all: [1000, 1000] },
    };
    const series = Object.entries(groups).map(([Trade, [before, now]]) =>
      buildSeries({ Contents: 'n', Region: OWN, Trade }, { '2023': before, '2024': now }),
    );
    return assess(definition, series);
  };

  it('R = 100, Σx² between 455,000 and 460,000: the index lies in [0.5400, 0.5450]', () => {
    expect(after(650, 150, 150, 50).evidence.bounds).toEqual([0.54, 0.545]);
  });

  it('a year before of 0.5300 known exactly: change in [0.0100, 0.0150], met, bounded', () => {
    const { status, flags, evidence } = after(650, 150, 150, 50);
    expect([status, flags, evidence.numbers]).toMatchObject([
      ...['on-track', ['bounded'], { previous: 0.53, changeLow: 0.01, changeHigh: 0.015 }],
    ]);
  });

  it('a year before of 0.5430: change in [−0.0030, 0.0020], open at a margin of 0.001 and without a second table', () => {
    const { status, value, evidence } = after(640, 160, 130, 70);
    expect([status, value, evidence.numbers]).toMatchObject([
      ...['insufficient', null, { previous: 0.543, currentLow: 0.54, currentHigh: 0.545 }],
    ]);
  });
});
