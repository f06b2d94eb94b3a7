import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../src/store/sqlite-driver.ts';
import { ROOT, temporaryFolder } from './support/cli.ts';
import { typeCommand } from './support/command-line.ts';
import { QUERY_NAMES, readQuery } from './queries/support/readers.ts';
import { codeBlocks, inlineCode, isInRepository, proseOf, readPage, WITH_COMMANDS } from './support/documentation.ts';

const manifest = JSON.parse(readPage('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

/** What shows that a line of a code block works, where it is not run here. */
const SHOWN_BY: Readonly<Record<string, string>> = {
  // A clean clone is what CI begins with; the demo itself is run below.
  'npm ci && npm run demo': '.github/workflows/ci.yml',
  'npm ci && npm test': '.github/workflows/ci.yml',
  'npm ci': '.ci/run',
  'npm run build': '.ci/run',
  'npm run check': '.ci/run',
  'npm run test:unit': 'test/vitest.unit.config.ts',
  'npx vitest run --config test/vitest.config.ts test/status/rules/threshold.test.ts':
    'test/status/rules/threshold.test.ts',
  'npm run cli -- export --out excel --locale nb': 'test/cli/export.test.ts',
  'npm run cli -- init plan --municipality 3303 --peers 3103,3105': 'test/another-municipality.test.ts',
  'npm run cli -- config check --config plan': 'test/another-municipality.test.ts',
  'npm run cli -- ingest --config plan': 'test/another-municipality.test.ts',
  'npm run cli -- status --config plan': 'test/another-municipality.test.ts',
  'npm run cli -- report --config plan': 'test/another-municipality.test.ts',
  'npm run cli -- doctor': 'test/cli/settings-and-database.test.ts',
  'npm run cli -- doctor --live': 'test/cli/settings-and-database.test.ts',
  'npm run cli -- config check': 'test/config.test.ts',
  'npm run cli -- check --diff': 'test/cli/reading.test.ts',
  'npm run cli -- ingest': 'test/cli/ingest.test.ts',
  'npm run cli -- status': 'test/cli/reading.test.ts',
  'npm run cli -- import survey answers.csv --dry-run': 'test/cli/import.test.ts',
  'npm run cli -- import survey answers.csv': 'test/cli/import.test.ts',
  'npm run cli -- import undo answers.csv': 'test/cli/import-judged.test.ts',
  'npm run cli -- import municipal-emissions emissions.xlsx --dry-run': 'test/cli/import.test.ts',
  'npm run cli -- import municipal-emissions emissions.xlsx': 'test/cli/import.test.ts',
  'npm run cli -- alerts test webhook': 'test/cli/alerts.test.ts',
  'npm run cli -- alerts test email': 'test/cli/alerts.test.ts',
  'npm run cli -- notes list': 'test/faults/describing.test.ts',
  'npm run cli -- notes ack 07984 --by "Kari Nordmann"': 'test/faults/describing.test.ts',
  'npm run cli -- alerts ack job-growth --until 2026-12-31 --reason "Tiltak er vedtatt"': 'test/cli/alerts.test.ts',
  'npm run cli -- backup figures.sqlite': 'test/cli/backup.test.ts',
  'npm run cli -- restore --verify figures.sqlite': 'test/cli/backup.test.ts',
  'npm run cli -- restore figures.sqlite': 'test/cli/database/restore.test.ts',
  'npm run cli -- export --out figures': 'test/cli/export.test.ts',
  'npm run cli -- export --out figures --format parquet': 'test/cli/export.test.ts',
  'sqlite3 -box data/naeringspuls-analyst.sqlite < deploy/queries/peers/growth-against-regions.sql':
    'test/queries/worked-queries.test.ts',
  'npm run cli -- backup what-if.sqlite': 'test/cli/backup.test.ts',
  'cp -r config what-if': 'test/questions/questions.long.test.ts',
  'DATABASE_FILE=what-if.sqlite CONFIG_DIR=what-if npm run cli -- check --diff':
    'test/questions/questions.long.test.ts',
};

const lines = codeBlocks(WITH_COMMANDS, 'sh').flatMap((block) =>
  block.split('\n').map((line) => line.replace(/ +# .*$/, '')),
);
const queries = lines.flatMap((line) => [...line.matchAll(/^sqlite3 (\S+) "(.+)"$/g)]);

describe('the lines of code on the pages', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeAll(() => {
    folder = temporaryFolder();
    const demo = join(ROOT, 'dist/test/statbank/demo.js');
    execFileSync(process.execPath, [demo], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' });
  });
  afterAll(() => folder.remove());

  /** The rows that a query gives on a database of the demo. */
  function ask(file: string, sql: string): readonly unknown[] {
    const database = new Database(join(folder.path, file), { readonly: true, fileMustExist: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  }

  test('are each run here or in a test that is there', () => {
    const unshown = lines.filter((line) => !/^sqlite3 \S+ "/.test(line) && SHOWN_BY[line] === undefined);
    expect(unshown).toEqual([]);
    for (const file of Object.values(SHOWN_BY)) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  test('that are commands are typed, with their options, in the test that is said to show them', () => {
    const ours = Object.entries(SHOWN_BY).filter(([line]) => line.startsWith('npm run cli -- '));
    expect(ours.length).toBeGreaterThan(10);
    const missing = ours.flatMap(([line, file]) => {
      const typed = line.split(' ').slice(4);
      const words = typed.filter((word, place) => place === 0 || word.startsWith('--'));
      return words.filter((word) => !readPage(file).includes(`'${word}'`)).map((word) => `${file}: ${word}`);
    });
    expect(missing).toEqual([]);
  });

  test('are all that are said to be shown', () => {
    expect(Object.keys(SHOWN_BY).filter((line) => !lines.includes(line))).toEqual([]);
  });

  test('that ask the database are some', () => {
    expect(queries.length).toBeGreaterThan(0);
    expect(queries).toHaveLength(lines.filter((line) => /^sqlite3 \S+ "/.test(line)).length);
  });

  test.each(queries.map(([, file = '', sql = '']) => [file, sql]))('asks %s after the demo: %s', (file, sql) => {
    expect(ask(file, sql).length).toBeGreaterThan(0);
  });

  test('that datasette has beside the copy are the worked queries, and each has rows', () => {
    const metadata = JSON.parse(readFileSync(join(folder.path, 'data/demo-analyst.sqlite.metadata.json'), 'utf8')) as {
      databases: Record<string, { queries: Record<string, { sql: string; title: string }> }>;
    };
    const queries = Object.entries(metadata.databases['demo-analyst']?.queries ?? {});
    expect(queries.map(([name]) => name)).toEqual(QUERY_NAMES);
    for (const [name, { sql, title }] of queries) {
      expect(ask('data/demo-analyst.sqlite', sql).length, name).toBeGreaterThan(0);
      expect(title, name).toMatch(/\?$/);
    }
  });

  // The stand-in names the licence by its page, as the source does.
  test('have a licence by its name in every table', () => {
    const said = ['out_source', 'out_publication', 'meta_table', 'meta_column'].flatMap((table) =>
      ask('data/demo-analyst.sqlite', `SELECT DISTINCT '${table}' AS place, licence FROM ${table}`),
    ) as { place: string; licence: string | null }[];
    expect(said.filter(({ licence }) => licence?.includes('://'))).toEqual([]);
    expect(said.filter(({ licence }) => licence === 'CC BY 4.0').map(({ place }) => place)).toEqual([
      'out_source',
      'out_publication',
      'meta_table',
      'meta_column',
    ]);
  });

  test.each(QUERY_NAMES)('worked query %s has rows after the demo', (name) => {
    expect(ask('data/demo-analyst.sqlite', readQuery(name)).length).toBeGreaterThan(0);
  });

  // In use until 2019 with two neighbours, until 2023 with a county since split, and since then.
  test('follows the rate of a municipality through all its codes', () => {
    const rows = ask('data/demo-analyst.sqlite', readQuery('rate-across-codes')) as readonly { code: string }[];
    const years = (code: string) => rows.filter((row) => row.code === code).length;
    expect(['0602', '0625', '0711', '3005', '3301'].map(years)).toEqual([15, 15, 15, 4, 2]);
  });

  test('that are SQL give rows after the demo, as of a day after it', () => {
    // The query of DuckDB is run where the export is tested.
    const blocks = codeBlocks([...WITH_COMMANDS, 'deploy/DATA.md'], 'sql').filter(
      (sql) => !sql.includes('read_parquet'),
    );
    expect(blocks.length).toBeGreaterThan(1);
    for (const sql of blocks) {
      const today = sql.replaceAll(/\d{4}-\d\d-\d\d(?=T23:59:59\.999Z)/g, new Date().toISOString().slice(0, 10));
      expect(ask('data/demo-analyst.sqlite', today).length, sql).toBeGreaterThan(0);
    }
  });

  test('that an administrator types stand beside the name of the test that checks what they install', () => {
    const sections = WITH_COMMANDS.flatMap((page) => readPage(page).split(/^## /m));
    const typed = sections.filter((section) => section.includes('```shell\n'));
    expect(typed.length).toBeGreaterThan(0);
    for (const section of typed) expect(section).toMatch(/`test\/[\w./-]+\.test\.ts`/);
    const code = codeBlocks(WITH_COMMANDS, 'shell').join('\n');
    const files = [...code.matchAll(/(?:\/opt\/naeringspuls-[\d.]+\/|(?<= ))(deploy\/[\w./-]+)/g)];
    expect(files.length).toBeGreaterThan(2);
    expect(files.map(([, file = '']) => file).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    execFileSync('bash', ['-n'], { input: code });
  });
});

describe('what is typed', () => {
  const helps = new Map<string, Promise<string>>();
  const helpOf = (path: readonly string[]): Promise<string> => {
    const key = path.join(' ');
    const help = helps.get(key) ?? typeCommand([...path, '--help'], {}).then(({ stdout }) => stdout);
    helps.set(key, help);
    return help;
  };
  const commandsIn = (help: string): readonly string[] => {
    const [, list = ''] = help.split('\nCommands:\n');
    return [...list.matchAll(/^ {2}([a-z-]+)\b/gm)].map(([, command = '']) => command);
  };

  /** What is wrong with a command: a word that is none, or an option it does not have; empty when nothing is. */
  async function faultsOf(typed: string): Promise<readonly string[]> {
    const words = typed.split(' ');
    const path: string[] = [];
    while (commandsIn(await helpOf(path)).includes(words[path.length] ?? '')) path.push(words[path.length] ?? '');
    const help = await helpOf(path);
    const options = words.slice(path.length).flatMap((word) => /^--[a-z-]+/.exec(word) ?? []);
    const unknown = options.filter((option) => !new RegExp(`${option}\\b`).test(help));
    return path.length === 0 ? [`${typed}: no such command`] : unknown.map((option) => `${typed}: no ${option}`);
  }

  test.each(WITH_COMMANDS)('is a command with options that it has: %s', async (page) => {
    const commands = commandsIn(await helpOf([]));
    const typed = [...inlineCode(page), ...codeBlocks([page], 'sh').flatMap((block) => block.split('\n'))];
    const ours = typed.flatMap((line) => {
      const [, called] = /(?:npm run cli --|^naeringspuls|dist\/program\/main\.js) ([^|&]+)/.exec(line) ?? [];
      if (called !== undefined) return called.startsWith('<') ? [] : [called.replace(/ +#.*/, '')];
      return commands.includes(line.split(' ')[0] ?? '') ? [line] : [];
    });
    expect((await Promise.all(ours.map(faultsOf))).flat()).toEqual([]);
  });

  test('is some, and what is none is noticed', async () => {
    expect(await faultsOf('check --as-of 2026-02-26')).toEqual([]);
    expect(await faultsOf('import undo answers.csv')).toEqual([]);
    expect(await faultsOf('judge')).toEqual(['judge: no such command']);
    expect(await faultsOf('alerts list --forever')).toEqual(['alerts list --forever: no --forever']);
  });

  test('calls scripts that there are', () => {
    const text = WITH_COMMANDS.map(readPage).join('\n');
    const called = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((script) => manifest.scripts[script] === undefined)).toEqual([]);
  });

  test.each(WITH_COMMANDS)('is no file or folder that is not there: %s', (page) => {
    const paths = inlineCode(page).filter((code) =>
      /^(config|jobs|test|src|drizzle|deploy|bench|docs)\/[\w./-]+$/.test(code),
    );
    expect(paths.filter((path) => !isInRepository(path))).toEqual([]);
    expect(proseOf(page)).not.toBe('');
  });
});
