import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../../src/model/errors.ts';
import type { ChangeSummary } from '../../../src/model/data/publication.ts';
import { readContract } from '../../../src/store/intake/contract.ts';
import { findNewestPublication } from '../../../src/store/read/newest-publication.ts';
import type { Store } from '../../../src/store/store.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildCube, buildPublication, regions, type TestCube } from '../support/build-publication.ts';
import { count, dump, rows, storeWithRun } from '../support/temporary-database.ts';

const accept = () => 'keep' as const;
const NOTHING = {
  inserted: 0,
  revised: 0,
  unchanged: 0,
  withdrawn: 0,
  revisions: [],
};
const first = regions({ 'K-3301': [50_000, 50_600], 'K-3203': ['.', ':'] });

describe('the first publication', () => {
  it('stores every cell, with or without a number', () => {
    const { store, summary } = taken(first);
    expect(summary).toEqual({ ...NOTHING, inserted: 4, publicationId: 1 });
    expect(figures(store)).toEqual([
      ['Jobs|K-3203', 2022000, null, '.', 'M', 1],
      ['Jobs|K-3203', 2023000, null, ':', 'Q', 1],
      ['Jobs|K-3301', 2022000, 50_000, null, 'A', 1],
      ['Jobs|K-3301', 2023000, 50_600, null, 'A', 1],
    ]);
  });

  it('keeps a number that carries a status', () => {
    const { store } = taken(regions({ 'K-3301': [50_000, { provisional: 50_600 }] }));
    expect(figures(store)[1]).toEqual(['Jobs|K-3301', 2023000, 50_600, '*', 'P', 1]);
  });

  it('does not store a cell the source has no row for', () => {
    const { store, summary } = taken(regions({ 'K-3301': [undefined, 50_600] }));
    expect([summary.inserted, figures(store).length]).toEqual([1, 1]);
  });

  it('keeps the reply, the request and the labels in both languages', () => {
    const { store } = taken(first);
    const kept = rows(store, 'SELECT sha256, request, cells, length(body) > 20 AS has_body FROM publication');
    expect(kept).toEqual([
      {
        sha256: buildPublication(first).sha256,
        request: '["GET https://data.example/tables/07984/data"]',
        cells: 4,
        has_body: 1,
      },
    ]);
    expect(rows(store, "SELECT label, label_en, unit, decimals FROM category WHERE code = 'Jobs'")).toEqual([
      {
        label: 'navn Jobs',
        label_en: 'name Jobs',
        unit: 'persons',
        decimals: 0,
      },
    ]);
  });

  it('promises its categories, units and decimals to the next', () => {
    const { store } = taken(first);
    expect(readContract(store, 'jobs-by-industry')).toEqual({
      publicationId: 1,
      alternative: 'grouped',
      cells: 4,
      categories: {
        ContentsCode: ['Jobs'],
        Region: ['K-3301', 'K-3203'],
        Tid: ['2022', '2023'],
      },
      units: { Jobs: 'persons' },
      decimals: { Jobs: 0 },
    });
  });

  it('promises the decimals of its contents also where an earlier version did not write them down', () => {
    const { store } = taken(first);
    store.sqlite.exec("UPDATE publication SET contract = json_remove(contract, '$.decimals')");
    expect(readContract(store, 'jobs-by-industry')?.decimals).toEqual({ Jobs: 0 });
  });

  it('writes the row of the run in the same transaction', () => {
    const { store } = taken(first);
    expect(rows(store, 'SELECT job_run_id, outcome, inserted, publication_id FROM dataset_run')).toEqual([
      { job_run_id: 1, outcome: 'changed', inserted: 4, publication_id: 1 },
    ]);
  });

  it('needs more rows than one statement takes without losing any', () => {
    const many = Object.fromEntries(Array.from({ length: 151 }, (_, i) => [`K-${3000 + i}`, [i, i + 0.5]]));
    const { store } = taken(regions(many));
    expect(rows(store, 'SELECT count(*) AS n, sum(value) AS total FROM observation')).toEqual([
      { n: 302, total: 150 * 151 + 151 / 2 },
    ]);
    expect(count(store, 'series_category')).toBe(302);
  });
});

describe('a publication after another', () => {
  it('with the same figures writes the publication and the run, and no figure', () => {
    const { store, runId } = taken(first);
    const before = dump(store);
    const summary = storePublication(store, later({ ...first, updatedAt: '2024-02-01T07:00:00Z' }), accept, runId);
    expect(summary).toEqual({ ...NOTHING, unchanged: 4, publicationId: 2 });
    const after = dump(store);
    const changed = Object.keys(after).filter(
      (table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]),
    );
    expect(changed).toEqual(['dataset', 'dataset_run', 'publication']);
    expect(rows(store, 'SELECT outcome, unchanged FROM dataset_run')).toEqual([{ outcome: 'unchanged', unchanged: 4 }]);
  });

  it('with the cells in another order changes nothing', () => {
    const { store, runId } = taken(first);
    const turned = regions({
      'K-3203': ['.', ':'],
      'K-3301': [50_000, 50_600],
    });
    expect(storePublication(store, later(turned), accept, runId)).toMatchObject({
      ...NOTHING,
      unchanged: 4,
    });
  });

  it('with a revised figure keeps the old one and the publication that had set it', () => {
    const { store, runId } = taken(first);
    const revised = regions({
      'K-3301': [50_000, 50_700],
      'K-3203': ['.', ':'],
    });
    const summary = storePublication(store, later(revised), accept, runId);
    expect(summary).toEqual({
      ...NOTHING,
      revised: 1,
      unchanged: 3,
      revisions: [
        {
          seriesKey: 'Jobs|K-3301',
          period: 2023000,
          before: 50_600,
          after: 50_700,
        },
      ],
      publicationId: 2,
    });
    expect(figures(store).at(-1)).toEqual(['Jobs|K-3301', 2023000, 50_700, null, 'A', 2]);
    expect(replaced(store)).toEqual([['Jobs|K-3301', 2023000, 50_600, null, 'A', 1, 2]]);
  });

  it('with another status on the same number is a revision too', () => {
    const { store, runId } = taken(regions({ 'K-3301': [50_000, { provisional: 50_600 }] }));
    const summary = storePublication(store, later(regions({ 'K-3301': [50_000, 50_600] })), accept, runId);
    expect(summary).toMatchObject({ revised: 1, unchanged: 1 });
    expect(replaced(store)).toEqual([['Jobs|K-3301', 2023000, 50_600, '*', 'P', 1, 2]]);
  });

  it('with another symbol in an empty cell is a revision too', () => {
    const { store, runId } = taken(first);
    const summary = storePublication(
      store,
      later(regions({ 'K-3301': [50_000, 50_600], 'K-3203': ['.', '..'] })),
      accept,
      runId,
    );
    expect(summary).toMatchObject({ revised: 1, withdrawn: 0, unchanged: 3 });
  });

  it.each<[string, (cube: ReturnType<typeof buildCube>) => Partial<ReturnType<typeof buildCube>>]>([
    ['symbol', ({ symbolTable }) => ({ symbolTable: symbolTable.map((symbol) => (symbol === ':' ? 'c' : symbol)) })],
    ['status', ({ obsStatuses }) => ({ obsStatuses: obsStatuses.map((status, cell) => (cell === 3 ? 0 : status)) })],
  ])('with another %s and nothing else is a revision too', (_, changesOf) => {
    const { store, runId } = taken(first);
    const cube = buildCube(first);
    const changed = { ...later(first), cube: { ...cube, ...changesOf(cube) } };
    expect(storePublication(store, changed, accept, runId)).toMatchObject({ revised: 1, unchanged: 3, withdrawn: 0 });
  });

  it('without a cell it had, in a period that stays, withdraws its number', () => {
    const { store, runId } = taken(regions({ 'K-3301': [50_000, 50_600], 'K-3203': [1, 2] }));
    const summary = storePublication(
      store,
      later(regions({ 'K-3301': [50_000, undefined], 'K-3203': [1, 2] })),
      accept,
      runId,
    );
    expect(summary).toMatchObject({ revised: 0, withdrawn: 1 });
    expect(figures(store).filter(([series]) => series === 'Jobs|K-3301')).toEqual([
      ['Jobs|K-3301', 2022000, 50_000, null, 'A', 1],
      ['Jobs|K-3301', 2023000, null, 'withdrawn', 'O', 2],
    ]);
  });

  it('with a new period adds it and leaves the rest alone', () => {
    const { store, runId } = taken(first);
    const grown = regions({ 'K-3301': [50_000, 50_600, 51_000], 'K-3203': ['.', ':', 7] }, ['2022', '2023', '2024']);
    expect(storePublication(store, later(grown), accept, runId)).toMatchObject({
      ...NOTHING,
      inserted: 2,
      unchanged: 4,
    });
    expect(count(store, 'observation')).toBe(6);
  });

  it('with a new period and a revised one does both', () => {
    const { store, runId } = taken(first);
    const grown = regions({ 'K-3301': [49_999, 50_600, 51_000], 'K-3203': ['.', ':', 7] }, ['2022', '2023', '2024']);
    const summary = storePublication(store, later(grown), accept, runId);
    expect(summary).toMatchObject({
      inserted: 2,
      revised: 1,
      unchanged: 3,
      withdrawn: 0,
    });
  });

  it('with a new region adds its series', () => {
    const { store, runId } = taken(first);
    const wider = regions({
      'K-3301': [50_000, 50_600],
      'K-3203': ['.', ':'],
      'K-3303': [1, 2],
    });
    expect(storePublication(store, later(wider), accept, runId)).toMatchObject({
      ...NOTHING,
      inserted: 2,
      unchanged: 4,
    });
  });

  it('without a period it had withdraws the numbers of that period', () => {
    const { store, runId } = taken(first);
    const shorter = regions({ 'K-3301': [50_600], 'K-3203': [':'] }, ['2023']);
    const summary = storePublication(store, later(shorter), accept, runId);
    expect(summary).toMatchObject({ withdrawn: 1, revised: 0, unchanged: 2 });
    expect(summary.revisions).toEqual([
      {
        seriesKey: 'Jobs|K-3301',
        period: 2022000,
        before: 50_000,
        after: null,
      },
    ]);
    expect(figures(store)[2]).toEqual(['Jobs|K-3301', 2022000, null, 'withdrawn', 'O', 2]);
  });

  it('without a series it had withdraws its numbers, once', () => {
    const { store, runId } = taken(regions({ 'K-3301': [50_000, 50_600], 'K-3203': [1, '..'] }));
    const narrower = regions({ 'K-3301': [50_000, 50_600] });
    expect(storePublication(store, later(narrower), accept, runId)).toMatchObject({
      withdrawn: 1,
      unchanged: 2,
    });
    expect(storePublication(store, later(narrower, 3), accept, runId)).toMatchObject({
      ...NOTHING,
      unchanged: 2,
    });
  });

  it('that hides a number counts it as withdrawn, with the symbol shown instead', () => {
    const { store, runId } = taken(first);
    const summary = storePublication(
      store,
      later(regions({ 'K-3301': [50_000, ':'], 'K-3203': ['.', ':'] })),
      accept,
      runId,
    );
    expect(summary).toMatchObject({ withdrawn: 1, revised: 0, unchanged: 3 });
    expect(figures(store).at(-1)).toEqual(['Jobs|K-3301', 2023000, null, ':', 'Q', 2]);
  });

  it('that brings back what was withdrawn has it in force again', () => {
    const { store, runId } = taken(first);
    storePublication(store, later(regions({ 'K-3203': [':'] }, ['2023'])), accept, runId);
    const summary = storePublication(store, later(first, 3), accept, runId);
    expect(summary).toMatchObject({ inserted: 0, revised: 2 });
    expect(figures(store).filter(([key]) => key === 'Jobs|K-3301')).toEqual([
      ['Jobs|K-3301', 2022000, 50_000, null, 'A', 3],
      ['Jobs|K-3301', 2023000, 50_600, null, 'A', 3],
    ]);
  });

  it('that takes a revision back gives two revisions', () => {
    const { store, runId } = taken(first);
    storePublication(store, later(regions({ 'K-3301': [50_000, 1], 'K-3203': ['.', ':'] })), accept, runId);
    storePublication(store, later(first, 3), accept, runId);
    expect(replaced(store)).toEqual([
      ['Jobs|K-3301', 2023000, 50_600, null, 'A', 1, 2],
      ['Jobs|K-3301', 2023000, 1, null, 'A', 2, 3],
    ]);
    expect(figures(store).at(-1)).toEqual(['Jobs|K-3301', 2023000, 50_600, null, 'A', 3]);
  });

  it('reads only the series whose digest differs', () => {
    const { store, runId } = taken(first);
    spoil(store);
    const summary = storePublication(
      store,
      later(regions({ 'K-3301': [50_000, 50_600], 'K-3203': ['..', ':'] })),
      accept,
      runId,
    );
    expect(summary.revisions.map(({ seriesKey }) => seriesKey)).toEqual(['Jobs|K-3203']);
  });

  it('reads every series when it is to be exact, and finds what the digests cannot tell', () => {
    const { store, runId } = taken(first);
    spoil(store);
    const { revisions, inserted, withdrawn } = storePublication(store, later(first), accept, runId, true);
    expect(revisions).toEqual([{ seriesKey: 'Jobs|K-3301', period: 2022000, before: -1, after: 50_000 }]);
    expect([inserted, withdrawn]).toEqual([0, 0]);
  });

  it('reads no figures of a series that only has new periods', () => {
    const { store, runId } = taken(regions({ 'K-3301': [1, 2], 'K-3203': [3, 4] }));
    spoil(store);
    const grown = regions({ 'K-3301': [1, 2, 5], 'K-3203': [3, 4, 6] }, ['2022', '2023', '2024']);
    const { revisions, inserted } = storePublication(store, later(grown), accept, runId);
    expect({ revisions, inserted }).toEqual({ revisions: [], inserted: 2 });
  });

  it('reads also those of a series that only has new periods when it is to be exact', () => {
    const { store, runId } = taken(regions({ 'K-3301': [1, 2] }));
    spoil(store);
    const grown = regions({ 'K-3301': [1, 2, 5] }, ['2022', '2023', '2024']);
    const { revisions, inserted } = storePublication(store, later(grown), accept, runId, true);
    expect(revisions).toEqual([{ seriesKey: 'Jobs|K-3301', period: 2022000, before: -1, after: 1 }]);
    expect(inserted).toBe(1);
  });

  it('knows a period that has been published and withdrawn among several that are new', () => {
    const { store, runId } = taken(regions({ 'K-3301': [1, 2] }, ['2022', '2024']));
    storePublication(store, later(regions({ 'K-3301': [1] }, ['2022'])), accept, runId);
    const back = regions({ 'K-3301': [1, 7, 2] }, ['2022', '2023', '2024']);
    expect(storePublication(store, later(back, 3), accept, runId)).toMatchObject({
      inserted: 1,
      revised: 1,
      withdrawn: 0,
    });
    expect(figures(store).map(([, period, value]) => [period, value])).toEqual([
      [2022000, 1],
      [2023000, 7],
      [2024000, 2],
    ]);
  });

  it('compares a series whose digest is of an earlier form, and gives it one of today', () => {
    const { store, runId } = taken(first);
    const digests = rows(store, 'SELECT digest FROM series ORDER BY id');
    store.sqlite.exec("UPDATE series SET digest = 'b04b19a9e9b84541'");
    expect(storePublication(store, later(first), accept, runId)).toMatchObject({ ...NOTHING, unchanged: 4 });
    expect(rows(store, 'SELECT digest FROM series ORDER BY id')).toEqual(digests);
  });

  it('is the same, exact or not, when the digests are right', () => {
    const { store, runId } = taken(first);
    const { revisions, unchanged } = storePublication(store, later(first), accept, runId, true);
    expect(revisions).toEqual([]);
    expect(unchanged).toBe(storePublication(store, later(first, 3), accept, runId).unchanged);
  });

  it('keeps an English label when this time there is none', () => {
    const { store, runId } = taken(first);
    const { cube, ...rest } = later(first);
    const silent = cube.dimensions.map((dimension) => ({
      ...dimension,
      categories: dimension.categories.map((category) => ({
        ...category,
        label: 'nytt navn',
        labelEn: null,
      })),
    }));
    storePublication(store, { ...rest, cube: { ...cube, dimensions: silent } }, accept, runId);
    expect(rows(store, "SELECT label, label_en FROM category WHERE code = 'K-3301'")).toEqual([
      { label: 'nytt navn', label_en: 'name K-3301' },
    ]);
  });
});

describe('a publication that asked the same table for other series', () => {
  const other = { completeness: 'whole-series' } as const;

  it('withdraws a period that its series have no more, and no series that it was not asked for', () => {
    const { store, runId } = taken(regions({ 'K-3301': [1, 2], 'K-3203': [3, 4] }));
    const shorter = { ...later(regions({ 'K-3301': [1] }, ['2022'])), ...other };
    expect(storePublication(store, shorter, accept, runId)).toMatchObject({ withdrawn: 1, unchanged: 1 });
    expect(figures(store).map(([key, , value]) => [key, value])).toEqual([
      ['Jobs|K-3203', 3],
      ['Jobs|K-3203', 4],
      ['Jobs|K-3301', 1],
      ['Jobs|K-3301', null],
    ]);
    expect(findNewestPublication(store, 'jobs-by-industry')?.latestPeriod).toBe(2022000);
  });

  it('tells nothing about the years before the first that it asked for', () => {
    const { store, runId } = taken(regions({ 'K-3301': [1, 2] }));
    const narrower = { ...later(regions({ 'K-3301': [2, 5] }, ['2023', '2024'])), ...other };
    expect(storePublication(store, narrower, accept, runId)).toMatchObject({ withdrawn: 0, unchanged: 1, inserted: 1 });
  });
});

describe('a publication that is a part', () => {
  const part = { completeness: 'partial' } as const;

  it('adds and revises, and withdraws nothing it lacks', () => {
    const { store, runId } = taken(regions({ 'K-3301': [1, 2], 'K-3203': [3, 4] }));
    const added = { ...later(regions({ 'K-3301': [20, 30] }, ['2023', '2024'])), ...part };
    expect(storePublication(store, added, accept, runId)).toMatchObject({
      inserted: 1,
      revised: 1,
      withdrawn: 0,
      unchanged: 0,
    });
    const values = figures(store).map(([key, period, value]) => [key, period, value]);
    expect(values).toEqual([
      ['Jobs|K-3203', 2022000, 3],
      ['Jobs|K-3203', 2023000, 4],
      ['Jobs|K-3301', 2022000, 1],
      ['Jobs|K-3301', 2023000, 20],
      ['Jobs|K-3301', 2024000, 30],
    ]);
  });

  it('narrows what the next whole one is expected to have', () => {
    const { store, runId } = taken(regions({ 'K-3301': [1, 2], 'K-3203': [3, 4] }));
    const asked = regions({ 'K-3301': [2, 5] }, ['2023', '2024']);
    storePublication(store, { ...later(asked), ...part }, accept, runId);
    const revised = regions({ 'K-3301': [2, 6] }, ['2023', '2024']);
    expect(storePublication(store, later(revised, 3), accept, runId)).toMatchObject({
      withdrawn: 0,
      revised: 1,
      unchanged: 1,
    });
    expect(figures(store).map(([, , value]) => value)).toEqual([3, 4, 1, 2, 6]);
  });

  it('has its own figures withdrawn when the next whole one lacks them', () => {
    const { store, runId } = taken(regions({ 'K-3301': [1, 2] }));
    const asked = regions({ 'K-3301': [2, 5], 'K-3203': [7, 8] }, ['2023', '2024']);
    storePublication(store, { ...later(asked), ...part }, accept, runId);
    const lacking = regions({ 'K-3301': [2] }, ['2023']);
    expect(storePublication(store, later(lacking, 3), accept, runId)).toMatchObject({
      withdrawn: 3,
      revised: 0,
      unchanged: 1,
    });
    expect(figures(store).map(([, , value]) => value)).toEqual([null, null, 1, 2, null]);
  });
});

describe('a publication by another alternative', () => {
  const raw = regions({ '3301': [1, 2], '0602': [3, '.'] });

  it('adds series of its own and withdraws nothing', () => {
    const { store, runId } = taken(first);
    const summary = storePublication(store, { ...later(raw), alternative: 'divisions' }, accept, runId);
    expect(summary).toMatchObject({ ...NOTHING, inserted: 4 });
    expect(figures(store).filter(([key]) => String(key).includes('K-'))).toHaveLength(4);
  });

  it('does not revise figures that happen to have the same codes', () => {
    const { store, runId } = taken(raw);
    const counties = regions({ '3301': [900, 901], '0602': [902, 903] });
    const summary = storePublication(store, { ...later(counties), alternative: 'counties' }, accept, runId);
    expect(summary).toMatchObject({ inserted: 4, revised: 0 });
  });

  it('followed by the first one again compares with what that one had said', () => {
    const { store, runId } = taken(first);
    storePublication(store, { ...later(raw), alternative: 'divisions' }, accept, runId);
    expect(storePublication(store, later(first, 3), accept, runId)).toMatchObject({
      ...NOTHING,
      unchanged: 4,
    });
  });
});

describe('a publication that is refused', () => {
  it('by the judge changes nothing at all, and the judge has seen what it would have changed', () => {
    const { store, runId } = taken(first);
    const before = dump(store);
    const seen: ChangeSummary[] = [];
    const refusal = new PipelineError('publication-quarantined', 'Too much has changed.', { hint: 'Look at it.' });
    const changed = regions({ 'K-3301': [1, 50_600, 3], 'K-3303': [1, 2, 3] }, ['2022', '2023', '2024']);
    const attempt = () =>
      storePublication(
        store,
        later(changed),
        (changes) => {
          seen.push(changes);
          throw refusal;
        },
        runId,
      );
    expect(attempt).toThrow(refusal);
    expect(seen).toMatchObject([{ inserted: 4, revised: 1, unchanged: 1, withdrawn: 0 }]);
    expect(dump(store)).toEqual(before);
  });

  it('has other dimensions under the same alternative', () => {
    const { store, runId } = taken(first);
    const other: TestCube = {
      dimensions: { ContentsCode: ['Jobs'], Kjonn: ['0'], Region: ['K-3301'] },
      cells: { 'Jobs|0|K-3301': [1] },
      periods: ['2023'],
    };
    const attempt = () => storePublication(store, later(other), accept, runId);
    expect(attempt).toThrow(
      'are kept by ContentsCode, Region, Tid, and the new ones come by ContentsCode, Kjonn, Region, Tid',
    );
    expect(count(store, 'publication')).toBe(1);
  });

  it('was retrieved before the newest one', () => {
    const { store, runId } = taken(first);
    const older = buildPublication(first, {
      retrievedAt: '2023-12-31T23:59:59Z',
    });
    expect(() => storePublication(store, older, accept, runId)).toThrow(
      'cannot follow the one of 2024-01-01T08:00:00.000Z',
    );
    expect(count(store, 'publication')).toBe(1);
  });

  it('belongs to a run that does not exist', () => {
    const { store } = storeWithRun();
    expect(() => storePublication(store, buildPublication(first), accept, 77)).toThrow('there is no run 77');
    expect(count(store, 'observation')).toBe(0);
  });
});

describe('references', () => {
  it('hold for every row written', () => {
    const { store, runId } = taken(first);
    storePublication(store, later(regions({ 'K-3301': [1], 'K-3303': [2] }, ['2023'])), accept, runId);
    expect(store.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it('that do not hold in the end undo the publication', () => {
    const { store, runId } = storeWithRun();
    const writeForeign = () => {
      store.sqlite.exec('UPDATE observation SET series_id = 4711 WHERE value = 50600');
      return 'keep' as const;
    };
    expect(() => storePublication(store, buildPublication(first), writeForeign, runId)).toThrow('FOREIGN KEY');
    expect([count(store, 'publication'), count(store, 'observation')]).toEqual([0, 0]);
    expect(store.sqlite.inTransaction).toBe(false);
    expect(storePublication(store, buildPublication(first), accept, runId).publicationId).not.toBeNull();
  });

  it('are checked while a publication is judged', () => {
    const { store, runId } = storeWithRun();
    let checked: unknown;
    const look = () => {
      checked = store.sqlite.pragma('foreign_keys', { simple: true });
      return 'keep' as const;
    };
    storePublication(store, buildPublication(first), look, runId);
    expect(checked).toBe(1);
  });
});

describe('a publication that its judge undoes', () => {
  it('leaves nothing, and says what would have changed', () => {
    const { store, runId } = taken(first);
    const seen = storePublication(store, later(regions({ 'K-3301': [50_000, 1] })), () => 'undo', runId);
    expect(seen).toMatchObject({ publicationId: null, revised: 1 });
    expect(count(store, 'publication')).toBe(1);
    expect(count(store, 'observation_revision')).toBe(0);
  });

  it('leaves what the transaction around it has written', () => {
    const { store, runId } = storeWithRun();
    inTransaction(store, () => {
      store.sqlite.exec("UPDATE job_run SET finished_at = '2024-01-01T09:00:00.000Z'");
      storePublication(store, buildPublication(first), () => 'undo', runId);
    });
    expect(count(store, 'publication')).toBe(0);
    expect(store.sqlite.prepare('SELECT finished_at FROM job_run').pluck().get()).toBe('2024-01-01T09:00:00.000Z');
  });
});

describe('the newest publication', () => {
  it('is none before the first', () => {
    const { store } = storeWithRun();
    expect(findNewestPublication(store, 'jobs-by-industry')).toBeNull();
    expect(readContract(store, 'jobs-by-industry')).toBeNull();
  });

  it('tells the caller whether the same bytes have come again', () => {
    const { store } = taken(first);
    expect(findNewestPublication(store, 'jobs-by-industry')).toEqual({
      publicationId: 1,
      table: '07984',
      alternative: 'grouped',
      query: 'K-3301 and K-3203, all years',
      sha256: buildPublication(first).sha256,
      updatedAt: '2024-01-01T07:00:00.000Z',
      retrievedAt: '2024-01-01T08:00:00.000Z',
      regions: { dimension: 'Region', form: 'grouped', prefix: 'K-' },
      latestPeriod: 2023000,
    });
  });
});

describe('the newest period a dataset has published', () => {
  const latestPeriod = (store: Store) => findNewestPublication(store, 'jobs-by-industry')?.latestPeriod;
  const shorter = regions({ 'K-3301': [50_000] }, ['2022']);

  it('is that of the newest publication when it is whole: a period that is withdrawn is published no more', () => {
    const { store, runId } = taken(first);
    storePublication(store, later(shorter), accept, runId);
    expect(latestPeriod(store)).toBe(2022000);
  });

  it('stays when the newest is partial and lacks it, for the one after it too', () => {
    const { store, runId } = taken(first);
    storePublication(store, { ...later(shorter), completeness: 'partial' }, accept, runId);
    storePublication(store, { ...later(shorter, 3), completeness: 'partial' }, accept, runId);
    expect(latestPeriod(store)).toBe(2023000);
  });

  it('moves on with a partial publication that has a newer one', () => {
    const { store, runId } = taken(shorter);
    storePublication(store, { ...later(first), completeness: 'partial' }, accept, runId);
    expect(latestPeriod(store)).toBe(2023000);
  });

  describe('under another table number', () => {
    const successor = (...[figures, n]: Parameters<typeof later>) => ({ ...later(figures, n), table: '99999' });
    const newer = (count: number, periods = ['2024']) =>
      regions({ 'K-3301': periods.map(() => count), 'K-3203': periods.map(() => count) }, periods);

    it('is what the forerunner left, once the figures of the successor are gone', () => {
      const { store, runId } = taken(first);
      storePublication(store, { ...successor(newer(50_900)), completeness: 'partial' }, accept, runId);
      expect(latestPeriod(store)).toBe(2024000);
      storePublication(store, successor(newer(0), 3), accept, runId);
      expect(latestPeriod(store)).toBe(2023000);
    });

    it('is not what the forerunner left where the successor shows that period itself, and nothing in it', () => {
      const { store, runId } = taken(first);
      storePublication(
        store,
        { ...successor(newer(50_900, ['2023', '2024'])), completeness: 'partial' },
        accept,
        runId,
      );
      storePublication(store, successor(newer(0, ['2023', '2024']), 3), accept, runId);
      expect(latestPeriod(store)).toBeNull();
    });

    it('is not what the forerunner left where the successor had that period and took it back', () => {
      const { store, runId } = taken(first);
      storePublication(
        store,
        { ...successor(newer(50_900, ['2023', '2024'])), completeness: 'partial' },
        accept,
        runId,
      );
      storePublication(store, successor(newer(0), 3), accept, runId);
      expect(latestPeriod(store)).toBeNull();
    });
  });

  it('is none while nothing but zeros has been published, and what it was for a partial one of zeros', () => {
    const nothing = regions({ 'K-3301': [0, 0] });
    const { store, runId } = taken(nothing);
    expect(latestPeriod(store)).toBeNull();
    storePublication(store, later(first), accept, runId);
    storePublication(store, { ...later(nothing, 3), completeness: 'partial' }, accept, runId);
    expect(latestPeriod(store)).toBe(2023000);
  });
});

describe('a correction', () => {
  const corrected = {
    ...{ seriesKey: 'Jobs|K-3301', period: 2023000, published: 50_600, corrected: 50_650 },
    ...{ reason: 'Ført på feil kommune.', reference: 'Sak 2024/1' },
  };

  it('is kept with the publication it was made in, as it was declared', () => {
    const { store, runId } = storeWithRun();
    storePublication(store, buildPublication(first, { corrections: [corrected] }), accept, runId);
    expect(rows(store, 'SELECT * FROM correction')).toEqual([
      {
        ...{ series_id: 1, period: 2023000, publication_id: 1, published: 50_600, corrected: 50_650 },
        ...{ reason: 'Ført på feil kommune.', reference: 'Sak 2024/1' },
      },
    ]);
  });

  it('is not kept of a publication that is refused', () => {
    const { store, runId } = storeWithRun();
    const refuse = () => {
      throw new Error('refused');
    };
    expect(() => storePublication(store, buildPublication(first, { corrections: [corrected] }), refuse, runId)).toThrow(
      'refused',
    );
    expect(count(store, 'correction')).toBe(0);
  });
});

function taken(cube: TestCube) {
  const { store, runId } = storeWithRun();
  const summary = storePublication(store, buildPublication(cube), accept, runId);
  return { store, runId, summary };
}

function later(cube: TestCube, day = 2) {
  return buildPublication(cube, { retrievedAt: `2024-01-0${day}T08:00:00Z` });
}

/** Makes a stored figure wrong behind the back of its digest, so that only who reads it sees a revision. */
function spoil(store: Store): void {
  store.sqlite.exec(`UPDATE observation SET value = -1 WHERE series_id = (
    SELECT id FROM series WHERE series_key = 'Jobs|K-3301') AND period = 2022000`);
}

function figures(store: Store): unknown[][] {
  return store.sqlite
    .prepare(
      `SELECT series_key, period, value, symbol, obs_status, publication_id
       FROM observation JOIN series ON series.id = series_id ORDER BY series_key, period`,
    )
    .raw()
    .all() as unknown[][];
}

function replaced(store: Store): unknown[] {
  return store.sqlite
    .prepare(
      `SELECT series_key, period, value, symbol, obs_status, publication_id, replaced_by_publication_id
       FROM observation_revision JOIN series ON series.id = series_id ORDER BY series_key, period, publication_id`,
    )
    .raw()
    .all();
}
