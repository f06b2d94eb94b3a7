import { describe, expect, it } from 'vitest';
import type { NewPublication } from '../../../src/model/data/publication.ts';
import type { Store } from '../../../src/store/store.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildPublication, regions, type TestCube } from '../support/build-publication.ts';
import { rows, storeWithRun } from '../support/temporary-database.ts';

const accept = () => 'keep' as const;
const first = regions({ 'K-3301': [1, 2], 'K-3203': ['.', ':'] });

describe('the wide view of a table', () => {
  it('has label and code of every dimension, the unit, the figure and its period', () => {
    const { store } = taken(first);
    expect(rows(store, "SELECT * FROM out_table_07984 WHERE region_code = 'K-3301' AND year = 2023")).toEqual([
      {
        dataset: 'jobs-by-industry',
        region_code: 'K-3301',
        region: 'navn K-3301',
        region_en: 'name K-3301',
        contents_code: 'Jobs',
        contents: 'navn Jobs',
        contents_en: 'name Jobs',
        unit: 'persons',
        value: 2,
        symbol: null,
        obs_status: 'A',
        period: '2023',
        year: 2023,
        sub_period: 0,
        publication_id: 1,
        retrieved_at: '2024-01-01T08:00:00.000Z',
      },
    ]);
  });

  it('keeps cells without a number, and leaves out what has been withdrawn', () => {
    const { store, take } = taken(first);
    take(regions({ 'K-3203': ['.', ':'] }), { retrievedAt: '2024-01-02T08:00:00Z' });
    expect(rows(store, 'SELECT region_code, symbol FROM out_table_07984 ORDER BY period')).toEqual([
      { region_code: 'K-3203', symbol: '.' },
      { region_code: 'K-3203', symbol: ':' },
    ]);
  });

  it('shows the figures of the query in use, and changes with it', () => {
    const { store, take } = taken(first);
    take(regions({ '3301': [7, 8] }), { alternative: 'divisions', retrievedAt: '2024-01-02T08:00:00Z' });
    expect(rows(store, 'SELECT DISTINCT region_code FROM out_table_07984')).toEqual([{ region_code: '3301' }]);
  });

  it('holds every dataset of the table, and no label where a dataset lacks the dimension', () => {
    const { store, take } = taken(first);
    take(withDimension('Kjonn'), { datasetId: 'jobs-by-sex' });
    expect(
      rows(store, 'SELECT dataset, kjonn_code, count(*) AS figures FROM out_table_07984 GROUP BY 1, 2 ORDER BY 1'),
    ).toEqual([
      { dataset: 'jobs-by-industry', kjonn_code: null, figures: 4 },
      { dataset: 'jobs-by-sex', kjonn_code: '0', figures: 1 },
    ]);
  });

  it.each([
    ['x"); DROP TABLE observation; --', 'x_drop_table_observation'],
    ["'", 'other'],
    ['order', 'order'],
    ['Næring', 'naering'],
    ['UtslpTilLuft', 'utslp_til_luft'],
    ['dataset', 'dataset_2'],
    ['region', 'region_2'],
    ['Year', 'year_2'],
  ])('names the columns of a dimension called %s %s, and runs nothing of it', (code, column) => {
    const { store } = taken(withDimension(code), { datasetId: `it's "${code}"` });
    expect(columnsOf(store, 'out_table_07984')).toEqual(expect.arrayContaining([`${column}_code`, column]));
    expect(rows(store, `SELECT dataset, "${column}_code" AS code, value FROM out_table_07984`)).toEqual([
      { dataset: `it's "${code}"`, code: '0', value: 5 },
    ]);
  });

  it('of an imported file is named after its dataset', () => {
    const { store } = taken(first, { datasetId: 'municipal-emissions', table: null });
    expect(rows(store, 'SELECT count(*) AS figures FROM out_table_municipal_emissions')).toEqual([{ figures: 4 }]);
  });

  it('is gone when the dataset has moved to another table', () => {
    const { store, take } = taken(first);
    take(first, { table: '12345', retrievedAt: '2024-01-02T08:00:00Z' });
    expect(wideViews(store)).toEqual(['out_table_12345']);
    expect(rows(store, "SELECT 1 FROM meta_table WHERE table_name = 'out_table_07984'")).toEqual([]);
  });

  it('is not there when its publication was refused', () => {
    const { store, runId } = storeWithRun();
    const refuse = (): never => {
      throw new Error('refused');
    };
    expect(() => storePublication(store, buildPublication(first), refuse, runId)).toThrow('refused');
    expect(wideViews(store)).toEqual([]);
  });
});

/** One figure, 5, with a dimension of that code. */
function withDimension(code: string): TestCube {
  const codes = { ContentsCode: 'Jobs', Region: 'K-3301', [code]: '0' };
  const dimensions = Object.fromEntries(Object.entries(codes).map(([name, category]) => [name, [category]]));
  const key = Object.keys(codes)
    .sort()
    .map((name) => codes[name as keyof typeof codes])
    .join('|');
  return { dimensions, cells: { [key]: [5] }, periods: ['2023'] };
}

function taken(cube: TestCube, changes: Partial<NewPublication> = {}) {
  const { store, runId } = storeWithRun();
  const take = (next: TestCube, nextChanges: Partial<NewPublication>) =>
    storePublication(store, buildPublication(next, nextChanges), accept, runId);
  take(cube, changes);
  return { store, take };
}

function wideViews({ sqlite }: Store): unknown[] {
  return sqlite.prepare("SELECT name FROM sqlite_schema WHERE name GLOB 'out_table_*'").pluck().all();
}

function columnsOf({ sqlite }: Store, view: string): readonly string[] {
  return (sqlite.pragma(`table_xinfo(${view})`) as { readonly name: string }[]).map(({ name }) => name);
}
