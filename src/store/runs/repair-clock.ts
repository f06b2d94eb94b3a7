import { toInstant } from '../instant.ts';
import type { Sqlite, Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** Rows of one table whose instants were moved. */
export interface MovedRows {
  readonly table: string;
  readonly rows: number;
}

/** Where it stands when something was done, by table. Timestamps of the source are not changed. */
export const DONE_AT: Readonly<Record<string, readonly string[]>> = {
  publication: ['retrieved_at'],
  dataset: ['checked_at', 'read_at'],
  table_description: ['described_at'],
  assessment: ['assessed_at', 'since'],
  rule_version: ['recorded_at'],
  indicator: ['removed_at'],
  alert: ['created_at'],
  delivery: ['delivered_at'],
  acknowledgement: ['acknowledged_at'],
  note_acknowledgement: ['acknowledged_at'],
  imported_file: ['imported_at', 'undone_at'],
  held_file: ['held_at', 'decided_at'],
  acceptance: ['accepted_at'],
  job_slot: ['slot_at', 'settled_at'],
  source_news: ['asked_at', 'since_at'],
  source_answer: ['answered_at'],
  installation: ['recorded_at', 'klass_asked_at'],
  // Last: the others are moved by when runs began.
  job_run: ['started_at', 'finished_at'],
};

/**
 * Where it stands when something is to be done, by table; a time to come is in order there, but for one so far away.
 */
export const DUE_AT: Readonly<Record<string, readonly string[]>> = {
  dataset: ['next_check_at'],
  delivery: ['next_attempt_at'],
};
const FURTHEST_DUE_MS = 7 * 86_400_000;

const TRIGGERS = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('assessment', 'rule_version')`;

/**
 * Gives every instant that has not come yet a time that has been, all or nothing: that of the next run the clock was
 * right in, or now. What one run did stays together, and the order of runs is the order of their instants, so that what
 * was known at an instant can still be reconstructed. Nothing but instants is changed, also where rows are never
 * changed otherwise.
 */
export function repairClock(store: Store, now: string): readonly MovedRows[] {
  const { sqlite } = store;
  const at = toInstant(now);
  return inTransaction(store, () => {
    const triggers = sqlite.prepare<[], { readonly name: string; readonly sql: string }>(TRIGGERS).all();
    for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`);
    defineTimeThatHasBeen(sqlite, at);
    const due = toInstant(new Date(Date.parse(at) + FURTHEST_DUE_MS).toISOString());
    const moved = [...moveAll(sqlite, DUE_AT, due), ...moveAll(sqlite, DONE_AT, at)];
    for (const { sql } of triggers) sqlite.exec(sql);
    return moved;
  });
}

function moveAll(sqlite: Sqlite, columns: typeof DONE_AT, later: string): readonly MovedRows[] {
  return Object.entries(columns).flatMap(([table, names]) => {
    const isLater = names.map((name) => `${name} > :later`).join(' OR ');
    const set = names.map((name) => `${name} = iif(${name} > :later, time_that_has_been(${name}), ${name})`).join(', ');
    const { changes } = sqlite.prepare(`UPDATE ${table} SET ${set} WHERE ${isLater}`).run({ later });
    return changes === 0 ? [] : [{ table, rows: changes }];
  });
}

interface Run {
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** A run whose clock was ahead, and the time its instants get. */
interface RunAhead {
  readonly startedAt: string;
  readonly becomes: string;
}

/** For SQL: the time an instant gets that the clock had in a run it was ahead in. */
function defineTimeThatHasBeen(sqlite: Sqlite, now: string): void {
  const ahead = runsAhead(sqlite, now);
  sqlite.function('time_that_has_been', { deterministic: true }, (instant: unknown) => {
    const during = ahead.findLast(({ startedAt }) => startedAt <= String(instant));
    return (during ?? ahead[0])?.becomes ?? now;
  });
}

/** In the order of the instants they had. */
function runsAhead(sqlite: Sqlite, now: string): readonly RunAhead[] {
  const runs = sqlite
    .prepare<[], Run>('SELECT started_at AS startedAt, finished_at AS finishedAt FROM job_run ORDER BY id DESC')
    .all();
  let next = now;
  const ahead: RunAhead[] = [];
  for (const { startedAt, finishedAt } of runs) {
    if (startedAt > now || (finishedAt ?? '') > now) ahead.push({ startedAt, becomes: next });
    if (startedAt < next) next = startedAt;
  }
  return ahead.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}
