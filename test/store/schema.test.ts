import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as alert from '../../src/store/schema/alert.ts';
import * as analyst from '../../src/store/schema/analyst.ts';
import * as assessment from '../../src/store/schema/assessment.ts';
import * as dataset from '../../src/store/schema/dataset.ts';
import * as dictionary from '../../src/store/schema/dictionary.ts';
import * as indicator from '../../src/store/schema/indicator.ts';
import * as intake from '../../src/store/schema/intake.ts';
import * as jobRun from '../../src/store/schema/job-run.ts';
import * as observation from '../../src/store/schema/observation.ts';
import * as schedule from '../../src/store/schema/schedule.ts';
import * as series from '../../src/store/schema/series.ts';
import type { Store } from '../../src/store/store.ts';
import { writeDictionary } from '../../src/store/dictionary/write-dictionary.ts';
import { count, rows, storeWithRun, temporaryStore } from './support/temporary-database.ts';

const declared = [
  alert,
  analyst,
  assessment,
  dataset,
  dictionary,
  indicator,
  intake,
  jobRun,
  observation,
  schedule,
  series,
]
  .flatMap((file) => Object.values(file as Record<string, unknown>))
  .filter((exported) => exported instanceof SQLiteTable)
  .map((table) => getTableConfig(table));

describe('the tables', () => {
  it('are all strict', () => {
    const lax = rows(temporaryStore(), "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0");
    expect(lax.filter(({ name }) => !String(name).startsWith('sqlite_'))).toEqual([]);
  });

  it('are in the database what the program takes them for', () => {
    const { sqlite } = temporaryStore();
    const actual = declared.map(({ name }) => sqlite.pragma(`table_info(${name})`) as TableInfo[]);
    const shapes = actual.map((columns) =>
      columns.map(({ name, type, notnull }) => [name, type.toLowerCase(), notnull]),
    );
    const expected = declared.map(({ columns }) =>
      columns.map((column) => [column.name, column.getSQLType(), column.notNull ? 1 : 0]),
    );
    expect(shapes).toEqual(expected);
  });

  it('are each declared in the program', () => {
    const names = tableNames(temporaryStore());
    expect(declared.map(({ name }) => name).sort()).toEqual(names);
  });

  it('keep observations in key order without a second copy of the key', () => {
    const { sqlite } = temporaryStore();
    const list = sqlite.pragma('table_list') as { name: string; wr: number }[];
    const clustered = list.filter(({ wr }) => wr === 1).map(({ name }) => name);
    expect(clustered).toEqual(expect.arrayContaining(['observation', 'observation_revision', 'series_category']));
  });

  it('refuse a status of an observation that SDMX does not have', () => {
    const { sqlite } = temporaryStore();
    sqlite.pragma('foreign_keys = OFF');
    const insert = sqlite.prepare('INSERT INTO observation VALUES (1, 2023000, 1.5, NULL, ?, 1)');
    expect(() => insert.run('Z')).toThrow('CHECK constraint failed');
    expect(() => insert.run('A')).not.toThrow();
  });

  it('refuse an instant in another form, which would not sort by time', () => {
    const { sqlite } = temporaryStore();
    const insert = sqlite.prepare(
      "INSERT INTO job_run (trigger, jobs, outcome, started_at) VALUES ('command', '[]', 'running', ?)",
    );
    expect(() => insert.run('2024-01-01T08:00:00+01:00')).toThrow('CHECK constraint failed');
  });

  it('never change or delete what has been said', () => {
    const { store } = storeWithRun();
    store.sqlite.exec(`
      INSERT INTO indicator VALUES ('i', 1, 't', 't', 'g', 's', 'a', 'm', NULL);
      INSERT INTO rule_version VALUES (1, 'i', 'f', '{}', '2024-01-01T00:00:00.000Z');
      INSERT INTO assessment VALUES (1, 'i', 1, 1, 'stable', NULL, '[]', 'first-assessment', NULL, NULL, NULL, NULL,
        's', '{}', '[]', '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z')`);
    const change = store.sqlite.prepare("UPDATE assessment SET status = 'on-track'");
    const remove = store.sqlite.prepare('DELETE FROM assessment');
    expect(() => change.run()).toThrow('an assessment is never changed');
    expect(() => remove.run()).toThrow('an assessment is never deleted');
  });
});

describe('every table and view', () => {
  it('says what it holds in its own text, for those who read the schema', () => {
    const texts = rows(
      temporaryStore(),
      "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'",
    );
    expect(texts.filter(({ sql }) => !/\n\t?-- [A-Z]/.test(String(sql)))).toEqual([]);
  });
});

describe('the dictionary', () => {
  it('explains every column of every table and view, in Norwegian and English', () => {
    expect(undocumented(temporaryStore())).toEqual([]);
  });

  it('would miss a column or a table that nobody has explained', () => {
    const store = temporaryStore();
    store.sqlite.exec('ALTER TABLE dataset ADD COLUMN surprise TEXT; CREATE TABLE stranger (code TEXT) STRICT');
    writeDictionary(store.sqlite);
    expect(undocumented(store)).toEqual(['dataset.surprise', 'stranger', 'stranger.code']);
  });

  it('tells the kind of values a column has as the table keeps them', () => {
    const kept = {
      string: 'TEXT',
      date: 'TEXT',
      datetime: 'TEXT',
      json: 'TEXT',
      integer: 'INTEGER',
      boolean: 'INTEGER',
    };
    const types: Record<string, string> = { ...kept, number: 'REAL', binary: 'BLOB' };
    const columns = rows(
      temporaryStore(),
      `SELECT table_name || '.' || column_name AS name, meta_column.type, field.type AS kept
       FROM meta_column JOIN sqlite_schema AS object ON object.name = table_name
       JOIN pragma_table_xinfo(table_name) AS field ON field.name = column_name
       WHERE object.type = 'table'`,
    );
    expect(columns.filter(({ type, kept: actual }) => types[String(type)] !== String(actual).toUpperCase())).toEqual(
      [],
    );
  });

  it('gives every number a unit, and no text one', () => {
    const wrong = rows(
      temporaryStore(),
      `SELECT table_name, column_name FROM meta_column
       WHERE (type IN ('integer', 'number', 'boolean')) <> (coalesce(unit, '') <> '')`,
    );
    expect(wrong).toEqual([]);
  });

  it('says for every column where it comes from, under which licence, what may stand in it, and shows a value', () => {
    const gaps = rows(
      temporaryStore(),
      `SELECT table_name, column_name FROM meta_column
       WHERE '' IN (description_no, description_en, allowed_values, example, source_table, licence)`,
    );
    expect(gaps).toEqual([]);
  });

  it('allows the values that the table allows', () => {
    const store = temporaryStore();
    const lists = rows(store, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'").flatMap(({ name, sql }) =>
      [...String(sql).matchAll(/CHECK\("(\w+)" IN \((.*?)\)\)/g)].map(([, column, values]) => [
        `${String(name)}.${column ?? ''}`,
        values?.replaceAll("'", ''),
      ]),
    );
    const told = rows(store, "SELECT table_name || '.' || column_name AS name, allowed_values FROM meta_column");
    const allowed = new Map(told.map((row) => [row['name'], row['allowed_values']]));
    expect(lists.length).toBeGreaterThan(15);
    expect(lists.filter(([name, values]) => allowed.get(name) !== values)).toEqual([]);
  });

  it('explains nothing that is not there', () => {
    const stale = rows(
      temporaryStore(),
      `SELECT table_name, column_name FROM meta_column
       WHERE column_name NOT IN (SELECT name FROM pragma_table_xinfo(table_name))
       UNION ALL SELECT table_name, '' FROM meta_table WHERE table_name NOT IN (SELECT name FROM sqlite_schema)`,
    );
    expect(stale).toEqual([]);
  });

  it('gets a better description without a migration', () => {
    const store = temporaryStore();
    store.sqlite.exec("UPDATE meta_table SET description_no = 'gammel' WHERE table_name = 'dataset'");
    writeDictionary(store.sqlite);
    expect(rows(store, "SELECT * FROM meta_table WHERE description_no = 'gammel'")).toEqual([]);
  });

  it('is not written again when it is right', () => {
    const { sqlite } = temporaryStore();
    const before = sqlite.pragma('data_version');
    const changes = sqlite.prepare('SELECT total_changes()').pluck();
    const written = changes.get();
    writeDictionary(sqlite);
    expect([changes.get(), sqlite.pragma('data_version')]).toEqual([written, before]);
  });
});

interface TableInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

function tableNames(store: Store): unknown[] {
  const query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
  return store.sqlite.prepare(query).pluck().all();
}

function undocumented(store: Store): string[] {
  const objects = rows(
    store,
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'",
  );
  const known = new Set([
    ...rows(store, 'SELECT table_name AS name FROM meta_table').map(({ name }) => name),
    ...rows(store, "SELECT table_name || '.' || column_name AS name FROM meta_column").map(({ name }) => name),
  ]);
  expect(count(store, 'meta_column')).toBeGreaterThan(objects.length);
  const names = objects.flatMap(({ name }) => {
    const columns = store.sqlite.pragma(`table_xinfo(${String(name)})`) as TableInfo[];
    return [String(name), ...columns.map((column) => `${String(name)}.${column.name}`)];
  });
  return names.filter((name) => !known.has(name)).sort();
}
