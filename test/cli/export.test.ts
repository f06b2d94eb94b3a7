import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/sqlite-driver.ts';
import { buildWorkedDatabase } from '../queries/support/worked-database.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';

interface PackageDocument {
  readonly resources: readonly {
    readonly name: string;
    readonly dialect?: unknown;
    readonly schema: { readonly fields: readonly { readonly name: string }[] };
  }[];
}

const folder = temporaryFolder();
const DATABASE_FILE = join(folder.path, 'worked.sqlite');

beforeAll(async () => {
  await buildWorkedDatabase(DATABASE_FILE);
  // As if it were of the municipality of the settings that the commands run with.
  const database = new Database(DATABASE_FILE);
  database.exec(
    `INSERT OR REPLACE INTO installation (id, municipality_code, municipality_name, municipality_codes, recorded_at)
     VALUES (1, '3301', 'Drammen', '["3301"]', '2025-01-01T00:00:00.000Z')`,
  );
  database.close();
});
afterAll(() => folder.remove());

describe('naeringspuls export', () => {
  it('writes CSV when no format is named, and tells rows and bytes of every view', async () => {
    const out = join(folder.path, 'figures');
    const { exitCode, stdout, stderr } = await runCli(['export', '--out', out], { DATABASE_FILE });
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toContain(`rader er skrevet til ${out}.`);
    expect(stdout).toContain('out_status_now');
    expect(stderr).toContain('out_status_now: 4 rader.');
    expect(readdirSync(out)).toContain('out_status_now.csv');
  });

  it('writes one JSON document with --json', async () => {
    const out = join(folder.path, 'csv');
    const { stdout } = await runCli(['export', '--out', out, '--format', 'csv', '--json'], { DATABASE_FILE });
    const report = JSON.parse(stdout) as { tables: readonly { name: string }[] };
    expect(report).toMatchObject({ folder: out, format: 'csv' });
    expect(report.tables.find(({ name }) => name === 'out_revision')).toMatchObject({ files: 1, rows: 2 });
  });

  it('writes CSV for Norwegian spreadsheets with --locale nb, and its package says how to read it', async () => {
    const out = join(folder.path, 'excel');
    const { exitCode, stderr } = await runCli(['export', '--out', out, '--locale', 'nb'], { DATABASE_FILE });
    expect(exitCode, stderr).toBe(0);
    const [heading, row] = readFileSync(join(out, 'out_revision.csv'), 'utf8').split('\r\n');
    expect(heading).toMatch(/^\uFEFFdataset;table_id;/);
    expect(row?.split(';').length).toBeGreaterThan(20);
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as PackageDocument;
    const revision = resources.find(({ name }) => name === 'out_revision');
    expect(revision?.dialect).toEqual({ delimiter: ';', doubleQuote: true });
    expect(revision?.schema.fields.find(({ name }) => name === 'value_before')).toMatchObject({ decimalChar: ',' });
  });

  it('ends with 2 for a folder with files of others, and says what to do', async () => {
    writeFileSync(join(folder.path, 'letter.txt'), '');
    const { exitCode, stderr } = await runCli(['export', '--out', folder.path, '--format', 'csv'], { DATABASE_FILE });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('som ikke kommer fra noe uttrekk.\nSkriv en mappe som er tom eller ikke finnes ennå.');
  });

  it.each([
    ['a format there is not', ['export', '--out', 'x', '--format', 'xlsx'], 'Velg mellom csv, parquet.'],
    ['a locale there is not', ['export', '--out', 'x', '--locale', 'sv'], 'Velg mellom nb, nn, en.'],
    [
      'Parquet in a locale',
      ['export', '--out', 'x', '--format', 'parquet', '--locale', 'nb'],
      'Parquet har tall og ikke noe desimaltegn: «--locale nb» gjelder bare CSV.\nUtelat --locale, eller skriv «--format csv».',
    ],
    ['no folder', ['export'], '«--out <folder>» må være med.'],
  ])('ends with 2 for %s', async (_, words, problem) => {
    const { exitCode, stderr } = await runCli(words, { DATABASE_FILE });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(problem);
  });

  it('ends with 5 when there is no database', async () => {
    const none = join(folder.path, 'none.sqlite');
    const { exitCode } = await runCli(['export', '--out', join(folder.path, 'x')], { DATABASE_FILE: none });
    expect(exitCode).toBe(5);
  });
});

describe('a command that writes no Parquet', () => {
  it('does not load DuckDB', async () => {
    const preload = join(folder.path, 'loaded.cjs');
    const loaded = "Object.keys(require.cache).some((path) => path.includes('duckdb'))";
    writeFileSync(preload, `process.on('exit', () => process.stderr.write('duckdb loaded: ' + ${loaded}));`);
    const env = { DATABASE_FILE, NODE_OPTIONS: `--require ${preload}` };
    const out = join(folder.path, 'lazy');
    expect((await runCli(['export', '--out', out], env)).stderr).toContain('duckdb loaded: false');
    const parquet = await runCli(['export', '--out', out, '--format', 'parquet'], env);
    expect(parquet.stderr).toContain('duckdb loaded: true');
  });
});
