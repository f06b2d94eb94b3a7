import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Database, DRIVER_PACKAGE } from '../../../src/store/sqlite-driver.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PipelineError } from '../../../src/model/errors.ts';
import { publishAnalystCopy } from '../../../src/store/copy/analyst-copy.ts';
import type { CopyManifest } from '../../../src/store/copy/copy-manifest.ts';
import type { Store } from '../../../src/store/store.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { storeWithRun, temporaryFolder } from '../support/temporary-database.ts';

const release = { applicationVersion: '0.1.0', createdAt: '2024-01-05T08:00:00.000Z' };
const accept = () => 'keep' as const;

/** The twin is nobody's but the program's. */
const FILES = ['.copy.sqlite.twin', 'copy.sqlite', 'copy.sqlite.manifest.json', 'copy.sqlite.metadata.json'];

describe("the analysts' copy", () => {
  it('is one file that needs no other, in rollback-journal mode', () => {
    const { folder, copy } = published();
    expect(readdirSync(folder)).toEqual(FILES);
    expect(open(copy).pragma('journal_mode', { simple: true })).toBe('delete');
  });

  it('is sound, and marked as a database of this program', () => {
    const { copy, store } = published();
    const reader = open(copy);
    const pragma = (name: string) => reader.pragma(name, { simple: true });
    expect([pragma('integrity_check'), reader.pragma('foreign_key_check')]).toEqual(['ok', []]);
    expect(pragma('application_id')).toBe(store.sqlite.pragma('application_id', { simple: true }));
    expect(pragma('user_version')).toBe(store.sqlite.pragma('user_version', { simple: true }));
  });

  it('holds what is named out_ and meta_ and nothing else, row by row as the database has it', () => {
    const { copy, store } = published();
    const reader = open(copy);
    const names = namesIn(reader);
    expect(names).toEqual(namesIn(store.sqlite).filter((name) => /^(out|meta)_/.test(name)));
    for (const name of names.filter((one) => one.startsWith('out_'))) {
      const rows = (db: Store['sqlite']) => db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2, 3`).all();
      expect(rows(reader), name).toEqual(rows(store.sqlite));
    }
    expect(reader.prepare('SELECT count(*) FROM out_jobs_by_industry').pluck().get()).toBe(4);
  });

  it('says in itself what made it and when', () => {
    const { copy, store } = published();
    const version = store.sqlite.pragma('user_version', { simple: true });
    expect(open(copy).prepare('SELECT * FROM meta_release').all()).toEqual([
      { id: 1, schema_version: version, application_version: '0.1.0', generated_at: release.createdAt },
    ]);
  });

  it('comes with a manifest of its bytes, its version, its newest publication and its rows', () => {
    const { copy, store } = published();
    const manifest = JSON.parse(readFileSync(`${copy}.manifest.json`, 'utf8')) as CopyManifest;
    expect(manifest).toMatchObject({
      file: 'copy.sqlite',
      sha256: createHash('sha256').update(readFileSync(copy)).digest('hex'),
      bytes: statSync(copy).size,
      schemaVersion: store.sqlite.pragma('user_version', { simple: true }),
      ...release,
      newest: { publication: 1, retrievedAt: '2024-01-01T08:00:00.000Z' },
    });
    expect(manifest.tables).toMatchObject({ out_figure: 4, out_publication: 1, out_run: 1, meta_release: 1 });
  });

  it('comes with metadata by which datasette explains its columns', () => {
    const { copy } = published();
    const metadata = readFileSync(`${copy}.metadata.json`, 'utf8');
    expect(JSON.parse(metadata)).toMatchObject({ databases: { copy: { tables: { out_jobs_by_industry: {} } } } });
  });

  it('opens and answers in a folder and a file the reader may not write to', () => {
    const { folder, copy } = published();
    chmodSync(copy, 0o444);
    chmodSync(folder, 0o555);
    const rows = asOrdinaryUser(() => open(copy).prepare('SELECT count(*) FROM out_observation').pluck().get());
    expect([rows, readdirSync(folder)]).toEqual([4, FILES]);
  });

  it('is replaced under a reader that goes on reading what it opened', () => {
    const { copy, store, runId } = published();
    const before = open(copy);
    storePublication(store, figures(2), accept, runId);
    publishAnalystCopy(store, copy, release);
    const value = (db: Store['sqlite']) => db.prepare('SELECT max(value) FROM out_jobs_by_industry').pluck().get();
    expect([value(before), value(open(copy))]).toEqual([1, 2]);
  });

  it('takes away the drafts of a run that was killed', () => {
    const { folder, copy, store } = published();
    writeFileSync(join(folder, '.copy.sqlite.draft-killed'), 'half');
    writeFileSync(join(folder, '.copy.sqlite.draft-killed-journal'), 'half');
    publishAnalystCopy(store, copy, release);
    expect(readdirSync(folder)).toEqual(FILES);
  });

  it('cannot be put where a folder stands, and leaves nothing behind', () => {
    const { folder, store } = published();
    mkdirSync(join(folder, 'taken.sqlite'));
    const error = failureOf(() => publishAnalystCopy(store, join(folder, 'taken.sqlite'), release));
    expect(error.hint).toContain('set ANALYST_COPY');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual(['.copy.sqlite.twin']);
    expect(() => store.sqlite.prepare('SELECT 1 FROM copy.publication')).toThrow('no such table');
  });
});

describe('ten readers over repeated publications', () => {
  it('never meet an error or a half state', { timeout: 60_000 }, async () => {
    const { copy, store, runId } = published();
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const readers = Array.from({ length: 10 }, () => startReader(copy, stop));
    await Promise.all(readers.map(({ started }) => started));
    for (let day = 2; day <= 7; day += 1) {
      storePublication(store, figures(day), accept, runId);
      publishAnalystCopy(store, copy, release);
      // Gives the readers' messages a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    Atomics.store(stop, 0, 1);
    const results = await Promise.all(readers.map(({ finished }) => finished));
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    expect(results.filter(({ reads }) => reads < 10)).toEqual([]);
    expect(Math.max(...results.map(({ states }) => states))).toBeGreaterThan(2);
  });
});

interface ReaderResult {
  readonly reads: number;
  readonly states: number;
  readonly problems: readonly string[];
}

/** Every figure of a publication is its day, so a mixture of two publications shows; so does a missing row. */
const READER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require(workerData.driver);
  const problems = [];
  const seen = new Set();
  let reads = 0;
  while (Atomics.load(workerData.stop, 0) === 0) {
    try {
      const db = new Database(workerData.copy, { readonly: true, fileMustExist: true, timeout: 0 });
      const [day, last, rows] = db.prepare('SELECT min(value), max(value), count(*) FROM out_jobs_by_industry').raw().get();
      const publications = db.prepare('SELECT count(*) FROM out_publication').pluck().get();
      const release = db.prepare('SELECT count(*) FROM meta_release').pluck().get();
      db.close();
      seen.add(day);
      if (day !== last || rows !== 4 || publications !== day || release !== 1)
        problems.push('half state: ' + [day, last, rows, publications, release]);
    } catch (error) {
      problems.push(String(error));
    }
    reads += 1;
    if (reads === 1) parentPort.postMessage('started');
  }
  parentPort.postMessage({ reads, states: seen.size, problems });`;

function startReader(copy: string, stop: Int32Array) {
  const worker = new Worker(READER, { eval: true, workerData: { copy, stop, driver: DRIVER_PACKAGE } });
  const started = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  const finished = new Promise<ReaderResult>((resolve, reject) => {
    worker.on('message', (message: ReaderResult | string) => typeof message !== 'string' && resolve(message));
    worker.once('error', reject);
  });
  return { started, finished };
}

/** Four figures, each the number of the day. */
function figures(day: number) {
  const cube = regions({ 'K-3301': [day, day], 'K-3203': [day, day] });
  return buildPublication(cube, { retrievedAt: `2024-01-${String(day).padStart(2, '0')}T08:00:00Z` });
}

function published() {
  const { store, runId } = storeWithRun();
  storePublication(store, figures(1), accept, runId);
  const folder = temporaryFolder();
  const copy = join(folder, 'copy.sqlite');
  publishAnalystCopy(store, copy, release);
  expect(existsSync(copy)).toBe(true);
  return { store, runId, folder, copy };
}

function namesIn(sqlite: Store['sqlite']): readonly string[] {
  const names =
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY name";
  return sqlite.prepare(names).pluck().all() as string[];
}

function open(file: string): Store['sqlite'] {
  const reader = new Database(file, { readonly: true, fileMustExist: true });
  onTestFinished(() => void reader.close());
  return reader;
}

function failureOf(work: () => unknown): PipelineError {
  try {
    work();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

/** Root may write everywhere, so a test of closed doors becomes somebody else for a moment. */
function asOrdinaryUser<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
