import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../platform/make-folder.ts';
import { PipelineError } from '../../model/errors.ts';
import { putInPlace } from './replace-file.ts';
import { asStoreError } from '../store-error.ts';
import type { Sqlite } from '../store.ts';

/**
 * Writes the database as it stands this moment to a file of its own, in place whole or not at all; a file that stands
 * there is replaced. Throws `store-unavailable`.
 *
 * By `VACUUM INTO`, not by SQLite's online backup: that one restarts whenever another process writes, and may never
 * end. This one reads one snapshot, keeps no writer waiting, and leaves out free pages.
 */
export function writeBackup(sqlite: Sqlite, target: string): void {
  const file = resolve(target);
  const draft = join(dirname(file), `.${basename(file)}.draft-${randomUUID()}`);
  try {
    makeFolder(dirname(file));
    try {
      sqlite.prepare('VACUUM INTO ?').run(draft);
      putInPlace(draft, file);
    } finally {
      rmSync(draft, { force: true });
      rmSync(`${draft}-journal`, { force: true });
    }
  } catch (error) {
    throw backupProblem(error, file);
  }
}

/**
 * Refuses to write a backup where it would do harm: over the live database by any of its names, over a database that is
 * in use, and over a file that is there unless `force`. Throws `usage`.
 */
export function refuseBackupTarget(target: string, options: { readonly live: string; readonly force: boolean }): void {
  const file = resolve(target);
  const context = { file };
  if (isLive(file, options.live)) {
    throw new PipelineError('usage', `${file} is the live database, or one of its files.`, {
      hint: 'Name another file for the backup, on another disk if there is one.',
      context,
      refusal: { about: 'live-database', file },
    });
  }
  const sidecar = ['-wal', '-journal'].map((ending) => `${file}${ending}`).find((name) => existsSync(name));
  if (sidecar !== undefined) {
    throw new PipelineError(
      'usage',
      `${file} is a database in use, or was when its program died: ${sidecar} is there.`,
      {
        hint: 'A backup put there would be damaged by that file. Name another file for the backup.',
        context,
      },
    );
  }
  if (existsSync(file) && !options.force) {
    throw new PipelineError('usage', `There is a file at ${file} already.`, {
      hint: 'Name another file for the backup, or replace this one with --force.',
      context,
      refusal: { about: 'file-exists', file, kind: 'backup' },
    });
  }
}

function isLive(file: string, live: string): boolean {
  const names = [live, `${live}-wal`, `${live}-shm`, `${live}-journal`].map(trueName);
  return names.includes(trueName(file));
}

/** Where a path leads in the end, also when there is no file yet. */
function trueName(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(resolve(path));
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(path));
}

function backupProblem(error: unknown, file: string): PipelineError {
  const known = asStoreError(error, file);
  const reason = known instanceof Error ? known.message : String(known);
  const message = `The backup ${file} could not be written: ${reason.replace(/\.$/, '')}.`;
  return new PipelineError('store-unavailable', message, {
    hint: 'Give this user write access to its folder and make room on the disk. The database itself is as it was.',
    context: { file },
    cause: error,
  });
}
