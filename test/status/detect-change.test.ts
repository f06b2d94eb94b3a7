import { describe, expect, it } from 'vitest';
import type { Assessment, StoredAssessment } from '../../src/model/assessment.ts';
import { detectChange } from '../../src/status/detect-change.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildPeerGroup, OWN, OWN_COUNTY, regionSeries } from '../support/builders.ts';
import type { Figures } from './assess-figures.ts';
import { assessFigures } from './assess-figures.ts';

const GROUP = buildPeerGroup({ A: ['0201'] });
const LEAD = buildDefinition({
  peers: 'rivals',
  rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } },
});
const RISE = { '2022': 90, '2023': 100, '2024': 110 };
const PEER = { '2022': 90, '2023': 100, '2024': 105, '2025': 110 };

function assess(own: Record<string, Cell>, rest: Partial<Figures> = {}, peer: Record<string, Cell> = PEER): Assessment {
  const series = regionSeries({ [OWN]: own, '0201': only(peer, own) });
  return assessFigures({ definition: LEAD, group: GROUP, series, ...rest });
}

/** The peer has the periods of the own series. */
function only(peer: Record<string, Cell>, own: Record<string, Cell>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(peer).filter(([period]) => period in own));
}

function stored(assessment: Assessment): StoredAssessment {
  const kept = { id: 1, assessedAt: '2026-01-01', cause: 'new-period', since: '2026-01-01', ruleVersionId: 1 } as const;
  return JSON.parse(JSON.stringify({ ...assessment, ...kept })) as StoredAssessment;
}

function change(previous: Assessment, next: Assessment) {
  return detectChange(stored(previous), next);
}

const BEFORE = assess(RISE);
const BREAKS = [{ dataset: 'figures', period: '2024', reason: 'r', reference: 'x' }];

describe('nothing', () => {
  it('has changed when the same is said again', () => {
    expect(change(BEFORE, assess(RISE))).toBeNull();
  });

  it('has changed when the same figures are published again', () => {
    const dataset = { publication: { publicationId: 2, retrievedAt: '2027-01-01T00:00:00Z' } };
    expect(change(BEFORE, assess(RISE, { dataset }))).toBeNull();
  });

  it('has changed when only wording has', () => {
    expect(change(BEFORE, { ...BEFORE, sentence: 'Noe annet.' })).toBeNull();
  });
});

describe('cause', () => {
  const county = (rest: Partial<Figures> = {}) => {
    const series = regionSeries({ [OWN_COUNTY]: RISE, '02': only(PEER, RISE) });
    const dataset = { publication: { coverage: 'county' as const } };
    return assessFigures({ definition: LEAD, group: GROUP, series, dataset, ...rest });
  };
  const unread = assess({ '2023': 100, '2024': null }, {}, { '2023': 1, '2024': 1 });

  it.each<[string, Assessment, Assessment, string]>([
    ['source-switched: another coverage', BEFORE, county(), 'source-switched'],
    [
      'source-switched: another dataset',
      BEFORE,
      { ...BEFORE, evidence: { ...BEFORE.evidence, publication: { ...BEFORE.evidence.publication!, datasetId: 'b' } } },
      'source-switched',
    ],
    ['source-switched: no source any more', BEFORE, assess({}), 'source-switched'],
    [
      'source-switched: another alternative',
      BEFORE,
      assess(RISE, { dataset: { publication: { alternative: 'divisions' } } }),
      'source-switched',
    ],
    ['rule-changed: another fingerprint', BEFORE, assess(RISE, { fingerprint: 'f2' }), 'rule-changed'],
    ['break: a break is declared', BEFORE, assess(RISE, { breaks: BREAKS }), 'break'],
    ['new-period: a later period', BEFORE, assess({ ...RISE, '2025': 120 }), 'new-period'],
    ['new-period: the first of all', assess({}), BEFORE, 'new-period'],
    [
      'new-period: a later period without a figure',
      assess({ '2022': 90, '2023': 100 }),
      assess({ '2022': 90, '2023': 100, '2024': null }, {}, { '2022': 1, '2023': 1, '2024': 1 }),
      'new-period',
    ],
    ['restored: a missing figure is there', unread, assess({ '2023': 100, '2024': 110 }), 'restored'],
    ['restored: a break is lifted', assess(RISE, { breaks: BREAKS }), BEFORE, 'restored'],
    ['restored: a source is no longer stale', assess(RISE, { stale: true }), BEFORE, 'restored'],
    ['revision: an own figure differs', BEFORE, assess({ ...RISE, '2023': 101 }), 'revision'],
    ['revision: an own figure is withdrawn', BEFORE, assess({ ...RISE, '2024': null }, {}, PEER), 'revision'],
    ['revision: the newest period is withdrawn', BEFORE, assess({ '2022': 90, '2023': 100 }), 'revision'],
    ['peer-revision: a peer’s figure differs', BEFORE, assess(RISE, {}, { ...PEER, '2024': 106 }), 'peer-revision'],
    [
      'revision: an own figure carries another symbol, and no number differs',
      BEFORE,
      assess({ ...RISE, '2024': { value: 110, symbol: 'e' } }),
      'revision',
    ],
    [
      'peer-revision: a peer’s figure carries another symbol, and no number differs',
      BEFORE,
      assess(RISE, {}, { ...PEER, '2024': { value: 105, symbol: 'e' } }),
      'peer-revision',
    ],
    ['revision: a source grows stale', BEFORE, assess(RISE, { stale: true }), 'revision'],
    [
      'revision: a source stays stale, and its figures are provisional no longer',
      assess({ ...RISE, '2024': { value: 110, obsStatus: 'P' } }, { stale: true }),
      assess(RISE, { stale: true }),
      'revision',
    ],
    [
      'revision: figures are provisional no longer',
      assess({ ...RISE, '2024': { value: 110, obsStatus: 'P' } }),
      BEFORE,
      'revision',
    ],
    ['revision: a peer group is adopted', assess(RISE, { group: { ...GROUP, confirmed: false } }), BEFORE, 'revision'],
    [
      'revision: a break in the same period has another reason',
      assess(RISE, { breaks: BREAKS }),
      assess(RISE, { breaks: [{ ...BREAKS[0]!, reason: 'another' }] }),
      'revision',
    ],
  ])('is %s', (_title, previous, next, cause) => {
    expect(change(previous, next)?.cause).toBe(cause);
  });

  it.each<[string, Assessment, Assessment, string]>([
    ['a switched source before a changed rule', BEFORE, county({ fingerprint: 'f2' }), 'source-switched'],
    ['a changed rule before a break', BEFORE, assess(RISE, { breaks: BREAKS, fingerprint: 'f2' }), 'rule-changed'],
    [
      'a break before a new period',
      BEFORE,
      assess({ ...RISE, '2025': 120 }, { breaks: [{ ...BREAKS[0]!, period: '2025' }] }),
      'break',
    ],
    [
      'a new period before what is restored',
      unread,
      assess({ '2023': 100, '2024': 110, '2025': 120 }, {}, { '2023': 1, '2024': 1, '2025': 1 }),
      'new-period',
    ],
    [
      'no restored figure where the newest period is gone',
      unread,
      assess({ '2022': 90, '2023': 100 }, {}, { '2022': 1, '2023': 1 }),
      'revision',
    ],
    ['a new period before a revision', BEFORE, assess({ '2023': 99, '2024': 111, '2025': 120 }), 'new-period'],
    ['a revision before a peer’s', BEFORE, assess({ ...RISE, '2024': 111 }, {}, { ...PEER, '2024': 106 }), 'revision'],
  ])('is %s', (_title, previous, next, cause) => {
    expect(change(previous, next)?.cause).toBe(cause);
  });

  it('does not depend on the order of observations', () => {
    const { evidence } = BEFORE;
    const reversed = { ...BEFORE, evidence: { ...evidence, observations: evidence.observations.toReversed() } };
    expect(change(BEFORE, reversed)).toBeNull();
  });
});

describe('statusChanged', () => {
  it('is false when the figures move and the status does not', () => {
    expect(change(BEFORE, assess({ ...RISE, '2024': 111 }))).toEqual({
      ...{ cause: 'revision', statusChanged: false, notice: null },
    });
  });

  it('is true, with a notice, when the status moves', () => {
    expect(change(BEFORE, assess({ ...RISE, '2024': 101 }))).toEqual({
      ...{ cause: 'revision', statusChanged: true, notice: 'status' },
    });
  });
});

describe('a first assessment', () => {
  it('with a verdict is a change of status', () => {
    expect(detectChange(null, BEFORE)).toEqual({ cause: 'first-assessment', statusChanged: true, notice: 'status' });
  });

  it('of something not measured gives no notice', () => {
    expect(detectChange(null, assess({}))).toMatchObject({ cause: 'first-assessment', notice: null });
  });
});

describe('an ambition that is not set', () => {
  const definition = buildDefinition({ rule: { id: 'not-set' } });
  const measured = (cells: Record<string, Cell>) => assess(cells, { definition });

  it('gives one notice for its first measurement', () => {
    expect(change(measured({}), measured({ '2024': 38.2 }))).toMatchObject({ notice: 'first-measurement' });
  });

  it('gives a notice of another kind when it is taken back', () => {
    expect(change(BEFORE, measured({ '2024': 38.2 }))).toMatchObject({ notice: 'status' });
  });

  it('gives none for the next', () => {
    expect(change(measured({ '2024': 38.2 }), measured({ '2024': 38.2, '2025': 39 }))).toEqual({
      ...{ cause: 'new-period', statusChanged: false, notice: null },
    });
  });
});
