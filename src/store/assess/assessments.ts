import { and, asc, desc, eq, inArray, lt, lte, max, min, sql } from 'drizzle-orm';
import type { StoredAssessment } from '../../model/plan/assessment.ts';
import { toInstant } from '../instant.ts';
import { preparedOnce } from '../prepared.ts';
import { readEvidence } from './read-evidence.ts';
import { assessment } from '../schema/assessment.ts';
import { indicator } from '../schema/indicator.ts';
import type { Store } from '../store.ts';

const COLUMNS = {
  id: assessment.id,
  indicatorId: assessment.indicatorId,
  ruleVersionId: assessment.ruleVersionId,
  status: assessment.status,
  label: assessment.label,
  flags: assessment.flags,
  cause: assessment.cause,
  period: assessment.period,
  value: assessment.value,
  unit: assessment.unit,
  coverage: assessment.coverage,
  sentence: assessment.sentence,
  evidence: assessment.evidence,
  assessedAt: assessment.assessedAt,
  since: assessment.since,
  storedForm: sql<number>`coalesce(json_extract(${assessment.evidence}, '$.form'), 1)`,
};

type AssessmentRow = Omit<StoredAssessment, 'evidence' | 'remarks' | 'storedForm'> & { readonly evidence: unknown };

/** Throws `store-migration` for evidence that this version cannot read, as everything below does. */
function toAssessment({ evidence, ...row }: AssessmentRow): StoredAssessment {
  return { ...row, ...readEvidence(evidence, row.id) };
}

const latest = preparedOnce(({ drizzle }) => {
  const newest = drizzle
    .select({ id: max(assessment.id) })
    .from(assessment)
    .groupBy(assessment.indicatorId);
  return drizzle
    .select(COLUMNS)
    .from(assessment)
    .innerJoin(indicator, eq(indicator.id, assessment.indicatorId))
    .where(inArray(assessment.id, newest))
    .orderBy(asc(indicator.position))
    .prepare();
});

/** The newest assessment of every indicator that has one, in the order of the plan. */
export function findLatestAssessments(store: Store): readonly StoredAssessment[] {
  return latest(store).all().map(toAssessment);
}

/** What was said about an indicator at an instant (ISO 8601), or `null` when nothing had been said yet. */
export function findAssessmentAsOf(store: Store, indicatorId: string, asOf: string): StoredAssessment | null {
  const inTime = and(eq(assessment.indicatorId, indicatorId), lte(assessment.assessedAt, toInstant(asOf)));
  const row = store.drizzle
    .select(COLUMNS)
    .from(assessment)
    .where(inTime)
    .orderBy(desc(assessment.assessedAt), desc(assessment.id))
    .limit(1)
    .get();
  return row === undefined ? null : toAssessment(row);
}

/** The run in which anything was first said of the plan; `null` before that. */
export function findFirstRun(store: Store): number | null {
  const row = store.drizzle
    .select({ first: min(assessment.jobRunId) })
    .from(assessment)
    .get();
  return row?.first ?? null;
}

const history = preparedOnce(({ drizzle }) =>
  drizzle
    .select(COLUMNS)
    .from(assessment)
    .where(eq(assessment.indicatorId, sql.placeholder('indicatorId')))
    .orderBy(asc(assessment.id))
    .prepare(),
);

/** Everything ever said about an indicator, oldest first. */
export function readHistory(store: Store, indicatorId: string): readonly StoredAssessment[] {
  return history(store).all({ indicatorId }).map(toAssessment);
}

/** One assessment by its number. */
export function findAssessment(store: Store, id: number): StoredAssessment {
  const row = store.drizzle.select(COLUMNS).from(assessment).where(eq(assessment.id, id)).get();
  if (row === undefined) throw new Error(`there is no assessment ${id}`);
  return toAssessment(row);
}

/** The assessment that another one took the place of, or `null` when it was the first. */
export function findAssessmentBefore(
  store: Store,
  { indicatorId, id }: Pick<StoredAssessment, 'indicatorId' | 'id'>,
): StoredAssessment | null {
  const row = store.drizzle
    .select(COLUMNS)
    .from(assessment)
    .where(and(eq(assessment.indicatorId, indicatorId), lt(assessment.id, id)))
    .orderBy(desc(assessment.id))
    .limit(1)
    .get();
  return row === undefined ? null : toAssessment(row);
}

/** The newest assessment of one indicator, or `null` before the first. */
export function findLatestAssessment(store: Store, indicatorId: string): StoredAssessment | null {
  const row = store.drizzle
    .select(COLUMNS)
    .from(assessment)
    .where(eq(assessment.indicatorId, indicatorId))
    .orderBy(desc(assessment.id))
    .limit(1)
    .get();
  return row === undefined ? null : toAssessment(row);
}
