import { statSync } from 'node:fs';
import type { Status } from '../../model/plan/assessment.ts';
import type { RunOutcome } from '../../model/run.ts';
import { DELIVERY_STATES, type DeliveryState } from '../schema/alert.ts';
import { RUN_OUTCOMES } from '../schema/job-run.ts';
import type { Sqlite, Store } from '../store.ts';

export interface DatasetRows {
  readonly datasetId: string;
  readonly inserted: number;
  readonly revised: number;
  readonly withdrawn: number;
  readonly rejected: number;
}

/** What an operator counts, as it stands in the database: right also after a restart. */
export interface ServiceFigures {
  /** Of every outcome a run can have. */
  readonly runs: Readonly<Record<RunOutcome, number>>;
  /** Seconds each run took that has ended. */
  readonly durations: readonly number[];
  readonly requests: number;
  readonly rows: readonly DatasetRows[];
  readonly deliveries: Readonly<Record<DeliveryState, number>>;
  /** When the oldest message that waits was made (ISO 8601). */
  readonly oldestPendingAt: string | null;
  /** Of the indicators in the plan. */
  readonly statuses: readonly { readonly indicatorId: string; readonly status: Status }[];
  readonly databaseBytes: number;
  readonly walBytes: number;
}

const ROWS = `
  SELECT dataset.code AS datasetId, sum(inserted) AS inserted, sum(revised) AS revised, sum(withdrawn) AS withdrawn,
    sum(rejected) AS rejected
  FROM dataset_run JOIN dataset ON dataset.id = dataset_run.dataset_id GROUP BY dataset.id ORDER BY dataset.code`;

const DURATIONS = `
  SELECT max(0, (julianday(finished_at) - julianday(started_at)) * 86400) FROM job_run WHERE finished_at IS NOT NULL`;

const OLDEST_PENDING = `
  SELECT min(alert.created_at) FROM alert JOIN delivery ON delivery.alert_id = alert.id
  WHERE delivery.state = 'pending'`;

const STATUSES = `
  SELECT indicator_id AS indicatorId, status FROM assessment JOIN indicator ON indicator.id = indicator_id
  WHERE assessment.id IN (SELECT max(id) FROM assessment GROUP BY indicator_id) AND removed_at IS NULL
  ORDER BY indicator_id`;

/** Reads everything an operator counts. */
export function readServiceFigures({ sqlite, file }: Store): ServiceFigures {
  return {
    runs: countBy(sqlite, 'SELECT outcome, count(*) FROM job_run GROUP BY outcome', RUN_OUTCOMES),
    durations: sqlite.prepare(DURATIONS).pluck().all() as number[],
    requests: sqlite.prepare('SELECT coalesce(sum(requests), 0) FROM job_run').pluck().get() as number,
    rows: sqlite.prepare(ROWS).all() as DatasetRows[],
    deliveries: countBy(sqlite, 'SELECT state, count(*) FROM delivery GROUP BY state', DELIVERY_STATES),
    oldestPendingAt: sqlite.prepare(OLDEST_PENDING).pluck().get() as string | null,
    statuses: sqlite.prepare(STATUSES).all() as ServiceFigures['statuses'],
    databaseBytes: sizeOf(file),
    walBytes: sizeOf(`${file}-wal`),
  };
}

/** Of every word, also those that no row has. */
function countBy<Word extends string>(sqlite: Sqlite, query: string, words: readonly Word[]): Record<Word, number> {
  const counted = new Map(sqlite.prepare(query).raw().all() as [string, number][]);
  return Object.fromEntries(words.map((word) => [word, counted.get(word) ?? 0])) as Record<Word, number>;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
