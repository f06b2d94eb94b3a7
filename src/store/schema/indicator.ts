import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MissingReason } from '../../model/data/figure.ts';
import { isInstant, isJson, isOneOf } from './checks.ts';
import { publication } from './dataset.ts';
import { timePeriod } from './observation.ts';

const ROLES = ['own', 'peer'] as const;

export const indicator = sqliteTable(
  'indicator',
  {
    id: text('id').primaryKey(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    titleEn: text('title_en').notNull(),
    goal: text('goal').notNull(),
    subgoal: text('subgoal').notNull(),
    ambition: text('ambition').notNull(),
    measurement: text('measurement').notNull(),
    // When the settings no longer had it; null while it is in the plan.
    removedAt: text('removed_at'),
  },
  () => [check('indicator_removed_at', isInstant('removed_at'))],
);

export const ruleVersion = sqliteTable(
  'rule_version',
  {
    id: integer('id').primaryKey(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicator.id),
    fingerprint: text('fingerprint').notNull(),
    definition: text('definition', { mode: 'json' }).$type<unknown>().notNull(),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [
    index('rule_version_of_indicator').on(table.indicatorId),
    check('rule_version_definition', isJson('definition')),
    check('rule_version_recorded_at', isInstant('recorded_at')),
  ],
);

/** The series behind the newest assessment, one row per place and period. */
export const indicatorValue = sqliteTable(
  'indicator_value',
  {
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicator.id),
    role: text('role', { enum: ROLES }).notNull(),
    place: text('place').notNull(),
    period: integer('period')
      .notNull()
      .references(() => timePeriod.period),
    name: text('name').notNull(),
    // The measure of the indicator; of peers where it is the level or the growth itself.
    value: real('value'),
    valueMissing: text('value_missing').$type<MissingReason>(),
    level: real('level'),
    levelMissing: text('level_missing').$type<MissingReason>(),
    growth: real('growth'),
    growthMissing: text('growth_missing').$type<MissingReason>(),
    unit: text('unit'),
    publicationId: integer('publication_id').references(() => publication.id),
    levelUnit: text('level_unit'),
  },
  (table) => [
    primaryKey({ columns: [table.indicatorId, table.role, table.place, table.period] }),
    check('indicator_value_role', isOneOf('role', ROLES)),
  ],
);
