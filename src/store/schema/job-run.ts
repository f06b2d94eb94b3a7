import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RunOutcome } from '../../model/run.ts';
import { isInstant, isJson, isOneOf, isTheOnlyRow } from './checks.ts';

export const RUN_OUTCOMES = [
  'running',
  'succeeded',
  'unchanged',
  'partial',
  'failed',
  'interrupted',
  'postponed',
] as const satisfies readonly RunOutcome[];

/** What started a run. */
export const RUN_TRIGGERS = ['schedule', 'catch-up', 'command', 'import'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

export const jobRun = sqliteTable(
  'job_run',
  {
    id: integer('id').primaryKey(),
    trigger: text('trigger', { enum: RUN_TRIGGERS }).notNull(),
    jobs: text('jobs', { mode: 'json' }).$type<readonly string[]>().notNull(),
    outcome: text('outcome', { enum: RUN_OUTCOMES }).notNull(),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    requests: integer('requests').notNull().default(0),
    message: text('message'),
  },
  () => [
    check('job_run_trigger', isOneOf('trigger', RUN_TRIGGERS)),
    check('job_run_jobs', isJson('jobs')),
    check('job_run_outcome', isOneOf('outcome', RUN_OUTCOMES)),
    check('job_run_started_at', isInstant('started_at')),
    check('job_run_finished_at', isInstant('finished_at')),
  ],
);

/** One row at most: who may write. */
export const lease = sqliteTable(
  'lease',
  {
    id: integer('id').primaryKey(),
    owner: text('owner').notNull(),
    pid: integer('pid').notNull(),
    acquiredAt: text('acquired_at').notNull(),
    heartbeatAt: text('heartbeat_at').notNull(),
  },
  () => [
    check('lease_id', isTheOnlyRow()),
    check('lease_acquired_at', isInstant('acquired_at')),
    check('lease_heartbeat_at', isInstant('heartbeat_at')),
  ],
);
