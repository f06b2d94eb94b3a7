import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/plan/rule.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildPeerGroup, buildSeries, INPUT, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures, assessOwn } from './assess-figures.ts';

// The latest period is the newest its table has published. What is missing from it is told of that period; nothing moves
// back in time unsaid, with or without peers.

const WITHHELD: Cell = { value: null, obsStatus: 'Q', symbol: ':' };
const SOURCES = ['road', 'farms', 'waste', 'ships', 'energy'];
const LESS: Rule = { id: 'annual-change', direction: 'decrease', tolerance: { percentOfPrevious: 0.5 } };

/** Emissions of five sources, alike in every year but what is said of one. */
function emissions(totals: Record<string, number>, waste: Record<string, Cell> = {}) {
  const definition = buildDefinition({
    inputs: [{ ...INPUT, terms: [{ Source: SOURCES }], unit: 'tonn', decimals: 0 }],
    rule: LESS,
  });
  const series = SOURCES.map((Source) => {
    const shares = Object.entries(totals).map(([year, total]) => [year, total / 5] as const);
    const cells: Record<string, Cell> = { ...Object.fromEntries(shares), ...(Source === 'waste' ? waste : {}) };
    return buildSeries({ Contents: 'n', Source }, cells);
  });
  const dataset = { regions: null, labels: { Source: { waste: 'Avfall og avløp' } } };
  return assessFigures({ definition, series, dataset });
}

describe('a hole in the latest period', () => {
  it('that the source makes in a year already told leaves no word of the year before', () => {
    expect(emissions({ '2022': 30_000, '2023': 29_000, '2024': 31_000 }).status).toBe('off-track');
    const next = emissions({ '2022': 30_000, '2023': 29_000, '2024': 31_000 }, { '2024': WITHHELD });
    expect(next).toMatchObject({
      ...{ status: 'insufficient', period: '2024', value: null },
      evidence: {
        latestPeriod: '2024',
        reason: { guard: 'own-figure-missing', missing: 'confidential', detail: '2024' },
        lastKnown: { period: '2023', value: 29_000, status: 'on-track' },
        missing: [{ role: 'own', label: 'Avfall og avløp', period: '2024', reason: 'confidential', symbol: ':' }],
      },
    });
    expect(next.sentence).toContain('SSB viser ikke tallet for Avfall og avløp i Elvebyen i 2024');
    expect(next.sentence).toContain(
      'SSB viser ikke tallet for Avfall og avløp i Elvebyen i 2024, av hensyn til personvernet. Sist vurdert: Oppfylt i 2023 (29\u202F000\u00A0tonn).',
    );
  });

  it.each(['2025', '2026', '2029'])('year after year is insufficient of the year it has come to: %s', (latest) => {
    const years = Array.from({ length: Number(latest) - 2021 }, (_, at) => String(2022 + at));
    const totals = Object.fromEntries(years.map((year, at) => [year, 30_000 - 100 * at]));
    const holes = Object.fromEntries(years.filter((year) => year > '2024').map((year) => [year, WITHHELD]));
    expect(emissions(totals, holes)).toMatchObject({
      ...{ status: 'insufficient', period: latest },
      evidence: { lastKnown: { period: '2024' } },
    });
  });

  it('in one of the groups of an index leaves no word of the year before', () => {
    const definition = buildDefinition({
      measure: 'diversity',
      inputs: [{ ...INPUT, terms: [{ Trade: ['a', 'b', 'c'] }], over: 'Trade' }],
      rule: { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.002 } },
    });
    const groups: Record<string, Record<string, Cell>> = {
      a: { '2023': 50, '2024': 49, '2025': 48 },
      b: { '2023': 30, '2024': 31, '2025': 32 },
      c: { '2023': 20, '2024': 20, '2025': WITHHELD },
    };
    const series = Object.entries(groups).map(([Trade, cells]) => buildSeries({ Trade, Region: OWN }, cells));
    expect(assessFigures({ definition, series, dataset: { contentsDimension: null } })).toMatchObject({
      ...{ status: 'insufficient', period: '2025', value: null },
      evidence: { lastKnown: { period: '2024', value: 0.6238, status: 'on-track' } },
    });
  });

  it('where the source has no row for a listed sector is told of that year, the sector named', () => {
    const definition = buildDefinition({ inputs: [{ ...INPUT, terms: [{ Source: ['road', 'ships'] }] }], rule: LESS });
    const series = [
      buildSeries({ Contents: 'n', Source: 'road' }, { '2022': 10, '2023': 9, '2024': 8 }),
      buildSeries({ Contents: 'n', Source: 'ships' }, { '2022': 5, '2023': 5 }),
    ];
    const said = assessFigures({
      definition,
      series,
      dataset: { regions: null, labels: { Source: { ships: 'Sjøfart' } } },
    });
    expect(said).toMatchObject({
      ...{ status: 'insufficient', period: '2024' },
      evidence: {
        missing: [{ label: 'Sjøfart', period: '2024', reason: 'not-in-dataset', series: null }],
        lastKnown: { period: '2023', value: 14, status: 'on-track' },
      },
    });
    expect(said.sentence).toContain('Sjøfart');
  });

  it('is the same with and without peers', () => {
    const cells = { [OWN]: { '2022': 9, '2023': 10, '2024': WITHHELD } };
    const peers = { '0201': { '2022': 9, '2023': 10, '2024': 11 } };
    const alone = assessFigures({ series: regionSeries(cells) });
    const definition = buildDefinition({ peers: 'rivals' });
    const group = buildPeerGroup({ A: ['0201'] });
    const among = assessFigures({ definition, group, series: regionSeries({ ...cells, ...peers }) });
    for (const { status, period, value, evidence } of [alone, among]) {
      expect([status, period, value, evidence.reason, evidence.lastKnown]).toEqual([
        ...['insufficient', '2024', null],
        { guard: 'own-figure-missing', missing: 'confidential', detail: '2024' },
        { period: '2023', value: 10, status: 'on-track' },
      ]);
    }
  });
});

describe('the latest period', () => {
  it('is not one in which everything is 0 or without a number: it is not published yet', () => {
    const unpublished: readonly Cell[] = [0, null, { value: null, obsStatus: 'M' }, { value: null, obsStatus: 'N' }];
    for (const cell of unpublished) {
      expect(assessOwn({ '2023': 10, '2024': 11, '2025': cell })).toMatchObject({ status: 'on-track', period: '2024' });
    }
  });

  it('is one that another place has, whose figure there is', () => {
    const series = regionSeries({ [OWN]: { '2023': 10, '2024': 11, '2025': null }, '0201': { '2025': 5 } });
    expect(assessFigures({ series })).toMatchObject({ status: 'insufficient', period: '2025' });
  });

  it('says what the source has taken away, once told, and keeps it measured', () => {
    const gone: Cell = { value: null, obsStatus: 'O', symbol: 'withdrawn', taken: true };
    const series = regionSeries({ [OWN]: { '2023': gone, '2024': gone }, '0201': { '2024': 5 } });
    expect(assessFigures({ series })).toMatchObject({
      ...{ status: 'insufficient', period: '2024' },
      evidence: { reason: { guard: 'own-figure-missing', missing: 'withdrawn' } },
    });
  });

  it('keeps as last known what an earlier assessment said, where the figures no longer tell', () => {
    const lastKnown = { period: '2022', value: 9, status: 'on-track' } as const;
    const series = regionSeries({ [OWN]: { '2023': 10, '2024': WITHHELD }, '0201': { '2024': 5 } });
    const { evidence } = assessFigures({ series, before: { newestPeriod: '2025', lastKnown } });
    expect([evidence.lastKnown, evidence.newestPeriod]).toEqual([lastKnown, '2025']);
  });

  it('has no last known beside a verdict', () => {
    const lastKnown = { period: '2022', value: 9, status: 'on-track' } as const;
    const { evidence } = assessOwn({ '2023': 10, '2024': 11 }, { before: { newestPeriod: '2023', lastKnown } });
    expect([evidence.lastKnown, evidence.newestPeriod]).toEqual([null, '2024']);
  });
});
