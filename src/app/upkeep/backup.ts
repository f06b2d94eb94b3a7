import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Settings } from '../../model/plan/settings.ts';
import type { Environment } from '../../settings/environment.ts';
import { refuseBackupTarget, writeBackup } from '../../store/files/backup.ts';
import {
  copyBackup,
  type DailyBackup,
  dailyBackupFile,
  listDailyBackups,
  removeOldBackups,
} from '../../store/files/backup-folder.ts';
import { requireDatabase } from '../../store/files/refuse-file.ts';
import { readMigrations, refuseForeignDatabase } from '../../store/migrate.ts';
import { openReadonly } from '../../store/open-database.ts';
import { asStoreError } from '../../store/store-error.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import type { App } from '../open-app.ts';
import { migrationsFolder, openEnvironment } from '../open-settings.ts';

export interface BackupReport {
  /** Absolute path. */
  readonly file: string;
  readonly bytes: number;
}

/**
 * Writes the database as it stands to a file, also while another process writes to it. The settings are not read, so
 * that one can be made when they are not in order, and before an upgrade. Throws `usage` for a file that must not be
 * written over, `store-unavailable`, `store-migration` for a database that is not this program's.
 */
export function backUp(file: string, options: { readonly force: boolean }): BackupReport {
  const { databaseFile } = openEnvironment();
  const target = resolve(file);
  const live = resolve(databaseFile);
  requireDatabase(live);
  const sqlite = openReadonly(live);
  try {
    refuseForeignDatabase(sqlite, live, readMigrations(migrationsFolder()).length);
    refuseBackupTarget(target, { live, force: options.force });
    writeBackup(sqlite, target);
  } catch (error) {
    throw asStoreError(error, live);
  } finally {
    sqlite.close();
  }
  return { file: target, bytes: statSync(target).size };
}

/** What a daily backup needs of the application. */
export type BackupParts = Pick<App, 'store' | 'clock' | 'logger'> & {
  readonly settings: Pick<Settings, 'backup'>;
  readonly environment: Pick<Environment, 'namedBy'>;
};

/** What says where backups are kept. */
type FolderParts = Pick<BackupParts, 'store' | 'settings' | 'environment'>;

/** What became of the backup of today. `kept`: there was one already. `off`: the settings ask for none. */
export type DailyBackupOutcome = 'made' | 'kept' | 'off' | 'failed';

/**
 * Makes the backup of today when there is none yet, and removes those the settings no longer keep; to be called after a
 * run. Days are counted in UTC. Never throws: what has been stored stays so, a failure is logged, and the next run
 * tries again.
 */
export function backUpIfDue(
  app: BackupParts,
  onFailure: (error: unknown) => void = () => undefined,
): DailyBackupOutcome {
  const { store, settings, clock, logger } = app;
  const { keepDaily } = settings.backup;
  if (keepDaily === 0) return 'off';
  const folder = backupFolder(app);
  try {
    const today = clock.now().toISOString().slice(0, 10);
    if (listDailyBackups(folder).some(({ day }) => day === today)) return 'kept';
    const file = dailyBackupFile(folder, today);
    writeBackup(store.sqlite, file);
    removeOldBackups(folder, today, keepDaily);
    logger.info({ event: 'backup-made', file, bytes: statSync(file).size }, 'The backup of today is made.');
    return 'made';
  } catch (error) {
    logger.error({ event: 'backup-failed', err: error }, describeFailure(error).sentence);
    onFailure(error);
    return 'failed';
  }
}

/**
 * Copies the newest backup to the second folder of the settings where it is not there yet, and removes there what is no
 * longer kept. Never throws, as `backUpIfDue`. `off`: the settings name no second folder, or there is no backup.
 */
export function copyNewestBackup(
  app: BackupParts,
  onFailure: (error: unknown) => void = () => undefined,
): DailyBackupOutcome {
  const { settings, clock, logger } = app;
  const folder = secondFolder(app);
  const newest = newestBackup(backupFolder(app));
  if (folder === null || newest === null) return 'off';
  try {
    // Never made but for the municipality's own: a disk that is away would be taken for an empty folder.
    if (app.environment.namedBy !== undefined && !existsSync(folder)) mkdirSync(folder);
    const names = readdirSync(folder);
    if (names.includes(basename(newest.file))) return 'kept';
    const file = copyBackup(newest.file, folder);
    removeOldBackups(folder, clock.now().toISOString().slice(0, 10), settings.backup.keepDaily);
    logger.info({ event: 'backup-copied', file }, 'The backup of today is copied to the second folder.');
    return 'made';
  } catch (error) {
    const message = `The backup could not be copied to ${folder}: ${describeFailure(error).sentence}`;
    logger.error({ event: 'backup-copy-failed', err: error, folder }, message);
    onFailure(error);
    return 'failed';
  }
}

/** The newest daily backup of a folder; `null` for none, and where the folder cannot be read. */
export function newestBackup(folder: string): DailyBackup | null {
  try {
    return listDailyBackups(folder)[0] ?? null;
  } catch {
    return null;
  }
}

/** The second folder of the settings, as an absolute path; `null` where they name none, or no backups are made. */
export function secondFolder({ store, settings, environment }: FolderParts): string | null {
  const { also, keepDaily } = settings.backup;
  return also === undefined || keepDaily === 0 ? null : resolve(dirname(store.file), also, environment.namedBy ?? '');
}

/** Where the service keeps its backups: an absolute path. */
export function backupFolder({ store, settings, environment }: FolderParts): string {
  return resolve(dirname(store.file), settings.backup.folder, environment.namedBy ?? '');
}
