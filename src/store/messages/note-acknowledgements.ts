import { lte } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { noteAcknowledgement } from '../schema/alert.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** Somebody has read something that a table says, in these very words. */
export interface NoteAcknowledgement {
  readonly table: string;
  readonly note: string;
  readonly acknowledgedBy: string;
  /** ISO 8601. */
  readonly acknowledgedAt: string;
}

/** Records that notes have been read, all of them or none; what was read before stays as it was recorded. */
export function recordNoteAcknowledgements(store: Store, read: readonly NoteAcknowledgement[]): void {
  inTransaction(store, () => {
    for (const { table: tableId, note, acknowledgedBy, acknowledgedAt } of read) {
      const row = { tableId, note, acknowledgedBy, acknowledgedAt: toInstant(acknowledgedAt) };
      store.drizzle.insert(noteAcknowledgement).values(row).onConflictDoNothing().run();
    }
  });
}

/** Every note that has been read, oldest first; by an instant (ISO 8601) when `asOf` is given. */
export function readNoteAcknowledgements(store: Store, asOf?: string): readonly NoteAcknowledgement[] {
  const { tableId: table, note, acknowledgedBy, acknowledgedAt } = noteAcknowledgement;
  return store.drizzle
    .select({ table, note, acknowledgedBy, acknowledgedAt })
    .from(noteAcknowledgement)
    .where(asOf === undefined ? undefined : lte(acknowledgedAt, toInstant(asOf)))
    .orderBy(noteAcknowledgement.id)
    .all();
}
