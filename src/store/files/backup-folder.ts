import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hashFile, putInPlace } from './replace-file.ts';

const DAILY_NAME = /^naeringspuls-(\d{4}-\d{2}-\d{2})\.sqlite$/;
const DAILY_DRAFT = /^\.naeringspuls-(\d{4}-\d{2}-\d{2})\.sqlite\.draft-/;

/** One backup of the folder that the service keeps. */
export interface DailyBackup {
  /** The day it was made (UTC), as `2026-01-31`. */
  readonly day: string;
  readonly file: string;
}

/** The name of the backup of a day. */
export function dailyBackupFile(folder: string, day: string): string {
  return join(folder, `naeringspuls-${day}.sqlite`);
}

/** The daily backups of a folder, newest first; other files are not looked at. None when there is no folder. */
export function listDailyBackups(folder: string): readonly DailyBackup[] {
  if (!existsSync(folder)) return [];
  const days = readdirSync(folder).flatMap((name) => DAILY_NAME.exec(name)?.[1] ?? []);
  return days
    .sort()
    .reverse()
    .map((day) => ({ day, file: dailyBackupFile(folder, day) }));
}

/** Removes all but the newest `keep` daily backups, and what earlier days left half made; nothing else. */
export function removeOldBackups(folder: string, today: string, keep: number): void {
  for (const { file } of listDailyBackups(folder).slice(keep)) rmSync(file, { force: true });
  const drafts = readdirSync(folder).filter((name) => (DAILY_DRAFT.exec(name)?.[1] ?? today) < today);
  for (const name of drafts) rmSync(join(folder, name), { force: true });
}

/**
 * Copies a backup to another folder under its name, in place whole or not at all, and reads it again there. The folder is
 * not made: one that is missing may be a disk that is away. Throws what the system says, or that the copy reads otherwise.
 */
export function copyBackup(backup: string, folder: string): string {
  const target = join(folder, basename(backup));
  const draft = join(folder, `.${basename(backup)}.draft-${randomUUID()}`);
  try {
    copyFileSync(backup, draft);
    if (hashFile(draft) !== hashFile(backup)) throw new Error(`${target} reads otherwise than it was written`);
    putInPlace(draft, target);
    return target;
  } finally {
    rmSync(draft, { force: true });
  }
}
