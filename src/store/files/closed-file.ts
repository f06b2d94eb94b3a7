import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import { isClosed, ownerOf, thisUser } from '../../platform/file-owner.ts';

/** What SQLite keeps beside a database that is open, or was when its program died. */
const BESIDE = ['-wal', '-shm', '-journal'];

/** The files of a database that are there beside it. */
export function filesBeside(file: string): readonly string[] {
  return BESIDE.map((ending) => `${file}${ending}`).filter((name) => existsSync(name));
}

/**
 * Why a database is closed to this user: which of its files, whose they are, and what to do. `null` where every one of
 * them is open to it, and so the fault is another.
 */
export function closedFileProblem(file: string, cause: unknown): PipelineError | null {
  const user = thisUser()?.name ?? '';
  const owner = ownerOf(file)?.name ?? null;
  const beside = filesBeside(file).filter((name) => isClosed(name, 'writing'));
  const [first] = beside;
  if (first !== undefined && owner !== null && !isClosed(file, 'reading')) {
    const by = ownerOf(first)?.name ?? '';
    const refusal = { about: 'closed-beside', file, closed: beside, by, owner, user } as const;
    const message = `The database ${file} cannot be used: ${beside.join(' and ')} ${beside.length === 1 ? 'belongs' : 'belong'} to ${by} and ${beside.length === 1 ? 'is' : 'are'} closed to ${user}.`;
    const hint = `Another user has read or written the database. When nobody does any more, run as root: \`chown ${owner}: ${beside.join(' ')}\`.`;
    return new PipelineError('store-unavailable', message, { hint, context: { file }, refusal, cause });
  }
  const closed = [file, dirname(file)].find((path) => isClosed(path, 'writing'));
  if (closed === undefined) return null;
  const by = ownerOf(closed)?.name ?? '?';
  const message = `The database ${file} cannot be opened or written: ${closed} belongs to ${by} and is closed to ${user}.`;
  return new PipelineError('store-unavailable', message, {
    hint: `${owner === null || owner === user ? 'Give' : `Run this as ${owner}, give`} ${user} access to the folder and the file, or set DATABASE_FILE.`,
    context: { file },
    refusal: { about: 'closed-database', file, closed, by, owner: owner ?? by, user },
    cause,
  });
}
