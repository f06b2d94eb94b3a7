import { describe, expect, it } from 'vitest';
import type { Assessment, Cause, StoredAssessment } from '../../src/model/plan/assessment.ts';
import { CAUSES, EVIDENCE_FORM, JUDGED_ALIKE_SINCE } from '../../src/model/plan/assessment.ts';
import { type PublicationReference, WITHDRAWN } from '../../src/model/data/dataset.ts';
import { detectChange } from '../../src/status/detect-change.ts';
import type { Cell } from '../support/builders.ts';
import { buildDefinition, buildPeerGroup, OWN, OWN_COUNTY, regionSeries } from '../support/builders.ts';
import type { Figures, SaidAssessment } from './assess-figures.ts';
import { assessFigures, assessOwn } from './assess-figures.ts';

const GROUP = buildPeerGroup({ A: ['0201'] });
const LEAD = buildDefinition({
  peers: 'rivals',
  rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } },
});
const RISE = { '2022': 90, '2023': 100, '2024': 110 };
const PEER = { '2022': 90, '2023': 100, '2024': 105, '2025': 110 };

function assess(
  own: Record<string, Cell>,
  rest: Partial<Figures> = {},
  peer: Record<string, Cell> = PEER,
): SaidAssessment {
  const series = regionSeries({ [OWN]: own, '0201': only(peer, own) });
  return assessFigures({ definition: LEAD, group: GROUP, series, ...rest });
}

/** The peer has the periods of the own series. */
function only(peer: Record<string, Cell>, own: Record<string, Cell>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(peer).filter(([period]) => period in own));
}

function stored(assessment: Assessment, storedForm: number = EVIDENCE_FORM): StoredAssessment {
  const kept = { id: 1, assessedAt: '2026-01-01', cause: 'new-period', since: '2026-01-01', ruleVersionId: 1 } as const;
  return JSON.parse(JSON.stringify({ ...assessment, ...kept, storedForm })) as StoredAssessment;
}

function change(previous: Assessment, next: Assessment) {
  return detectChange(stored(previous), next);
}

/** A number that stood there once, and that the source has taken away. */
const TAKEN: Cell = { value: null, obsStatus: 'O', symbol: WITHDRAWN, taken: true };
/** A number that the source withholds, having shown it before. */
const WITHHELD: Cell = { value: null, obsStatus: 'Q', symbol: ':', taken: true };
const corrected = (value: number, reference = 'sak 1'): Cell => ({
  ...{ value, obsStatus: 'E', correction: { published: 110, reason: 'Feil i filen.', reference } },
});
const marked = (value: number): Cell => ({ value, obsStatus: 'B' });

const BEFORE = assess(RISE);
const BREAKS = [{ dataset: 'figures', period: '2024', reason: 'r', reference: 'x' }];

/** The same said of figures from another publication. */
function from(publication: Partial<PublicationReference>, assessment = BEFORE): Assessment {
  const { evidence } = assessment;
  return { ...assessment, evidence: { ...evidence, publication: { ...evidence.publication!, ...publication } } };
}

/** The same said of the second table's figures. */
function second(assessment = BEFORE): Assessment {
  const switched = from({ datasetId: 'second', table: '13470' }, assessment);
  return { ...switched, evidence: { ...switched.evidence, fromSecondTable: true } };
}

describe('nothing', () => {
  it('has changed when the same is said again', () => {
    expect(change(BEFORE, assess(RISE))).toBeNull();
  });

  it('has changed when the same figures are published again', () => {
    const dataset = { publication: { publicationId: 2, retrievedAt: '2027-01-01T00:00:00Z' } };
    expect(change(BEFORE, assess(RISE, { dataset }))).toBeNull();
  });

  it('has changed when only names and units have', () => {
    const { evidence } = BEFORE;
    const finding = evidence.finding && { ...evidence.finding, municipality: 'Et annet navn', decimals: 3 };
    expect(change(BEFORE, { ...BEFORE, evidence: { ...evidence, finding } })).toBeNull();
  });

  it('has changed when the table has only got a new number', () => {
    expect(change(BEFORE, from({ table: '09999', title: 'New' }))).toBeNull();
  });

  it('has changed when a break is declared that the rule need not mind', () => {
    expect(change(BEFORE, assess(RISE, { breaks: [{ ...BREAKS[0]!, period: '2023' }] }))).toBeNull();
  });

  it('has changed when another break is declared for the period after', () => {
    expect(change(BEFORE, assess(RISE, { breaks: [{ ...BREAKS[0]!, period: '2025' }] }))).toBeNull();
  });
});

describe('cause', () => {
  const county = (rest: Partial<Figures> = {}) => {
    const series = regionSeries({ [OWN_COUNTY]: RISE, '02': only(PEER, RISE) });
    const dataset = { publication: { coverage: 'county' as const } };
    return assessFigures({ definition: LEAD, group: GROUP, series, dataset, ...rest });
  };
  const hole = assess({ ...RISE, '2024': null });
  const taken = assess({ ...RISE, '2024': TAKEN });
  const shorter = assess({ '2022': 90, '2023': 100 }, { before: BEFORE.evidence });
  const zero: Cell = { value: null, obsStatus: 'O', symbol: '0' };
  const peers = (peersFingerprint: string, rest: Partial<Figures> = {}) =>
    assess(RISE, { fingerprint: `f ${peersFingerprint}`, ruleFingerprint: 'f1', peersFingerprint, ...rest });

  it.each<[string, Assessment, Assessment, Cause]>([
    ['another coverage', BEFORE, county(), 'source-switched'],
    ['another dataset', BEFORE, from({ datasetId: 'b' }), 'source-switched'],
    ['another alternative', BEFORE, from({ alternative: 'divisions' }), 'source-switched'],
    ['a second table that changes the status', BEFORE, { ...second(), status: 'stable' }, 'source-switched'],
    ['the first table again, which changes the status', second(), { ...BEFORE, status: 'stable' }, 'source-switched'],
    ['another fingerprint', BEFORE, assess(RISE, { fingerprint: 'f2' }), 'rule-changed'],
    ['others to compare with', peers('p1'), peers('p2'), 'peers-changed'],
    ['a break is declared', BEFORE, assess(RISE, { breaks: BREAKS }), 'break'],
    ['a break is marked by the source', BEFORE, assess({ ...RISE, '2024': marked(110) }), 'break'],
    ['a declared break is lifted', assess(RISE, { breaks: BREAKS }), BEFORE, 'break'],
    ['a mark is taken away', assess({ ...RISE, '2024': marked(110) }), BEFORE, 'break'],
    ['there is no source any more', BEFORE, assess({}), 'withdrawn'],
    ['the newest period is gone', BEFORE, shorter, 'withdrawn'],
    ['an own figure is taken away', BEFORE, taken, 'withdrawn'],
    ['an own figure is withheld now', BEFORE, assess({ ...RISE, '2024': WITHHELD }), 'withdrawn'],
    ['an own figure of the period before is taken away', BEFORE, assess({ ...RISE, '2023': TAKEN }), 'withdrawn'],
    ['a figure of the peers is taken away', BEFORE, assess(RISE, {}, { ...PEER, '2024': TAKEN }), 'withdrawn'],
    ['a later period', BEFORE, assess({ ...RISE, '2025': 120 }), 'new-period'],
    ['the first period of all', assess({}), BEFORE, 'new-period'],
    ['a later period without a figure', BEFORE, assess({ ...RISE, '2025': null }), 'new-period'],
    ['a figure that was taken away is back', taken, BEFORE, 'restored'],
    ['a figure that was taken away is back as another', taken, assess({ ...RISE, '2024': 111 }), 'restored'],
    ['the newest period is back', shorter, assess(RISE, { before: shorter.evidence }), 'restored'],
    ['a source is no longer stale', assess(RISE, { stale: true }), BEFORE, 'new-period'],
    ['the municipality corrects a figure', BEFORE, assess({ ...RISE, '2024': corrected(111) }), 'correction'],
    [
      'the municipality corrects a figure again',
      assess({ ...RISE, '2024': corrected(111) }),
      assess({ ...RISE, '2024': corrected(112) }),
      'correction',
    ],
    [
      'a correction has another reference, which is shown',
      assess({ ...RISE, '2024': corrected(111) }),
      assess({ ...RISE, '2024': corrected(111, 'sak 2') }),
      'correction',
    ],
    ['a correction is lifted', assess({ ...RISE, '2024': corrected(111) }), BEFORE, 'correction'],
    ['a peer’s figure is corrected', BEFORE, assess(RISE, {}, { ...PEER, '2024': corrected(106) }), 'correction'],
    ['a zero is accepted', assess({ ...RISE, '2024': zero }), assess({ ...RISE, '2024': 0 }), 'correction'],
    [
      'a zero in the place of a figure is accepted, which the source has not brought back',
      assess({ ...RISE, '2024': { ...zero, taken: true } }),
      assess({ ...RISE, '2024': 0 }),
      'correction',
    ],
    ['an own figure differs', BEFORE, assess({ ...RISE, '2023': 101 }), 'revision'],
    [
      'an own figure carries another symbol',
      BEFORE,
      assess({ ...RISE, '2024': { value: 110, symbol: 'e' } }),
      'revision',
    ],
    ['a figure is there that never was', hole, BEFORE, 'revision'],
    ['a second table that leaves the status as it was', BEFORE, second(), 'new-period'],
    ['a source grows stale', BEFORE, assess(RISE, { stale: true }), 'new-period'],
    [
      'a source stays stale, and its figures are provisional no longer',
      assess({ ...RISE, '2024': { value: 110, obsStatus: 'P' } }, { stale: true }),
      assess(RISE, { stale: true }),
      'new-period',
    ],
    [
      'figures are provisional no longer',
      assess({ ...RISE, '2024': { value: 110, obsStatus: 'P' } }),
      BEFORE,
      'new-period',
    ],
    [
      'a break in the same period has another reason',
      assess(RISE, { breaks: BREAKS }),
      assess(RISE, { breaks: [{ ...BREAKS[0]!, reason: 'another' }] }),
      'new-period',
    ],
    ['a peer’s figure differs', BEFORE, assess(RISE, {}, { ...PEER, '2024': 106 }), 'peer-revision'],
    [
      'a peer’s figure carries another symbol',
      BEFORE,
      assess(RISE, {}, { ...PEER, '2024': { value: 105, symbol: 'e' } }),
      'peer-revision',
    ],
  ])('where %s', (_title, previous, next, cause) => {
    expect(change(previous, next)?.cause).toBe(cause);
  });

  it('is rule-changed once where an earlier version judged by an earlier reading, though all else is the same', () => {
    expect(detectChange(stored(BEFORE, JUDGED_ALIKE_SINCE - 1), assess(RISE))?.cause).toBe('rule-changed');
  });

  it('keeps the break out of the fingerprint: with both, the rule has changed', () => {
    expect(change(BEFORE, assess(RISE, { breaks: BREAKS, fingerprint: 'f2' }))?.cause).toBe('rule-changed');
  });

  /** Each but the first with the one after it, in the order of precedence. */
  it.each<[Cause, Cause, Assessment, Assessment]>([
    ['source-switched', 'rule-changed', BEFORE, county({ fingerprint: 'f2' })],
    [...(['rule-changed', 'peers-changed', peers('p1')] as const), peers('p2', { ruleFingerprint: 'f2' })],
    ['peers-changed', 'break', peers('p1'), peers('p2', { breaks: BREAKS })],
    [
      ...(['break', 'withdrawn', BEFORE] as const),
      assess({ '2022': 90, '2023': 100 }, { breaks: [{ ...BREAKS[0]!, period: '2023' }] }),
    ],
    ['withdrawn', 'new-period', BEFORE, assess({ ...RISE, '2024': TAKEN, '2025': 120 })],
    ['new-period', 'restored', taken, assess({ ...RISE, '2025': 120 })],
    ['restored', 'correction', taken, assess({ ...RISE, '2023': corrected(99) })],
    ['correction', 'revision', BEFORE, assess({ ...RISE, '2023': corrected(99), '2024': 111 })],
    ['revision', 'peer-revision', BEFORE, assess({ ...RISE, '2024': 111 }, {}, { ...PEER, '2024': 106 })],
  ])('is %s before %s', (first, second, previous, next) => {
    expect(change(previous, next)?.cause).toBe(first);
    expect(CAUSES.indexOf(second)).toBe(CAUSES.indexOf(first) + 1);
  });

  const HELD = { '2020': 90, '2021': 91, '2022': 92, '2023': 93 };
  const LATER = { ...HELD, '2024': 94, '2025': 95 };
  /** Held against 2020, or where a break is named against the first period from it on. */
  const held = (own: Record<string, Cell>, broken?: string) =>
    assessOwn(own, {
      definition: buildDefinition({
        ...({ id: 'held', measure: 'level' } as const),
        rule: {
          ...({ id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0 } } as const),
          base: { year: 2020, tolerance: { absolute: 0 } },
        },
      }),
      breaks: broken === undefined ? [] : [{ ...BREAKS[0]!, period: broken }],
    });

  it.each<[string, Assessment, Assessment, Cause]>([
    [
      'a break before a new period',
      BEFORE,
      assess({ ...RISE, '2025': 120 }, { breaks: [{ ...BREAKS[0]!, period: '2025' }] }),
      'break',
    ],
    [
      'a new period that leaves a break behind, and no lifted break',
      assess(RISE, { breaks: BREAKS }),
      assess({ ...RISE, '2025': 120 }, { breaks: BREAKS }),
      'new-period',
    ],
    ['a break of years known before, ahead of a new period', held(HELD), held(LATER, '2022'), 'break'],
    ['a lifted break, ahead of a new period', held(HELD, '2022'), held(LATER), 'break'],
    ['a new period that brings the break which moves the base', held(HELD), held(LATER, '2024'), 'new-period'],
    ['a new period under a break that stands', held(HELD, '2022'), held(LATER, '2022'), 'new-period'],
    ['a new period before a revision', BEFORE, assess({ '2023': 99, '2024': 111, '2025': 120 }), 'new-period'],
    ['nothing restored where the newest period is gone', taken, shorter, 'withdrawn'],
  ])('is %s', (_title, previous, next, cause) => {
    expect(change(previous, next)?.cause).toBe(cause);
  });

  it('does not depend on the order of observations', () => {
    const { evidence } = BEFORE;
    const reversed = { ...BEFORE, evidence: { ...evidence, observations: evidence.observations.toReversed() } };
    expect(change(BEFORE, reversed)).toBeNull();
  });
});

describe('the notice', () => {
  it('is none when the figures move and the status does not', () => {
    expect(change(BEFORE, assess({ ...RISE, '2024': 111 }))).toEqual({
      cause: 'revision',
      notice: null,
    });
  });

  it('is of the status when that moves', () => {
    expect(change(BEFORE, assess({ ...RISE, '2024': 101 }))).toEqual({
      cause: 'revision',
      notice: 'status',
    });
  });
});

describe('a first assessment', () => {
  it('with a verdict is a change of status', () => {
    expect(detectChange(null, BEFORE)).toEqual({ cause: 'first-assessment', notice: 'status' });
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
      cause: 'new-period',
      notice: null,
    });
  });
});

describe('what is told apart', () => {
  type Evidence = Assessment['evidence'];
  const withEvidence = (fields: Partial<Evidence>, assessment = BEFORE): Assessment => ({
    ...assessment,
    evidence: { ...assessment.evidence, ...fields },
  });
  const part = (fields: Partial<Evidence['missing'][number]>): Evidence['missing'][number] => ({
    ...{ role: 'own', place: null, series: 'a', label: '', period: '2024', reason: 'withdrawn', symbol: null },
    ...{ taken: true, ...fields },
  });
  const causeBetween = (before: Partial<Evidence>, after: Partial<Evidence>) =>
    change(withEvidence(before), withEvidence(after))?.cause;

  it.each<[string, { readonly series?: string; readonly period?: string }]>([
    ['series', { series: 'b' }],
    ['period', { period: '2023' }],
  ])('a number that is gone, and one that is back, by its %s', (_, other) => {
    const [first] = BEFORE.evidence.observations;
    const cell = (value: number | null, fields: typeof other = {}) => {
      const observation = { ...first!, series: 'a', period: '2024', value, ...fields };
      return { observations: [...BEFORE.evidence.observations, observation] };
    };
    const gone = (fields: typeof other = {}) => ({ ...cell(null, fields), missing: [part(fields)] });
    expect(causeBetween(cell(5), gone())).toBe('withdrawn');
    expect(causeBetween(cell(5), gone(other))).not.toBe('withdrawn');
    expect(causeBetween(gone(), cell(5))).toBe('restored');
    expect(causeBetween(gone(), cell(5, other))).not.toBe('restored');
  });

  it('an accepted zero is the same cell, missing as 0 before and 0 now', () => {
    const [first] = BEFORE.evidence.observations;
    const observation = { ...first!, series: 'a', period: '2024', value: 0 };
    const zero = { missing: [part({ reason: 'zero', taken: false })] };
    const now = (fields: Partial<typeof observation>) => ({
      ...{ missing: [], observations: [...BEFORE.evidence.observations, { ...observation, ...fields }] },
    });
    expect(causeBetween(zero, now({}))).toBe('correction');
    expect(causeBetween({ missing: [part({ taken: false, reason: 'missing' })] }, now({}))).toBe('revision');
    for (const other of [{ series: 'b' }, { period: '2023' }, { value: 7 }]) {
      expect(causeBetween(zero, now(other))).toBe('revision');
    }
  });

  it('the order of figures, and of corrections, is not', () => {
    const twice = assess({ ...RISE, '2023': corrected(101, 'sak 1'), '2024': corrected(111, 'sak 2') });
    const { observations } = twice.evidence;
    expect(change(twice, withEvidence({ observations: observations.toReversed() }, twice))).toBeNull();
  });

  it('a definition that differs in more than whom it compares with', () => {
    const rest = { fingerprint: 'f2', ruleFingerprint: 'f1', peersFingerprint: 'p1' };
    const before = assess(RISE, { ...rest, fingerprint: 'f1' });
    expect(change(before, assess(RISE, rest))?.cause).toBe('rule-changed');
    expect(change(before, assess(RISE, { ...rest, peersFingerprint: 'p2' }))?.cause).toBe('peers-changed');
  });

  it('a group that has been adopted', () => {
    const proposed = { ...GROUP, confirmed: false };
    expect(change(assess(RISE, { group: proposed }), BEFORE)).toMatchObject({ notice: null });
    expect(change(assess(RISE, { group: proposed }), assess(RISE, { group: proposed }))).toBeNull();
  });

  it('what has no ambition by its latest figure alone', () => {
    const definition = buildDefinition({ rule: { id: 'not-set' } });
    const of = (cells: Record<string, Cell>) => assessFigures({ definition, series: regionSeries({ [OWN]: cells }) });
    const before = withEvidence({ numbers: {} }, of(RISE));
    expect(change(before, withEvidence({ numbers: {} }, of({ ...RISE, '2023': 99 })))).toBeNull();
    expect(change(before, withEvidence({ numbers: {} }, of({ ...RISE, '2024': 99 })))?.cause).toBe('revision');
  });
});
