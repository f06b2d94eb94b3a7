import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { startRun } from '../../src/store/runs/runs.ts';
import { count, dump, migrationsFolder, temporaryFolder, temporaryStore } from './support/temporary-database.ts';

describe('opening the database', () => {
  it('creates the folder and the file', () => {
    const file = join(temporaryFolder(), 'a', 'b', 'new.sqlite');
    temporaryStore(file);
    expect(existsSync(file)).toBe(true);
  });

  it('loses nothing that is committed, in a power cut either, and enforces references', () => {
    const { sqlite } = temporaryStore();
    const pragma = (name: string) => sqlite.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
  });

  it('marks the file as its own and numbers it by the migrations applied', () => {
    const { sqlite } = temporaryStore();
    expect(sqlite.pragma('application_id', { simple: true })).toBe(0x4e50554c);
    expect(sqlite.pragma('user_version', { simple: true })).toBe(migrationCount());
  });

  it('changes nothing when a database is opened again', () => {
    const file = join(temporaryFolder(), 'again.sqlite');
    openDatabase(file, { migrationsFolder }).close();
    const before = readFileSync(file);
    openDatabase(file, { migrationsFolder }).close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('leaves everything in the one file when it is closed', () => {
    const folder = temporaryFolder();
    openDatabase(join(folder, 'one.sqlite'), { migrationsFolder }).close();
    expect(readdirSync(folder)).toEqual(['one.sqlite']);
  });

  it('lets a reader read and not write', () => {
    const store = temporaryStore();
    const reader = openDatabase(store.file, { migrationsFolder, readonly: true });
    try {
      expect(count(reader, 'job_run')).toBe(0);
      expect(() => startRun(reader, { trigger: 'command', jobs: [], startedAt: '2024-01-01T00:00:00Z' })).toThrow(
        'closed to this user',
      );
    } finally {
      reader.close();
    }
  });

  it('says that another process is writing', () => {
    const store = temporaryStore();
    const other = temporaryStore(store.file);
    other.sqlite.pragma('busy_timeout = 1');
    store.sqlite.exec('BEGIN IMMEDIATE');
    const error = failureOf(() => startRun(other, { trigger: 'command', jobs: [], startedAt: '2024-01-01T00:00:00Z' }));
    store.sqlite.exec('ROLLBACK');
    expect([error.code, error.retry]).toEqual(['store-busy', 'transient']);
    expect(error.message).toContain('Another process is writing');
  });
});

describe('a database that is refused', () => {
  it('does not exist, and a reader does not make it', () => {
    const file = join(temporaryFolder(), 'missing.sqlite');
    const error = failureOf(() => openDatabase(file, { migrationsFolder, readonly: true }));
    expect(error.code).toBe('store-unavailable');
    expect(error.message).toBe(`There is no database at ${file} yet.`);
    expect(error.hint).toContain('naeringspuls ingest');
    expect(existsSync(file)).toBe(false);
  });

  it('is no database', () => {
    const file = join(temporaryFolder(), 'letter.sqlite');
    writeFileSync(file, 'Kjære kommune, dette er et brev og ingen database.\n'.repeat(100));
    expectRefusalWithoutChange(file, 'store-unavailable', `The file ${file} is not a SQLite database.`);
  });

  it('is damaged', () => {
    const file = join(temporaryFolder(), 'damaged.sqlite');
    openDatabase(file, { migrationsFolder }).close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 100, 4096);
    writeFileSync(file, bytes);
    expectRefusalWithoutChange(file, 'store-unavailable', `The database ${file} is damaged: SQLite cannot read it.`);
  });

  it('belongs to another program', () => {
    const file = join(temporaryFolder(), 'other.sqlite');
    editDatabase(file, 'PRAGMA application_id = 7');
    expectRefusalWithoutChange(file, 'store-migration', `The database ${file} belongs to another program.`);
  });

  it('was written by a newer version of the program, and both versions are named', () => {
    const file = join(temporaryFolder(), 'newer.sqlite');
    editDatabase(file, 'PRAGMA user_version = 99');
    expectRefusalWithoutChange(
      file,
      'store-migration',
      `The database ${file} has version 99, and this program knows versions up to ${migrationCount()}.`,
    );
  });

  it('is too old for a reader', () => {
    const file = join(temporaryFolder(), 'older.sqlite');
    editDatabase(file, 'PRAGMA user_version = 1');
    const error = failureOf(() => openDatabase(file, { migrationsFolder, readonly: true }));
    expect(error.code).toBe('store-migration');
    expect(error.message).toContain(`has version 1, and this command needs ${migrationCount()}`);
  });

  it('stands in a folder closed to the user', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    const file = join(folder, 'new.sqlite');
    const error = asOrdinaryUser(() => failureOf(() => openDatabase(file, { migrationsFolder })));
    expect(error.code).toBe('store-unavailable');
    expect(error.message).toBe(
      `The database ${file} cannot be opened or written: its folder or file is closed to this user.`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('was made before its folder was closed to the user', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'closed.sqlite');
    openDatabase(file, { migrationsFolder }).close();
    chmodSync(file, 0o666);
    chmodSync(folder, 0o555);
    const error = asOrdinaryUser(() => failureOf(() => openDatabase(file, { migrationsFolder })));
    expect([error.code, readdirSync(folder)]).toEqual(['store-unavailable', ['closed.sqlite']]);
  });

  it('is itself closed to the user', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'closed.sqlite');
    openDatabase(file, { migrationsFolder }).close();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o777);
    const error = asOrdinaryUser(() => failureOf(() => openDatabase(file, { migrationsFolder })));
    expect(error.message).toContain('cannot be written');
  });

  it('has a file where its folder should be', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const error = failureOf(() => openDatabase(join(folder, 'file', 'new.sqlite'), { migrationsFolder }));
    expect(error.code).toBe('store-unavailable');
  });
});

describe('a migration', () => {
  it('that fails leaves the database as it was and says its name', () => {
    const folder = temporaryFolder();
    const store = temporaryStore();
    startRun(store, { trigger: 'command', jobs: [], startedAt: '2024-01-01T00:00:00Z' });
    const before = dump(store);
    addMigration(folder, 'DELETE FROM job_run; SELECT no_such_function();');
    const error = failureOf(() => openDatabase(store.file, { migrationsFolder: folder }));
    expect(error.code).toBe('store-migration');
    expect(error.message).toContain('Migration 9999_broken could not be applied');
    expect(dump(store)).toEqual(before);
  });

  it('that would leave rows without what they refer to is refused', () => {
    const folder = temporaryFolder();
    const store = temporaryStore();
    addMigration(
      folder,
      "INSERT INTO delivery (alert_id, channel, message_key, state) VALUES (77, 'log', 'k', 'pending');",
    );
    const error = failureOf(() => openDatabase(store.file, { migrationsFolder: folder }));
    expect(error.message).toContain('left 1 rows');
    expect(count(store, 'delivery')).toBe(0);
  });

  it('cannot be read from an installation that is not complete', () => {
    const error = failureOf(() => openDatabase(join(temporaryFolder(), 'x.sqlite'), { migrationsFolder: '/nowhere' }));
    expect(error.code).toBe('store-migration');
    expect(error.hint).toContain('install the program again');
  });
});

function migrationCount(): number {
  return readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql')).length;
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

function expectRefusalWithoutChange(file: string, code: string, message: string): void {
  const before = readFileSync(file);
  for (const readonly of [false, true]) {
    const error = failureOf(() => openDatabase(file, { migrationsFolder, readonly }));
    expect(error.code).toBe(code);
    expect(error.message).toBe(message);
    expect(error.hint).not.toBe('');
  }
  expect(readFileSync(file).equals(before)).toBe(true);
}

function editDatabase(file: string, sql: string): void {
  const store = openDatabase(file, { migrationsFolder });
  store.sqlite.exec(sql);
  store.close();
}

function addMigration(folder: string, sql: string): void {
  const names = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
  for (const name of names) writeFileSync(join(folder, name), readFileSync(join(migrationsFolder, name)));
  writeFileSync(join(folder, '9999_broken.sql'), sql);
  mkdirSync(join(folder, 'meta'));
  const tags = [...names.map((name) => name.replace('.sql', '')), '9999_broken'];
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries: tags.map((tag) => ({ tag })) }));
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
