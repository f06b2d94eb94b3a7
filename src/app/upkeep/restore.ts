import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import type { Settings } from '../../model/plan/settings.ts';
import { systemClock } from '../../platform/clock.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import type { Environment } from '../../settings/environment.ts';
import { refuseFolder } from '../../store/files/refuse-file.ts';
import { holdAlone, refuseOtherOwner, takePlace } from '../../store/files/take-place.ts';
import { openDatabase } from '../../store/open-database.ts';
import type { BackupWords } from '../../words/terminal/upkeep.ts';
import { upkeepEn } from '../../words/terminal/upkeep-en.ts';
import { migrationsFolder, openEnvironment, openSettings } from '../open-settings.ts';
import { refuseOtherMunicipality } from '../own-municipality.ts';
import { type BackupVerdict, examineCopy } from './verify-backup.ts';

/** What became of a backup that was to take the place of the database. */
export interface Restoration extends BackupVerdict {
  /** The database whose place it was to take, as an absolute path. */
  readonly database: string;
  /** Where the database before it is now; `null` where there was none, or nothing was done. */
  readonly keptBefore: string | null;
}

/**
 * Puts a backup in the place of the database: looks at it as `verifyBackup` does, brings it up to date, puts the database
 * aside under a name with the time, never deleted, and gives the new one its owner and mode. With a backup that is not
 * sound nothing is done, and the verdict says why. Killed at any moment, it leaves the database before or the new one.
 *
 * Throws, with nothing changed, `usage` for the database itself, `store-busy` while a process has it open, and
 * `store-unavailable` without a backup, for another user's database, or where it cannot be written.
 */
export function restore(backup: string, words: BackupWords = upkeepEn.backup): Restoration {
  const environment = openEnvironment();
  const [path, database] = [resolve(backup), resolve(environment.databaseFile)];
  refuseItself(path, database);
  refuseFolder(database);
  refuseOtherOwner(database);
  try {
    makeFolder(dirname(database));
    removeLeftovers(database);
    const held = holdAlone(database);
    const folder = mkdtempSync(workPrefix(database));
    try {
      const copy = join(folder, 'restored.sqlite');
      const verdict = examineCopy(path, copy, words);
      if (!verdict.ok) return { ...verdict, database, keptBefore: null };
      refuseForeign(copy, { ...environment, databaseFile: path });
      held.settle();
      const aside = freeName(database);
      const wasThere = takePlace(copy, database, aside);
      return { ...verdict, database, keptBefore: wasThere ? aside : null };
    } finally {
      held.release();
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    if (error instanceof PipelineError) throw error;
    throw writeProblem(error, database);
  }
}

function refuseItself(path: string, database: string): void {
  const [one, other] = [path, database].map((file) => statSync(file, { throwIfNoEntry: false }));
  if (one === undefined || other === undefined || one.ino !== other.ino || one.dev !== other.dev) return;
  throw new PipelineError('usage', `${path} is the database itself, and no backup of it.`, {
    hint: 'Name the file of a backup; `backup.yaml` says in which folder the service keeps them.',
    context: { file: path },
    refusal: { about: 'backup-is-database', file: path },
  });
}

/** The backup of another municipality would be refused by the next run. Settings that do not hold say nothing of it. */
function refuseForeign(copy: string, environment: Environment): void {
  const settings = readableSettings(environment);
  if (settings === null) return;
  const store = openDatabase(copy, { migrationsFolder: migrationsFolder() });
  try {
    refuseOtherMunicipality({ store, settings, environment });
  } finally {
    store.close();
  }
}

function readableSettings(environment: Environment): Settings | null {
  try {
    return openSettings(environment);
  } catch (error) {
    if (error instanceof PipelineError) return null;
    throw error;
  }
}

/** For the database before; a restore that was killed in the same second may have left one by the name of the time. */
function freeName(database: string, time = 1): string {
  const stamp = systemClock.now().toISOString().slice(0, 19).replaceAll(':', '');
  const name = `${database}.before-restore-${stamp}${time === 1 ? '' : `-${time}`}.sqlite`;
  return existsSync(name) ? freeName(database, time + 1) : name;
}

/** On the disk of the database, so that the copy can take its place at once. */
function workPrefix(database: string): string {
  return join(dirname(database), `.${basename(database)}.restore-`);
}

/** Of a restore that was killed. */
function removeLeftovers(database: string): void {
  const prefix = basename(workPrefix(database));
  const left = readdirSync(dirname(database)).filter((name) => name.startsWith(prefix));
  for (const name of left) rmSync(join(dirname(database), name), { recursive: true, force: true });
}

function writeProblem(cause: unknown, database: string): PipelineError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The backup could not be put in the place of ${database}: ${reason.replace(/\.$/, '')}. The database is as it was.`;
  return new PipelineError('store-unavailable', message, {
    hint: 'Give this user write access to the folder, and make room on the disk for two databases.',
    context: { file: database },
    refusal: { about: 'restore-failed', file: database, reason },
    cause,
  });
}
