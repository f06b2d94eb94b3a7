import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/plan/rule.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildPeerGroup, buildSeries, INPUT, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures, assessOwn } from './assess-figures.ts';

// What is kept with a verdict, so that it can be redone by hand: breaks that were minded, parts that were missing.

const NONE = { absolute: 0 };
const held: Rule = {
  ...{ id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 5 } },
  base: { year: 2021, tolerance: { absolute: 5 } },
};
const declared = (...periods: readonly string[]) =>
  periods.map((period) => ({ dataset: 'figures', period, reason: 'Ny kilde.', reference: 'x' }));
const WITHHELD: Cell = { value: null, obsStatus: 'Q', symbol: ':' };

describe('the newest period', () => {
  const newestAfter = (newestPeriod: string | null, cells: Record<string, Cell> = { '2023': 1, '2024': 2 }) =>
    assessOwn(cells, { before: { newestPeriod, lastKnown: null } }).evidence.newestPeriod;

  it('is the latest there has been, also of what is there no more', () => {
    expect([newestAfter('2025'), newestAfter('2023'), newestAfter(null)]).toEqual(['2025', '2024', '2024']);
    expect([newestAfter('2025', {}), newestAfter(null, {})]).toEqual(['2025', null]);
  });
});

describe('the breaks that were minded', () => {
  const cells = { '2021': 20, '2022': 20, '2023': 20, '2024': 20 };
  const breaksOf = (rule: Rule, ...periods: readonly string[]) =>
    assessOwn(cells, { definition: buildDefinition({ rule }), breaks: declared(...periods) }).evidence.breaks;

  it('are those since the base, in order and each once, also where a later base stands in', () => {
    expect(breaksOf(held, '2023', '2022', '2022', '2021', '2015', '2026')).toEqual(['2022', '2023']);
  });

  it('are those since the period before, of a change', () => {
    const change: Rule = { id: 'annual-change', direction: 'increase', tolerance: NONE };
    expect(breaksOf(change, '2023', '2024')).toEqual(['2024']);
  });
});

describe('what was missing', () => {
  const missingOf = (...given: Parameters<typeof assessOwn>) =>
    assessOwn(...given).evidence.missing.map(({ role, period }) => `${role} ${period}`);

  it('is of the periods that the rule reads', () => {
    const definition = buildDefinition({ rule: held });
    const cells = { '2021': 20, '2022': WITHHELD, '2023': WITHHELD, '2024': 20 };
    expect(missingOf(cells, { definition })).toEqual(['own 2023']);
  });

  it('is not told where a break is what stopped the rule', () => {
    expect(missingOf({ '2022': 1, '2023': null, '2024': 2 }, { breaks: declared('2024') })).toEqual([]);
  });

  it('is no group of an index whose bounds settle it', () => {
    const series = Object.entries({ a: 600, b: 300, c: WITHHELD, d: WITHHELD, all: 1000 }).map(([Trade, cell]) =>
      buildSeries({ Contents: 'n', Region: OWN, Trade }, { '2024': cell }),
    );
    const input = { ...INPUT, over: 'Trade', terms: [{ Trade: ['a', 'b', 'c', 'd'] }], whole: { total: 'all' } };
    const definition = buildDefinition({
      ...{ measure: 'diversity', inputs: [input], rule: { id: 'threshold', min: 0.5 } },
    });
    expect(assessFigures({ definition, series })).toMatchObject({ status: 'on-track', evidence: { missing: [] } });
  });

  it('is a part of a sum over all there are that only one of the two periods has', () => {
    const sector = (Sector: string, cells: Record<string, Cell>) =>
      buildSeries({ Contents: 'n', Sector, Region: OWN }, cells);
    const definition = buildDefinition({ inputs: [{ ...INPUT, terms: [{ Sector: { not: [] } }] }] });
    const series = [sector('Road', { '2023': 1, '2024': 2 }), sector('Farms', { '2023': 1 })];
    expect(assessFigures({ definition, series }).evidence.missing).toEqual([
      {
        ...{ role: 'own', place: null, series: null, label: 'n, Farms', period: '2024' },
        ...{ reason: 'not-in-dataset', symbol: null, taken: false },
      },
    ]);
    const withheld = [sector('Road', { '2023': 1, '2024': WITHHELD }), sector('Farms', { '2023': 1 })];
    const { evidence } = assessFigures({ definition, series: withheld });
    expect(evidence.missing.map(({ reason }) => reason)).toEqual(['confidential']);
  });

  it('is of the peers alone where a rule went without them', () => {
    const rule: Rule = { id: 'growth-lead', against: 'pooled', tolerance: NONE };
    const full = { '2023': 10, '2024': 11 };
    const { missing } = assessFigures({
      definition: buildDefinition({ rule, peers: 'rivals', requiredPeers: 1 }),
      group: buildPeerGroup({ A: ['0201'], B: ['0202'] }),
      series: regionSeries({ [OWN]: full, '0201': full, '0202': { '2023': 10, '2024': WITHHELD } }),
    }).evidence;
    expect(missing.map(({ role, place }) => [role, place?.code])).toEqual([['peer', '0202']]);
  });
});
