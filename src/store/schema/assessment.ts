import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CAUSES, STATUSES, type Flag } from '../../model/plan/assessment.ts';
import { isInstant, isJson, isOneOf } from './checks.ts';
import { COVERAGES } from './dataset.ts';
import { indicator, ruleVersion } from './indicator.ts';
import { jobRun } from './job-run.ts';

const LABELS = ['stable', 'improved'] as const;

/** Rows are added and never changed: the history of what has been said. */
export const assessment = sqliteTable(
  'assessment',
  {
    id: integer('id').primaryKey(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicator.id),
    ruleVersionId: integer('rule_version_id')
      .notNull()
      .references(() => ruleVersion.id),
    jobRunId: integer('job_run_id')
      .notNull()
      .references(() => jobRun.id),
    status: text('status', { enum: STATUSES }).notNull(),
    label: text('label', { enum: LABELS }),
    flags: text('flags', { mode: 'json' }).$type<readonly Flag[]>().notNull(),
    cause: text('cause', { enum: CAUSES }).notNull(),
    period: text('period'),
    value: real('value'),
    unit: text('unit'),
    coverage: text('coverage', { enum: COVERAGES }),
    sentence: text('sentence').notNull(),
    evidence: text('evidence', { mode: 'json' }).$type<unknown>().notNull(),
    publications: text('publications', { mode: 'json' }).$type<readonly number[]>().notNull(),
    assessedAt: text('assessed_at').notNull(),
    since: text('since').notNull(),
  },
  (table) => [
    index('assessment_of_indicator').on(table.indicatorId),
    check('assessment_status', isOneOf('status', STATUSES)),
    check('assessment_label', isOneOf('label', LABELS)),
    check('assessment_flags', isJson('flags')),
    check('assessment_cause', isOneOf('cause', CAUSES)),
    check('assessment_coverage', isOneOf('coverage', COVERAGES)),
    check('assessment_evidence', isJson('evidence')),
    check('assessment_publications', isJson('publications')),
    check('assessment_assessed_at', isInstant('assessed_at')),
    check('assessment_since', isInstant('since')),
  ],
);
