import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../../src/app/import-file.ts';
import { ingest } from '../../src/app/ingest.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import { buildApp, type TestApp } from '../app/support/build-app.ts';
import { ROOT } from '../support/cli.ts';

const SAMPLES = join(ROOT, 'test', 'fixtures', 'samples');
const LISTING = join(ROOT, 'test', 'store', 'out-views.columns.txt');

let app: TestApp;

beforeAll(async () => {
  app = await buildApp();
  await ingest(app, { jobs: [], force: false, accept: [] }, SILENT_PROGRESS);
  await importFile(app, 'survey', join(SAMPLES, 'oppdiktet-naeringslivsundersokelse.csv'));
  await importFile(app, 'municipal-emissions', join(SAMPLES, 'oppdiktet-klimagassutslipp.xlsx'));
});

describe('the views analysts read', () => {
  it('have exactly the columns that have been promised', () => {
    const message =
      'The columns of the out_ views are a promise. To change them, add a migration (a new schema version), a line in ' +
      'CHANGELOG.md, and the new listing below in test/store/out-views.columns.txt';
    expect(listColumns(app), message).toBe(readFileSync(LISTING, 'utf8'));
  });
});

function listColumns({ store }: TestApp): string {
  const views = store.sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    .pluck()
    .all() as string[];
  const lines = views.map((view) => {
    const columns = store.sqlite.pragma(`table_xinfo(${view})`) as { readonly name: string }[];
    return `\n${[view, ...columns.map(({ name }) => `  ${name}`)].join('\n')}\n`;
  });
  return `schema version ${Number(store.sqlite.pragma('user_version', { simple: true }))}\n${lines.join('')}`;
}
