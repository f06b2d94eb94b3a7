import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import type { Rule } from '../../src/model/plan/rule.ts';
import type { DeclaredBreak } from '../../src/model/plan/settings.ts';
import { WITHDRAWN } from '../../src/model/data/dataset.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildMunicipality, buildPeerGroup, buildSeries, INPUT, OWN } from '../support/builders.ts';
import { regionSeries } from '../support/builders.ts';
import type { Figures } from './assess-figures.ts';
import { assessFigures, assessOwn } from './assess-figures.ts';

// What is asked of the periods that a rule reads, and of no others: breaks, borders, parts, marks of the source.

const NONE = { absolute: 0 };
const GROUP = buildPeerGroup({ A: ['0201'], B: ['0202'] });
const CHANGE: Rule = { id: 'annual-change', direction: 'increase', tolerance: NONE };
const TARGET: Rule = {
  ...{ id: 'target', direction: 'increase', value: 100, base: 2020, year: 2030, path: 'straight', tolerance: NONE },
};
const meanOf = (periods: number): Rule => ({
  ...{ id: 'no-worse-than-mean', direction: 'increase', periods, tolerance: NONE },
});
const held = (year: number): Rule => ({
  ...{ id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 5 } },
  base: { year, tolerance: { absolute: 5 } },
});
const marked = (value: number): Cell => ({ value, obsStatus: 'B' });
const declared = (period: string): readonly DeclaredBreak[] => [
  { dataset: 'figures', period, reason: 'Ny kilde.', reference: 'x' },
];
const own = (rule: Rule, cells: Record<string, Cell>, rest: Omit<Figures, 'series'> = {}) =>
  assessOwn(cells, { definition: buildDefinition({ rule }), ...rest });
const among = (definition: Partial<IndicatorDefinition>, cells: Record<string, Record<string, Cell>>, rest = {}) =>
  assessFigures({
    ...{ definition: buildDefinition({ peers: 'rivals', ...definition }), group: GROUP },
    ...{ series: regionSeries(cells), ...rest },
  });

describe('whether anything was ever measured', () => {
  it('is no where the terms find nothing, or only what is withheld', () => {
    const inputs = [{ ...INPUT, terms: [{ Contents: ['other'] }] }];
    expect(assessOwn({ '2024': 1 }, { definition: buildDefinition({ inputs }) }).status).toBe('not-measured');
    expect(assessOwn({ '2024': { value: null, obsStatus: 'Q' } }).status).toBe('not-measured');
  });

  it('is no where one part of a sum has always been withheld', () => {
    const [taken, withheld]: readonly Cell[] = [
      { value: null, obsStatus: 'Q', symbol: ':', taken: true },
      { value: null, obsStatus: 'Q', symbol: ':' },
    ];
    const of = (Contents: string, cell: Cell) => buildSeries({ Contents, Region: OWN }, { '2024': cell });
    const definition = buildDefinition({ inputs: [{ ...INPUT, terms: [{ Contents: ['n', 'm'] }] }] });
    const statusOf = (m: Cell) => assessFigures({ definition, series: [of('n', taken!), of('m', m)] }).status;
    expect([statusOf(withheld!), statusOf(taken!)]).toEqual(['not-measured', 'insufficient']);
  });

  it('is yes where the source has taken it back, also as a part of what else is missing', () => {
    const taken: Cell = { value: null, symbol: WITHDRAWN, obsStatus: 'O', taken: true };
    const gone = assessFigures({ series: regionSeries({ [OWN]: { '2024': taken }, '0201': { '2024': 1 } }) });
    expect([gone.status, gone.evidence.reason?.missing]).toEqual(['insufficient', 'withdrawn']);
    const of = (Contents: string, region: string, cell: Cell) =>
      buildSeries({ Contents, Region: region }, { '2024': cell });
    const definition = buildDefinition({
      ...{ peers: 'rivals', rule: { id: 'rank', direction: 'increase', within: 1 } },
      inputs: [{ ...INPUT, terms: [{ Contents: ['n', 'm'] }] }],
    });
    const series = [of('n', OWN, taken), of('n', '0201', 1), of('m', '0201', 1)];
    expect(assessFigures({ definition, series, group: GROUP })).toMatchObject({
      ...{ status: 'insufficient', evidence: { reason: { missing: 'not-in-dataset' } } },
    });
    const ofPeer = [of('n', OWN, 1), of('n', '0201', taken), of('m', '0201', 1)];
    expect(assessFigures({ definition, series: ofPeer, group: GROUP }).status).toBe('not-measured');
  });
});

describe('the reasons of guards', () => {
  it('say what is missing', () => {
    const noPeer = among({ rule: { id: 'rank', direction: 'increase', within: 1 } }, { [OWN]: { '2024': 1 } });
    expect(noPeer.evidence.reason).toEqual({ guard: 'peer-missing', missing: 'peer-missing' });
    const against: Rule = {
      ...{ id: 'against', place: '0201', as: 'share', min: 90, direction: 'increase', tolerance: NONE },
    };
    const nil = among({ rule: against }, { [OWN]: { '2024': 1 }, '0201': { '2024': 0 } });
    const missing = 'denominator-not-positive';
    expect(nil.evidence.reason).toEqual({ guard: missing, missing });
    const demanded: Rule = { ...CHANGE, atLeast: { percentOfPrevious: 1 } };
    expect(own(demanded, { '2022': 1, '2023': 0, '2024': 1 }).evidence.reason).toEqual({
      ...{ guard: 'base-not-positive', missing: 'base-not-positive' },
    });
  });
});

describe('a hole in the own figure', () => {
  it('is told before what it would be compared with', () => {
    const against: Rule = {
      ...{ id: 'against', place: '0201', as: 'share', min: 90, direction: 'increase', tolerance: NONE },
    };
    const cells = { [OWN]: { '2023': 1, '2024': null }, '0201': { '2024': 5 } };
    expect(among({ rule: against }, cells).evidence.reason).toEqual({
      ...{ guard: 'own-figure-missing', missing: 'missing', detail: '2024' },
    });
  });
});

describe('borders', () => {
  const merged = (code: string, from: number) =>
    buildMunicipality(code, {
      codes: [
        { code: '0601', toYear: from - 1 },
        { code: '0602', toYear: from - 1 },
        { code, fromYear: from },
      ],
    });
  const dataset = { quantities: { n: 'percentage' as const } };
  const before = (...years: readonly string[]) => Object.fromEntries(years.map((year) => [year, 50]));

  it('of a peer that were others leave too few to compare with: that is the break', () => {
    const position: Partial<IndicatorDefinition> = {
      ...{ measure: 'gap', rule: { id: 'relative-position', direction: 'increase', tolerance: NONE } },
    };
    const full = { '2023': 60, '2024': 61 };
    const cells = { [OWN]: full, '0201': full, '0202': { '2024': 61 }, '0601': { '2023': 1 }, '0602': { '2023': 1 } };
    const rest = { places: [merged('0202', 2024)], dataset };
    expect(among(position, cells, rest).evidence.reason).toEqual({
      ...{ guard: 'border-change', missing: 'border-change' },
    });
    expect(among({ ...position, requiredPeers: 1 }, cells, rest).status).toBe('stable');
    const hole = { ...cells, '0201': { '2023': null, '2024': 61 } };
    expect(among(position, hole, { dataset }).evidence.reason?.guard).toBe('peer-missing');
  });

  it('that were others before a hole leave two measurements, which are not a step apart', () => {
    const cells = { '0601': before('2022'), '0602': before('2022'), [OWN]: { '2024': 50 } };
    const rest = { places: [merged(OWN, 2023)], dataset };
    expect(assessFigures({ series: regionSeries(cells), ...rest }).evidence.reason).toEqual({
      guard: 'periods-not-adjacent',
    });
  });

  it.each<[string, Rule]>([
    ['the base of a target', TARGET],
    ['a period of a mean', meanOf(4)],
  ])('that were others in %s are a break', (_, rule) => {
    const cells = {
      '0601': before('2020', '2021'),
      '0602': before('2020', '2021'),
      [OWN]: before('2022', '2023', '2024'),
    };
    const rest = { places: [merged(OWN, 2022)], dataset, definition: buildDefinition({ rule }) };
    expect(assessFigures({ series: regionSeries(cells), ...rest })).toMatchObject({
      ...{ status: 'break', evidence: { reason: { guard: 'border-change', missing: 'border-change' } } },
    });
  });

  it('that were others after a hole are the break, and not the hole', () => {
    const places = [
      buildMunicipality(OWN, {
        codes: [
          { code: '0601', toYear: 2019 },
          { code: OWN, fromYear: 2022 },
        ],
      }),
    ];
    const cells = { '0601': { '2019': null }, [OWN]: { '2022': 50 }, '0201': before('2019', '2020', '2021', '2022') };
    const definition = buildDefinition({ rule: meanOf(3) });
    const all = { ...cells, '0601': { '2018': 50, '2019': null } };
    expect(assessFigures({ series: regionSeries(all), places, definition }).evidence.reason?.guard).toBe(
      'border-change',
    );
  });

  it('that were others in the year of the base have the first period of today stand in for it', () => {
    const cells = { '0601': before('2019'), '0602': before('2019'), [OWN]: { '2020': 16, '2021': 16, '2022': 15 } };
    const rest = { places: [merged(OWN, 2020)], dataset };
    const since = (year: number) =>
      assessFigures({ series: regionSeries(cells), ...rest, definition: buildDefinition({ rule: held(year) }) });
    expect([since(2019).evidence.numbers['base'], since(2019).remarks]).toEqual([
      16,
      ['Utgangspunktet i planen ligger før et brudd i tidsserien. Det regnes derfor fra 2020.'],
    ]);
    expect([since(2020).evidence.numbers['base'], since(2020).remarks]).toEqual([16, []]);
  });
});

describe('a break', () => {
  it('is asked for from the period that the oldest growth begins with', () => {
    const growth = (period: string) =>
      own(
        meanOf(2),
        { '2021': 100, '2022': 101, '2023': 102, '2024': 104 },
        {
          definition: buildDefinition({ measure: 'growth', rule: meanOf(2) }),
          breaks: declared(period),
        },
      ).status;
    expect([growth('2021'), growth('2022'), growth('2024')]).toEqual(['on-track', 'break', 'break']);
  });

  it('is asked for from a base that is not there, too', () => {
    const cells = { '2023': 80, '2024': 91 };
    expect(own(TARGET, cells, { breaks: declared('2022') }).evidence.reason?.guard).toBe('declared-break');
    expect(own(TARGET, cells, { breaks: declared('2020') }).evidence.reason?.guard).toBe('own-figure-missing');
  });

  it.each<[string, Rule]>([
    ['a mean', meanOf(2)],
    ['a target', { ...TARGET, base: 2022 }],
  ])('of a peer concerns %s of gaps, where that peer is used', (_, rule) => {
    const full = { '2022': 50, '2023': 50, '2024': 50 };
    const cells = { [OWN]: { ...full, '2024': 99 }, '0201': full, '0202': { ...full, '2023': marked(50) } };
    const statusOf = (measure: 'gap' | 'level', given: Record<string, Record<string, Cell>>, requiredPeers = 2) =>
      among({ measure, rule, requiredPeers }, given).status;
    expect(statusOf('gap', cells)).toBe('break');
    expect(statusOf('level', cells)).not.toBe('break');
    const unused = { ...cells, '0202': { '2022': 50, '2023': marked(50), '2024': null } };
    expect(statusOf('gap', unused, 1)).not.toBe('break');
  });

  it.each<[Partial<IndicatorDefinition>, string]>([
    [{ measure: 'gap', rule: CHANGE }, 'break'],
    [{ measure: 'level', rule: { id: 'relative-position', direction: 'increase', tolerance: NONE } }, 'break'],
    [{ measure: 'level', rule: CHANGE }, 'on-track'],
  ])('of a peer under %j: %s', (definition, status) => {
    const full = { '2023': 50, '2024': 51 };
    const cells = { [OWN]: full, '0201': full, '0202': { '2023': 50, '2024': marked(51) } };
    expect(among(definition, cells).status).toBe(status);
  });

  it('of a peer, or still to come, moves no base', () => {
    const full = { '2021': 20, '2022': 20, '2023': 20, '2024': 20 };
    const cells = { [OWN]: full, '0201': { ...full, '2022': marked(20) } };
    expect(among({ rule: held(2021) }, cells, { breaks: declared('2026') })).toMatchObject({
      evidence: { numbers: { base: 20 } },
      remarks: [],
    });
  });

  it('in a year without a figure moves the base to the first there is', () => {
    const cells = { '2021': 20, '2023': 16, '2024': 16, '2025': 15 };
    expect(own(held(2021), cells, { breaks: declared('2022') }).evidence.numbers['base']).toBe(16);
  });

  it('of a peer does not end the series whose changes are ordinary', () => {
    const years = Array.from({ length: 10 }, (_, index) => String(2015 + index));
    const rising = Object.fromEntries(years.map((year, index) => [year, 50 + index]));
    const cells = { [OWN]: rising, '0201': { ...rising, '2022': marked(57) } };
    expect(among({ rule: CHANGE }, cells).flags).toEqual(['within-variation']);
  });
});

describe('the base of a quarter', () => {
  const definition = (rule: Rule) => buildDefinition({ rule, step: { unit: 'quarter', count: 1 } });

  it('is the same quarter of the base year', () => {
    const cells = { '2021K2': 90, '2021K3': 20, '2022K2': 19, '2022K3': 18 };
    expect(assessOwn(cells, { definition: definition(held(2021)) }).evidence.numbers['base']).toBe(20);
    expect(assessOwn(cells, { definition: definition({ ...TARGET, base: 2021 }) }).evidence.numbers).toMatchObject({
      ...{ base: 20, path: 28.8888888889 },
    });
  });

  it('that is missing is named', () => {
    const cells = { '2021K2': 90, '2022K2': 19, '2022K3': 18 };
    expect(assessOwn(cells, { definition: definition(held(2021)) }).evidence.reason?.detail).toBe('2021');
    expect(assessOwn(cells, { definition: definition({ ...TARGET, base: 2021 }) }).evidence.reason?.detail).toBe(
      '2021K3',
    );
  });
});

describe('the base of a target', () => {
  it('is where its path begins', () => {
    expect(own(TARGET, { '2020': 80 })).toMatchObject({
      ...{ status: 'on-track', evidence: { numbers: { base: 80, path: 80, distance: 0 } } },
    });
  });

  it('that is still to come cannot be counted from', () => {
    const rule: Rule = {
      ...{ id: 'target', direction: 'increase', change: { absolute: 5 }, base: 2026, year: 2030, path: 'straight' },
      tolerance: NONE,
    };
    expect(own(rule, { '2024': 1, '2025': 2 }).evidence.reason).toEqual({
      ...{ guard: 'own-figure-missing', missing: 'not-in-dataset', detail: '2026' },
    });
  });

  it('is not asked for where nothing is counted from it', () => {
    const rule = { ...TARGET, path: 'at-end' } as Rule;
    expect(own(rule, { '2025': 99 }).evidence.reason).toEqual({ guard: 'before-deadline', detail: '2030' });
    const change: Rule = {
      ...{ id: 'target', direction: 'increase', change: { absolute: 20 }, base: 2020, year: 2030, path: 'at-end' },
      tolerance: NONE,
    };
    expect(own(change, { '2020': 80, '2025': 95 }).evidence.reason).toEqual({
      guard: 'before-deadline',
      detail: '2030',
    });
    expect(own(change, { '2020': 80, '2025': 100 }).status).toBe('on-track');
    expect(own(rule, { '2030': 101 }).status).toBe('on-track');
  });

  it('has a path that is met exactly', () => {
    expect(own({ ...TARGET, tolerance: { absolute: 1 } }, { '2020': 80, '2025': 90 }).status).toBe('on-track');
  });
});

describe('the periods of a mean', () => {
  const THREE = { '2022': 100, '2023': 104, '2024': 102 };

  it('are so many, however many there are', () => {
    const { status, evidence } = own(meanOf(3), { '2020': 1, '2021': 2, ...THREE, '2025': 103 });
    expect([status, evidence.numbers['meanBefore']]).toEqual(['on-track', 102]);
  });

  it('are too few with one before, of which the one that lacks is named', () => {
    expect(own(meanOf(3), { '2024': 102, '2025': 103 }).evidence.reason).toEqual({
      ...{ guard: 'own-figure-missing', missing: 'not-in-dataset', detail: '2023' },
    });
    expect(own(meanOf(3), { '2021': 5, '2025': 103 }).evidence.reason?.detail).toBe('2024');
  });

  it('are no step apart in quarters that lack one', () => {
    const definition = buildDefinition({ rule: meanOf(3), step: { unit: 'quarter', count: 1 } });
    expect(assessOwn({ '2024K3': 1, '2024K4': 2 }, { definition }).evidence.reason).toEqual({
      guard: 'periods-not-adjacent',
    });
  });

  it('are one measurement where the others have no figure', () => {
    const definition = buildDefinition({ rule: meanOf(3) });
    const cells = { [OWN]: { '2025': 103 }, '0201': { '2023': 1, '2024': 1 } };
    expect(assessFigures({ definition, series: regionSeries(cells), group: GROUP }).evidence.reason?.guard).toBe(
      'only-one-period',
    );
  });

  it('are a hole where the one measurement is older than it', () => {
    const definition = buildDefinition({ rule: meanOf(3) });
    const cells = { [OWN]: { '2024': 5, '2025': null }, '0201': { '2024': 1, '2025': 1 } };
    expect(assessFigures({ definition, series: regionSeries(cells), group: GROUP }).evidence.reason).toMatchObject({
      ...{ guard: 'own-figure-missing', detail: '2025' },
    });
  });

  it('are a break before they are one measurement', () => {
    const definition = buildDefinition({ rule: meanOf(1) });
    const cells = { [OWN]: { '2025': 5 }, '0201': { '2024': 1, '2025': 1 } };
    const rest = { definition, group: GROUP, breaks: declared('2025') };
    expect(assessFigures({ ...rest, series: regionSeries(cells) }).evidence.reason?.guard).toBe('declared-break');
  });

  it('are of gaps over the peers there are', () => {
    const definition = { measure: 'gap', rule: meanOf(1) } as const;
    const full = { '2023': 50, '2024': 50 };
    const lacking = { [OWN]: full, '0201': full, '0202': { '2023': null, '2024': 50 } };
    expect(among(definition, lacking).evidence.reason?.guard).toBe('peer-missing');
  });
});

describe('a sum over all there are', () => {
  const sectors = (cells: Record<string, Record<string, Cell>>) =>
    Object.entries(cells).map(([Sector, figures]) => buildSeries({ Contents: 'n', Sector, Region: OWN }, figures));
  const open = [{ ...INPUT, terms: [{ Sector: { not: [] } }] }];
  const assess = (rule: Rule, cells: Record<string, Record<string, Cell>>) =>
    assessFigures({ definition: buildDefinition({ rule, inputs: open }), series: sectors(cells) });
  const lacks = (detail: string) => ({ guard: 'own-figure-missing', missing: 'not-in-dataset', detail });

  it('is compared with one of the same parts alone, and the period that lacks one is named', () => {
    const full = { '2023': 1, '2024': 2 };
    expect(assess(CHANGE, { Road: full, Farms: full }).status).toBe('on-track');
    expect(assess(CHANGE, { Road: full, Farms: { '2023': 1 } }).evidence.reason).toEqual(lacks('2024'));
    expect(assess(CHANGE, { Road: full, Farms: { '2024': 1 } }).evidence.reason).toEqual(lacks('2023'));
    expect(assess({ id: 'threshold', min: 1 }, { Road: full, Farms: { '2024': 1 } }).status).toBe('on-track');
  });

  it.each<[string, Rule]>([
    ['the base of a target', { ...TARGET, base: 2022 }],
    ['any period of a mean', meanOf(2)],
  ])('is held against %s of the same parts alone', (_, rule) => {
    const full = { '2022': 1, '2023': 1, '2024': 2 };
    expect(assess(rule, { Road: full, Farms: full }).evidence.reason).toBeNull();
    expect(assess(rule, { Road: full, Farms: { '2023': 1, '2024': 2 } }).evidence.reason).toEqual(lacks('2022'));
    expect(assess(rule, { Road: full, Farms: { '2022': 1, '2023': 1 } }).evidence.reason).toEqual(lacks('2024'));
  });
});

describe('a mark of the source', () => {
  const early: Cell = { value: 50, obsStatus: 'P' };
  const cells = { '2020': 50, '2021': 50, '2022': 50, '2023': 50, '2024': 50 };

  it.each<[string, Rule, string]>([
    ['a base', held(2021), '2021'],
    ['the base of a part', { id: 'all-of', parts: [CHANGE, held(2021)] }, '2021'],
    ['the base of a target', TARGET, '2020'],
    ['a period of a mean', meanOf(3), '2021'],
    ['the period before', CHANGE, '2023'],
  ])('is told of %s', (_, rule, year) => {
    expect(own(rule, { ...cells, [year]: early }).flags).toContain('provisional');
  });

  it.each<[string, Rule, string]>([
    ['a year before the base', held(2021), '2020'],
    ['a year between the base and the period before', held(2021), '2022'],
    ['a year before those of a mean', meanOf(3), '2020'],
    ['the period before, of a target', TARGET, '2023'],
    ['the base of what counts from none', { ...TARGET, path: 'at-end' }, '2020'],
  ])('is not told of %s', (_, rule, year) => {
    expect(own(rule, { ...cells, [year]: early }).flags).not.toContain('provisional');
  });

  it('of ordinary variation is not made of a mean of the periods before', () => {
    const years = Array.from({ length: 12 }, (_, index) => [String(2013 + index), 50 + index] as const);
    expect(own(meanOf(3), Object.fromEntries(years)).flags).toEqual([]);
  });
});

describe('the value that is spoken of', () => {
  it('of a position is the gap over the peers that have figures in both periods', () => {
    const position: Partial<IndicatorDefinition> = {
      ...{ measure: 'gap', requiredPeers: 1 },
      rule: { id: 'relative-position', direction: 'increase', tolerance: NONE },
    };
    const cells = { [OWN]: { '2023': 10, '2024': 11 }, '0201': { '2023': 10, '2024': 12 }, '0202': { '2024': 90 } };
    expect(among(position, cells).value).toBe(-1);
    expect(among({ ...position, measure: 'level' }, cells).value).toBe(11);
    expect(among({ ...position, rule: CHANGE }, { ...cells, '0202': { '2023': 10, '2024': 12 } }).value).toBe(-1);
  });
});

describe('rules that read one figure of each place', () => {
  const rank: Rule = { id: 'rank', direction: 'increase', within: 1 };

  it('rank the growth only where that is the measure', () => {
    const cells = { [OWN]: { '2023': 100, '2024': 101 }, '0201': { '2023': 10, '2024': 11 } };
    const statusOf = (measure: 'growth' | 'gap' | 'level') =>
      assessFigures({
        definition: buildDefinition({ measure, rule: rank, peers: 'rivals' }),
        ...{ group: buildPeerGroup({ A: ['0201'] }), series: regionSeries(cells) },
      }).status;
    expect([statusOf('growth'), statusOf('gap'), statusOf('level')]).toEqual(['off-track', 'on-track', 'on-track']);
  });

  it('give a rank that may be worse only where a place lacks a figure', () => {
    const cells = { [OWN]: { '2024': 5 }, '0201': { '2024': 3 }, '0202': { '2024': 2 } };
    expect(among({ rule: rank }, cells).evidence.numbers).toEqual({ current: 5, rank: 1, ranked: 3, within: 1 });
  });

  it('compare each with its own place, and a difference with what is nil too', () => {
    const to = (place: string, min: number): Rule => ({
      ...{ id: 'against', place, as: 'difference', min, direction: 'increase', tolerance: NONE },
    });
    const cells = { [OWN]: { '2024': 5 }, '0201': { '2024': 0 }, '0202': { '2024': 9 } };
    const rule: Rule = { id: 'all-of', parts: [to('0201', 5), to('0202', -3)] };
    expect(among({ rule }, cells)).toMatchObject({ status: 'partly-met', evidence: { numbers: { met: 1, parts: 2 } } });
  });
});

it('a reading of the peers that cannot be made is left out', () => {
  const rule: Rule = { id: 'growth-lead', against: 'pooled', tolerance: NONE };
  const cells = {
    [OWN]: { '2023': 10, '2024': 12 },
    '0201': { '2023': 0, '2024': 5 },
    '0202': { '2023': 100, '2024': 99 },
  };
  const { evidence } = among({ measure: 'growth', rule }, cells);
  expect(evidence.verdict).toMatchObject({ readings: { pooled: 'on-track' } });
});
