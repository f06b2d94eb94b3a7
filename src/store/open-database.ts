import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isClosed } from '../platform/file-owner.ts';
import { makeFolder } from '../platform/make-folder.ts';
import { Database } from './sqlite-driver.ts';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { PipelineError } from '../model/errors.ts';
import { writeBackup } from './files/backup.ts';
import { closedFileProblem, filesBeside } from './files/closed-file.ts';
import { refuseFolder, refuseForeignReader, requireDatabase, requireFile } from './files/refuse-file.ts';
import { rememberOpen } from './files/find-database.ts';
import { writeDictionary } from './dictionary/write-dictionary.ts';
import { applyMigrations, readMigrations, refuseForeignDatabase, refuseOlderDatabase } from './migrate.ts';
import { asStoreError } from './store-error.ts';
import type { Sqlite, Store } from './store.ts';
import { writeViews } from './views/write-views.ts';

const BUSY_TIMEOUT_MS = 10_000;
const WAL_PAUSE_MS = 20;
const WAL_SIZE_LIMIT = 64 * 1024 * 1024;
/** Beside another thread: large publications are written from end to end, and few of their pages are come back to. */
const CACHE_BESIDE_KIB = 2048;

export interface OpenOptions {
  readonly migrationsFolder: string;
  /** For commands that only read: the file must exist, be up to date, and is not written to. */
  readonly readonly?: boolean;
  /** For a thread that writes beside one that has opened the database for writing, and so has brought it up to date. */
  readonly beside?: boolean;
  /** For those who write and make none: a path without a database is refused. */
  readonly mustExist?: boolean;
}

/**
 * Opens the database, and unless read-only creates it, brings its tables up to date and writes its dictionary. Throws
 * `store-unavailable`, `store-migration` or `store-busy`; a file that is refused is left as it was.
 */
export function openDatabase(file: string, options: OpenOptions): Store {
  const path = resolve(file);
  const { readonly = false, beside = false, mustExist = false } = options;
  const isUpToDate = readonly || beside;
  const migrations = readMigrations(options.migrationsFolder);
  if (isUpToDate || mustExist) requireDatabase(path);
  if (readonly) refuseForeignReader(path);
  if (!isUpToDate) requireWritable(path);
  const isNew = !existsSync(path) || statSync(path).size === 0;
  let sqlite: Sqlite | undefined;
  try {
    sqlite = new Database(path, { readonly, fileMustExist: isUpToDate, timeout: BUSY_TIMEOUT_MS });
    refuseForeignDatabase(sqlite, path, migrations.length);
    if (!readonly) setUpWriting(sqlite);
    if (isUpToDate) refuseOlderDatabase(sqlite, path, migrations.length);
    else prepareForWriting(sqlite, path, migrations);
    if (beside) sqlite.pragma(`cache_size = -${CACHE_BESIDE_KIB}`);
    sqlite.pragma('foreign_keys = ON');
  } catch (error) {
    sqlite?.close();
    throw asStoreError(error, path);
  }
  const handle = sqlite;
  const forget = rememberOpen(path);
  const close = () => {
    if (!handle.open) return;
    closeDatabase(handle);
    forget();
  };
  return { file: path, isNew, sqlite: handle, drizzle: drizzle(handle), close };
}

function prepareForWriting(sqlite: Sqlite, path: string, migrations: ReturnType<typeof readMigrations>): void {
  keepLogOfWrites(sqlite);
  applyMigrations(sqlite, path, migrations, (version) => keepCopyBefore(path, version));
  writeViews(sqlite);
  writeDictionary(sqlite);
}

/**
 * Puts a new database into WAL mode. SQLite waits for no other connection with this, and two services that start on a new
 * file both ask for it: the one that comes too late tries again for as long as it would wait for any other lock.
 */
function keepLogOfWrites(sqlite: Sqlite): void {
  const pause = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (let waited = 0; ; waited += WAL_PAUSE_MS) {
    try {
      sqlite.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if ((error as { readonly code?: string }).code !== 'SQLITE_BUSY' || waited >= BUSY_TIMEOUT_MS) throw error;
      Atomics.wait(pause, 0, 0, WAL_PAUSE_MS);
    }
  }
}

function setUpWriting(sqlite: Sqlite): void {
  // A power cut must not lose a committed status change, and a handful of commits a day cost nothing.
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma(`journal_size_limit = ${WAL_SIZE_LIMIT}`);
}

/** Beside the database, as it was before it got a version. Read by another connection: this one is in a transaction. */
function keepCopyBefore(path: string, version: number): void {
  const reader = openReadonly(path);
  try {
    writeBackup(reader, `${path}.before-${version}.sqlite`);
  } finally {
    reader.close();
  }
}

/** Opens a file of SQLite as it is, whatever program and version it is of. Throws `store-unavailable`. */
export function openReadonly(file: string): Sqlite {
  const path = resolve(file);
  requireFile(path);
  refuseForeignReader(path);
  try {
    return new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw asStoreError(error, path);
  }
}

function closeDatabase(sqlite: Sqlite): void {
  try {
    if (!sqlite.readonly) tidyUp(sqlite);
  } catch (error) {
    // A lock or a full disk: tidying can wait, and what made the work fail is not to be hidden by it.
    if (!(asStoreError(error, sqlite.name) instanceof PipelineError)) throw error;
  } finally {
    sqlite.close();
  }
}

function tidyUp(sqlite: Sqlite): void {
  sqlite.pragma('busy_timeout = 0');
  // Counts rows for the query planner, also of tables this process has not read; analysts' views depend on it. A sample of
  // some thousand rows will do: counting every row of a large publication takes seven times as long.
  sqlite.pragma('optimize = 0x10012');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** SQLite opens a file it may not write without a word and fails at the first write, so this is tried beforehand. */
function requireWritable(path: string): void {
  refuseFolder(path);
  if (filesBeside(path).some((name) => isClosed(name, 'writing'))) {
    const closed = closedFileProblem(path, undefined);
    if (closed !== null) throw closed;
  }
  try {
    makeFolder(dirname(path));
    if (existsSync(path)) closeSync(openSync(path, 'r+'));
  } catch (error) {
    const known = closedFileProblem(path, error);
    if (known !== null) throw known;
    throw new PipelineError(
      'store-unavailable',
      `The database ${path} cannot be written: its folder or file is closed to this user.`,
      {
        hint: 'Give the user that runs this program write access to the folder and the file, or set DATABASE_FILE.',
        context: { file: path },
        cause: error,
      },
    );
  }
}
