import { describe, expect, it } from 'vitest';
import { FLAGS } from '../../src/model/plan/assessment.ts';
import { buildDefinition, buildPeerGroup, INPUT, OWN, regionSeries } from '../support/builders.ts';
import { assessFigures, assessOwn } from './assess-figures.ts';

const FULL = { '2023': 10, '2024': 11 };

describe('flags', () => {
  it('are none for final municipal figures', () => {
    expect(assessOwn(FULL).flags).toEqual([]);
  });

  it.each(['county', 'national'] as const)('say proxy for %s figures', (coverage) => {
    const dataset = { publication: { coverage }, regions: null };
    expect(assessOwn(FULL, { dataset }).flags).toEqual(['proxy']);
  });

  it('say proxy for an input that stands in for something else', () => {
    expect(assessOwn(FULL, { definition: buildDefinition({ inputs: [{ ...INPUT, proxy: true }] }) }).flags).toEqual([
      'proxy',
    ]);
  });

  it('say provisional and revised for an own figure', () => {
    const cell = { value: 11, obsStatus: 'P', revised: true } as const;
    expect(assessOwn({ '2023': 10, '2024': cell }).flags).toEqual(['provisional', 'revised']);
  });

  it('say provisional for a peer’s figure', () => {
    const definition = buildDefinition({ peers: 'rivals' });
    const series = regionSeries({ [OWN]: FULL, '0201': { '2024': { value: 1, obsStatus: 'P' } } });
    expect(assessFigures({ definition, series, group: buildPeerGroup({ A: ['0201'] }) }).flags).toEqual([
      'provisional',
    ]);
  });

  it('do not look at figures that were not used', () => {
    expect(assessOwn({ '2022': { value: 1, obsStatus: 'P', revised: true }, ...FULL }).flags).toEqual([]);
  });

  it('say corrected for a figure of the municipality’s own, and not revised or provisional', () => {
    const correction = { published: 12, reason: 'Feil.', reference: 'sak 1' };
    const cell = { value: 11, obsStatus: 'E', revised: true, correction } as const;
    expect(assessOwn({ '2023': 10, '2024': cell }).flags).toEqual(['corrected']);
  });

  it('say provisional for a figure that the source has estimated', () => {
    expect(assessOwn({ '2023': 10, '2024': { value: 11, obsStatus: 'E' } }).flags).toEqual(['provisional']);
  });

  it('stand in one order, whatever holds', () => {
    expect(FLAGS).toEqual([
      ...['proxy', 'provisional', 'stale', 'revised', 'corrected', 'bounded', 'within-variation', 'within-uncertainty'],
    ]);
  });

  it('say stale when told so, and keep the verdict', () => {
    expect(assessOwn(FULL, { stale: true })).toMatchObject({ flags: ['stale'], status: 'on-track' });
  });
});
