import { describe, expect, it } from 'vitest';
import type { NewPublication } from '../../src/model/data/publication.ts';
import { createDatasetReader } from '../../src/store/read/read-dataset.ts';
import type { Store } from '../../src/store/store.ts';
import { storePublication } from '../../src/store/intake/store-publication.ts';
import { buildPublication, type TestCube } from './support/build-publication.ts';
import { storeWithRun } from './support/temporary-database.ts';

const DATASET = 'jobs-by-industry';

const day = (index: number): string => `2027-02-0${index + 1}T08:00:00.000Z`;

/** Takes publications in, a day after each other, and gives what each changed. */
function takeAll(store: Store, publications: readonly NewPublication[]) {
  return publications.map((publication, index) => {
    const { inserted, revised, withdrawn } = storePublication(
      store,
      { ...publication, retrievedAt: day(index) },
      () => 'keep',
      1,
    );
    return { inserted, revised, withdrawn };
  });
}

function total(cells: readonly number[], periods: readonly string[], changes: Partial<NewPublication>): NewPublication {
  const cube: TestCube = {
    dimensions: { ContentsCode: ['Jobs'], Region: ['K-3301'] },
    cells: { 'Jobs|K-3301': cells },
    periods,
  };
  return buildPublication(cube, changes);
}

const ofOld = { table: '07984', years: { to: '2023' } } as const;
const ofNew = { table: '15001', years: { from: '2024' } } as const;

describe('a total that goes on in another table', () => {
  const old = total([50_000, 50_600], ['2022', '2023'], { ...ofOld, completeness: 'whole' });
  const twin = total([51_000], ['2024'], { ...ofNew, completeness: 'partial' });

  it('is one series, and each table says nothing of the periods of the other', () => {
    const { store } = storeWithRun();
    const again = total([50_000, 50_700], ['2022', '2023'], { ...ofOld, completeness: 'whole' });
    const nextYear = total([51_000, 51_500], ['2024', '2025'], { ...ofNew, completeness: 'whole' });
    expect(takeAll(store, [old, twin, again, nextYear])).toEqual([
      { inserted: 2, revised: 0, withdrawn: 0 },
      { inserted: 1, revised: 0, withdrawn: 0 },
      { inserted: 0, revised: 1, withdrawn: 0 },
      { inserted: 1, revised: 0, withdrawn: 0 },
    ]);
    const dataset = createDatasetReader(store)(DATASET);
    expect(dataset?.series.map(({ observations }) => observations.map(({ value }) => value))).toEqual([
      [50_000, 50_700, 51_000, 51_500],
    ]);
    expect([dataset?.latestPeriod, dataset?.earlier]).toEqual([2025000, undefined]);
  });

  it('has the latest period of the newest table also when the table before is read again', () => {
    const { store } = storeWithRun();
    takeAll(store, [old, twin, { ...old, query: 'another place' }]);
    expect(createDatasetReader(store)(DATASET)?.latestPeriod).toBe(2024000);
  });

  it('tells nothing of the table before to a dataset that stays with it, nor once the settings have gone back', () => {
    const stays = { ...old, datasetId: 'stays' };
    for (const again of [{ ...old, query: 'anew' }, { ...old, query: 'back', completeness: 'partial' } as const]) {
      const { store } = storeWithRun();
      takeAll(store, [old, stays, twin, again]);
      expect(createDatasetReader(store)('stays')?.latestPeriod).toBe(2023000);
      expect(createDatasetReader(store)(DATASET)?.latestPeriod).toBe(2024000);
      expect(createDatasetReader(store, day(1))(DATASET)?.latestPeriod).toBe(2023000);
    }
  });

  it('withdraws what its own table no longer has', () => {
    const { store } = storeWithRun();
    const shorter = total([50_000], ['2022'], { ...ofOld, completeness: 'whole' });
    expect(takeAll(store, [old, twin, shorter]).at(-1)).toEqual({ inserted: 0, revised: 0, withdrawn: 1 });
  });

  it('keeps a figure of the table before that is another table’s to tell of now', () => {
    const { store } = storeWithRun();
    const longer = total([50_000, 50_600, 50_900], ['2022', '2023', '2024'], { table: '07984', completeness: 'whole' });
    const cut = total([50_000, 50_600], ['2022', '2023'], { ...ofOld, completeness: 'whole-series' });
    expect(takeAll(store, [longer, cut]).at(-1)).toEqual({ inserted: 0, revised: 0, withdrawn: 0 });
  });

  it('tells of each figure which table it comes from', () => {
    const { store } = storeWithRun();
    takeAll(store, [old, twin]);
    expect(createDatasetReader(store)(DATASET)?.tables).toEqual({ 1: '07984', 2: '15001' });
  });
});

describe('figures that go on by other dimensions', () => {
  const groups = (dimension: string, cells: TestCube['cells'], periods: readonly string[]): TestCube => ({
    dimensions: { ContentsCode: ['Jobs'], [dimension]: ['41-43', '85'], Region: ['K-3301'] },
    cells,
    periods,
  });
  const old = buildPublication(
    groups('NACE2007', { 'Jobs|41-43|K-3301': [5000, 5100], 'Jobs|85|K-3301': [4000, 4100] }, ['2022', '2023']),
    { ...ofOld, completeness: 'whole' },
  );
  const twin = buildPublication(
    groups('NACE2025', { 'Jobs|41-43|K-3301': [5900], 'Jobs|85|K-3301': [4200] }, ['2024']),
    { ...ofNew, completeness: 'partial', alternative: 'grouped@15001' },
  );

  it('stand beside those of the table before, also under the same code', () => {
    const { store } = storeWithRun();
    takeAll(store, [old, twin]);
    const dataset = createDatasetReader(store)(DATASET);
    const [before] = dataset?.earlier ?? [];
    const cells = (of: typeof before) =>
      of?.series.map(({ categories, observations }) => [categories, observations.map(({ value }) => value)]);
    const named = (dimension: string, code: string) => ({ ContentsCode: 'Jobs', [dimension]: code, Region: 'K-3301' });
    expect(cells(dataset ?? undefined)).toEqual([
      [named('NACE2025', '41-43'), [5900]],
      [named('NACE2025', '85'), [4200]],
    ]);
    expect(cells(before)).toEqual([
      [named('NACE2007', '41-43'), [5000, 5100]],
      [named('NACE2007', '85'), [4000, 4100]],
    ]);
    expect([before?.publication.table, dataset?.publication.table]).toEqual(['07984', '15001']);
    expect([before?.latestPeriod, dataset?.latestPeriod]).toEqual([2024000, 2024000]);
  });

  it('were not there on a day before the switch, and are not once the settings have gone back', () => {
    const { store } = storeWithRun();
    takeAll(store, [old, twin, { ...old, query: 'back again' }]);
    expect(createDatasetReader(store, day(0))(DATASET)).toMatchObject({ publication: { table: '07984' } });
    expect(createDatasetReader(store, day(0))(DATASET)?.earlier).toBeUndefined();
    expect(createDatasetReader(store)(DATASET)).toMatchObject({ latestPeriod: 2023000 });
    expect(createDatasetReader(store)(DATASET)?.earlier).toBeUndefined();
  });
});
