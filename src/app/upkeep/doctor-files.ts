import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { findNetworkFilesystem } from '../../platform/filesystem.ts';
import { listRuns } from '../../store/runs/runs.ts';
import type { DoctorWords } from '../../words/terminal/doctor.ts';
import { type Clock, shortDay } from '../../words/terminal/moment.ts';
import { isInTrouble } from '../messages/raise-notices.ts';
import type { App } from '../open-app.ts';
import { backupFolder, newestBackup, secondFolder } from './backup.ts';
import { findLastDrill } from './drill.ts';

/** A check of `doctor` about a file that the service keeps. */
export interface FileCheck {
  readonly name: 'storage' | 'backup';
  readonly ok: boolean;
  readonly finding: string;
  readonly advice: string | null;
}

/** Does the database lie where SQLite's locks hold? */
export function storageIsLocal({ store }: Pick<App, 'store'>, words: DoctorWords): FileCheck {
  const filesystem = findNetworkFilesystem(store.file);
  if (filesystem === null) return { name: 'storage', ok: true, finding: words.localDisk, advice: null };
  return { name: 'storage', ok: false, finding: words.networkDisk(filesystem), advice: words.moveToDisk };
}

/** Is there a backup, in each place where one is wanted, and would it do? That all lie on one disk is said, not held against it. */
export function backupsAreKept(app: App, words: DoctorWords, clock: Clock): FileCheck {
  const name = 'backup' as const;
  const folder = backupFolder(app);
  const second = secondFolder(app);
  const passed = (finding: string): FileCheck => ({ name, ok: true, finding, advice: null });
  if (app.settings.backup.keepDaily === 0) return passed(words.noBackupsWanted);
  const newest = newestBackup(folder);
  const drill = findLastDrill(app);
  const finding = [
    newest === null ? words.noBackup(folder) : words.newestBackup(shortDay(newest.day, clock), folder),
    second === null ? '' : secondSaid(second, words, clock),
    drill === null ? words.neverTried : words.lastTried(shortDay(drill.at, clock), drill.ok),
    isOnOneDisk(app) ? words.onOneDisk : '',
  ].filter((sentence) => sentence !== '');
  const isMissing = newest === null && listRuns(app.store, { limit: 1 }).length > 0;
  const troubles = (['service:backup', 'service:backup-copy', 'service:drill'] as const).filter((subject) =>
    isInTrouble(app, subject),
  );
  if (!isMissing && troubles.length === 0) return passed(finding.join(' '));
  return { name, ok: false, finding: finding.join(' '), advice: words.seeToBackups };
}

function secondSaid(folder: string, words: DoctorWords, clock: Clock): string {
  const copy = newestBackup(folder);
  return copy === null ? words.noBackup(folder) : words.newestBackup(shortDay(copy.day, clock), folder);
}

/** Every folder for backups on the disk of the database. */
function isOnOneDisk(app: App): boolean {
  const disk = diskOf(dirname(app.store.file));
  const second = secondFolder(app);
  return [backupFolder(app), ...(second === null ? [] : [second])].every((folder) => {
    const other = diskOf(folder);
    return other === null || other === disk;
  });
}

function diskOf(folder: string): number | null {
  try {
    return statSync(folder).dev;
  } catch {
    return null;
  }
}
