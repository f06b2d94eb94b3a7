import { and, asc, eq, getTableColumns, inArray, lt } from 'drizzle-orm';
import type { StoredAssessment } from '../../model/plan/assessment.ts';
import { isListOf, isText } from '../../model/shape.ts';
import { findAssessment, findAssessmentBefore } from '../assess/assessments.ts';
import { toInstant } from '../instant.ts';
import type { Alert, MessageReference } from './outbox.ts';
import { alert, delivery } from '../schema/alert.ts';
import { assessment } from '../schema/assessment.ts';
import { indicator } from '../schema/indicator.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** One alert of a message. */
export interface DuePart {
  readonly alert: Alert;
  /** `null` for trouble in the machinery. */
  readonly assessed: {
    readonly indicator: { readonly title: string; readonly titleEn: string };
    readonly assessment: StoredAssessment;
    /** The one it took the place of; `null` when it was the first. */
    readonly before: StoredAssessment | null;
    /** The run that made the assessment. */
    readonly runId: number;
  } | null;
}

/** A message with all its alerts. */
export interface DueMessage extends MessageReference {
  /** How often it has been tried before. */
  readonly attempts: number;
  /** Names of the posts of it that the receiver has taken. */
  readonly takenPosts: readonly string[];
  /** In the order of the plan. */
  readonly parts: readonly DuePart[];
}

interface DueRow extends MessageReference {
  readonly attempts: number;
  readonly takenPosts: string | null;
}

/** Messages of which nothing waits for an earlier one on the same channel about the same subject. */
const IN_LINE = `
  FROM delivery WHERE delivery.state = 'pending' AND delivery.channel IN (SELECT value FROM json_each(?))
  AND NOT EXISTS (
    SELECT 1 FROM delivery AS member
    JOIN alert AS mine ON mine.id = member.alert_id
    JOIN alert AS earlier ON earlier.subject = mine.subject AND earlier.id < mine.id
    JOIN delivery AS waiting ON waiting.alert_id = earlier.id AND waiting.channel = member.channel
    WHERE member.message_key = delivery.message_key AND member.channel = delivery.channel
    AND member.state = 'pending' AND waiting.state = 'pending' AND waiting.message_key <> member.message_key
  )`;

/**
 * The oldest message that is due on one of the channels, or `null`. It is claimed until `until`, after which
 * other callers may claim it, so that a caller that dies in the middle loses nothing. The messages of a channel about
 * one subject keep their order: a later message waits until the one before is delivered or given up.
 */
export function claimMessage(
  store: Store,
  claim: { readonly channels: readonly string[]; readonly now: string; readonly until: string },
): DueMessage | null {
  return inTransaction(store, () => {
    const row = store.sqlite
      .prepare<[string, string], DueRow>(
        `SELECT channel, message_key AS messageKey, attempts, taken_posts AS takenPosts
         ${IN_LINE} AND next_attempt_at <= ? ORDER BY id LIMIT 1`,
      )
      .get(JSON.stringify(claim.channels), toInstant(claim.now));
    if (row === undefined) return null;
    const set = { nextAttemptAt: toInstant(claim.until) };
    store.drizzle.update(delivery).set(set).where(isWaiting(row)).run();
    return { ...row, takenPosts: postsIn(row.takenPosts), parts: readParts(store, row) };
  });
}

/** When the next message on one of the channels is to be tried, or `null` when none waits. */
export function findNextAttemptAt(store: Store, channels: readonly string[]): string | null {
  const query = store.sqlite.prepare<[string], string | null>(`SELECT min(next_attempt_at) ${IN_LINE}`);
  return query.pluck().get(JSON.stringify(channels)) ?? null;
}

/** Holds until an instant the messages of a channel that are due before it. */
export function holdMessages(store: Store, channel: string, until: string): void {
  const tooEarly = and(
    eq(delivery.channel, channel),
    eq(delivery.state, 'pending'),
    lt(delivery.nextAttemptAt, toInstant(until)),
  );
  inTransaction(store, () => {
    store.drizzle
      .update(delivery)
      .set({ nextAttemptAt: toInstant(until) })
      .where(tooEarly)
      .run();
  });
}

function postsIn(json: string | null): readonly string[] {
  const posts: unknown = json === null ? [] : JSON.parse(json);
  return isListOf(isText)(posts) ? posts : [];
}

function readParts(store: Store, message: MessageReference): readonly DuePart[] {
  const ofMessage = store.drizzle.select({ id: delivery.alertId }).from(delivery).where(isWaiting(message));
  const rows = store.drizzle
    .select({
      alert: getTableColumns(alert),
      runId: assessment.jobRunId,
      indicator: { title: indicator.title, titleEn: indicator.titleEn },
    })
    .from(alert)
    .leftJoin(assessment, eq(assessment.id, alert.assessmentId))
    .leftJoin(indicator, eq(indicator.id, assessment.indicatorId))
    .where(inArray(alert.id, ofMessage))
    .orderBy(asc(indicator.position), asc(alert.id))
    .all();
  return rows.map(({ alert: said, runId, indicator: titles }) => {
    if (said.assessmentId === null || runId === null || titles === null) return { alert: said, assessed: null };
    const stored = findAssessment(store, said.assessmentId);
    const before = findAssessmentBefore(store, stored);
    return { alert: said, assessed: { indicator: titles, assessment: stored, before, runId } };
  });
}

function isWaiting({ channel, messageKey }: MessageReference) {
  return and(eq(delivery.channel, channel), eq(delivery.messageKey, messageKey), eq(delivery.state, 'pending'));
}
