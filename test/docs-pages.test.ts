import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/cli.ts';
import { typeCommand } from './support/command-line.ts';
import { ALL_PAGES, anchorsOf, DOCS, isInRepository, proseOf, readPage } from './support/documentation.ts';

const readme = readPage('README.md');
const linesOf = (page: string) => readPage(page).trimEnd().split('\n');

describe('the README', () => {
  test('has at most 150 lines, and the page for contributors 60', () => {
    expect(linesOf('README.md').length).toBeLessThanOrEqual(150);
    expect(linesOf('CONTRIBUTING.md').length).toBeLessThanOrEqual(60);
  });

  test('names every command among the tasks', async () => {
    const { stdout } = await typeCommand(['--help'], {});
    const [, list = ''] = stdout.split('\nCommands:\n');
    const commands = [...list.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, command = '']) => command);
    expect(commands.length).toBeGreaterThan(7);
    const rows = readme.split('\n').filter((line) => line.startsWith('|'));
    const named = rows.flatMap((row) => [...row.matchAll(/`([a-z]+)/g)].map(([, command = '']) => command));
    // Two commands that need no row: `help`, and `config`, which stands there as `config check`.
    expect(commands.filter((command) => command !== 'help' && !named.includes(command))).toEqual([]);
  });

  test('leads to every page of docs/', () => {
    expect(DOCS.length).toBeGreaterThan(5);
    expect(DOCS.filter((page) => !readme.includes(`](${page})`))).toEqual([]);
  });
});

describe('the pages', () => {
  test.each(['CONTRIBUTING.md', ...DOCS])('say first whom they are for: %s', (page) => {
    expect(linesOf(page)[2]).toMatch(/^For (those who|developers|analysts)\b/);
  });

  test.each(['README.md', 'CONTRIBUTING.md', ...DOCS])('have lines that fit a screen: %s', (page) => {
    const lines = proseOf(page).split('\n');
    const isTable = (line: string) => line.startsWith('|');
    expect(lines.filter((line) => !isTable(line) && line.length > 120)).toEqual([]);
    expect(lines.filter((line) => isTable(line) && line.length > 150)).toEqual([]);
  });

  test('are all found', () => {
    expect(ALL_PAGES).toEqual(expect.arrayContaining(['README.md', 'deploy/DATA.md', 'test/faults/README.md']));
  });

  test.each(ALL_PAGES)('link to files, folders and headings that are there: %s', (page) => {
    const links = [...proseOf(page).matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !isThere(page, link))).toEqual([]);
  });

  test('are told apart from what is not there', () => {
    expect(isThere('README.md', 'docs/operate.md#run-by-hand')).toBe(true);
    expect(isThere('docs/operate.md', '#run-by-hand')).toBe(true);
    expect(isThere('README.md', 'docs/operate.md#run-by-foot')).toBe(false);
    expect(isThere('README.md', 'docs/nowhere.md')).toBe(false);
  });
});

/** Is the target of a link on a page there: the file or folder, and the heading in it? */
function isThere(page: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : posix.join(posix.dirname(page), file);
  if (anchor === undefined) return isInRepository(target);
  return existsSync(join(ROOT, target)) && statSync(join(ROOT, target)).isFile() && anchorsOf(target).includes(anchor);
}

describe('what a page lists', () => {
  test('is every environment variable', () => {
    const source = readPage('src/settings/environment.ts');
    const variables = new Set([...source.matchAll(/'([A-Z]+_[A-Z_]+)'/g)].map(([, variable = '']) => variable));
    expect(variables.size).toBeGreaterThan(4);
    expect([...variables].filter((name) => !readPage('docs/operate.md').includes(`| \`${name}\``))).toEqual([]);
  });

  test('is every exit code, with the words of the help', async () => {
    const { stdout } = await typeCommand(['--help'], {});
    const [, codes = ''] = stdout.split('\nExit codes:\n');
    const told = [...codes.matchAll(/(\d) {3}|(\d) /g)].length;
    const rows = [...readPage('docs/operate.md').matchAll(/^\| (\d) +\| ([^|]+?) +\|/gm)];
    expect(rows.map(([, code]) => Number(code))).toEqual(Array.from({ length: told }, (_, code) => code));
    for (const [, code = '', meaning = ''] of rows)
      expect(codes.replaceAll(/\s+/g, ' ')).toContain(`${code} ${meaning}`);
  });

  test('is every package the program runs on, and why', () => {
    const manifest = JSON.parse(readPage('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
    const [, table = ''] = readPage('docs/architecture.md').split('| package');
    // The same driver, in the version that Node 20 needs.
    const installed = Object.keys({ ...manifest['dependencies'], ...manifest['peerDependencies'] });
    const packages = installed.filter((name) => !name.endsWith('-node20'));
    expect(packages.length).toBeGreaterThan(5);
    expect(packages.filter((name) => !new RegExp(`[| ,]${name}[ ,]`).test(table))).toEqual([]);
  });

  test('is every room, and no other', () => {
    const [, table = ''] = readPage('docs/architecture.md').split('\n## Rooms\n');
    const rooms = [...(table.split('\n\nA **pure**')[0] ?? '').matchAll(/^\| `([a-z]+)`/gm)].map(([, room]) => room);
    const folders = readdirSync(join(ROOT, 'src'));
    expect(rooms.toSorted()).toEqual(folders.toSorted());
  });

  test.each(['app', 'store'])('is every part of %s', (room) => {
    const [, text = ''] = readPage('docs/architecture.md').split('\n| `app/…`');
    const parts = readdirSync(join(ROOT, 'src', room), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(parts.map(({ name }) => name).filter((name) => !text.includes(`| \`${name}\` `))).toEqual([]);
  });

  test('is every rule and measure', () => {
    const page = readPage('docs/indicators.md');
    const rules = [...readPage('src/model/plan/rule-shape.ts').matchAll(/^ {2}'?([a-z-]+)'?: hasShape/gm)];
    expect(rules.length).toBeGreaterThan(8);
    const [, measures = ''] = /const MEASURES = \[(.+)\]/.exec(readPage('src/model/plan/indicator.ts')) ?? [];
    const names = [...rules.map(([, rule = '']) => rule), ...measures.replaceAll(/[' ]/g, '').split(',')];
    expect(names.filter((name) => !page.includes(`| \`${name}\` `))).toEqual([]);
  });
});

describe('the page of evidence', () => {
  const page = readPage('docs/evidence.md').replaceAll(/\s+/g, ' ');
  const results = (file: string): unknown => JSON.parse(readPage(`bench/results/${file}.json`));
  const whole = (count: number) => count.toLocaleString('en-GB');

  test('says of mutants, runtimes and the soak what their results say', () => {
    const mutation = results('mutation') as { readonly score: number; readonly mutants: number; readonly at: string };
    expect(page).toContain(
      `${mutation.score} % of ${whole(mutation.mutants)} mutants are killed (${mutation.at.slice(0, 10)})`,
    );
    const runtimes = results('runtimes') as readonly { readonly node: string; readonly passed: number }[];
    for (const { node, passed } of runtimes) {
      expect(page).toContain(`**${node.replace(/\.\d+$/, '')}**`);
      expect(page).toContain(`${whole(passed)} `);
    }
    const soak = results('soak') as { publications: number; measuredAt: string; readers: { queries: number } };
    expect(page).toContain(`all ${soak.publications} publications`);
    expect(page).toContain(`${whole(soak.readers.queries)} queries`);
    expect(page).toContain(soak.measuredAt);
  });

  test('counts the kills of the long runs', () => {
    const torture = results('torture') as Readonly<Record<string, { readonly kills: number }>>;
    const kills = Object.values(torture).map((run) => run.kills);
    expect(page).toContain(`killed ${whole(kills.reduce((sum, of) => sum + of, 0))} times`);
    for (const of of kills.filter((count) => count > 0)) expect(page).toContain(`| ${of} `);
  });
});
