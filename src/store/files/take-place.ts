import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import { isRoot, ownerOf, thisUser } from '../../platform/file-owner.ts';
import { processesWithOpen } from '../../platform/open-files.ts';
import { Database } from '../sqlite-driver.ts';
import { filesBeside } from './closed-file.ts';
import { giveTo, putInPlace } from './replace-file.ts';

/** A database that nobody else can open until it is released. */
export interface HeldDatabase {
  /** Puts everything of the database into its one file, where it can still be read. */
  readonly settle: () => void;
  readonly release: () => void;
}

/**
 * Keeps everybody else out of a database that is about to be replaced. Throws `store-busy` where another process has it
 * open, also one that only waits, as the service does between its runs. A file that is not there, or that SQLite cannot
 * read, is held by nobody: then it is only looked for who has it open.
 */
export function holdAlone(file: string): HeldDatabase {
  const processes = processesWithOpen(file);
  if (processes.length > 0) throw inUse(file, processes);
  const nothing = { settle: () => undefined, release: () => undefined };
  if (!existsSync(file) || statSync(file).size === 0) return nothing;
  const sqlite = new Database(file, { timeout: 0 });
  try {
    sqlite.pragma('locking_mode = EXCLUSIVE');
    sqlite.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    sqlite.close();
    if (isBusy(error)) throw inUse(file, []);
    return nothing;
  }
  const settle = () => {
    try {
      sqlite.pragma('journal_mode = DELETE');
      // Finished with: whoever has the file alone keeps it for the next change.
      rmSync(`${file}-journal`, { force: true });
    } catch (error) {
      if (isBusy(error)) throw inUse(file, []);
      // Damaged, which may be why it is replaced: its files are put aside as they are.
    }
  };
  return { settle, release: () => void sqlite.close() };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}

function inUse(file: string, processes: readonly number[]): PipelineError {
  const who = processes.length === 0 ? '' : ` (process ${processes.join(', ')})`;
  return new PipelineError('store-busy', `The database ${file} is in use${who}. Nothing has been changed.`, {
    hint: 'Stop the service (`systemctl stop naeringspuls`), or wait for the run, and try again.',
    context: { file },
    refusal: { about: 'database-open', file, processes },
  });
}

/**
 * Refuses to replace the database of another user by one that its owner could not write; the system's own user can give
 * it to them. Throws `store-unavailable`.
 */
export function refuseOtherOwner(file: string): void {
  const [owner, user] = [ownerOf(file), thisUser()];
  if (owner === null || user === null || isRoot() || owner.uid === user.uid) return;
  const message = `The database ${file} belongs to ${owner.name}; the one put back would belong to ${user.name}. Nothing has been changed.`;
  throw new PipelineError('store-unavailable', message, {
    hint: `Run this as ${owner.name}, or as root.`,
    context: { file },
    refusal: { about: 'other-owner', file, owner: owner.name, user: user.name },
  });
}

/**
 * Lets a finished database take the place of another, with its owner and mode; where there is none, with those that its
 * folder gives. The one before keeps a name of its own, `aside`, with the files beside it: killed at any moment, there
 * is the one before or the new one, whole, and nothing is deleted. Gives back whether there was one before.
 */
export function takePlace(finished: string, file: string, aside: string): boolean {
  const isThere = existsSync(file);
  giveTo(finished, isThere ? file : dirname(file));
  if (isThere) keepUnder(file, aside);
  // A log of the one before would be written into the new one when that is opened.
  for (const name of filesBeside(file)) renameSync(name, `${aside}${name.slice(file.length)}`);
  putInPlace(finished, file);
  return isThere;
}

/** By a second name for the same file, so that the first is never without one; a copy where names cannot be shared. */
function keepUnder(file: string, aside: string): void {
  try {
    linkSync(file, aside);
  } catch (error) {
    if (existsSync(aside)) throw error;
    copyFileSync(file, aside);
    giveTo(aside, file);
  }
}
