import nock from 'nock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryDatabase } from '../support/database/database-content.ts';
import { importFile } from '../support/import-file.ts';
import { prepareDatabase, type PreparedDatabase, SAMPLE_EMISSIONS, SAMPLE_SURVEY } from '../support/world.ts';

type Value = string | number | null;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly unit: string | null;
  readonly allowed: string;
  readonly example: string;
}

let prepared: PreparedDatabase;
let copy: string;
let columns: readonly Column[];

/** A year after the first run, with files handed in and figures revised: most columns have something in them. */
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({
    alsoDo: async (world) => {
      await world.with(async (app) => {
        await importFile(app, 'survey', SAMPLE_SURVEY);
        await importFile(app, 'municipal-emissions', SAMPLE_EMISSIONS);
        copy = app.environment.analystCopy;
      });
      world.statbank.reviseCell('07984', { Region: '3301', ContentsCode: 'SysselsatteArb' }, '2024', 51_000);
      world.at('2027-03-02T10:00:00.000Z');
      await world.ingest();
    },
  });
  const query = `SELECT table_name AS "table", column_name AS name, type, unit, allowed_values AS allowed, example
    FROM meta_column WHERE table_name LIKE 'out\\_%' ESCAPE '\\' OR table_name LIKE 'meta\\_%' ESCAPE '\\' ORDER BY 1, 2`;
  columns = queryDatabase(copy, query) as unknown as readonly Column[];
});

afterAll(() => prepared.remove());

describe('what the dictionary says of each column of the copy', () => {
  it('covers every column there is, and most of them have something in them', () => {
    const there = queryDatabase(
      copy,
      `SELECT count(*) AS columns FROM sqlite_schema AS object JOIN pragma_table_info(object.name) WHERE object.type IN ('table', 'view')`,
    );
    expect(there).toEqual([{ columns: columns.length }]);
    const filled = columns.filter((column) => sample(column).length > 0);
    expect(filled.length / columns.length).toBeGreaterThan(0.85);
  });

  it('is the kind of values that are in it', () => {
    const wrong = columns.flatMap((column) =>
      sample(column)
        .filter((value) => !isOfType(column.type, value))
        .map((value) => `${column.table}.${column.name} is ${column.type}: ${String(value)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is what may stand in it', () => {
    const wrong = columns.flatMap((column) => {
      const allows = rule(column);
      const odd = sample(column).filter((value) => !allows(value));
      return odd.slice(0, 2).map((value) => `${column.table}.${column.name} (${column.allowed}): ${String(value)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('holds for its own example too', () => {
    const wrong = columns.filter((column) => {
      const { type, example } = column;
      const value = ['integer', 'number', 'boolean'].includes(type) ? Number(example) : example;
      return !isOfType(type, value) || (isClosed(column) && !rule(column)(value));
    });
    expect(wrong.map(({ table, name, example }) => `${table}.${name}: ${example}`)).toEqual([]);
  });

  it('names a column of the same table where its unit stands in one', () => {
    const pointing = columns.flatMap(({ table, name, unit }) => {
      const named = /^as in column (\w+)$/.exec(unit ?? '')?.[1];
      return named === undefined ? [] : [{ table, name, named }];
    });
    expect(pointing.length).toBeGreaterThan(10);
    const has = (table: string, name: string) => columns.some((one) => one.table === table && one.name === name);
    expect(
      pointing.filter(({ table, named }) => !has(table, named)).map(({ table, name }) => `${table}.${name}`),
    ).toEqual([]);
  });

  it('has a unit beside every number that has one', () => {
    const without = (table: string, number: string, unit: string) =>
      queryDatabase(copy, `SELECT count(*) AS rows FROM ${table} WHERE ${number} IS NOT NULL AND ${unit} IS NULL`);
    expect(without('out_indicator_series', 'level', 'level_unit')).toEqual([{ rows: 0 }]);
    expect(without('out_indicator_series', 'value', 'unit')).toEqual([{ rows: 0 }]);
    expect(without('out_verdict', 'value', 'unit')).toEqual([{ rows: 0 }]);
    expect(without('out_vintage', 'value', 'unit')).toEqual([{ rows: 0 }]);
    expect(without('out_employed_total', 'value', 'unit')).toEqual([{ rows: 0 }]);
    const jobs = "SELECT DISTINCT unit, level_unit FROM out_indicator_series WHERE indicator_id = 'job-growth'";
    expect(queryDatabase(copy, jobs)).toEqual([{ unit: 'prosent', level_unit: 'personer' }]);
  });
});

const samples = new Map<string, readonly Value[]>();

/** Up to two hundred different values, absence left out. */
function sample({ table, name }: Pick<Column, 'table' | 'name'>): readonly Value[] {
  const key = `${table}.${name}`;
  const known = samples.get(key);
  if (known !== undefined) return known;
  const query = `SELECT DISTINCT "${name}" AS value FROM "${table}" WHERE "${name}" IS NOT NULL LIMIT 200`;
  const values = queryDatabase(copy, query).map(({ value }) => value as Value);
  samples.set(key, values);
  return values;
}

function isOfType(type: string, value: Value): boolean {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'boolean':
      return value === 0 || value === 1;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(String(value)) && isDay(String(value));
    case 'datetime':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(value));
    case 'json':
      return typeof value === 'string' && isJson(value);
    default:
      return typeof value === 'string';
  }
}

function isDay(text: string): boolean {
  return new Date(`${text}T00:00:00.000Z`).toISOString().startsWith(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const FORMS: Readonly<Record<string, RegExp>> = {
  'YYYY, YYYYKq, YYYYMmm, YYYYUww, YYYYHh or YYYY-YYYY': /^\d{4}(K\d|M\d\d|U\d\d|H\d|-\d{4})?$/,
  'five digits': /^\d{5}$/,
  'four digits': /^\d{4}$/,
  '64 hexadecimal digits': /^[0-9a-f]{64}$/,
  '16 hexadecimal digits': /^[0-9a-f]{16}$/,
  'https addresses': /^https:\/\//,
  'whole numbers from 0': /^\d+$/,
  'whole numbers from 1': /^[1-9]\d*$/,
  '0, 1': /^[01]$/,
};

/** Values that the dictionary lists one by one; flags are several of them, joined by commas. */
function isClosed({ allowed }: Pick<Column, 'allowed'>): boolean {
  return FORMS[allowed] !== undefined || /^[\w-]+(, [\w-]+)+$/.test(allowed);
}

function rule({ name, allowed }: Column): (value: Value) => boolean {
  const form = FORMS[allowed];
  if (form !== undefined) return (value) => form.test(String(value));
  if (/^[\w-]+(, [\w-]+)+$/.test(allowed)) {
    const values = new Set(allowed.split(', '));
    return (value) =>
      String(value)
        .split(name === 'flags' ? ', ' : '\n')
        .every((one) => values.has(one));
  }
  const of = /^a value of (\w+)\.(\w+)$/.exec(allowed);
  const [, table = '', column = ''] = of ?? [];
  const inCopy = REFERENCES[`${table}.${column}`];
  if (inCopy !== undefined) {
    const values = new Set(queryDatabase(copy, inCopy).map(({ value }) => value as Value));
    return (value) => values.has(value);
  }
  return () => true;
}

/** Where the copy has what the database has behind it. */
const REFERENCES: Readonly<Record<string, string>> = {
  'dataset.code': 'SELECT dataset AS value FROM out_freshness',
  'publication.id': 'SELECT publication_id AS value FROM out_publication',
  'series.id': 'SELECT series_id AS value FROM out_series',
  'indicator.id': 'SELECT indicator_id AS value FROM out_report',
  'job_run.id': 'SELECT job_run_id AS value FROM out_run',
  'rule_version.fingerprint': 'SELECT rule_fingerprint AS value FROM out_rule',
  'assessment.id': 'SELECT assessment_id AS value FROM out_status_history',
  'out_place.place_code': 'SELECT place_code AS value FROM out_place',
};
