import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishAnalystCopy } from '../../../src/store/copy/analyst-copy.ts';
import { writeBackup } from '../../../src/store/files/backup.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { Database } from '../../../src/store/sqlite-driver.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { storeWithRun, temporaryFolder } from '../support/temporary-database.ts';

const release = { applicationVersion: '0.1.0', createdAt: '2024-01-05T08:00:00.000Z' };
const accept = () => 'keep' as const;

/** As much of sql.js as is used: SQLite 3.33 of 2020, compiled for JavaScript. */
interface OldSqlite {
  readonly Database: new (bytes: Uint8Array) => {
    exec(sql: string): readonly { readonly values: readonly (readonly unknown[])[] }[];
    close(): void;
  };
}

let old: OldSqlite;

beforeAll(async () => {
  const require = createRequire(import.meta.url);
  const load = require('sql.js') as (options: { readonly wasmBinary: Uint8Array }) => Promise<OldSqlite>;
  // By itself it would fetch what it has beside it, which it takes for an address.
  old = await load({ wasmBinary: readFileSync(require.resolve('sql.js/dist/sql-wasm.wasm')) });
});

describe('the copy in SQLite 3.33, which knows neither STRICT tables nor the JSON operators', () => {
  it('opens, is sound, and answers from every table and view as the newest does', () => {
    const { copy } = files();
    const database = new old.Database(readFileSync(copy));
    const newest = new Database(copy, { readonly: true });
    expect(database.exec('SELECT sqlite_version()')[0]?.values).toEqual([['3.33.0']]);
    expect(database.exec('PRAGMA integrity_check')[0]?.values).toEqual([['ok']]);
    for (const name of namesIn(copy)) {
      const columns = newest.prepare(`SELECT * FROM "${name}"`).columns();
      // By all of them: which of several rows comes first is left to the planner else.
      const query = `SELECT * FROM "${name}" ORDER BY ${columns.map((_, index) => index + 1).join(', ')}`;
      expect(database.exec(query)[0]?.values ?? [], name).toEqual(newest.prepare(query).raw().all());
    }
    newest.close();
    database.close();
  });

  it('uses nothing that came after SQLite 3.25', () => {
    const { copy } = files();
    const newest = new Database(copy, { readonly: true });
    const schema = newest.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').pluck().all().join(';\n');
    newest.close();
    const younger =
      /\bSTRICT\b|GENERATED ALWAYS|NULLS (FIRST|LAST)|FILTER \(|iif\(|->>?|MATERIALIZED|CHECK\s*\(|\bjson_/i;
    expect(younger.exec(schema.replace(/--.*/g, ''))).toBeNull();
  });
});

describe.skipIf(spawnSync('sqlite3', ['--version']).status !== 0)("Debian's own sqlite3", () => {
  it('calls the copy, the database and a backup sound', () => {
    const { copy, live, backup } = files();
    for (const file of [copy, live, backup]) expect(shell(file, 'PRAGMA integrity_check').trim(), file).toBe('ok');
  });

  it('puts the same rows into another database, of all three', () => {
    const { copy, live, backup } = files();
    for (const file of [copy, live, backup]) {
      const other = join(temporaryFolder(), 'other.sqlite');
      shell(other, shell(file, '.dump'));
      const rows = (of: string) =>
        namesIn(of).map((name) => [name, shell(of, `SELECT count(*) FROM "${name}"`).trim()]);
      expect(rows(other), file).toEqual(rows(file));
      expect(shell(other, 'PRAGMA integrity_check').trim(), file).toBe('ok');
    }
  });
});

/** A survey has no regions and a table no notes: columns that may be empty are. */
function files() {
  const { store, runId } = storeWithRun();
  const cube = regions({ 'K-3301': [50_000, 50_600], 'K-3203': ['.', ':'] });
  storePublication(store, buildPublication(cube), accept, runId);
  storePublication(store, buildPublication(cube, { datasetId: 'survey', table: null, regions: null }), accept, runId);
  const revised = regions({ 'K-3301': [50_000, 50_700], 'K-3203': ['.', ':'] });
  storePublication(store, buildPublication(revised, { retrievedAt: '2024-01-02T08:00:00Z' }), accept, runId);
  const folder = temporaryFolder();
  const [copy, backup] = [join(folder, 'copy.sqlite'), join(folder, 'backup.sqlite')];
  publishAnalystCopy(store, copy, release);
  writeBackup(store.sqlite, backup);
  return { copy, backup, live: store.file };
}

function shell(file: string, input: string): string {
  const done = spawnSync('sqlite3', ['-bail', file], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

function namesIn(file: string): readonly string[] {
  const sqlite = new Database(file, { readonly: true });
  try {
    const names =
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY name";
    return sqlite.prepare(names).pluck().all() as string[];
  } finally {
    sqlite.close();
  }
}
