import type { Assessment, Cause, StoredAssessment, WordsOfTheDay } from '../../model/plan/assessment.ts';
import { findLatestAssessment } from './assessments.ts';
import { toInstant } from '../instant.ts';
import { assessment } from '../schema/assessment.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

export interface NewAssessment {
  readonly assessment: Assessment;
  /** What is said of it now. */
  readonly words: WordsOfTheDay;
  readonly ruleVersionId: number;
  readonly cause: Cause;
  readonly assessedAt: string;
  readonly runId: number;
}

/** Adds an assessment and gives it as stored. */
export function recordAssessment(store: Store, incoming: NewAssessment): StoredAssessment {
  return inTransaction(store, () => {
    const { assessment: said, words, cause, ruleVersionId } = incoming;
    const assessedAt = toInstant(incoming.assessedAt);
    const before = findLatestAssessment(store, said.indicatorId);
    const since = before?.status === said.status ? before.since : assessedAt;
    const stored = { ...said, ...words, cause, ruleVersionId, assessedAt, since, storedForm: said.evidence.form };
    // Remarks are read where evidence is, as they always were.
    const evidence = { ...said.evidence, remarks: words.remarks };
    const row = { ...stored, evidence, jobRunId: incoming.runId, publications: publicationsUsed(said) };
    const id = Number(store.drizzle.insert(assessment).values(row).run().lastInsertRowid);
    return { ...stored, id };
  });
}

function publicationsUsed({ evidence }: Assessment): readonly number[] {
  const ofSeries = evidence.publication === null ? [] : [evidence.publication.publicationId];
  const used = new Set([...ofSeries, ...evidence.observations.map((observation) => observation.publication)]);
  return [...used].sort((a, b) => a - b);
}
