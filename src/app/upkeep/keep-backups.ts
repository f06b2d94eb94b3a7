import type { Trouble } from '../../model/trouble.ts';
import { outputProblem } from '../messages/output-problem.ts';
import { recordTrouble } from '../messages/raise-notices.ts';
import type { App } from '../open-app.ts';
import { backUpIfDue, backupFolder, copyNewestBackup, type DailyBackupOutcome, secondFolder } from './backup.ts';

/**
 * Makes the backup of today and its copy in the second folder where they are due, and tells operations when one fails,
 * and when it is right again; to be called after a run, with its messages sent: a backup that is put back must not send
 * them again. Never throws for a backup.
 */
export function keepBackups(app: App): void {
  keep(app, 'service:backup', { folder: backupFolder(app), isSecond: false }, backUpIfDue);
  keep(app, 'service:backup-copy', { folder: secondFolder(app) ?? '', isSecond: true }, copyNewestBackup);
}

type Place = Pick<Extract<Trouble, { kind: 'backup-failed' }>, 'folder' | 'isSecond'>;
type Make = (app: App, onFailure: (error: unknown) => void) => DailyBackupOutcome;

function keep(app: App, subject: 'service:backup' | 'service:backup-copy', place: Place, make: Make): void {
  let trouble: Trouble | null = null;
  make(app, (error) => (trouble = { kind: 'backup-failed', ...place, ...outputProblem(error) }));
  recordTrouble(app, subject, trouble);
}
