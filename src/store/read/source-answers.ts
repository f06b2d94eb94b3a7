import { gunzipSync, gzipSync } from 'node:zlib';
import { eq, gt, lt, or } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { sourceAnswer } from '../schema/schedule.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** An answer of a source to a question that is asked for again and again. */
export interface SourceAnswer {
  readonly address: string;
  /** ISO 8601. */
  readonly answeredAt: string;
  readonly body: Buffer;
}

/** The answer kept for an address; `null` for none. The caller decides whether it still holds. */
export function findSourceAnswer({ drizzle }: Store, address: string): SourceAnswer | null {
  const row = drizzle.select().from(sourceAnswer).where(eq(sourceAnswer.address, address)).get();
  return row === undefined ? null : { ...row, body: gunzipSync(row.body) };
}

/**
 * Keeps an answer in place of the one before, compressed, and lets go of those older than `keptSince` or of a time to
 * come.
 */
export function recordSourceAnswer(store: Store, answer: SourceAnswer, keptSince: string): void {
  const answeredAt = toInstant(answer.answeredAt);
  const row = { address: answer.address, answeredAt, body: gzipSync(answer.body) };
  inTransaction(store, () => {
    const outdated = or(lt(sourceAnswer.answeredAt, toInstant(keptSince)), gt(sourceAnswer.answeredAt, answeredAt));
    store.drizzle.delete(sourceAnswer).where(outdated).run();
    store.drizzle.insert(sourceAnswer).values(row).onConflictDoUpdate({ target: sourceAnswer.address, set: row }).run();
  });
}

/** Deletes every answer, so that all are requested again. */
export function forgetSourceAnswers({ drizzle }: Store): void {
  drizzle.delete(sourceAnswer).run();
}
