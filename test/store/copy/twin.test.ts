import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { publishAnalystCopy } from '../../../src/store/copy/analyst-copy.ts';
import { startRun, finishRun } from '../../../src/store/runs/runs.ts';
import { Database } from '../../../src/store/sqlite-driver.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import type { Store } from '../../../src/store/store.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { storeWithRun, temporaryFolder } from '../support/temporary-database.ts';

const release = { applicationVersion: '0.1.0', createdAt: '2024-01-05T08:00:00.000Z' };
const accept = () => 'keep' as const;
const SERIES = 300;

describe('the private twin of the copy', () => {
  it('is written to for what has changed alone', () => {
    const { store, runId, copy, twin } = published(['first', 'second', 'third', 'fourth']);
    const before = pagesOf(twin);
    storePublication(store, figures('second', 2), accept, runId);
    publishAnalystCopy(store, copy, release);
    const of = (dataset: string) => read(copy, `SELECT max(value) FROM out_${dataset}`);
    expect(['first', 'second', 'third', 'fourth'].map(of)).toEqual([1, 2, 1, 1]);
    expect(changedPages(before, pagesOf(twin)) / before.length).toBeLessThan(0.45);
  });

  it('is hardly written to for a run that found nothing, which the copy tells of all the same', () => {
    const { store, copy, twin } = published(['first', 'second']);
    const before = pagesOf(twin);
    const runId = startRun(store, { trigger: 'schedule', jobs: ['jobs'], startedAt: '2024-01-06T05:00:00.000Z' });
    finishRun(store, runId, {
      ...{ outcome: 'failed', requests: 1, message: 'No answer.', finishedAt: '2024-01-06T05:01:00.000Z' },
    });
    publishAnalystCopy(store, copy, { ...release, createdAt: '2024-01-06T05:01:00.000Z' });
    expect(read(copy, "SELECT message FROM out_run WHERE outcome = 'failed'")).toBe('No answer.');
    expect(read(copy, 'SELECT generated_at FROM meta_release')).toBe('2024-01-06T05:01:00.000Z');
    expect(changedPages(before, pagesOf(twin))).toBeLessThan(12);
  });

  it('follows a dataset that gets other dimensions', () => {
    const { store, runId, copy } = published(['first']);
    const other = regions({ '3301': [7, 8] });
    const changes = { datasetId: 'first', alternative: 'divisions', retrievedAt: '2024-01-02T08:00:00Z' };
    storePublication(store, buildPublication(other, changes), accept, runId);
    publishAnalystCopy(store, copy, release);
    expect(read(copy, 'SELECT count(*) FROM out_first')).toBe(2);
    expect(read(copy, 'SELECT count(*) FROM out_observation WHERE in_use = 0')).toBe(2 * SERIES);
  });

  it('follows labels and places that are others than they were', () => {
    const { store, copy } = published(['first']);
    store.sqlite.exec("UPDATE category SET label = 'Byen' WHERE code = 'K-1000'");
    store.sqlite.exec(
      "INSERT INTO out_place VALUES ('municipality', '1000', 0, 'Byen', '1000', 'Byen', NULL, NULL, 1)",
    );
    publishAnalystCopy(store, copy, release);
    expect(read(copy, "SELECT region || ' ' || municipality_code FROM out_first LIMIT 1")).toBe('Byen 1000');
    expect(read(copy, "SELECT count(*) FROM out_series WHERE region = 'Byen'")).toBe(1);
  });

  it.each([
    ['is gone', (twin: string) => rmSync(twin)],
    [
      'is no database',
      (twin: string) => writeFileSync(twin, 'nothing that SQLite knows, and long enough to be a header'.repeat(99)),
    ],
    ['is cut off', (twin: string) => writeFileSync(twin, readFileSync(twin).subarray(0, 40_000))],
    ['is damaged within', damage],
    ['belongs to another program', (twin: string) => change(twin, 'PRAGMA application_id = 7')],
    ['is of another version', (twin: string) => change(twin, 'PRAGMA user_version = 1')],
    ['has another shape', (twin: string) => change(twin, 'ALTER TABLE out_series ADD COLUMN more TEXT')],
    ['has a table of its own', (twin: string) => change(twin, 'CREATE TABLE more (x TEXT)')],
  ])('that %s is built anew, and the copy is right', (_, spoil) => {
    const { store, runId, copy, twin } = published(['first', 'second']);
    spoil(twin);
    storePublication(store, figures('second', 2), accept, runId);
    publishAnalystCopy(store, copy, release);
    expect(everything(copy)).toEqual(everythingAnew(store));
  });

  it('is put right by the next publication when the program is killed in the midst of one', () => {
    const { store, runId, copy, twin } = published(['first', 'second']);
    const [whole, was] = [readFileSync(twin), readFileSync(copy)];
    const open = new Database(twin);
    open.exec('PRAGMA cache_size = 1; BEGIN; DELETE FROM out_figure; UPDATE out_first SET value = 0');
    // What a killed process leaves: pages half written, and the journal that takes them back.
    const [half, journal] = [readFileSync(twin), readFileSync(`${twin}-journal`)];
    open.exec('ROLLBACK');
    open.close();
    expect(half.equals(whole)).toBe(false);
    writeFileSync(twin, half);
    writeFileSync(`${twin}-journal`, journal);
    expect(readFileSync(copy).equals(was)).toBe(true);
    storePublication(store, figures('second', 2), accept, runId);
    publishAnalystCopy(store, copy, release);
    expect(everything(copy)).toEqual(everythingAnew(store));
  });

  it('can be read by nobody but the program', () => {
    const { copy, twin } = published(['first']);
    expect((statSync(twin).mode & 0o077).toString(8)).toBe('0');
    expect((statSync(copy).mode & 0o444).toString(8)).toBe('444');
  });
});

/** Two figures of three hundred regions, each the number of the day. */
function figures(datasetId: string, day: number) {
  const cells = Array.from({ length: SERIES }, (_, index) => [`K-${1000 + index}`, [day, day]] as const);
  const retrievedAt = `2024-01-${String(day).padStart(2, '0')}T08:00:00Z`;
  return buildPublication(regions(Object.fromEntries(cells)), { datasetId, retrievedAt });
}

function published(datasets: readonly string[]) {
  const { store, runId } = storeWithRun();
  for (const dataset of datasets) storePublication(store, figures(dataset, 1), accept, runId);
  const folder = temporaryFolder();
  const copy = join(folder, 'copy.sqlite');
  publishAnalystCopy(store, copy, release);
  return { store, runId, copy, twin: join(folder, '.copy.sqlite.twin') };
}

function pagesOf(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const pages = Math.ceil(bytes.length / 4096);
  return Array.from({ length: pages }, (_, page) => bytes.toString('latin1', page * 4096, (page + 1) * 4096));
}

function changedPages(before: readonly string[], after: readonly string[]): number {
  return after.filter((page, index) => page !== before[index]).length;
}

/** Writes over pages in the middle, as a failing disk does. */
function damage(twin: string): void {
  const bytes = readFileSync(twin);
  bytes.fill(0xff, 10 * 4096, 40 * 4096);
  writeFileSync(twin, bytes);
}

function change(file: string, sql: string): void {
  const sqlite = new Database(file);
  sqlite.exec(sql);
  sqlite.close();
}

function read(file: string, query: string): unknown {
  const sqlite = open(file);
  return sqlite.prepare(query).pluck().get();
}

function open(file: string): Store['sqlite'] {
  const sqlite = new Database(file, { readonly: true });
  onTestFinished(() => void sqlite.close());
  return sqlite;
}

/** Every row of every table and view. */
function everything(file: string): Readonly<Record<string, unknown>> {
  const sqlite = open(file);
  const names = sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
    .pluck()
    .all();
  const rowsOf = (name: string): unknown => sqlite.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2, 3`).all();
  return Object.fromEntries(names.map((name) => [name, rowsOf(name)] as const));
}

function everythingAnew(store: Store): Readonly<Record<string, unknown>> {
  const copy = join(temporaryFolder(), 'anew.sqlite');
  publishAnalystCopy(store, copy, release);
  return everything(copy);
}
