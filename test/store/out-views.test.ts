import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../support/import-file.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { DATASET_VIEW_COMMENT } from '../../src/store/views/dataset-view.ts';
import type { Store } from '../../src/store/store.ts';
import { ROOT } from '../support/cli.ts';
import { prepareDatabase, type PreparedDatabase, SAMPLE_EMISSIONS, SAMPLE_SURVEY } from '../support/world.ts';
import { migrationsFolder } from './support/temporary-database.ts';

const LISTING = join(ROOT, 'test', 'store', 'out-views.columns.txt');
const WIDE_VIEWS = `SELECT name FROM sqlite_schema WHERE type = 'view' AND sql LIKE '%${DATASET_VIEW_COMMENT}%'`;

let prepared: PreparedDatabase;
let store: Store;

beforeAll(async () => {
  prepared = await prepareDatabase({
    alsoDo: (world) =>
      world.with(async (app) => {
        await importFile(app, 'survey', SAMPLE_SURVEY);
        await importFile(app, 'municipal-emissions', SAMPLE_EMISSIONS);
      }),
  });
  store = openDatabase(prepared.file, { migrationsFolder, readonly: true });
});

afterAll(() => {
  store.close();
  prepared.remove();
});

describe('the views analysts read', () => {
  it('have exactly the columns that have been promised', () => {
    const message =
      'The columns of what begins with out_ are a promise. To change them, add a migration (a new schema version), a line in ' +
      'CHANGELOG.md, and in test/store/out-views.columns.txt the new listing with the version that it begins with';
    const [heading = '', ...promised] = readFileSync(LISTING, 'utf8').split('\n');
    expect(listColumns(store), message).toBe(promised.join('\n'));
    expect(Number(heading.replace('from schema version ', ''))).toBeLessThanOrEqual(schemaVersion(store));
  });

  it('are explained column by column, the wide ones too', () => {
    const gaps = store.sqlite
      .prepare(
        `SELECT view.name || '.' || field.name
         FROM sqlite_schema AS view JOIN pragma_table_xinfo(view.name) AS field
         LEFT JOIN meta_column ON table_name = view.name AND column_name = field.name
         WHERE view.type = 'view' AND (example IS NULL OR '' IN (description_no, description_en, allowed_values, example))`,
      )
      .pluck()
      .all();
    expect(gaps).toEqual([]);
  });

  it('have names in snake_case', () => {
    const names = listColumns(store).split(/\s+/);
    expect(names.filter((name) => !/^([a-z][a-z0-9_]*)?$/.test(name))).toEqual([]);
  });

  it('hold every figure in use once, the wide ones together', () => {
    const { sqlite } = store;
    const wide = (sqlite.prepare(WIDE_VIEWS).pluck().all() as string[]).map(
      (view) => sqlite.prepare(`SELECT count(*) FROM ${view}`).pluck().get() as number,
    );
    const inUse = "SELECT count(*) FROM out_observation WHERE in_use = 1 AND symbol IS NOT 'withdrawn'";
    expect(wide.reduce((total, rows) => total + rows, 0)).toBe(sqlite.prepare(inUse).pluck().get());
    expect(wide.every((rows) => rows > 0)).toBe(true);
  });

  it('have one row where the dictionary says that a row is one', () => {
    const { sqlite } = store;
    const keyed = sqlite.prepare(
      "SELECT table_name, key_columns, grain_en FROM meta_table WHERE table_name GLOB 'out_*'",
    );
    const tables = keyed.raw().all() as [string, string, string][];
    expect(tables.length).toBeGreaterThan(30);
    for (const [table, key] of tables) {
      const twice = `SELECT ${key} FROM ${table} GROUP BY ${key} HAVING count(*) > 1`;
      expect(sqlite.prepare(twice).all(), table).toEqual([]);
    }
    // Of the wide ones the key stands for the codes of the dimensions.
    const wide = new Set(sqlite.prepare(WIDE_VIEWS).pluck().all());
    for (const [table, , grain] of tables.filter(([name]) => wide.has(name))) {
      const codes = /^One row per ([^;]+);/.exec(grain)?.[1];
      const twice = `SELECT 1 FROM ${table} GROUP BY ${codes ?? ''} HAVING count(*) > 1`;
      expect(sqlite.prepare(twice).all(), table).toEqual([]);
    }
  });

  it('have a dataset each, and its jobs once: the sum is the number of jobs', () => {
    const rows = store.sqlite
      .prepare(
        `SELECT total.value AS total, (
           SELECT sum(value) FROM out_employed_by_industry
           WHERE region_code = total.region_code AND period = total.period AND nace2007_code = '00-99'
         ) AS by_industry, unit, region_en, municipality_code
         FROM out_employed_total AS total WHERE region_code = 'K.3301' AND year = 2024`,
      )
      .all() as Record<string, unknown>[];
    expect(rows).toMatchObject([{ unit: 'personer', municipality_code: '3301' }]);
    expect(rows[0]?.['total']).toBe(rows[0]?.['by_industry']);
  });
});

function listColumns({ sqlite }: Store): string {
  const views = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name GLOB 'out_*' ORDER BY name")
    .pluck()
    .all() as string[];
  const lines = views.map((view) => {
    const columns = sqlite.pragma(`table_xinfo(${view})`) as { readonly name: string }[];
    return `\n${[view, ...columns.map(({ name }) => `  ${name}`)].join('\n')}\n`;
  });
  return lines.join('');
}

function schemaVersion({ sqlite }: Store): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}
