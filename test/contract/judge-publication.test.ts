import { describe, expect, it } from 'vitest';
import type { Cube } from '../../src/model/data/cube.ts';
import { ABSENT } from '../../src/model/data/cube.ts';
import type { ChangeSummary, PublicationContract, RevisedCell } from '../../src/model/data/publication.ts';
import { judgeChanges, judgeContract, judgeNewPeriods } from '../../src/contract/judge-publication.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { refusalOf } from '../normalise/cube-cells.ts';
import { makeDocument } from '../normalise/make-document.ts';

const quarantineOf = (action: () => unknown) => {
  const error = refusalOf(action);
  expect(error.code).toBe('publication-quarantined');
  expect(error.hint).toContain('The last accepted publication stays in force.');
  expect(error.hint).toContain('`ingest --accept <dataset>`');
  return { reason: error.context['reason'], message: error.message };
};
const hintOf = (action: () => unknown) => refusalOf(action).hint;

describe('the promise of the last publication', () => {
  const cube = (dimensions: Record<string, string[]>) =>
    readJsonStat(
      makeDocument({
        dimensions,
        role: { time: ['Tid'], metric: ['ContentsCode'], geo: dimensions['Region'] ? ['Region'] : [] },
      }),
    );
  const SAME = { alternative: 'grouped', isNewTable: false };
  const WHOLE = { Region: ['K-1', 'K-2'], Kjonn: ['0', '1'], ContentsCode: ['a'], Tid: ['2023', '2024'] };
  const contract: PublicationContract = {
    publicationId: 7,
    alternative: 'grouped',
    cells: 8,
    categories: WHOLE,
    units: { a: 'personer' },
  };
  const quarantineFor = (dimensions: Record<string, string[]>, alternative = 'grouped', isNewTable = false) =>
    quarantineOf(() => judgeContract(contract, cube(dimensions), { alternative, isNewTable }));

  it('is kept by the same table, and by one with more', () => {
    expect(() => judgeContract(contract, cube(WHOLE), SAME)).not.toThrow();
    expect(() =>
      judgeContract(contract, cube({ ...WHOLE, Kjonn: ['0', '1', '2'], Tid: ['2023', '2024', '2025'] }), SAME),
    ).not.toThrow();
  });

  it('is not there before the first publication', () => {
    expect(() => judgeContract(null, cube(WHOLE), SAME)).not.toThrow();
  });

  it('is broken by a lost code, which is named', () => {
    expect(quarantineFor({ ...WHOLE, Kjonn: ['0'] })).toEqual({
      reason: 'lost-code',
      message: '"00001: Made-up table" no longer has the codes 1 of Kjonn.',
    });
  });

  it('is broken by a lost dimension', () => {
    const fewer = { Region: WHOLE.Region, ContentsCode: WHOLE.ContentsCode, Tid: WHOLE.Tid };
    expect(quarantineFor(fewer)).toEqual({
      reason: 'lost-dimension',
      message: '"00001: Made-up table" no longer has the dimension Kjonn.',
    });
  });

  it('is broken by a lost period', () => {
    expect(quarantineFor({ ...WHOLE, Tid: ['2024', '2025'] })).toEqual({
      reason: 'lost-period',
      message: '"00001: Made-up table" no longer has the periods 2023 of Tid.',
    });
  });

  it('is broken by fewer cells, of which absent ones do not count', () => {
    const whole = cube(WHOLE);
    const obsStatuses = whole.obsStatuses.slice();
    obsStatuses[0] = ABSENT;
    expect(quarantineOf(() => judgeContract(contract, { ...whole, obsStatuses }, SAME))).toEqual({
      reason: 'fewer-cells',
      message: '"00001: Made-up table" has 7 cells; the last accepted publication had 8.',
    });
  });

  it('lets region codes and cells differ when another alternative answered', () => {
    expect(() =>
      judgeContract(contract, cube({ ...WHOLE, Region: ['33'] }), { ...SAME, alternative: 'counties' }),
    ).not.toThrow();
  });

  it('does not let region codes differ when the same alternative answered', () => {
    expect(quarantineFor({ ...WHOLE, Region: ['K-1', '33'] }).message).toBe(
      '"00001: Made-up table" no longer has the codes K-2 of Region.',
    );
  });

  it('does not let other codes differ when another alternative answered', () => {
    expect(quarantineFor({ ...WHOLE, Region: ['33'], Kjonn: ['0'] }, 'counties').reason).toBe('lost-code');
  });

  it('lets a new table have other periods and fewer cells, but no fewer codes', () => {
    const fresh = { ...SAME, isNewTable: true };
    expect(() => judgeContract(contract, cube({ ...WHOLE, Tid: ['2025'] }), fresh)).not.toThrow();
    expect(quarantineFor({ ...WHOLE, Kjonn: ['0'] }, 'grouped', true).reason).toBe('lost-code');
    expect(quarantineFor({ ContentsCode: ['a'], Tid: WHOLE.Tid }, 'grouped', true).reason).toBe('lost-dimension');
  });

  it.each<[string, string, Record<string, string[]>]>([
    ['a lost dimension', 'whether the query still fits it', { ContentsCode: ['a'], Tid: WHOLE.Tid }],
    ['a lost code', 'config/regions.yaml', { ...WHOLE, Kjonn: ['0'] }],
    ['a lost period', 'whether the table was cut short', { ...WHOLE, Tid: ['2024'] }],
  ])('that is broken by %s comes with what to look at', (_, lookAt, dimensions) => {
    expect(hintOf(() => judgeContract(contract, cube(dimensions), SAME))).toContain(lookAt);
  });

  it('that is broken by fewer cells comes with what to look at', () => {
    const promised = { ...contract, cells: 9 };
    expect(hintOf(() => judgeContract(promised, cube(WHOLE), SAME))).toContain('which combinations of categories');
  });
});

describe('revisions', () => {
  const revision = (before: number | null, after: number | null, seriesKey = 'a|3301'): RevisedCell => ({
    seriesKey,
    period: 2024101,
    before,
    after,
  });
  const changes = (revisions: readonly RevisedCell[], withdrawn = 0): ChangeSummary => ({
    inserted: 0,
    revised: revisions.length,
    unchanged: 0,
    withdrawn,
    revisions,
  });
  const judge =
    (revisions: readonly RevisedCell[], cells = 1000, withdrawn = 0) =>
    () =>
      judgeChanges(changes(revisions, withdrawn), cells);

  it.each([
    ['a small correction', 1000, 1012],
    ['just below ten times', 50, 499],
    ['ten times of little', 4, 49],
    ['a change of sign', 100, -100],
    ['a number where there was none', null, 5000],
    ['a number that is gone', 5000, null],
  ])('of an ordinary kind pass: %s', (_, before, after) => {
    expect(judge([revision(before, after)])).not.toThrow();
  });

  it.each([
    ['up by ten', 50, 500],
    ['down by ten', 500, 50],
    ['down to little', 50, 5],
    ['negative', -5, -50],
    ['from zero', 0, 60],
    ['to zero', 60, 0],
  ])('by a factor of ten are a jump: %s', (_, before, after) => {
    expect(quarantineOf(judge([revision(1, 2), revision(before, after)]))).toEqual({
      reason: 'tenfold-jump',
      message: `A figure was revised by a factor of 10 or more: a|3301 in 2024K1, ${before} → ${after}.`,
    });
  });

  it('that empty more than a tenth of the figures are quarantined with the count and one of them', () => {
    const gone = [revision(7, null, 'a|0301'), revision(3, 0)];
    expect(quarantineOf(judge(gone, 19))).toEqual({
      reason: 'figures-vanished',
      message: '2 of 19 figures became missing or 0: a|0301 in 2024K1, 7 → no number.',
    });
  });

  it('that empty exactly a tenth of the figures pass', () => {
    expect(judge([revision(7, null), revision(3, 0)], 20)).not.toThrow();
  });

  it('count a withdrawn figure once, whether or not it stands among the revisions', () => {
    expect(judge([revision(7, null)], 10, 1)).not.toThrow();
    expect(quarantineOf(judge([], 9, 1)).message).toBe('1 of 9 figures became missing or 0.');
  });

  it('do not count what had no figure, or was 0 before, as vanished', () => {
    expect(judge([revision(null, 0)], 1)).not.toThrow();
    expect(judge([revision(0, 0)], 1)).not.toThrow();
    expect(judge([revision(null, null)], 1)).not.toThrow();
  });

  it('count every figure that went, and none that came', () => {
    const gone = [revision(7, null), revision(8, null), revision(null, 3)];
    expect(quarantineOf(judge(gone, 19)).message).toContain('2 of 19 figures became missing or 0');
  });

  it.each<[string, RevisedCell]>([
    ['an ordinary revision', revision(7, 8)],
    ['a number where there was none', revision(null, 5)],
    ['another symbol where there is no number', revision(null, null)],
    ['another symbol on a zero', revision(0, 0)],
  ])('give as an example a figure that vanished, not %s', (_, other) => {
    expect(quarantineOf(judge([other, revision(3, 0, 'a|0301')], 1)).message).toBe(
      '1 of 1 figures became missing or 0: a|0301 in 2024K1, 3 → 0.',
    );
  });

  it('say what to look at', () => {
    expect(hintOf(judge([revision(7, null)], 1))).toContain('region or industry codes have changed');
    expect(hintOf(judge([revision(50, 500)]))).toContain('a changed unit');
  });

  it('pass when there are none', () => {
    expect(judge([], 0)).not.toThrow();
  });
});

describe('the newest period', () => {
  const cube = (value: readonly (number | null)[], contents: readonly string[] = ['a']): Cube =>
    readJsonStat(
      makeDocument({
        dimensions: { ContentsCode: contents, Region: ['1', '2'], Tid: ['2022', '2023', '2024'] },
        value,
      }),
    );
  const reasonFor = (given: Cube) => quarantineOf(() => judgeNewPeriods(given));

  it('of ordinary size passes', () => {
    expect(() => judgeNewPeriods(cube([9, 10, 11, 90, 100, 120]))).not.toThrow();
  });

  it('ten times the one before is quarantined, with period, before and after', () => {
    expect(reasonFor(cube([9, 10, 100, 90, 100, 1000]))).toEqual({
      reason: 'new-period-out-of-scale',
      message: 'The figures of "00001: Made-up table" (a) sum to 1100 in 2024; the same series sum to 110 in 2023.',
    });
  });

  it('a tenth of the one before is quarantined', () => {
    expect(reasonFor(cube([9, 10, 1, 90, 100, 10])).reason).toBe('new-period-out-of-scale');
  });

  it('is compared over the series that have numbers in both periods', () => {
    expect(() => judgeNewPeriods(cube([9, null, 5000, 90, 100, 110]))).not.toThrow();
  });

  it('is compared by magnitude, so that figures of both signs do not cancel out', () => {
    expect(() => judgeNewPeriods(cube([0, 100, 110, 0, -99, -112]))).not.toThrow();
  });

  it('is judged for each contents category, whose units differ', () => {
    const value = [1, 1, 100, 1, 1, 100, 5000, 5000, 5000, 5000, 5000, 5000];
    expect(reasonFor(cube(value, ['share', 'persons'])).message).toContain('(share) sum to 200 in 2024');
  });

  it('is not judged against a period that sums to 0', () => {
    expect(() => judgeNewPeriods(cube([9, 0, 3, 9, 0, 2]))).not.toThrow();
  });

  it('is not judged when it holds no numbers yet', () => {
    expect(() => judgeNewPeriods(cube([9, 10, null, 90, 100, null]))).not.toThrow();
  });

  it('is judged when there is one other', () => {
    const two = makeDocument({ dimensions: { ContentsCode: ['a'], Tid: ['2023', '2024'] }, value: [10, 100] });
    expect(reasonFor(readJsonStat(two)).message).toBe(
      'The figures of "00001: Made-up table" (a) sum to 100 in 2024; the same series sum to 10 in 2023.',
    );
  });

  it('is judged for each contents category, wherever the contents stand among the dimensions', () => {
    const dimensions = { Alder: ['ung', 'gammel'], ContentsCode: ['share', 'persons'], Tid: ['2023', '2024'] };
    const value = [1, 100, 5000, 5000, 1, 100, 5000, 5000];
    expect(reasonFor(readJsonStat(makeDocument({ dimensions, value }))).message).toContain(
      '(share) sum to 200 in 2024',
    );
  });

  it('is judged over all series where there are no contents', () => {
    const dimensions = { Region: ['1', '2'], Tid: ['2023', '2024'] };
    const judged = (value: readonly number[]) => readJsonStat(makeDocument({ dimensions, value }));
    expect(reasonFor(judged([1, 10, 2, 20])).message).toContain('(all series) sum to 30 in 2024');
    expect(() => judgeNewPeriods(judged([1, 10, 20, 20]))).not.toThrow();
  });

  it('comes with what to look at', () => {
    expect(hintOf(() => judgeNewPeriods(cube([9, 10, 100, 90, 100, 1000])))).toContain(
      'whether the newest period is complete',
    );
  });

  it('is not judged when it is the only one', () => {
    expect(() => judgeNewPeriods(readJsonStat(makeDocument({ dimensions: { Tid: ['2024'] } })))).not.toThrow();
  });
});
