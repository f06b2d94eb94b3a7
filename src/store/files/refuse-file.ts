import { existsSync, statSync } from 'node:fs';
import { PipelineError } from '../../model/errors.ts';
import { isClosed, ownerOf, thisUser } from '../../platform/file-owner.ts';
import { closedFileProblem, filesBeside } from './closed-file.ts';
import { isFolder, nearestDatabase, readHeader } from './find-database.ts';

/** At this place of the header stands a 2 when changes are kept in a file beside it (WAL). */
const WRITE_VERSION_AT = 18;

/** Refuses a folder where a file of a database is wanted. Throws `store-unavailable`, with the database that was meant. */
export function refuseFolder(file: string): void {
  if (!isFolder(file)) return;
  throw noDatabaseFile(file, 'folder', `${file} is a folder, not a database.`);
}

/**
 * Refuses a path without a database, for those who make none: no file, a folder, an empty file. Throws
 * `store-unavailable`, with the database that was meant where one is near.
 */
export function requireDatabase(file: string): void {
  requireFile(file);
  // What has been written to a new database may still be in the file beside it.
  if (statSync(file).size === 0 && filesBeside(file).length === 0) {
    throw noDatabaseFile(file, 'empty', `The file ${file} is empty: there is no database in it.`);
  }
}

/** As `requireDatabase`, whatever the file holds. */
export function requireFile(file: string): void {
  refuseFolder(file);
  if (!existsSync(file)) {
    const nearest = nearestDatabase(file);
    const make =
      'Run `naeringspuls ingest` first: it creates the database. If there is one elsewhere, set DATABASE_FILE.';
    throw new PipelineError('store-unavailable', `There is no database at ${file} yet.`, {
      hint: nearest === null ? make : `There is one at ${nearest}: set DATABASE_FILE to it, if that is what you meant.`,
      context: { file },
      refusal: { about: 'no-database', file, nearest },
    });
  }
}

/** For a file that is there and holds no database of this program; `message` says what it is instead. */
export function noDatabaseFile(
  file: string,
  what: 'folder' | 'empty' | 'other' | 'foreign',
  message: string,
): PipelineError {
  const nearest = nearestDatabase(file);
  const meant = nearest === null ? '' : `, such as ${nearest}`;
  return new PipelineError(what === 'foreign' ? 'store-migration' : 'store-unavailable', message, {
    hint: `Set DATABASE_FILE to the database of this program${meant}, or to a file that does not exist yet. Nothing has been changed.`,
    context: { file },
    refusal: { about: 'no-database-file', file, what, nearest },
  });
}

/**
 * Refuses to read the database of another user while none of its processes has it open: SQLite would leave files beside
 * it that lock its owner out. The system's own user gives them to the owner, and reads it. Throws `store-unavailable`.
 */
export function refuseForeignReader(file: string): void {
  const [user, owner] = [thisUser(), ownerOf(file)];
  if (user === null || owner === null || user.uid === 0 || user.uid === owner.uid) return;
  const closed = isClosed(file, 'reading') ? closedFileProblem(file, undefined) : null;
  if (closed !== null) throw closed;
  if (readHeader(file)[WRITE_VERSION_AT] !== 2) return;
  const beside = filesBeside(file);
  if (beside.includes(`${file}-wal`) && beside.includes(`${file}-shm`)) return;
  const message = `The database ${file} belongs to ${owner.name}, and no process of theirs has it open: read by ${user.name} now, it would be left closed to them.`;
  throw new PipelineError('store-unavailable', message, {
    hint: `Run this as ${owner.name}, or while the service runs. Analysts read the copy beside it, which is for everyone.`,
    context: { file },
    refusal: { about: 'foreign-reader', file, owner: owner.name, user: user.name },
  });
}
