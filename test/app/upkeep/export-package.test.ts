import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportViews } from '../../../src/app/upkeep/export.ts';
import { SILENT_PROGRESS } from '../../../src/app/progress.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import type { Store } from '../../../src/store/store.ts';
import { appAt, buildWorkedDatabase, migrationsFolder } from '../../queries/support/worked-database.ts';
import { ROOT, temporaryFolder } from '../../support/cli.ts';

interface Resource {
  readonly name: string;
  readonly path: string | readonly string[];
  readonly bytes: number;
  readonly hash: string;
  readonly files?: readonly { readonly path: string; readonly bytes: number; readonly hash: string }[];
  readonly licenses: readonly { readonly name: string; readonly title: string; readonly path?: string }[];
  readonly partitionedBy?: readonly string[];
  readonly dialect?: { readonly delimiter: string };
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string; readonly format?: string }[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: string;
      readonly reference: { readonly resource: string; readonly fields: string };
    }[];
  };
}

interface Package {
  readonly profile: string;
  readonly resources: readonly Resource[];
}

const home = temporaryFolder();
const file = join(home.path, 'worked.sqlite');
const folderOf = (name: string) => join(home.path, name);
let store: Store;

beforeAll(async () => {
  await buildWorkedDatabase(file);
  store = openDatabase(file, { migrationsFolder, readonly: true });
  const app = appAt(store, '2026-03-03T08:00:00.000Z');
  await exportViews(app, { folder: folderOf('csv'), format: 'csv' }, SILENT_PROGRESS);
  await exportViews(app, { folder: folderOf('nb'), format: 'csv', locale: 'nb' }, SILENT_PROGRESS);
  await exportViews(app, { folder: folderOf('parquet'), format: 'parquet' }, SILENT_PROGRESS);
});
afterAll(() => {
  store.close();
  home.remove();
});

const packageOf = (name: string) =>
  JSON.parse(readFileSync(join(folderOf(name), 'datapackage.json'), 'utf8')) as Package;
const pathsOf = ({ path }: Resource) => [path].flat();

/** What one of Frictionless' own schemas, which are of draft 4, finds wrong. */
function faultsBy(profile: string, document: unknown): readonly string[] {
  const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as object;
  const ajv = new Ajv({ schemaId: 'id', meta: false, allErrors: true, unknownFormats: ['textarea'] });
  ajv.addMetaSchema(read('node_modules/ajv/lib/refs/json-schema-draft-04.json'));
  const validate = ajv.compile(read(`test/fixtures/frictionless/${profile}.json`));
  validate(document);
  return (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}

describe.each([
  ['csv', 'tabular-data-package'],
  ['nb', 'tabular-data-package'],
  ['parquet', 'data-package'],
])('the data package of an export to %s', (name, profile) => {
  it('is valid by the schema of its profile, and each of its tables by that of tables', () => {
    const document = packageOf(name);
    expect(document.profile).toBe(profile);
    expect(faultsBy(profile, document)).toEqual([]);
    for (const { name: table, schema } of document.resources)
      expect(faultsBy('table-schema', schema), table).toEqual([]);
  });

  it('says how large the files are and what their fingerprint is', () => {
    for (const resource of packageOf(name).resources) {
      const files = pathsOf(resource).map((path) => readFileSync(join(folderOf(name), path)));
      const hashOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      expect([resource.bytes, resource.hash], resource.name).toEqual([
        files.reduce((total, { length }) => total + length, 0),
        hashOf(Buffer.concat(files)),
      ]);
      const each = pathsOf(resource).map((path, at) => {
        const bytes = files[at] ?? Buffer.alloc(0);
        return { path, bytes: bytes.length, hash: hashOf(bytes) };
      });
      expect(resource.files ?? each, resource.name).toEqual(each);
      expect(resource.files === undefined, resource.name).toBe(files.length === 1);
    }
  });

  it('names licences as the Open Definition does', () => {
    const licences = packageOf(name).resources.flatMap(({ licenses }) => licenses);
    expect(new Set(licences.map((licence) => JSON.stringify(licence)))).toEqual(
      new Set([
        JSON.stringify({
          name: 'CC-BY-4.0',
          title: 'CC BY 4.0',
          path: 'https://creativecommons.org/licenses/by/4.0/',
        }),
      ]),
    );
  });
});

describe('what the schema of Frictionless finds', () => {
  it('is a licence by its words, and a table without a path', () => {
    const { resources } = packageOf('csv');
    const [first] = resources;
    const wrong = { ...first, licenses: [{ name: 'CC BY 4.0' }] };
    expect(faultsBy('tabular-data-package', { profile: 'tabular-data-package', resources: [wrong] })).not.toEqual([]);
    const bare = { ...first, path: undefined };
    expect(faultsBy('tabular-data-package', { profile: 'tabular-data-package', resources: [bare] })).not.toEqual([]);
  });
});

describe('the keys of a data package', () => {
  it('tell the rows apart, and none of a primary key is empty', () => {
    for (const { name, schema } of packageOf('csv').resources) {
      const key = schema.primaryKey.map((column) => `"${column}"`);
      expect(key.length, name).toBeGreaterThan(0);
      const count = `SELECT count(*) FROM "${name}"`;
      const distinct = `SELECT count(*) FROM (SELECT DISTINCT ${key.join(', ')} FROM "${name}"
        WHERE ${key.map((column) => `${column} IS NOT NULL`).join(' AND ')})`;
      expect(ask(distinct), name).toEqual(ask(count));
    }
  });

  it('point to rows that there are', () => {
    const keys = packageOf('csv').resources.flatMap(({ name, schema }) =>
      (schema.foreignKeys ?? []).map((key) => ({ name, ...key })),
    );
    expect(keys.length).toBeGreaterThan(20);
    for (const { name, fields, reference } of keys) {
      const lost = `SELECT "${fields}" FROM "${name}" WHERE "${fields}" IS NOT NULL
        AND "${fields}" NOT IN (SELECT "${reference.fields}" FROM "${reference.resource}")`;
      expect(ask(lost), `${name}.${fields}`).toEqual([]);
    }
  });

  const ask = (sql: string) => store.sqlite.prepare(sql).raw().all();
});

describe('the schema of a data package', () => {
  it('has instants with milliseconds, as they stand in the CSV', () => {
    const instants = packageOf('csv').resources.flatMap((resource) => {
      const fields = resource.schema.fields.filter(({ type }) => type === 'datetime');
      const rows = pathsOf(resource).flatMap((path) =>
        parse<Record<string, string>>(readFileSync(join(folderOf('csv'), path)), { columns: true }),
      );
      return fields.flatMap(({ name, format }) => rows.map((row) => [format, row[name] ?? ''] as const));
    });
    const written = instants.filter(([, value]) => value !== '');
    expect(written.length).toBeGreaterThan(100);
    expect(new Set(written.map(([format]) => format))).toEqual(new Set(['%Y-%m-%dT%H:%M:%S.%fZ']));
    expect(written.filter(([, value]) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value))).toEqual([]);
  });

  it('has the columns that are in the Parquet, and says which one stands in the path', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const resource of packageOf('parquet').resources) {
      for (const path of pathsOf(resource)) {
        const described = `DESCRIBE SELECT * FROM read_parquet('${join(folderOf('parquet'), path)}', hive_partitioning = false)`;
        const rows = (await connection.runAndReadAll(described)).getRowObjectsJson();
        const columns = rows.map((row) => row['column_name']);
        expect(
          resource.schema.fields.map(({ name }) => name),
          path,
        ).toEqual(columns);
        expect(resource.partitionedBy, path).toEqual(path.includes('/dataset=') ? ['dataset'] : undefined);
      }
    }
    connection.closeSync();
    instance.closeSync();
  });

  it('says which separator and decimal mark the spreadsheets of a country have', () => {
    const table = packageOf('nb').resources.find(({ name }) => name === 'out_verdict');
    expect(table?.dialect).toEqual({ delimiter: ';', doubleQuote: true });
    expect(table?.schema.fields.find(({ name }) => name === 'value')).toMatchObject({ decimalChar: ',' });
  });
});
