import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../../src/store/sqlite-driver.ts';

/** What a reader has done when it ends. */
export interface Readings {
  readonly queries: number;
  readonly rows: number;
  /** Refusals because the database was locked. */
  readonly locked: number;
  /** Anything else that went wrong, in the words of the driver. */
  readonly problems: readonly string[];
}

/** After each query, as somebody who looks at what came back; ten that never rest leave a small machine no time to work. */
const REST_MS = 2000;
const LOCKED = /^SQLITE_(BUSY|LOCKED)/;

// One of the readers of `npm run soak`: opens the database read-only, reads every row of one view after the other of those
// staff may use, closes it, and begins again until it is told to stop. It never waits for a lock: each one it meets is counted.
const file = process.argv[2] ?? '';
const readings = { queries: 0, rows: 0, locked: 0, problems: [] as string[] };
const stop = new AbortController();
process.once('message', () => stop.abort());
// A signal from the terminal goes to all processes of the group: the soak itself says when to stop.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit(1));

while (!stop.signal.aborted) {
  try {
    await readAll();
  } catch (error) {
    const { code = '', message } = error as Error & { readonly code?: string };
    if (LOCKED.test(code)) readings.locked += 1;
    else if (readings.problems.length < 10) readings.problems.push(`${code} ${message}`);
  }
  await rest();
}
process.send?.(readings satisfies Readings, () => process.disconnect());

async function readAll(): Promise<void> {
  const database = new Database(file, { readonly: true, timeout: 0 });
  try {
    const views = database
      .prepare<[], string>(
        `SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name GLOB 'out_*' ORDER BY name`,
      )
      .pluck()
      .all();
    for (const view of views) {
      if (stop.signal.aborted) return;
      const rows = database.prepare(`SELECT * FROM "${view}"`).iterate();
      while (rows.next().done !== true) readings.rows += 1;
      readings.queries += 1;
      await rest();
    }
  } finally {
    database.close();
  }
}

async function rest(): Promise<void> {
  await pause(REST_MS, undefined, { signal: stop.signal }).catch(() => undefined);
}
