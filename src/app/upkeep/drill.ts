import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Trouble } from '../../model/trouble.ts';
import type { DailyBackup } from '../../store/files/backup-folder.ts';
import { findSlotDone, recordDoneSlots } from '../../store/runs/job-slots.ts';
import { listRuns } from '../../store/runs/runs.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import { isInTrouble, recordTrouble } from '../messages/raise-notices.ts';
import type { App } from '../open-app.ts';
import { backupFolder, newestBackup, secondFolder } from './backup.ts';
import { VERIFY_PREFIX, verifyBackup } from './verify-backup.ts';

/** Stands among the jobs whose newest slot is done; no job of the settings has a blank in its name. */
const JOB = 'backup drill';
const SUBJECT = 'service:drill';

/** The newest drill: when (ISO 8601), and whether the backup would have done. */
export interface LastDrill {
  readonly at: string;
  readonly ok: boolean;
}

/** When the newest backup was last tried, and how that went; `null` before the first time. */
export function findLastDrill(app: Pick<App, 'store'>): LastDrill | null {
  const done = findSlotDone(app.store, JOB);
  return done === null ? null : { at: done.settledAt, ok: !isInTrouble(app, SUBJECT) };
}

/**
 * Tries once a month (UTC) whether the newest backup could take the place of the database, and its copy in the second
 * folder as well: each is read as `restore --verify` reads it. After one that failed, the next day's backup is tried.
 * Operations are told of a failure, and when it is right again. To be called after a run. Never throws for a backup.
 */
export function drillIfDue(app: App): 'passed' | 'failed' | 'not-due' {
  const { store, clock, logger } = app;
  const now = clock.now().toISOString();
  const newest = newestBackup(backupFolder(app));
  const [run] = listRuns(store, { limit: 1 });
  if (app.settings.backup.keepDaily === 0 || newest === null || run === undefined) return 'not-due';
  if (!isDue(findLastDrill(app), newest, now)) return 'not-due';
  const trouble = tryBackups(app, newest);
  recordTrouble(app, SUBJECT, trouble);
  recordDoneSlots(store, [{ job: JOB, slotAt: now, missed: 0 }], { runId: run.id, doneAt: now });
  if (trouble === null) logger.info({ event: 'backup-drill', file: newest.file }, 'The newest backup would do.');
  else logger.error({ event: 'backup-drill-failed', file: trouble.file }, trouble.said);
  return trouble === null ? 'passed' : 'failed';
}

function isDue(last: LastDrill | null, newest: DailyBackup, now: string): boolean {
  if (last === null || last.at.slice(0, 7) !== now.slice(0, 7)) return true;
  return !last.ok && newest.day > last.at.slice(0, 10);
}

type DrillFailed = Extract<Trouble, { kind: 'drill-failed' }>;

function tryBackups(app: App, newest: DailyBackup): DrillFailed | null {
  const folder = backupFolder(app);
  const second = secondFolder(app);
  const copy = second === null ? null : newestBackup(second);
  // Of a service that was killed meanwhile.
  const left = readdirSync(folder).filter((name) => name.startsWith(VERIFY_PREFIX));
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
  for (const { file } of copy === null ? [newest] : [newest, copy]) {
    const said = problemOf(file, folder);
    if (said !== null) return { kind: 'drill-failed', file, said };
  }
  return null;
}

/** Where the backups lie there is room for one more; the folder for temporary files may be in memory. */
function problemOf(file: string, within: string): string | null {
  try {
    const { ok, checks } = verifyBackup(file, undefined, within);
    return ok ? null : checks.flatMap((check) => (check.ok ? [] : [check.finding])).join(' ');
  } catch (error) {
    return describeFailure(error).sentence;
  }
}
