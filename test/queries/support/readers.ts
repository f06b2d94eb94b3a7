import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../../support/cli.ts';
import type { QueryRow } from './expected-rows.ts';

export const QUERIES_FOLDER = join(ROOT, 'deploy', 'queries');

/** The file of each query, from the folder, by the name of the query. */
export const QUERY_FILES: ReadonlyMap<string, string> = new Map(
  readdirSync(QUERIES_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => [basename(file, '.sql'), file]),
);

export const QUERY_NAMES = [...QUERY_FILES.keys()].sort();

export function readQuery(name: string): string {
  return readFileSync(join(QUERIES_FOLDER, QUERY_FILES.get(name) ?? name), 'utf8');
}

/** What the worked database has for each choice that stands in the queries, changed as an analyst would change it. */
const CHOICES: readonly (readonly [string, string])[] = [
  ["'kristiansand'", "'sor'"],
  ["'asss'", "'cities'"],
  ["'baerum'", "'nordby'"],
  ["'sandnes'", "'sorbyen'"],
];

/** A query as it is asked of the worked database. */
export function workedQuery(name: string): string {
  return CHOICES.reduce((sql, [asked, worked]) => sql.replaceAll(asked, worked), readQuery(name));
}

/** Rows by the name of the query. */
type Answers = Readonly<Record<string, readonly QueryRow[]>>;

/** A program an analyst may have, which is not part of this one. */
export interface Reader {
  readonly name: string;
  /** A call that succeeds where the program is installed. */
  readonly probe: readonly string[];
  /** What it answers to queries by name. Throws with what the program wrote when it fails. */
  readonly answer: (file: string, queries: Readonly<Record<string, string>>) => Answers;
}

const PYTHON = `
import json, sqlite3, sys
connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
connection.row_factory = sqlite3.Row
rows = lambda sql: [dict(row) for row in connection.execute(sql)]
print(json.dumps({name: rows(sql) for name, sql in json.load(sys.stdin).items()}))`;

export const READERS: readonly Reader[] = [
  {
    name: 'the sqlite3 shell',
    probe: ['sqlite3', '--version'],
    answer: oneByOne((file, sql) => run(['sqlite3', '-readonly', '-json', file], sql)),
  },
  {
    name: "Python's sqlite3",
    probe: ['python3', '-c', 'import sqlite3'],
    answer: (file, queries) => run(['python3', '-c', PYTHON, file], JSON.stringify(queries)) as Answers,
  },
  {
    name: 'sqlite-utils',
    probe: ['sqlite-utils', '--version'],
    answer: oneByOne((file, sql) => run(['sqlite-utils', 'query', file, '--', sql])),
  },
];

export function isInstalled({ probe }: Reader): boolean {
  const [command, ...words] = probe;
  return spawnSync(command ?? '', words).status === 0;
}

function oneByOne(answer: (file: string, sql: string) => unknown): Reader['answer'] {
  return (file, queries) =>
    Object.fromEntries(Object.entries(queries).map(([name, sql]) => [name, answer(file, sql) as readonly QueryRow[]]));
}

/** What a program writes, read as JSON; nothing written is no rows. */
function run([command, ...words]: readonly string[], input = ''): unknown {
  const done = spawnSync(command ?? '', words, { encoding: 'utf8', input });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout.trim() === '' ? [] : JSON.parse(done.stdout);
}
