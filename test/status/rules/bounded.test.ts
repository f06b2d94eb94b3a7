import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/model/plan/rule.ts';
import type { Cell } from '../../support/builders.ts';
import { buildDefinition, buildSeries, INPUT, OWN } from '../../support/builders.ts';
import { assessFigures } from '../assess-figures.ts';

// A value that is known by its bounds: a rule speaks when both ends give one status, else it cannot.

const WITHHELD: Cell = { value: null, obsStatus: 'Q', symbol: ':' };
type Year = Readonly<Record<string, Cell>>;

/** Total 1,000, known groups 600 and 300, two withheld: an index in [0.5400, 0.5450]. */
const OPEN: Year = { a: 600, b: 300, c: WITHHELD, d: WITHHELD, all: 1000 };
/** 1 − (0.6² + 0.31² + 0.07² + 0.02²) = 0.5386. */
const LOWER: Year = { a: 600, b: 310, c: 70, d: 20, all: 1000 };
/** 1 − (0.6² + 0.3² + 0.07² + 0.03²) = 0.5442. */
const BETWEEN: Year = { a: 600, b: 300, c: 70, d: 30, all: 1000 };

function assess(rule: Rule, years: Readonly<Record<string, Year>>) {
  const series = ['a', 'b', 'c', 'd', 'all'].map((Trade) => {
    const cells = Object.entries(years).map(([year, groups]) => [year, groups[Trade] ?? null] as const);
    return buildSeries({ Contents: 'n', Region: OWN, Trade }, Object.fromEntries(cells));
  });
  const input = { ...INPUT, over: 'Trade', terms: [{ Trade: ['a', 'b', 'c', 'd'] }], whole: { total: 'all' } };
  const definition = buildDefinition({ measure: 'diversity', rule, inputs: [input] });
  const { status, label, evidence, flags, value } = assessFigures({ definition, series });
  return { status, label, flags, value, numbers: evidence.numbers, reason: evidence.reason };
}

const NONE = { absolute: 0 };

describe('a change', () => {
  const change: Rule = { id: 'annual-change', direction: 'increase', tolerance: NONE };

  it('is told when both ends are beyond the margin, or within it', () => {
    expect(assess(change, { '2023': LOWER, '2024': OPEN })).toMatchObject({
      ...{ status: 'on-track', flags: ['bounded'], value: null },
      numbers: { currentLow: 0.54, currentHigh: 0.545, previous: 0.5386, changeLow: 0.0014, changeHigh: 0.0064 },
    });
    expect(assess({ ...change, tolerance: { absolute: 0.01 } }, { '2023': LOWER, '2024': OPEN }).status).toBe('stable');
  });

  it('is open when one end is beyond and the other is not', () => {
    expect(assess(change, { '2023': BETWEEN, '2024': OPEN })).toMatchObject({
      ...{ status: 'insufficient', reason: { guard: 'own-figure-missing', missing: 'confidential' } },
    });
  });

  it('that is demanded is told when both ends reach it, or neither, and is open else', () => {
    const demanded = (absolute: number) =>
      assess({ ...change, atLeast: { absolute } }, { '2023': LOWER, '2024': OPEN }).status;
    expect([demanded(0.0014), demanded(0.002), demanded(0.007)]).toEqual(['on-track', 'insufficient', 'stable']);
  });
});

describe('a value that must hold', () => {
  const held: Rule = { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.002 } };

  it('has improved only when both ends have', () => {
    expect(assess(held, { '2023': LOWER, '2024': OPEN })).toMatchObject({ status: 'on-track', label: 'stable' });
    const strict: Rule = { ...held, tolerance: { absolute: 0.001 } };
    expect(assess(strict, { '2023': LOWER, '2024': OPEN })).toMatchObject({ status: 'on-track', label: 'improved' });
  });

  it('has a distance with two ends to a base that is bounded itself', () => {
    const rule: Rule = { ...held, base: { year: 2022, tolerance: { absolute: 0.02 } } };
    const { status, numbers } = assess(rule, { '2022': OPEN, '2023': LOWER, '2024': OPEN });
    expect([status, numbers]).toMatchObject([
      'on-track',
      {
        ...{ baseLow: 0.54, baseHigh: 0.545, baseChangeLow: -0.005, baseChangeHigh: 0.005, baseTolerance: 0.02 },
        tolerance: 0.002,
      },
    ]);
    expect(Object.keys(numbers)).not.toContain('undefined');
  });
});

describe('a threshold', () => {
  it('is kept or passed by both ends, else it is open', () => {
    const of = (min: number) => assess({ id: 'threshold', min, outer: { min: 0.3 } }, { '2024': OPEN });
    expect([of(0.54).status, of(0.542).status, of(0.546).status]).toEqual(['on-track', 'insufficient', 'partly-met']);
    expect(of(0.54).numbers).toEqual({ currentLow: 0.54, currentHigh: 0.545, min: 0.54, outerMin: 0.3 });
  });

  it('has its limits among the numbers, those that there are', () => {
    const { numbers } = assess({ id: 'threshold', max: 0.6, outer: { max: 0.7 } }, { '2024': BETWEEN });
    expect(numbers).toEqual({ current: 0.5442, max: 0.6, outerMax: 0.7 });
  });
});

describe('a target', () => {
  const target = (value: number, fields: Partial<Extract<Rule, { id: 'target' }>> = {}): Rule => ({
    ...{ id: 'target', direction: 'increase', value, year: 2024, path: 'at-end', tolerance: NONE },
    ...fields,
  });

  it('is reached by both ends, or by neither, else it is open', () => {
    const statusOf = (value: number) => assess(target(value), { '2024': OPEN }).status;
    expect([statusOf(0.54), statusOf(0.542), statusOf(0.55)]).toEqual(['on-track', 'insufficient', 'off-track']);
  });

  it('has a path from either end of a base that is bounded', () => {
    // From 0.54 or 0.545 in 2022 to 0.55 in 2026: 0.545 or 0.5475 in 2024.
    const rule = target(0.55, { base: 2022, year: 2026, path: 'straight' });
    const on = assess(rule, { '2022': OPEN, '2024': { a: 580, b: 300, c: 70, d: 50, all: 1000 } });
    expect([on.status, on.numbers]).toMatchObject([
      'on-track',
      { current: 0.5662, baseLow: 0.54, baseHigh: 0.545, goal: 0.55, path: 0.545, year: 2026 },
    ]);
    const between: Year = { a: 600, b: 295, c: 70, d: 35, all: 1000 };
    // 1 − (0.36 + 0.087025 + 0.0049 + 0.001225) = 0.54685.
    expect(assess(rule, { '2022': OPEN, '2024': between })).toMatchObject({
      status: 'insufficient',
      reason: {
        ...{ guard: 'own-figure-missing', missing: 'confidential' },
      },
    });
  });
});

describe('a mean of the periods before', () => {
  const mean = (periods: number): Rule => ({
    ...{ id: 'no-worse-than-mean', direction: 'increase', periods, tolerance: NONE },
  });

  it('is bettered by both ends, else it is open', () => {
    expect(assess(mean(1), { '2023': LOWER, '2024': OPEN })).toMatchObject({
      status: 'on-track',
      numbers: { currentLow: 0.54, currentHigh: 0.545, meanBefore: 0.5386, distance: 0.0014 },
    });
    expect(assess(mean(1), { '2023': BETWEEN, '2024': OPEN }).status).toBe('insufficient');
  });

  it('has two ends where one of them is bounded', () => {
    // Means of 0.5386 with 0.54, and with 0.545.
    const { status, numbers } = assess(mean(2), { '2022': LOWER, '2023': OPEN, '2024': BETWEEN });
    expect([status, numbers]).toMatchObject(['on-track', { meanBeforeLow: 0.5393, meanBeforeHigh: 0.5418 }]);
  });

  it('may rest on what is bounded alone', () => {
    expect(assess(mean(2), { '2023': OPEN, '2024': OPEN }).reason).toEqual({
      ...{ guard: 'own-figure-missing', missing: 'not-in-dataset', detail: '2022' },
    });
  });
});

describe('an index', () => {
  it('that has no ambition is measured all the same', () => {
    expect(assess({ id: 'not-set' }, { '2024': BETWEEN })).toMatchObject({ status: 'ambition-not-set', value: 0.5442 });
    expect(assess({ id: 'not-set' }, { '2024': OPEN })).toMatchObject({ status: 'ambition-not-set', value: null });
  });

  it('is not measured where a group has always been missing, for another reason than that it is withheld', () => {
    const change: Rule = { id: 'annual-change', direction: 'increase', tolerance: NONE };
    expect(assess(change, { '2023': { ...LOWER, d: null }, '2024': { ...LOWER, d: null } }).status).toBe(
      'not-measured',
    );
    const noWhole = { ...OPEN, all: WITHHELD };
    expect(assess(change, { '2023': noWhole, '2024': noWhole }).reason?.guard).toBe('own-figure-missing');
  });
});
