import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDataPackage } from '../../src/store/dictionary/build-data-package.ts';
import { buildDataPage } from '../../src/store/dictionary/build-data-page.ts';
import { buildDatasetteMetadata } from '../../src/store/dictionary/build-datasette-metadata.ts';
import { readDictionary } from '../../src/store/dictionary/read-entries.ts';
import { readWorkedQueries } from '../../src/store/dictionary/worked-queries.ts';
import { storePublication } from '../../src/store/intake/store-publication.ts';
import { QUERY_NAMES } from '../queries/support/readers.ts';
import { ROOT } from '../support/cli.ts';
import { buildPublication, regions } from './support/build-publication.ts';
import { storeWithRun, temporaryStore } from './support/temporary-database.ts';

describe('the page about the data', () => {
  it('is what the dictionary says; if not, run npm run data-page', () => {
    const page = buildDataPage(readDictionary(temporaryStore().sqlite));
    expect(readFileSync(join(ROOT, 'deploy', 'DATA.md'), 'utf8')).toBe(page);
  });

  it('keeps a bar in a text from ending a cell', () => {
    const line = buildDataPage(readDictionary(temporaryStore().sqlite))
      .split('\n')
      .find((text) => text.startsWith('| `series_key`'));
    expect(line).toContain('joined by \\|');
  });
});

const CC_BY = { name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' };

describe('the data package', () => {
  it('describes every table and view for analysts, and no table behind them', () => {
    const { sqlite } = storeWithFigures();
    const names = buildDataPackage(readDictionary(sqlite)).resources.map(({ name }) => name);
    const query = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name GLOB 'out_*' ORDER BY name";
    expect(names).toEqual(sqlite.prepare(query).pluck().all());
    expect(names).toContain('out_jobs_by_industry');
  });

  it('has the columns in order, each with type, unit, description and example', () => {
    const { resources } = buildDataPackage(readDictionary(storeWithFigures().sqlite));
    const wide = resources.find(({ name }) => name === 'out_jobs_by_industry');
    expect(wide?.schema.fields.filter((_, index) => [0, 3].includes(index))).toEqual([
      {
        name: 'series_id',
        type: 'integer',
        title: 'Tidsserie',
        description: 'Series. Allowed: a value of series.id.',
        example: '1',
        unit: 'row number',
      },
      {
        name: 'region_code',
        type: 'string',
        title: 'Kode for Region (no)',
        description: 'Code of Region (en). Allowed: categories of Region.',
        example: 'K-3301',
      },
    ]);
    expect(wide?.schema.fields.find(({ name }) => name === 'year')).toMatchObject({ type: 'integer', unit: 'year' });
    expect(wide?.schema.fields.find(({ name }) => name === 'period_start')).toMatchObject({ type: 'date' });
    expect(wide?.schema.primaryKey).toEqual(['series_id', 'period']);
    expect(wide?.schema.fields.find(({ name }) => name === 'retrieved_at')).toMatchObject({ type: 'datetime' });
  });

  it('names source and licence: of a view over all tables those of every one', () => {
    const { resources } = buildDataPackage(readDictionary(storeWithFigures().sqlite));
    const all = resources.find(({ name }) => name === 'out_observation');
    expect([all?.sources, all?.licenses]).toEqual([
      [{ title: '06445' }, { title: '07984' }],
      [{ name: 'notspecified', title: 'https://data.example/licence', path: 'https://data.example/licence' }, CC_BY],
    ]);
    const wide = resources.find(({ name }) => name === 'out_jobs_by_industry');
    expect([wide?.sources, wide?.licenses]).toEqual([[{ title: '07984' }], [CC_BY]]);
  });
});

describe('the metadata for datasette', () => {
  it('explains each view and column under the name of the file, and hides what analysts need not see', () => {
    const metadata = buildDatasetteMetadata(readDictionary(storeWithFigures().sqlite), 'copy', readWorkedQueries());
    const tables = metadata.databases['copy']?.tables ?? {};
    expect(tables['out_jobs_by_industry']).toMatchObject({ source: '07984', license: 'CC BY 4.0' });
    expect(tables['out_jobs_by_industry']?.columns['region']).toBe(
      'Navn på Region (no) / Label of Region (en) (Norwegian)',
    );
    const hidden = Object.keys(tables).filter((name) => tables[name]?.hidden === true);
    expect(hidden).toContain('observation');
    expect(hidden.filter((name) => /^(out|meta)_/.test(name))).toEqual([]);
    const canned = metadata.databases['copy']?.queries ?? {};
    expect(Object.keys(canned)).toEqual(QUERY_NAMES);
    expect(canned['revised-since']?.title).toBe(
      'Which published numbers have been replaced since a date, and with what?',
    );
  });
});

function storeWithFigures() {
  const { store, runId } = storeWithRun();
  const cube = regions({ 'K-3301': [50_000, 50_600] });
  const accept = () => 'keep' as const;
  storePublication(store, buildPublication(cube), accept, runId);
  const other = { datasetId: 'employment-rate', table: '06445', licence: 'https://data.example/licence' };
  storePublication(store, buildPublication(cube, other), accept, runId);
  return store;
}
