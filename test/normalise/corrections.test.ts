import { describe, expect, it } from 'vitest';
import { OBS_STATUSES } from '../../src/model/data/cube.ts';
import type { Correction } from '../../src/model/plan/settings.ts';
import { applyCorrections, correctedCells } from '../../src/normalise/corrections.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { allCells, cellAt, refusalOf } from './cube-cells.ts';
import { makeDocument } from './make-document.ts';

const cube = readJsonStat(
  makeDocument({
    dimensions: { Region: ['0301', '3301'], ContentsCode: ['a'], Tid: ['2023', '2024'] },
    value: [10, 20, 30, null],
    status: { 0: '*', 3: ':' },
  }),
);
const CORRECTION: Correction = {
  dataset: 'jobs',
  series: { Region: '0301', ContentsCode: 'a' },
  period: '2024',
  published: 20,
  corrected: 25,
  reason: 'made up',
  reference: 'https://example.org/note',
};
const correctedBy = (...changes: readonly Partial<Correction>[]) =>
  applyCorrections(
    cube,
    'jobs',
    changes.map((change) => ({ ...CORRECTION, ...change })),
  );
const messageFor = (change: Partial<Correction>) => {
  const error = refusalOf(() => correctedBy(change));
  expect(error.code).toBe('stale-correction');
  expect(error.context).toEqual({ dataset: 'jobs', period: change.period ?? '2024' });
  expect(error.hint).toBe(
    'Remove the correction from config/corrections.yaml, or update it; its reference is https://example.org/note.',
  );
  return error.message;
};

describe('a declared correction', () => {
  it('replaces the published number, which stays as the symbol of an estimated cell', () => {
    expect(cellAt(correctedBy({}), { Region: '0301', ContentsCode: 'a' }, '2024')).toEqual({
      value: 25,
      status: 'E',
      symbol: '20',
    });
  });

  it('touches no other cell', () => {
    expect(allCells(correctedBy({}))).toEqual([
      'a|0301 2023 10 P *',
      'a|0301 2024 25 E 20',
      'a|3301 2023 30 A',
      'a|3301 2024 NaN Q :',
    ]);
  });

  it('replaces a 0 that is no figure, since a 0 is what was published', () => {
    const falseZero = { ...cube, symbolTable: ['', '*', '0'], symbols: Uint8Array.from([1, 0, 0, 2]) };
    const unpublished = { ...falseZero, obsStatuses: cube.obsStatuses.map((status) => (status === 9 ? 7 : status)) };
    const correction = { ...CORRECTION, series: { Region: '3301', ContentsCode: 'a' }, published: 0 };
    const corrected = applyCorrections(unpublished, 'jobs', [correction]);
    expect(allCells(corrected)[3]).toBe('a|3301 2024 25 E 0');
  });

  it('of 0 finds no 0 in a cell that is missing for another reason', () => {
    const correction = { ...CORRECTION, series: { Region: '3301', ContentsCode: 'a' }, published: 0 };
    const withSymbol = (symbol: string, status: number) => ({
      ...{ ...cube, symbolTable: ['', '*', symbol], symbols: Uint8Array.from([1, 0, 0, 2]) },
      obsStatuses: cube.obsStatuses.map((known, cell) => (cell === 3 ? status : known)),
    });
    const missing = OBS_STATUSES.indexOf('O');
    expect(() => applyCorrections(withSymbol('0', missing), 'jobs', [correction])).not.toThrow();
    for (const other of [withSymbol('..', missing), withSymbol('0', OBS_STATUSES.indexOf('M'))]) {
      expect(refusalOf(() => applyCorrections(other, 'jobs', [correction])).message).toContain('shows no number there');
    }
  });

  it('keeps the symbol that stood on the published number', () => {
    const corrected = correctedBy({ period: '2023', published: 10 });
    expect(cellAt(corrected, { Region: '0301', ContentsCode: 'a' }, '2023').symbol).toBe('10 *');
  });

  it('need not name a dimension with one category', () => {
    expect(
      cellAt(correctedBy({ series: { Region: '0301' } }), { Region: '0301', ContentsCode: 'a' }, '2024').value,
    ).toBe(25);
  });

  it('of another dataset is left for that dataset', () => {
    expect(correctedBy({ dataset: 'emissions' })).toBe(cube);
  });

  it('leaves the cube it was given as it was', () => {
    correctedBy({});
    expect(cellAt(cube, { Region: '0301', ContentsCode: 'a' }, '2024').value).toBe(20);
  });
});

describe('a correction stops, loudly,', () => {
  it('when the source publishes another number', () => {
    expect(messageFor({ published: 19 })).toBe(
      'The correction of jobs for Region 0301, ContentsCode a in 2024 replaces 19 with 25, but the table now shows 20.',
    );
  });

  it('when the source has corrected the number itself', () => {
    expect(messageFor({ published: 19, corrected: 20 })).toContain(
      'but the table now shows the corrected number itself.',
    );
  });

  it('when the source has no number there any more', () => {
    expect(messageFor({ series: { Region: '3301', ContentsCode: 'a' } })).toContain(
      'but the table now shows no number there (:).',
    );
  });

  it('when the source has neither number nor symbol there any more', () => {
    const empty = { ...cube, symbols: new Uint8Array(4) };
    const change = { ...CORRECTION, series: { Region: '3301' } };
    expect(refusalOf(() => applyCorrections(empty, 'jobs', [change])).message).toContain(
      'but the table now shows no number there (no symbol).',
    );
  });

  it.each([
    ['a code the table does not have', { series: { Region: '9999', ContentsCode: 'a' } }],
    ['a dimension the table does not have', { series: { Region: '0301', Kjonn: '0' } }],
    ['a code the table does not have, in its first period', { series: { Region: '9999' }, period: '2023' }],
    ['a period the table does not have', { period: '1999' }],
    // The cell before the first of this series is the last of the series above, which holds the published 20.
    ['a period the table does not have, beside a series that fits', { series: { Region: '3301' }, period: '1999' }],
    ['no code for a dimension with several', { series: { ContentsCode: 'a' } }],
  ])('when it names %s', (_, change) => {
    expect(messageFor(change)).toContain('but the table has no such cell.');
  });
});

describe('the corrections of a cube', () => {
  it('are those of its dataset, by series and period', () => {
    const others = [{ ...CORRECTION, dataset: 'emissions' }, CORRECTION, { ...CORRECTION, period: '2023' }];
    const { published, corrected, reason, reference } = CORRECTION;
    const kept = { seriesKey: 'a|0301', published, corrected, reason, reference };
    expect(correctedCells(cube, 'jobs', others)).toEqual([
      { ...kept, period: 2024000 },
      { ...kept, period: 2023000 },
    ]);
  });

  it.each([{ period: '1999' }, { series: { Region: '9999' } }])(
    'are refused where there is no such cell: %j',
    (change) => {
      expect(refusalOf(() => correctedCells(cube, 'jobs', [{ ...CORRECTION, ...change }])).message).toContain(
        'but the table has no such cell.',
      );
    },
  );
});
