import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { finishRun, startRun } from '../src/store/runs/runs.ts';
import type { Store } from '../src/store/store.ts';
import { storePublication } from '../src/store/intake/store-publication.ts';
import { buildWorkedDatabase } from '../test/queries/support/worked-database.ts';
import { buildLargePublication, LARGE, SMALL, type TableSize } from './large-publication.ts';
import { describeMachine } from './machine.ts';

// `npm run bench:queries -- [--small]`: how long each worked query takes, and how many bytes a figure.
const TIMES_ASKED = 5;

const root = findProjectRoot(import.meta.url);
const migrationsFolder = join(root, 'drizzle');
const isSmall = process.argv.includes('--small');
const [tables, size] = isSmall ? [2, SMALL] : [20, LARGE];

const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-bench-'));
const file = join(folder, 'bench.sqlite');
try {
  const described = describeMachine();
  await buildWorkedDatabase(file);
  const bytesBefore = statSync(file).size;
  const intake = takeInAll();
  const report = {
    ...described,
    tables,
    cells: cellsOf(size),
    ...intake,
    ...sizes(bytesBefore),
    queries: time(),
  };
  print(report);
  const results = join(root, 'bench', 'results');
  mkdirSync(results, { recursive: true });
  const name = isSmall ? 'queries-small.json' : 'queries.json';
  writeFileSync(join(results, name), `${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

function cellsOf({ regions, industries, sexes, years }: TableSize): number {
  return regions * industries * sexes * years;
}

/** Takes every table in, and its second edition after it; gives the seconds of both. */
function takeInAll() {
  const store = openDatabase(file, { migrationsFolder });
  try {
    const secondsFirst = takeInEdition(store, 'first');
    const secondsRevised = takeInEdition(store, 'second');
    return { secondsFirst, secondsRevised };
  } finally {
    store.close();
  }
}

function takeInEdition(store: Store, edition: 'first' | 'second'): number {
  const runId = startRun(store, { trigger: 'command', jobs: ['bench'], startedAt: '2026-03-02T09:00:00.000Z' });
  let seconds = 0;
  for (let number = 1; number <= tables; number += 1) {
    const publication = buildLargePublication({ number, size }, edition);
    const started = performance.now();
    storePublication(store, publication, () => 'keep', runId);
    const took = (performance.now() - started) / 1000;
    seconds += took;
    process.stderr.write(`${edition} edition of table ${number} of ${tables}: ${took.toFixed(1)} s\n`);
  }
  const end = {
    outcome: 'succeeded',
    requests: 0,
    message: 'Taken in.',
    finishedAt: '2026-03-02T10:00:00.000Z',
  } as const;
  finishRun(store, runId, end);
  return Number(seconds.toFixed(2));
}

function sizes(bytesBefore: number) {
  const store = openDatabase(file, { migrationsFolder, readonly: true });
  try {
    const count = (table: string) => store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    const [observations, revisions, series] = [count('observation'), count('observation_revision'), count('series')];
    const bytes = statSync(file).size;
    const bytesPerObservation = Number(((bytes - bytesBefore) / (tables * cellsOf(size))).toFixed(1));
    return { observations, revisions, series, bytes, bytesPerObservation };
  } finally {
    store.close();
  }
}

/** The first time each query is asked, and the median of those after it, in milliseconds. */
function time() {
  const queries = join(root, 'deploy', 'queries');
  const names = readdirSync(queries).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const store = openDatabase(file, { migrationsFolder, readonly: true });
    try {
      const statement = store.sqlite.prepare(readFileSync(join(queries, name), 'utf8'));
      const ask = () => {
        const started = performance.now();
        const rows = statement.all().length;
        return { rows, ms: performance.now() - started };
      };
      const first = ask();
      const later = Array.from({ length: TIMES_ASKED }, () => ask().ms).sort((a, b) => a - b);
      const median = later[Math.floor(TIMES_ASKED / 2)] ?? first.ms;
      const result = {
        query: basename(name, '.sql'),
        rows: first.rows,
        firstMs: round(first.ms),
        medianMs: round(median),
      };
      process.stderr.write(`${result.query}: ${result.medianMs} ms\n`);
      return result;
    } finally {
      store.close();
    }
  });
}

function round(ms: number): number {
  return Number(ms.toFixed(1));
}

function print(
  report: ReturnType<typeof describeMachine> & ReturnType<typeof sizes> & { queries: ReturnType<typeof time> },
) {
  const lines = report.queries.map(
    ({ query, rows, firstMs, medianMs }) =>
      `${query.padEnd(28)} ${String(rows).padStart(7)} rows ${String(firstMs).padStart(9)} ms ${String(medianMs).padStart(9)} ms`,
  );
  const { observations, revisions, bytes, bytesPerObservation } = report;
  process.stdout.write(
    `${lines.join('\n')}\n${observations} figures and ${revisions} revisions in ${bytes} bytes: ${bytesPerObservation} bytes a figure\n`,
  );
}
