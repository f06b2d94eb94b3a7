import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/sqlite-driver.ts';
import { ROOT, runCli, temporaryFolder } from '../support/cli.ts';
import { databaseContent } from '../support/database/database-content.ts';
import { codeBlocks, readPage } from '../support/documentation.ts';
import { type Answer, askDuckDb, askOdbc, askPandas, askR, findProgram } from './support/tools.ts';

const PAGE = 'docs/questions.md';
const questions = [...readPage(PAGE).matchAll(/^### \d+\. (.+\?)\n\n```sql\n([^]*?)```/gm)].map(
  ([, question = '', sql = '']) => ({ question, sql: sql.trim() }),
);

const folder = temporaryFolder();
const COPY = join(folder.path, 'data', 'demo-analyst.sqlite');
const DATABASE_FILE = join(folder.path, 'data', 'demo.sqlite');

/** As of the day of the demo, on its copy. */
const onTheDemo = (code: string) =>
  code
    .replaceAll('2026-02-26', new Date().toISOString().slice(0, 10))
    .replaceAll('data/naeringspuls-analyst.sqlite', COPY)
    .replaceAll("'figures/", `'${join(folder.path, 'figures')}/`);
const asked = questions.map(({ sql }) => onTheDemo(sql));

beforeAll(() => {
  const demo = join(ROOT, 'dist/test/statbank/demo.js');
  execFileSync(process.execPath, [demo], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' });
}, 120_000);
afterAll(() => folder.remove());

/** What the SQLite of the program answers to each question. */
function expected(): readonly Answer[] {
  const database = new Database(COPY, { readonly: true });
  try {
    return asked.map((sql) => database.prepare(sql).raw().all() as Answer);
  } finally {
    database.close();
  }
}

/** Values alike, whether a tool writes numbers as text or not, and nothing as an empty text. */
function plain(answers: readonly Answer[]): readonly Answer[] {
  return answers.map((rows) =>
    rows.map((row) =>
      row.map((value) => {
        if (value === null || value === '') return null;
        const number = Number(value);
        return Number.isNaN(number) ? value : Math.round(number * 1e6) / 1e6;
      }),
    ),
  );
}

function snippet(language: string): string {
  const [code, ...others] = codeBlocks([PAGE], language);
  expect(others).toEqual([]);
  return onTheDemo(code ?? '');
}

describe('the twelve questions', () => {
  it('are twelve, and each has an answer on the demo', () => {
    expect(questions).toHaveLength(12);
    expected().forEach((rows, at) => expect(rows.length, questions[at]?.question).toBeGreaterThan(0));
  });

  const python = findProgram(['/usr/bin/python3', 'python3'], ['-c', 'import pandas']);
  it.skipIf(python === null)('have the same answers in Python and pandas (left out where there is no pandas)', () => {
    expect(plain(askPandas(python ?? '', snippet('python'), asked))).toEqual(plain(expected()));
  });

  const hasR = findProgram(['Rscript'], ['-e', 'library(DBI); library(RSQLite)']) !== null;
  it.skipIf(!hasR)('have the same answers in R (left out where there is no RSQLite)', () => {
    expect(plain(askR(snippet('r'), asked))).toEqual(plain(expected()));
  });

  it('have the same answers in DuckDB, on the Parquet of an export', async () => {
    const out = join(folder.path, 'figures');
    const env = { DATABASE_FILE, CONFIG_DIR: join(folder.path, 'data', 'demo-config'), LOG_LEVEL: 'silent' };
    expect(await runCli(['export', '--out', out, '--format', 'parquet'], env)).toMatchObject({ exitCode: 0 });
    const told = codeBlocks([PAGE], 'sql').filter((sql) => sql.includes('read_parquet'));
    expect(told).toHaveLength(2);
    const [plainView = '', foldersView = ''] = told.map(onTheDemo);
    const views = readdirSync(out).flatMap((name) => {
      if (name.endsWith('.parquet')) return [plainView.replaceAll('out_verdict', name.replace('.parquet', ''))];
      return name.startsWith('out_') ? [foldersView.replaceAll('out_vintage', name)] : [];
    });
    expect(views.length).toBeGreaterThan(20);
    expect(plain(await askDuckDb(views, asked))).toEqual(plain(expected()));
  });

  const hasOdbc = existsSync('/etc/odbcinst.ini') && readFileSync('/etc/odbcinst.ini', 'utf8').includes('[SQLite3]');
  const hasIsql = hasOdbc && spawnSync('isql', ['--version']).error === undefined;
  it.skipIf(!hasIsql)('have the same answers by ODBC (left out where there is no isql with SQLite3)', () => {
    const [, connection = '', sql = ''] = /"(Driver=[^"]+)",\s+"([^"]+)"/.exec(snippet('powerquery')) ?? [];
    // The driver has another name on Debian.
    const line = connection.replace('SQLite3 ODBC Driver', 'SQLite3');
    expect(line).toContain(COPY);
    expect(askOdbc(line, [sql]).flat()).toHaveLength(9);
    expect(plain(askOdbc(line, asked))).toEqual(plain(expected()));
  });

  it('are answered by the sheets that are said to answer them', async () => {
    const [, ...rows] = [...readPage(PAGE).matchAll(/^\| ([^|]+?) +\| (?:`(\w+)` +|Sheet +)\|$/gm)];
    const sheets = await readWorkbook(COPY.replace('.sqlite', '.xlsx'));
    const filled = sheets.filter(({ data }) => data.length > 1).map(({ sheet }) => sheet);
    const named = rows.map(([, , sheet]) => sheet).filter((sheet) => sheet !== undefined);
    expect(named).toEqual(['Status', 'Tallserier', 'Rettelser', 'Kilder']);
    expect(filled).toEqual(expect.arrayContaining(named));
  });
});

describe('the what-if machine', () => {
  const cli = `${process.execPath} ${join(ROOT, 'dist/program/main.js')}`;
  const commands = codeBlocks([PAGE], 'sh').flatMap((block) => block.split('\n'));

  it('tells which statuses another margin would move, and writes nothing', () => {
    expect(commands).toHaveLength(3);
    cpSync(join(folder.path, 'data', 'demo-config'), join(folder.path, 'config'), { recursive: true });
    const env = { ...process.env, DATABASE_FILE: 'data/demo.sqlite', CONFIG_DIR: 'config', LOG_LEVEL: 'silent' };
    const type = (line: string) =>
      execFileSync('bash', ['-c', line.replace('npm run cli --', cli)], { cwd: folder.path, encoding: 'utf8', env });
    const [backup = '', copy = '', check = ''] = commands;
    type(backup);
    type(copy);
    const rule = join(folder.path, 'what-if', 'indicators', 'job-growth.yaml');
    const before = readFileSync(rule, 'utf8');
    const other = before.replace('tolerance: { absolute: 0.05 }', 'tolerance: { absolute: 0.5 }');
    expect(other).not.toBe(before);
    writeFileSync(rule, other);
    const files = [DATABASE_FILE, join(folder.path, 'what-if.sqlite')];
    const contents = files.map((file) => databaseContent(file));

    const said = type(check);

    expect(said).toContain('job-growth');
    expect(said).toMatch(/Oppfylt[^]*Om lag likt/);
    expect(said).not.toContain('industry-diversity');
    expect(files.map((file) => databaseContent(file))).toEqual(contents);
    expect(readFileSync(join(folder.path, 'config', 'indicators', 'job-growth.yaml'), 'utf8')).toBe(before);
  });
});
