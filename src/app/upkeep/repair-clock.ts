import { writeBackup } from '../../store/files/backup.ts';
import { type MovedRows, repairClock } from '../../store/runs/repair-clock.ts';
import { type DeliveryReport, notifyAfter } from '../messages/deliver-due.ts';
import type { App } from '../open-app.ts';
import { type RunClosing, withRun } from '../with-run.ts';

export interface ClockRepair extends RunClosing {
  /** What this machine's clock says, and what has not come yet is measured by; ISO 8601. */
  readonly now: string;
  /** Rows whose instants were moved, by table. */
  readonly moved: readonly MovedRows[];
  /** The database as it was before, beside it. */
  readonly backup: string;
  readonly delivery: DeliveryReport;
}

/**
 * The way out for a database that a clock ahead of its time has written to: a copy is made beside it, and what bears a
 * time to come gets one that has been. Throws `store-busy` while a run is in progress, `store-unavailable` when no copy
 * can be written.
 */
export function repairStoredClock(app: App): Promise<ClockRepair> {
  const run = withRun(app, 'command', [], () => {
    const now = app.clock.now().toISOString();
    const backup = `${app.store.file}.before-repair-${now.slice(0, 19).replaceAll(':', '')}.sqlite`;
    writeBackup(app.store.sqlite, backup);
    const moved = repairClock(app.store, now);
    const rows = moved.reduce((sum, { rows }) => sum + rows, 0);
    const outcome = rows === 0 ? ('unchanged' as const) : ('succeeded' as const);
    const message = rows === 0 ? 'Nothing bore a time to come.' : `${rows} rows bore a time to come and were moved.`;
    return Promise.resolve({ outcome, requests: 0, message, now, moved, backup });
  });
  return notifyAfter(app, run);
}
