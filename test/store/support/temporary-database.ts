import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { startRun } from '../../../src/store/runs/runs.ts';
import type { Store } from '../../../src/store/store.ts';
import { openForTest } from '../../support/database/empty-database.ts';

export const migrationsFolder = new URL('../../../drizzle', import.meta.url).pathname;

const folders: string[] = [];
const stores: Store[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-store-'));
  folders.push(folder);
  return folder;
}

/** A fresh database in a file, with the real migrations; closed and removed after the test. */
export function temporaryStore(file = join(temporaryFolder(), 'test.sqlite')): Store {
  const store = openForTest(file);
  stores.push(store);
  return store;
}

/** A fresh database with one run to do things in. */
export function storeWithRun(): { store: Store; runId: number } {
  const store = temporaryStore();
  const runId = startRun(store, { trigger: 'command', jobs: ['jobs'], startedAt: '2024-01-01T05:00:00.000Z' });
  return { store, runId };
}

/** Every row of every table, for comparing a database before and after. */
export function dump(store: Store): Record<string, unknown> {
  const tables = store.sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((table) => [table, rows(store, `SELECT * FROM "${table}"`)]));
}

export function rows(store: Store, query: string, ...values: unknown[]): Record<string, unknown>[] {
  return store.sqlite.prepare(query).all(...values) as Record<string, unknown>[];
}

export function count(store: Store, table: string): number {
  return store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}
