import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { publishAnalystCopy } from '../src/store/copy/analyst-copy.ts';
import { hashFile } from '../src/store/files/replace-file.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { finishRun, startRun } from '../src/store/runs/runs.ts';
import type { Store } from '../src/store/store.ts';
import { storePublication } from '../src/store/intake/store-publication.ts';
import { readWorkedQueries } from '../src/store/dictionary/worked-queries.ts';
import { buildWorkedDatabase } from '../test/queries/support/worked-database.ts';
import { buildLargePublication, LARGE, SMALL, type TableSize } from './large-publication.ts';
import { Database } from '../src/store/sqlite-driver.ts';
import { bytesOf, costsOf, timeOf, timeOfCopying } from './queries/copy-costs.ts';
import { LOOKUPS } from './queries/lookups.ts';
import { describeMachine } from './machine.ts';

// `npm run bench:queries -- [--small]`: how long each worked query and lookup takes on the analysts' copy, what the copy
// costs to publish, and how many bytes a figure takes in both files.
const TIMES_ASKED = 5;

const root = findProjectRoot(import.meta.url);
const migrationsFolder = join(root, 'drizzle');
const isSmall = process.argv.includes('--small');
const [tables, size] = isSmall ? [2, SMALL] : [20, LARGE];

const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-bench-'));
const file = join(folder, 'bench.sqlite');
const copy = join(folder, 'bench-analyst.sqlite');
try {
  const described = describeMachine();
  await buildWorkedDatabase(file);
  publish();
  const before = { live: bytesOf(file), copy: bytesOf(copy) };
  const intake = takeInAll();
  const publishing = publishAll();
  const report = {
    ...described,
    tables,
    cells: cellsOf(size),
    ...intake,
    ...publishing,
    ...sizes(before),
    queries: time(readQueries()),
    lookups: time(Object.entries(LOOKUPS)),
    costs: costsOf(copy),
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

function publish(): void {
  const store = openDatabase(file, { migrationsFolder });
  try {
    publishAnalystCopy(store, copy, { applicationVersion: 'bench', createdAt: new Date().toISOString() });
  } finally {
    store.close();
  }
}

/** The copy after all tables are new, after one of them is revised, and after a run that has found nothing. */
function publishAll() {
  process.stderr.write('publishing the copy\n');
  const publishAllMs = timeOf(publish);
  reviseOne();
  const publishOneMs = timeOf(publish);
  const publishQuietMs = timeOf(publish);
  const copyingMs = timeOfCopying(copy);
  // Queries are timed with the file in the cache of the system, as after a run.
  hashFile(copy);
  return { publishAllMs, publishOneMs, publishQuietMs, copyingMs };
}

function reviseOne(): void {
  const store = openDatabase(file, { migrationsFolder });
  try {
    const runId = startRun(store, { trigger: 'command', jobs: ['bench'], startedAt: '2026-04-02T09:00:00.000Z' });
    const publication = buildLargePublication({ number: 1, size }, 'first');
    storePublication(store, { ...publication, retrievedAt: '2026-04-02T09:00:00.000Z' }, () => 'keep', runId);
  } finally {
    store.close();
  }
}

function sizes(before: { readonly live: number; readonly copy: number }) {
  const store = openDatabase(file, { migrationsFolder, readonly: true });
  try {
    const count = (table: string) => store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    const [observations, revisions, series] = [count('observation'), count('observation_revision'), count('series')];
    const [bytes, copyBytes] = [bytesOf(file), bytesOf(copy)];
    const perFigure = (all: number) => Number((all / (tables * cellsOf(size))).toFixed(1));
    const bytesPerObservation = perFigure(bytes - before.live);
    const copyBytesPerObservation = perFigure(copyBytes - before.copy);
    return { observations, revisions, series, bytes, bytesPerObservation, copyBytes, copyBytesPerObservation };
  } finally {
    store.close();
  }
}

function readQueries(): readonly (readonly [string, string])[] {
  return readWorkedQueries().map(({ name, sql }) => [name, sql]);
}

/** The first time each query is asked of the copy, and the median of those after it, in milliseconds. */
function time(queries: readonly (readonly [string, string])[]) {
  return queries.map(([query, sql]) => {
    const sqlite = new Database(copy, { readonly: true });
    try {
      const ask = () => {
        const [started, before] = [performance.now(), process.cpuUsage()];
        const rows = sqlite.prepare(sql).all().length;
        const { user, system } = process.cpuUsage(before);
        return { rows, ms: performance.now() - started, cpuMs: (user + system) / 1000 };
      };
      const first = ask();
      const later = Array.from({ length: TIMES_ASKED }, () => ask().ms).sort((a, b) => a - b);
      const median = later[Math.floor(TIMES_ASKED / 2)] ?? first.ms;
      const firsts = { firstMs: round(first.ms), firstCpuMs: round(first.cpuMs) };
      const result = { query, rows: first.rows, ...firsts, medianMs: round(median) };
      process.stderr.write(`${query}: ${result.firstMs}, ${result.medianMs} ms\n`);
      return result;
    } finally {
      sqlite.close();
    }
  });
}

function round(ms: number): number {
  return Number(ms.toFixed(1));
}

function print(report: ReturnType<typeof sizes> & ReturnType<typeof publishAll> & Timed): void {
  const lines = [...report.queries, ...report.lookups].map(
    ({ query, rows, firstMs, firstCpuMs, medianMs }) =>
      `${query.padEnd(32)} ${String(rows).padStart(7)} rows ${String(firstMs).padStart(9)} ms, ` +
      `of the processor ${String(firstCpuMs).padStart(7)} ms, later ${String(medianMs).padStart(7)} ms`,
  );
  const { observations, revisions, bytes, bytesPerObservation, copyBytes, copyBytesPerObservation } = report;
  const { publishAllMs, publishOneMs, publishQuietMs, copyingMs } = report;
  const costs = report.costs.map(
    ({ name, bytes: taken, rows, buildMs }) =>
      `${name.padEnd(60)} ${(taken / rows).toFixed(1).padStart(7)} bytes a row ${buildMs === null ? '' : `${buildMs} ms`}`,
  );
  process.stdout.write(
    `${lines.join('\n')}\n${costs.join('\n')}\n` +
      `${observations} figures and ${revisions} revisions: ${bytes} bytes, ${bytesPerObservation} a figure; ` +
      `the copy ${copyBytes}, ${copyBytesPerObservation} a figure\n` +
      `published anew in ${publishAllMs} ms, after one table in ${publishOneMs}, after none in ${publishQuietMs}, ` +
      `of which copying the file is ${copyingMs}\n`,
  );
}

interface Timed {
  readonly queries: ReturnType<typeof time>;
  readonly lookups: ReturnType<typeof time>;
  readonly costs: ReturnType<typeof costsOf>;
}
