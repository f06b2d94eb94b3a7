import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, openReadonly } from '../../src/store/open-database.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../support/cli.ts';
import { EXPECTED_ROWS } from './support/expected-rows.ts';
import {
  isInstalled,
  QUERIES_FOLDER,
  QUERY_FILES,
  QUERY_NAMES,
  READERS,
  readQuery,
  workedQuery,
} from './support/readers.ts';
import { buildWorkedDatabase, migrationsFolder } from './support/worked-database.ts';

const folder = temporaryFolder();
const file = join(folder.path, 'worked.sqlite');
/** What analysts open. */
const copy = join(folder.path, 'worked-analyst.sqlite');
let store: Store;
let reader: Store['sqlite'];

beforeAll(async () => {
  await buildWorkedDatabase(file);
  store = openDatabase(file, { migrationsFolder, readonly: true });
  reader = openReadonly(copy);
});

afterAll(() => {
  store.close();
  reader.close();
  folder.remove();
});

describe('the worked queries', () => {
  it('are at least twenty, each with expected rows', () => {
    expect(QUERY_NAMES.length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(EXPECTED_ROWS).sort()).toEqual(QUERY_NAMES);
  });

  it.each(QUERY_NAMES)('%s begins with the question it answers', (name) => {
    expect(readQuery(name)).toMatch(/^-- [A-Z][^\n]+\?\n/);
  });

  it.each(QUERY_NAMES)('%s is listed with its question', (name) => {
    const [question = ''] = readQuery(name).split('\n');
    expect(readFileSync(join(QUERIES_FOLDER, 'README.md'), 'utf8')).toContain(
      `- [${name}](${QUERY_FILES.get(name) ?? ''}): ${question.slice(3)}\n`,
    );
  });

  it.each(QUERY_NAMES)('%s reads views for analysts and nothing else', (name) => {
    const sql = readQuery(name).replace(/--.*/g, '');
    const named = [...sql.matchAll(/(\w+)(?: \([\w, ]+\))? AS \(/g)].map((match) => match[1]);
    const read = [...sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/g)].map((match) => match[1] ?? '');
    expect(read.filter((from) => !from.startsWith('out_') && !named.includes(from))).toEqual([]);
  });

  it.each(QUERY_NAMES)('%s answers as reckoned by hand', (name) => {
    expect(store.sqlite.prepare(workedQuery(name)).all()).toEqual(EXPECTED_ROWS[name]);
    expect(reader.prepare(workedQuery(name)).all()).toEqual(EXPECTED_ROWS[name]);
  });
});

// What analysts have besides this program; none of it is needed to build or to run it.
describe.each(READERS.map((program) => [program.name, program] as const))('%s', (name, program) => {
  const installed = isInstalled(program);

  it('gives the same rows for every worked query', (context) => {
    if (!installed) context.skip(`${name} is not installed on this machine.`);
    const queries = Object.fromEntries(QUERY_NAMES.map((query) => [query, workedQuery(query)]));
    expect(program.answer(copy, queries)).toEqual(EXPECTED_ROWS);
  });
});
