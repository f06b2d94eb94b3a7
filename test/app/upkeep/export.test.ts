import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportViews, type ExportFormat } from '../../../src/app/upkeep/export.ts';
import type { App } from '../../../src/app/open-app.ts';
import { type Progress, SILENT_PROGRESS } from '../../../src/app/progress.ts';
import type { WorkStep } from '../../../src/model/progress.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import type { Store } from '../../../src/store/store.ts';
import { appAt, buildWorkedDatabase, migrationsFolder } from '../../queries/support/worked-database.ts';
import { ROOT, temporaryFolder } from '../../support/cli.ts';

type Row = Record<string, string | number | null>;

const home = temporaryFolder();
const file = join(home.path, 'worked.sqlite');
let store: Store;
let app: App;
let place: ReturnType<typeof temporaryFolder>;
let out: string;

beforeAll(async () => {
  await buildWorkedDatabase(file);
});

beforeEach(() => {
  store = openDatabase(file, { migrationsFolder, readonly: true });
  app = appAt(store, '2026-03-03T08:00:00.000Z');
  place = temporaryFolder();
  out = join(place.path, 'figures');
});

afterEach(() => {
  store.close();
  place.remove();
});

afterAll(() => home.remove());

function run(format: ExportFormat, progress: Progress = SILENT_PROGRESS) {
  return exportViews(app, { folder: out, format }, progress);
}

function views(): readonly string[] {
  const query = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name GLOB 'out_*' ORDER BY name";
  return store.sqlite.prepare(query).pluck().all() as string[];
}

function columnsOf(view: string): readonly string[] {
  return (store.sqlite.pragma(`table_xinfo("${view}")`) as { readonly name: string }[]).map(({ name }) => name);
}

function rowsOf(view: string): readonly Row[] {
  return store.sqlite.prepare(`SELECT * FROM "${view}"`).all() as Row[];
}

async function duckDb(sql: string): Promise<readonly Row[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A folder for each dataset. */
const isPartitioned = (view: string) => view.startsWith('out_observation') || view === 'out_vintage';

const filesOf = (view: string, format: string) =>
  join(out, isPartitioned(view) ? `${view}/*/*.${format}` : `${view}.${format}`);

function sorted(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}

describe('an export to Parquet', () => {
  it('holds every row of every view, as SQLite has it', async () => {
    await run('parquet');
    for (const view of views()) {
      // Whole numbers come as text from DuckDB, and instants in its own form.
      const shown = columnsOf(view).map((name) =>
        /(_at|(as_of|in_force)_(from|until)|^since)$/.test(name)
          ? `strftime(${name} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ') AS ${name}`
          : name,
      );
      const read = await duckDb(`SELECT ${shown.join(', ')} FROM '${filesOf(view, 'parquet')}'`);
      const numbers = new Set(
        columnsOf(view).filter((name) => rowsOf(view).some((row) => typeof row[name] === 'number')),
      );
      const asNumbers = read.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            numbers.has(name) && value !== null ? Number(value) : value,
          ]),
        ),
      );
      expect(sorted(asNumbers), view).toEqual(sorted(rowsOf(view)));
    }
  });

  it('keeps whole numbers, numbers, texts and instants apart', async () => {
    await run('parquet');
    const described = await duckDb(`DESCRIBE SELECT * FROM '${filesOf('out_observation', 'parquet')}'`);
    const types = Object.fromEntries(described.map((column) => [String(column['column_name']), column['column_type']]));
    expect(types).toMatchObject({
      dataset: 'VARCHAR',
      table_id: 'VARCHAR',
      in_use: 'BIGINT',
      period: 'VARCHAR',
      year: 'BIGINT',
      value: 'DOUBLE',
      retrieved_at: 'TIMESTAMP WITH TIME ZONE',
    });
  });

  it('gives each dataset of the observations a folder of its own', async () => {
    await run('parquet');
    expect(readdirSync(join(out, 'out_observation')).sort()).toEqual([
      'dataset=employed-by-industry',
      'dataset=employed-total',
      'dataset=employment-rate',
      'dataset=establishments',
      'dataset=new-enterprises',
    ]);
  });

  it('answers the query of the page for analysts', async () => {
    await run('parquet');
    const page = readFileSync(join(ROOT, 'docs/analyse.md'), 'utf8');
    const [, section = ''] = page.split('\n## Export\n');
    const [, sql = ''] = /```sql\n([\s\S]*?)```/.exec(section) ?? [];
    expect(await duckDb(sql.replaceAll("'figures/", `'${out}/`))).toEqual([
      { region: 'Elvebyen', year: '2025', value: 1053 },
      { region: 'Nordby', year: '2025', value: 525 },
      { region: 'Sørbyen', year: '2025', value: 312 },
      { region: 'Myrland', year: '2025', value: 204 },
    ]);
  });

  it('says what to do where the platform has no DuckDB', async () => {
    vi.resetModules();
    vi.doMock('@duckdb/node-api', () => {
      throw new Error('Cannot find module');
    });
    const { openParquetWriter } = await import('../../../src/store/export/parquet-writer.ts');
    await expect(openParquetWriter(place.path)).rejects.toMatchObject({
      code: 'usage',
      message: `Parquet cannot be written here: DuckDB is not installed (${process.platform}-${process.arch}).`,
      hint: 'Write CSV with --format csv, or install it beside the program: `npm install @duckdb/node-api`.',
    });
    vi.doUnmock('@duckdb/node-api');
  });
});

describe('an export to CSV', () => {
  it('holds every row of every view, as SQLite has it', async () => {
    await run('csv');
    for (const view of views().filter((name) => !isPartitioned(name))) {
      const read = parse(readFileSync(filesOf(view, 'csv')), { columns: true, record_delimiter: '\r\n' });
      const expected = rowsOf(view).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
      );
      expect(sorted(read as Row[]), view).toEqual(sorted(expected));
    }
  });

  it('begins every file with the names of the columns, and names the dataset in the rows as well', async () => {
    await run('csv');
    const text = readFileSync(join(out, 'out_observation', 'dataset=employed-total', 'figures.csv'), 'utf8');
    expect(text.split('\r\n')[0]?.split(',')).toEqual(columnsOf('out_observation'));
    expect(text.split('\r\n')[1]).toMatch(/^employed-total,07984,/);
  });
});

describe('the dictionary of an export', () => {
  it('names every file and describes every column of every view', async () => {
    await run('csv');
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as {
      resources: readonly { name: string; path: string | string[]; schema: { fields: readonly { name: string }[] } }[];
    };
    expect(resources.map(({ name }) => name)).toEqual(views());
    for (const { name, path, schema } of resources) {
      for (const one of [path].flat()) expect(existsSync(join(out, one)), one).toBe(true);
      expect(
        schema.fields.map((field) => field.name),
        name,
      ).toEqual(columnsOf(name));
    }
  });
});

describe('the folder of an export', () => {
  const leftOver = () => readdirSync(place.path).filter((name) => name !== 'figures');

  it('holds nothing but the files of the views and the dictionary', async () => {
    const { tables } = await run('parquet');
    expect(readdirSync(out).sort()).toEqual([
      'datapackage.json',
      ...tables.map(({ name, files }) => (files === 1 && !isPartitioned(name) ? `${name}.parquet` : name)),
    ]);
    expect(leftOver()).toEqual([]);
  });

  it('replaces an earlier export, whatever its format', async () => {
    await run('parquet');
    await run('csv');
    expect(readdirSync(out)).toContain('out_run.csv');
    expect(readdirSync(out)).not.toContain('out_run.parquet');
  });

  it.each(['notes.txt', 'out_observation/mine.csv'])('is left alone when it holds %s', async (name) => {
    await run('csv');
    writeFileSync(join(out, name), 'mine');
    await expect(run('csv')).rejects.toMatchObject({
      code: 'usage',
      message: `The folder ${out} holds ${name}, which no export has put there.`,
      hint: 'Name a folder that is empty or does not exist yet. An earlier export is replaced only when nothing was added.',
    });
    expect(readFileSync(join(out, name), 'utf8')).toBe('mine');
  });

  it('is not taken for an export because it has some data package', async () => {
    await run('csv');
    writeFileSync(join(out, 'datapackage.json'), '{"resources":[]}');
    await expect(run('csv')).rejects.toThrow(/holds datapackage\.json, which no export has put there/);
  });

  it('stays as it was when the export fails, with nothing beside it', async () => {
    await run('csv');
    const failing = { ...SILENT_PROGRESS, start: (step: WorkStep) => failAt(step, 'out_source') };
    await expect(run('parquet', failing)).rejects.toThrow('the disk is full');
    expect(readdirSync(out)).toContain('out_run.csv');
    expect(leftOver()).toEqual([]);
  });

  it('cannot be a file', async () => {
    writeFileSync(out, '');
    await expect(run('csv')).rejects.toThrow(`${out} is not a folder that can be read.`);
  });

  function failAt(step: WorkStep, view: string): void {
    if (step.step === 'view' && step.name === view) throw new Error('the disk is full');
  }
});

describe('the moment of an export', () => {
  it('is the same for every view, whatever is written meanwhile', async () => {
    const copy = join(place.path, 'copy.sqlite');
    await buildWorkedDatabase(copy);
    const writer = openDatabase(copy, { migrationsFolder });
    const reader = openDatabase(copy, { migrationsFolder, readonly: true });
    const meanwhile = {
      ...SILENT_PROGRESS,
      start: (step: WorkStep) => {
        if (step.step === 'view' && step.name === 'out_run') writer.sqlite.exec('DELETE FROM dataset_run');
      },
    };
    const report = await exportViews(
      appAt(reader, '2026-03-03T08:00:00.000Z'),
      { folder: out, format: 'csv' },
      meanwhile,
    );
    reader.close();
    writer.close();
    rmSync(copy);
    expect(report.tables.find(({ name }) => name === 'out_run')?.rows).toBe(10);
  });
});
