import { hash } from 'node:crypto';
import type { Assessment, Cause, Status, StoredAssessment } from '../model/assessment.ts';
import { findLatestAssessment } from './assessments.ts';
import { toInstant } from './instant.ts';
import { alert, assessment, delivery } from './schema/assessment.ts';
import type { Store } from './store.ts';
import { inTransaction } from './transaction.ts';

const KEY_DIGITS = 32;

export interface NewAssessment {
  readonly assessment: Assessment;
  readonly ruleVersionId: number;
  readonly cause: Cause;
  /** Whether people are to be told. */
  readonly notice: boolean;
  /** Whom to tell; one delivery each. */
  readonly channels: readonly string[];
  readonly assessedAt: string;
  readonly runId: number;
}

/**
 * Adds an assessment, and when it is to be noticed its alert and one delivery per channel, all or nothing: what has
 * been decided can then not be lost before it is told. Gives the assessment as stored.
 */
export function recordAssessment(store: Store, incoming: NewAssessment): StoredAssessment {
  return inTransaction(store, () => {
    const { assessment: said, cause, ruleVersionId } = incoming;
    const assessedAt = toInstant(incoming.assessedAt);
    const before = findLatestAssessment(store, said.indicatorId);
    const since = before?.status === said.status ? before.since : assessedAt;
    const stored = { ...said, cause, ruleVersionId, assessedAt, since };
    const row = { ...stored, jobRunId: incoming.runId, publications: publicationsUsed(said) };
    const id = Number(store.drizzle.insert(assessment).values(row).run().lastInsertRowid);
    if (incoming.notice) addAlert(store, { ...stored, id }, before?.status ?? null, incoming.channels);
    return { ...stored, id };
  });
}

function addAlert(
  store: Store,
  stored: StoredAssessment,
  fromStatus: Status | null,
  channels: readonly string[],
): void {
  const row = {
    assessmentId: stored.id,
    fromStatus,
    toStatus: stored.status,
    idempotencyKey: idempotencyKey(stored, fromStatus),
    createdAt: stored.assessedAt,
  };
  const alertId = Number(store.drizzle.insert(alert).values(row).run().lastInsertRowid);
  for (const channel of channels) {
    const due = { alertId, channel, state: 'pending', nextAttemptAt: stored.assessedAt } as const;
    store.drizzle.insert(delivery).values(due).run();
  }
}

/**
 * Lets a receiver drop a message it already has. Made of what is said and when, not of row numbers, which begin again
 * when a backup is put back.
 */
function idempotencyKey(stored: StoredAssessment, fromStatus: Status | null): string {
  const said = [stored.indicatorId, fromStatus ?? '', stored.status, stored.cause, stored.assessedAt].join('|');
  return hash('sha256', said, 'hex').slice(0, KEY_DIGITS);
}

function publicationsUsed({ evidence }: Assessment): readonly number[] {
  const ofSeries = evidence.publication === null ? [] : [evidence.publication.publicationId];
  const used = new Set([...ofSeries, ...evidence.observations.map((observation) => observation.publication)]);
  return [...used].sort((a, b) => a - b);
}
