import { describe, expect, it } from 'vitest';
import type { NewPublication } from '../../../src/model/data/publication.ts';
import { DATASET_VIEW_COMMENT } from '../../../src/store/views/dataset-view.ts';
import type { Store } from '../../../src/store/store.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildPublication, regions, type TestCube } from '../support/build-publication.ts';
import { rows, storeWithRun } from '../support/temporary-database.ts';

const accept = () => 'keep' as const;
const first = regions({ 'K-3301': [1, 2], 'K-3203': ['.', ':'] });

describe('the wide view of a dataset', () => {
  it('has label and code of every dimension, the unit, the figure and its period', () => {
    const { store } = taken(first);
    expect(rows(store, "SELECT * FROM out_jobs_by_industry WHERE region_code = 'K-3301' AND year = 2023")).toEqual([
      {
        series_id: 1,
        table_id: '07984',
        municipality_code: null,
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
        period_start: '2023-01-01',
        period_end: '2023-12-31',
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
    expect(rows(store, 'SELECT region_code, symbol FROM out_jobs_by_industry ORDER BY period')).toEqual([
      { region_code: 'K-3203', symbol: '.' },
      { region_code: 'K-3203', symbol: ':' },
    ]);
  });

  it('shows the figures of the query in use, and changes with it', () => {
    const { store, take } = taken(first);
    take(regions({ '3301': [7, 8] }), { alternative: 'divisions', retrievedAt: '2024-01-02T08:00:00Z' });
    expect(rows(store, 'SELECT DISTINCT region_code FROM out_jobs_by_industry')).toEqual([{ region_code: '3301' }]);
  });

  it('is one of its own for each dataset of a table: what is summed stands there once', () => {
    const { store, take } = taken(first);
    take(withDimension('Kjonn'), { datasetId: 'jobs-by-sex' });
    expect(wideViews(store)).toEqual(['out_jobs_by_industry', 'out_jobs_by_sex']);
    expect(rows(store, 'SELECT sum(value) AS jobs FROM out_jobs_by_sex')).toEqual([{ jobs: 5 }]);
  });

  it('goes on under other dimensions, and shows no period under both', () => {
    const { store, take } = taken(withDimension('NACE2007', [5, 6], ['2022', '2023']));
    take(withDimension('NACE2025', [7, 8], ['2023', '2024']), {
      alternative: 'grouped@15001',
      table: '15001',
      retrievedAt: '2024-01-02T08:00:00Z',
    });
    const columns = 'table_id, nace2007_code, nace2025_code, period, value';
    expect(rows(store, `SELECT ${columns} FROM out_jobs_by_industry ORDER BY period`)).toEqual([
      { table_id: '07984', nace2007_code: '0', nace2025_code: null, period: '2022', value: 5 },
      { table_id: '15001', nace2007_code: null, nace2025_code: '0', period: '2023', value: 7 },
      { table_id: '15001', nace2007_code: null, nace2025_code: '0', period: '2024', value: 8 },
    ]);
  });

  it('knows the municipality by each code it has had, however the table writes it', () => {
    const { store } = taken(regions({ 'K-3301': [1], '0602': [2], 'F-33': [3], '3005': [4] }, ['2023']));
    const place = 'INSERT INTO out_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)';
    for (const [position, code] of ['3301', '3005', '0602'].entries())
      store.sqlite.prepare(place).run('municipality', '3301', position, 'Byen', code, 'Byen', null, null);
    expect(rows(store, 'SELECT region_code, municipality_code FROM out_jobs_by_industry ORDER BY value')).toEqual([
      { region_code: 'K-3301', municipality_code: '3301' },
      { region_code: '0602', municipality_code: '3301' },
      { region_code: 'F-33', municipality_code: null },
      { region_code: '3005', municipality_code: '3301' },
    ]);
  });

  it.each([
    ['x"); DROP TABLE observation; --', 'x_drop_table_observation'],
    ["'", 'other'],
    ['order', 'order'],
    ['Næring', 'naering'],
    ['UtslpTilLuft', 'utslp_til_luft'],
    ['series', 'series'],
    ['table', 'table'],
    ['region', 'region_2'],
    ['Year', 'year_2'],
  ])('names the columns of a dimension called %s %s, and runs nothing of it', (code, column) => {
    const { store } = taken(withDimension(code), { datasetId: `it's "1"; --` });
    expect(columnsOf(store, 'out_it_s_1')).toEqual(expect.arrayContaining([`${column}_code`, column]));
    expect(rows(store, `SELECT "${column}_code" AS code, value FROM out_it_s_1`)).toEqual([{ code: '0', value: 5 }]);
  });

  it('keeps its name when the dataset has moved to another table', () => {
    const { store, take } = taken(first);
    take(first, { table: '12345', retrievedAt: '2024-01-02T08:00:00Z' });
    expect(wideViews(store)).toEqual(['out_jobs_by_industry']);
    expect(rows(store, "SELECT source_table FROM meta_table WHERE table_name = 'out_jobs_by_industry'")).toEqual([
      { source_table: '12345' },
    ]);
  });

  it('takes no name that a view for analysts has', () => {
    const { store } = taken(first, { datasetId: 'run' });
    expect(wideViews(store)).toEqual(['out_run_figures']);
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

/** One series, of the figure 5, with a dimension of that code. */
function withDimension(code: string, cells: readonly number[] = [5], periods: readonly string[] = ['2023']): TestCube {
  const codes = { ContentsCode: 'Jobs', Region: 'K-3301', [code]: '0' };
  const dimensions = Object.fromEntries(Object.entries(codes).map(([name, category]) => [name, [category]]));
  const key = Object.keys(codes)
    .sort()
    .map((name) => codes[name as keyof typeof codes])
    .join('|');
  return { dimensions, cells: { [key]: cells }, periods };
}

function taken(cube: TestCube, changes: Partial<NewPublication> = {}) {
  const { store, runId } = storeWithRun();
  const take = (next: TestCube, nextChanges: Partial<NewPublication>) =>
    storePublication(store, buildPublication(next, nextChanges), accept, runId);
  take(cube, changes);
  return { store, take };
}

function wideViews({ sqlite }: Store): unknown[] {
  const made = `SELECT name FROM sqlite_schema WHERE type = 'view' AND sql LIKE ? ORDER BY name`;
  return sqlite.prepare(made).pluck().all(`%${DATASET_VIEW_COMMENT}%`);
}

function columnsOf({ sqlite }: Store, view: string): readonly string[] {
  return (sqlite.pragma(`table_xinfo(${view})`) as { readonly name: string }[]).map(({ name }) => name);
}
