import { closeSync, openSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { APPLICATION_ID } from '../application-id.ts';
import { Database } from '../sqlite-driver.ts';
import type { Sqlite, Store } from '../store.ts';
import { OtherTwin, type Refreshed, refreshTwin, type Stamp } from './refresh-twin.ts';
import { TWIN_NOTE } from './twin-shape.ts';

/** The private file that the copy at `file` is copied from. */
export function twinFile(file: string): string {
  return join(dirname(file), `.${basename(file)}.twin`);
}

/** What was noted in the twin of the copy at `file` when it was last brought in line; `null` where that cannot be read. */
export function readTwinNote(file: string): string | null {
  try {
    const sqlite = new Database(twinFile(file), { readonly: true, fileMustExist: true });
    try {
      return (sqlite.prepare(`SELECT note FROM ${TWIN_NOTE}`).pluck().get() as string | undefined) ?? null;
    } finally {
      sqlite.close();
    }
  } catch {
    return null;
  }
}

interface RefreshedTwin extends Refreshed {
  /** Made from nothing just now. */
  readonly isNew: boolean;
}

/**
 * Brings the twin in line with the database. One that is not there, damaged, of another version or of another program
 * is built anew: everything in it is in the database too. Killed at any moment, it is what it was before.
 */
export function refreshOrRebuildTwin({ sqlite }: Store, twin: string, release: Stamp): RefreshedTwin {
  const refresh = (isNew: boolean): RefreshedTwin => {
    if (isNew) mark(sqlite, release.schemaVersion);
    else refuseOther(sqlite, release.schemaVersion);
    return { ...refreshTwin(sqlite, release), isNew };
  };
  try {
    return attached(sqlite, twin, refresh);
  } catch (error) {
    if (!isUnusable(error)) throw error;
    rmSync(twin, { force: true });
    rmSync(`${twin}-journal`, { force: true });
    return attached(sqlite, twin, refresh);
  }
}

function attached<T>(sqlite: Sqlite, twin: string, work: (isNew: boolean) => T): T {
  // Nobody else is to read half a state.
  closeSync(openSync(twin, 'a', 0o600));
  sqlite.prepare('ATTACH ? AS copy').run(twin);
  try {
    const isNew = sqlite.prepare('SELECT count(*) FROM copy.sqlite_schema').pluck().get() === 0;
    sqlite.pragma('copy.journal_mode = DELETE');
    return work(isNew);
  } finally {
    sqlite.exec('DETACH copy');
  }
}

function mark(sqlite: Sqlite, schemaVersion: number): void {
  sqlite.pragma(`copy.application_id = ${APPLICATION_ID}`);
  sqlite.pragma(`copy.user_version = ${schemaVersion}`);
}

function refuseOther(sqlite: Sqlite, schemaVersion: number): void {
  const [id, version] = ['application_id', 'user_version'].map((name) =>
    Number(sqlite.pragma(`copy.${name}`, { simple: true })),
  );
  if (id !== APPLICATION_ID || version !== schemaVersion) throw new OtherTwin('the twin is of another version');
}

/** Wrong with the file itself; a full disk or a closed door are not, and would be there again. */
function isUnusable(error: unknown): boolean {
  if (error instanceof OtherTwin) return true;
  return (
    error instanceof Error &&
    'code' in error &&
    /^SQLITE_(CORRUPT|NOTADB|ERROR|CONSTRAINT|SCHEMA)/.test(String(error.code))
  );
}
