import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import type { Environment } from '../../settings/environment.ts';
import { openDatabase } from '../../store/open-database.ts';
import type { Store } from '../../store/store.ts';
import { migrationsFolder } from '../open-settings.ts';

/**
 * The database to keep the source's answers in, for callers that otherwise only read: created where there is none, so
 * that a first run need not ask again, and never brought up to date. `null` where it cannot be written, or where a file
 * of this user's would stand in the way of the user whose folder it is.
 */
export function openForAnswers({ databaseFile }: Pick<Environment, 'databaseFile'>): Store | null {
  const isThere = existsSync(databaseFile);
  if (!isOwnedByThisUser(isThere ? databaseFile : dirname(databaseFile))) return null;
  try {
    return openDatabase(databaseFile, { migrationsFolder: migrationsFolder(), beside: isThere });
  } catch (error) {
    if (error instanceof PipelineError) return null;
    throw error;
  }
}

/** A folder that is not there yet will be made in the nearest one that is. */
function isOwnedByThisUser(path: string): boolean {
  const owner = statSync(path, { throwIfNoEntry: false })?.uid;
  if (owner === undefined && dirname(path) !== path) return isOwnedByThisUser(dirname(path));
  return owner === process.getuid?.();
}
