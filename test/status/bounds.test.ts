import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/plan/rule.ts';
import { detectChange } from '../../src/status/detect-change.ts';
import { EVIDENCE_FORM } from '../../src/model/plan/assessment.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildSeries, INPUT, OWN } from '../support/builders.ts';
import { assessFigures, type Figures, type SaidAssessment } from './assess-figures.ts';

// Groups of an index that are withheld under a published total bound it. What both ends say is said; where they differ
// the second table answers for every period compared, or nobody does.

const WITHHELD: Cell = { value: null, obsStatus: 'Q', symbol: ':' };
const HELD: Rule = { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.001 } };

type Groups = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

function tableOf(groups: Groups) {
  return Object.entries(groups).map(([Trade, cells]) => buildSeries({ Contents: 'n', Region: OWN, Trade }, cells));
}

function definitionOf(rule: Rule = HELD) {
  return buildDefinition({
    ...{ measure: 'diversity', rule },
    inputs: [
      {
        ...{ ...INPUT, unit: 'indeks', unitEn: 'index', decimals: 3, over: 'Trade', secondTable: 'second' },
        ...{ terms: [{ Trade: ['a', 'b', 'c', 'd'] }], whole: { total: 'all', unspecified: '00' } },
      },
    ],
  });
}

function assess(groups: Groups, rest: Partial<Figures> & { rule?: Rule; other?: Groups } = {}): SaidAssessment {
  const { rule, other, ...figures } = rest;
  return assessFigures({
    ...{ definition: definitionOf(rule), series: tableOf(groups) },
    ...(other && { second: { series: tableOf(other) } }),
    ...figures,
  });
}

function stored(assessment: SaidAssessment) {
  return {
    ...assessment,
    ...({ id: 1, assessedAt: '2026-01-01', cause: 'new-period', since: '2026-01-01', ruleVersionId: 1 } as const),
    storedForm: EVIDENCE_FORM,
  };
}

/** Total 1,000 in 2024, known groups 600 and 300, two withheld: an index in [0.5400, 0.5450]. */
const latest = { a: 600, b: 300, c: WITHHELD, d: WITHHELD, all: 1000, '00': 0 } as const;

/** The year before, given group by group: a known index. */
function after(before: Readonly<Record<string, Cell>>, now: Readonly<Record<string, Cell>> = latest): Groups {
  return Object.fromEntries(
    Object.keys(now).map((Trade) => [Trade, { '2023': before[Trade] ?? 0, '2024': now[Trade] ?? null }]),
  );
}

// 1 − (0.6² + 0.31² + 0.07² + 0.02²) = 1 − 0.4614 = 0.5386; below 0.5400 by 0.0014.
const LOWER = { a: 600, b: 310, c: 70, d: 20, all: 1000 };
// 1 − (0.6² + 0.3² + 0.07² + 0.03²) = 1 − 0.4558 = 0.5442; between the ends.
const BETWEEN = { a: 600, b: 300, c: 70, d: 30, all: 1000 };
// 1 − (0.58² + 0.3² + 0.07² + 0.05²) = 1 − 0.4338 = 0.5662; above 0.5450 by more than the margin.
const HIGHER = { a: 580, b: 300, c: 70, d: 50, all: 1000 };

describe('withheld groups', () => {
  it('bound the index: total 1,000, known 600 and 300, two withheld, [0.5400, 0.5450]', () => {
    const { value, evidence } = assess(after(LOWER));
    expect([value, evidence.bounds]).toEqual([null, [0.54, 0.545]]);
  });

  it.each([
    ['better at either end', LOWER, 'on-track', 'improved'],
    ['worse at either end', HIGHER, 'off-track', null],
  ])('that make it %s give that status, with both ends shown', (_title, before, status, label) => {
    const said = assess(after(before));
    expect([said.status, said.label, said.flags]).toEqual([status, label, ['bounded']]);
    expect(said.sentence).toContain('mellom 0,540 og 0,545');
    expect(said.evidence.numbers).toMatchObject({ currentLow: 0.54, currentHigh: 0.545 });
  });

  it('that leave the status open are insufficient where there is no second table, and named', () => {
    const { status, flags, evidence } = assess(after(BETWEEN));
    expect([status, flags, evidence.reason]).toMatchObject([
      ...['insufficient', [], { guard: 'own-figure-missing', missing: 'confidential' }],
    ]);
    expect(evidence.missing.map(({ label }) => label)).toEqual(['c', 'd']);
  });

  it('never show what the withheld group is, also where it can be worked out', () => {
    const said = assess(after(LOWER, { ...latest, d: 40 }));
    expect(said.evidence.bounds).toEqual([0.5448, 0.5448]);
    expect(
      said.evidence.observations.find(({ series, period }) => series.endsWith('|c') && period === '2024')?.value,
    ).toBe(null);
    expect(JSON.stringify(said)).not.toMatch(/\b60\b/);
    expect(said.flags).toEqual(['bounded']);
  });

  it('in the year before bound that index, and the change by the ends that are furthest apart', () => {
    const now = { a: 580, b: 300, c: 70, d: 50, all: 1000, '00': 0 };
    const said = assess(after(latest, now));
    // 0.5662 − 0.5450 = 0.0212 at least, 0.5662 − 0.5400 = 0.0262 at most.
    expect(said).toMatchObject({
      ...{ status: 'on-track', value: 0.5662, flags: ['bounded'] },
      evidence: { numbers: { changeLow: 0.0212, changeHigh: 0.0262, previousLow: 0.54, previousHigh: 0.545 } },
    });
  });

  it('bound the distance to the base too', () => {
    const rule: Rule = { ...HELD, base: { year: 2022, tolerance: { absolute: 0.002 } } };
    const groups = after(LOWER);
    const since = (base: Readonly<Record<string, Cell>>) =>
      assess(
        Object.fromEntries(
          Object.entries(groups).map(([name, cells]) => [name, { '2022': base[name] ?? 0, ...cells }]),
        ),
        { rule },
      );
    expect(since(LOWER).status).toBe('on-track');
    // 0.5442: from −0.0042 to 0.0008 of the base, of which only the one end keeps within 0.002.
    expect(since(BETWEEN).status).toBe('insufficient');
    expect(since(HIGHER)).toMatchObject({ status: 'off-track', flags: ['bounded'] });
  });

  it.each<[string, Readonly<Record<string, Cell>>]>([
    ['what has no industry is withheld too', { ...latest, '00': WITHHELD }],
    ['the total is withheld', { ...latest, all: WITHHELD }],
    ['the known groups are more than the total', { ...latest, all: 890 }],
    ['a group is missing for another reason', { ...latest, d: null }],
  ])('have no bounds where %s', (_title, now) => {
    expect(assess(after(LOWER, now))).toMatchObject({ status: 'insufficient', evidence: { bounds: null } });
  });

  it('share what the total holds beyond the known groups and what has no industry', () => {
    // R = 1,000 − 600 − 300 − 40 = 60, and the sum of the groups is 960.
    const { evidence } = assess(after(LOWER, { ...latest, '00': 40 }));
    const [low, high] = evidence.bounds ?? [];
    expect(low).toBeCloseTo(1 - (450_000 + 3_600) / 960 ** 2, 9);
    expect(high).toBeCloseTo(1 - (450_000 + 1_800) / 960 ** 2, 9);
  });
});

describe('the second table', () => {
  // 600, 300, 60, 40: 1 − (0.36 + 0.09 + 0.0036 + 0.0016) = 0.5448; the year before 0.5412 by its own figures.
  const other: Groups = {
    ...{ a: { '2023': 605, '2024': 600 }, b: { '2023': 300, '2024': 300 } },
    ...{ c: { '2023': 50, '2024': 60 }, d: { '2023': 45, '2024': 40 }, all: { '2023': 1000, '2024': 1000 } },
  };

  it('answers for every period compared where the bounds leave the status open, and that is said', () => {
    const said = assess(after(BETWEEN), { other });
    // 1 − (0.605² + 0.3² + 0.05² + 0.045²) = 0.53945, and not the first table's 0.5442.
    expect(said).toMatchObject({
      ...{ status: 'on-track', value: 0.5448, flags: [] },
      evidence: { fromSecondTable: true, numbers: { previous: 0.53945, change: 0.00535 }, bounds: null },
    });
    expect(said.evidence.publication?.datasetId).toBe('second');
    expect(new Set(said.evidence.observations.map(({ table }) => table))).toEqual(new Set(['13470']));
    expect(said.sentence).toContain('hentet fra tabell 13470');
  });

  it('is not asked where the bounds settle it', () => {
    const said = assess(after(LOWER), { other });
    expect([said.evidence.fromSecondTable, said.evidence.publication?.datasetId]).toEqual([false, 'figures']);
  });

  it('answers where there are no bounds, also where the first has never had an index', () => {
    const open = after({ ...latest, '00': WITHHELD }, { ...latest, '00': WITHHELD });
    expect(assess(open, { other })).toMatchObject({ status: 'on-track', value: 0.5448 });
    expect(assess(open)).toMatchObject({ status: 'insufficient', value: null });
  });

  it.each<[string, Groups]>([
    ['lacks the latest period', { ...other, a: { '2023': 605 } }],
    ['lacks the period before', { ...other, d: { '2023': null, '2024': 40 } }],
    ['has nothing of the place', {}],
  ])('is used whole or not at all: not where it %s', (_title, incomplete) => {
    const said = assess(after(BETWEEN), { other: incomplete });
    expect([said.status, said.evidence.fromSecondTable, said.evidence.publication?.datasetId]).toEqual([
      ...['insufficient', false, 'figures'],
    ]);
  });

  it('gives the base too', () => {
    const rule: Rule = { ...HELD, base: { year: 2022, tolerance: { absolute: 0.002 } } };
    const withBase = (groups: Groups, base: Readonly<Record<string, Cell>>) =>
      Object.fromEntries(Object.entries(groups).map(([name, cells]) => [name, { '2022': base[name] ?? 0, ...cells }]));
    const groups = withBase(after(BETWEEN), LOWER);
    const said = assess(groups, { rule, other: withBase(other, HIGHER) });
    expect([said.status, said.evidence.numbers['base'], said.evidence.fromSecondTable]).toEqual([
      ...['off-track', 0.5662, true],
    ]);
    const without = assess(groups, { rule, other });
    expect([without.status, without.evidence.fromSecondTable]).toEqual(['insufficient', false]);
  });

  it('answers for the latest period of the first, also when it is a period ahead', () => {
    const ahead = Object.fromEntries(Object.entries(other).map(([name, cells]) => [name, { ...cells, '2025': 100 }]));
    const said = assess(after(BETWEEN), { other: ahead });
    expect([said.period, said.value]).toEqual(['2024', 0.5448]);
    expect([...new Set(said.evidence.observations.map(({ period }) => period))]).toEqual(['2023', '2024']);
  });

  it('is no reason to switch for a hole that is not withheld', () => {
    const said = assess(after(LOWER, { ...latest, c: 70, d: null }), { other });
    expect([said.status, said.evidence.fromSecondTable]).toEqual(['insufficient', false]);
  });

  it('is no reason to switch for a hole beside those that are withheld', () => {
    const said = assess(after(LOWER, { ...latest, d: null }), { other });
    expect([said.status, said.evidence.fromSecondTable]).toEqual(['insufficient', false]);
    expect(said.evidence.missing.map(({ reason }) => reason).sort()).toEqual(['confidential', 'missing']);
  });

  it('is a switch of source where the status changes, and only there', () => {
    const answered = assess(after(BETWEEN), { other });
    expect(detectChange(stored(assess(after(BETWEEN))), answered)?.cause).toBe('source-switched');
    expect(detectChange(stored(assess(after(LOWER))), answered)?.cause).not.toBe('source-switched');
  });

  it('have their total as evidence: where that is withheld too, something has been withdrawn', () => {
    const bounded = after(LOWER);
    const unbounded = after(LOWER, { ...latest, all: { ...WITHHELD, taken: true } });
    const [before, now] = [assess(bounded), assess(unbounded)];
    expect([before.status, now.status]).toEqual(['on-track', 'insufficient']);
    expect(detectChange(stored(before), now)?.cause).toBe('withdrawn');
    expect(detectChange(stored(before), assess(after(LOWER, { ...latest, all: 1010 })))?.cause).toBe('revision');
  });

  it('are not compared over a break that the source marks on their total', () => {
    const all: Cell = { value: 1000, obsStatus: 'B' };
    expect(assess(after(LOWER, { ...latest, all })).status).toBe('break');
    expect(assess(after(LOWER, { ...HIGHER, all })).status).toBe('on-track');
  });

  it('were not taken away anew where a hole of the next period has them named for the first time', () => {
    const gone: Cell = { ...WITHHELD, taken: true };
    const bounded = after(LOWER, { ...latest, c: gone, d: gone });
    const next = Object.fromEntries(
      Object.entries(bounded).map(([name, cells]) => [name, { ...cells, '2025': name === 'a' ? null : 50 }]),
    );
    const [before, now] = [assess(bounded), assess(next)];
    expect(before.status).toBe('on-track');
    expect(now.evidence.missing.filter(({ taken }) => taken)).toHaveLength(2);
    expect(detectChange(stored(before), now)?.cause).toBe('new-period');
  });
});
