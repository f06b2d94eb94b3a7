import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../src/store/sqlite-driver.ts';
import { ROOT, temporaryFolder } from './support/cli.ts';
import { typeCommand } from './support/command-line.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const contributing = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** Those who come to the program read these. */
const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'];

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
  'npm run cli -- doctor --live': 'test/cli/settings-and-database.test.ts',
  'npm run cli -- ingest': 'test/cli/ingest.test.ts',
  'npm run cli -- status': 'test/cli/reading.test.ts',
  'npm run cli -- import survey answers.csv --dry-run': 'test/cli/import.test.ts',
  'npm run cli -- import survey answers.csv': 'test/cli/import.test.ts',
  'npm run cli -- import undo answers.csv': 'test/cli/import-judged.test.ts',
  'npm run cli -- alerts test webhook': 'test/cli/alerts.test.ts',
  'npm run cli -- alerts test email': 'test/cli/alerts.test.ts',
  'npm run cli -- notes': 'test/faults/describing.test.ts',
  'npm run cli -- notes ack 07984 --by "Kari Nordmann"': 'test/faults/describing.test.ts',
  'npm run cli -- alerts ack job-growth --until 2026-12-31 --reason "Tiltak er vedtatt"': 'test/cli/alerts.test.ts',
  'npm run cli -- export --out figures': 'test/cli/export.test.ts',
  'npm run cli -- export --out figures --format parquet': 'test/cli/export.test.ts',
};

const lines = [...`${readme}\n${contributing}`.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);
const queries = lines.flatMap((line) => [...line.matchAll(/^sqlite3 (\S+) "(.+)"$/g)]);

describe('the lines of code in the README and for contributors', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeAll(() => {
    folder = temporaryFolder();
    const demo = join(ROOT, 'dist/test/statbank/demo.js');
    execFileSync(process.execPath, [demo], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' });
  });
  afterAll(() => folder.remove());

  test('are each run here or in a test that is there', () => {
    const unshown = lines.filter((line) => !line.startsWith('sqlite3 ') && SHOWN_BY[line] === undefined);
    expect(unshown).toEqual([]);
    for (const file of Object.values(SHOWN_BY)) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  test('are all that are said to be shown', () => {
    expect(Object.keys(SHOWN_BY).filter((line) => !lines.includes(line))).toEqual([]);
  });

  test('that ask the database are some', () => {
    expect(queries.length).toBeGreaterThan(0);
    expect(queries).toHaveLength(lines.filter((line) => line.startsWith('sqlite3 ')).length);
  });

  test.each(queries.map(([, file = '', sql = '']) => [file, sql]))('asks %s after the demo: %s', (file, sql) => {
    const database = new Database(join(folder.path, file), { readonly: true, fileMustExist: true });
    try {
      expect(database.prepare(sql).all().length).toBeGreaterThan(0);
    } finally {
      database.close();
    }
  });

  test('call scripts that there are', () => {
    const called = [...`${readme}${contributing}`.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((script) => manifest.scripts[script] === undefined)).toEqual([]);
  });
});

describe('the README', () => {
  test('names every command', async () => {
    const { stdout } = await typeCommand(['--help'], {});
    const [, list = ''] = stdout.split('\nCommands:\n');
    const commands = [...list.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, command = '']) => command);
    expect(commands.length).toBeGreaterThan(7);
    const rows = [...readme.matchAll(/^\| `([a-z]+)/gm)].map(([, command = '']) => command);
    expect(commands.filter((command) => command !== 'help' && !rows.includes(command))).toEqual([]);
  });

  test('names every environment variable', () => {
    const source = readFileSync(join(ROOT, 'src/settings/environment.ts'), 'utf8');
    const variables = new Set([...source.matchAll(/'([A-Z]+_[A-Z_]+)'/g)].map(([, variable = '']) => variable));
    expect(variables.size).toBeGreaterThan(4);
    expect([...variables].filter((variable) => !readme.includes(`| \`${variable}\``))).toEqual([]);
  });

  test('names every runtime dependency and why it is there', () => {
    const [, table = ''] = readme.split('| package');
    // The same driver, in the version that Node 20 needs.
    const installed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const packages = installed.filter((name) => !name.endsWith('-node20'));
    expect(packages.filter((name) => !new RegExp(`[| ,]${name}[ ,]`).test(table))).toEqual([]);
  });

  test.each([...PAGES, 'config/README.md', 'jobs/README.md', 'test/README.md', 'test/statbank/README.md'])(
    'and the pages beside it link to what is there: %s',
    (page) => {
      const text = readFileSync(join(ROOT, page), 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
      expect(links.filter((link) => !existsSync(join(ROOT, page, '..', link)))).toEqual([]);
    },
  );

  test.each(PAGES)('and the pages beside it name files and folders that are there: %s', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const paths = [...text.matchAll(/`((?:config|jobs|test|src|drizzle|deploy|bench|docs)\/[\w./-]+)`/g)];
    expect(paths.length).toBeGreaterThan(4);
    expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
