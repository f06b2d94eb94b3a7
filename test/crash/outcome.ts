import { Database } from '../../src/store/sqlite-driver.ts';
import type { ReceivedPost } from '../support/network/receiver.ts';

/** What tells of runs and not of what they found: it differs when a run is made again. */
const OF_RUNS = ['job_run', 'dataset_run', 'lease', 'source_news'];
/**
 * When something happened, which run did it, how often it was tried, the keys that are made of when it happened, and what
 * witnesses of places said, which a later run asks anew.
 */
const OF_CIRCUMSTANCE = /_at$|^job_run_id$|^attempts$|^idempotency_key$|^message_key$|^(klass_)?places$/;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g;

/** Everything a database holds but runs and instants: the rows of each table in order, as text. */
export function lastingContent(file: string): readonly string[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1",
      )
      .pluck()
      .all()
      .filter((name) => !OF_RUNS.includes(name))
      .flatMap((name) => rowsOf(database, name).map((row) => `${name}: ${row}`));
  } finally {
    database.close();
  }
}

/** The beginnings of rows that one content has and the other lacks. */
export function differences(content: readonly string[], expected: readonly string[]): readonly string[] {
  const lacking = (rows: readonly string[], others: readonly string[], sign: string) => {
    const known = new Set(others);
    return rows.filter((row) => !known.has(row)).map((row) => `${sign} ${row.slice(0, 200)}`);
  };
  return [...lacking(expected, content, '-'), ...lacking(content, expected, '+')];
}

function rowsOf(database: InstanceType<typeof Database>, table: string): readonly string[] {
  const columns = database
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table)
    .filter((name) => !OF_CIRCUMSTANCE.test(name));
  const list = columns.map((name) => `quote("${name}")`).join(` || ' ' || `);
  const rows = database.prepare<[], string>(`SELECT ${list} FROM "${table}" ORDER BY 1`).pluck().all();
  return rows.map((row) => row.replaceAll(INSTANT, '(instant)'));
}

/** What SQLite finds wrong with a file; nothing, when it is sound and every row has what it refers to. */
export function damageOf(file: string): readonly unknown[] {
  const database = new Database(file, { readonly: true });
  try {
    const integrity = database.prepare<[], string>('PRAGMA integrity_check').pluck().all();
    const broken = database.prepare('PRAGMA foreign_key_check').all();
    return [...integrity.filter((finding) => finding !== 'ok'), ...broken];
  } finally {
    database.close();
  }
}

interface Change {
  readonly indicator: string;
  readonly from: string | null;
  readonly to: string;
}

/**
 * Which changes a receiver that drops the messages it already has was told, and how many messages it has dropped. What
 * is told of trouble, to whoever hears it while operations have no channel, has no changes.
 */
export function toldTo(received: readonly ReceivedPost[]): {
  readonly changes: readonly string[];
  readonly dropped: number;
} {
  const byKey = new Map(received.map(({ key, document }) => [key, (document['changes'] ?? []) as readonly Change[]]));
  const changes = [...byKey.values()].flat().map(({ indicator, from, to }) => `${indicator}: ${from ?? '–'} → ${to}`);
  return { changes: changes.sort(), dropped: received.length - byKey.size };
}
