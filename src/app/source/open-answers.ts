import { PipelineError } from '../../model/errors.ts';
import { ownerOf } from '../../platform/file-owner.ts';
import type { Environment } from '../../settings/environment.ts';
import { openDatabase } from '../../store/open-database.ts';
import type { Store } from '../../store/store.ts';
import { migrationsFolder } from '../open-settings.ts';

/**
 * The database to keep the source's answers in, for callers that otherwise only read: never made nor
 * brought up to date. `null` where there is none, where it cannot be written, or where a file of this user's would stand
 * in the way of the user whose database it is.
 */
export function openForAnswers({ databaseFile }: Pick<Environment, 'databaseFile'>): Store | null {
  if (ownerOf(databaseFile)?.uid !== process.getuid?.()) return null;
  try {
    return openDatabase(databaseFile, { migrationsFolder: migrationsFolder(), beside: true });
  } catch (error) {
    if (error instanceof PipelineError) return null;
    throw error;
  }
}
