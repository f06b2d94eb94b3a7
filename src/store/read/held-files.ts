import { and, desc, eq, isNull } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { ensureDataset } from '../intake/record-publication.ts';
import { dataset } from '../schema/dataset.ts';
import { type FileAction, type HELD_OUTCOMES, heldFile } from '../schema/intake.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** A file that was read and is held. */
export interface HeldFile {
  readonly datasetId: string;
  readonly name: string;
  readonly sha256: string;
  readonly action: FileAction;
  /** What was odd about it, as sentences. */
  readonly findings: readonly string[];
  /** Its bytes as received, gzip. */
  readonly body: Uint8Array;
  readonly heldAt: string;
  readonly handedInBy: string;
}

/** A held file that waits for a person. */
export type WaitingFile = HeldFile & { readonly id: number };

/** What a person decided about a held file. */
export interface Decision {
  readonly outcome: (typeof HELD_OUTCOMES)[number];
  readonly decidedAt: string;
  readonly decidedBy: string;
}

/** Keeps a file until a person decides. The same bytes wait once: an earlier wait of theirs is replaced. */
export function recordHeldFile(store: Store, file: HeldFile): void {
  inTransaction(store, () => {
    const datasetId = ensureDataset(store, file.datasetId);
    const sameBytes = and(
      eq(heldFile.datasetId, datasetId),
      eq(heldFile.sha256, file.sha256),
      isNull(heldFile.outcome),
    );
    store.drizzle.delete(heldFile).where(sameBytes).run();
    const body = Buffer.from(file.body.buffer, file.body.byteOffset, file.body.byteLength);
    store.drizzle
      .insert(heldFile)
      .values({ ...file, datasetId, body, heldAt: toInstant(file.heldAt) })
      .run();
  });
}

/** The files that wait, the newest first. */
export function listHeldFiles(store: Store): readonly WaitingFile[] {
  return store.drizzle
    .select({
      id: heldFile.id,
      datasetId: dataset.code,
      name: heldFile.name,
      sha256: heldFile.sha256,
      action: heldFile.action,
      findings: heldFile.findings,
      body: heldFile.body,
      heldAt: heldFile.heldAt,
      handedInBy: heldFile.handedInBy,
    })
    .from(heldFile)
    .innerJoin(dataset, eq(dataset.id, heldFile.datasetId))
    .where(isNull(heldFile.outcome))
    .orderBy(desc(heldFile.id))
    .all();
}

/** Ends the wait of a file; its row stays, with who decided what. */
export function settleHeldFile(store: Store, id: number, decision: Decision): void {
  const row = { ...decision, decidedAt: toInstant(decision.decidedAt) };
  store.drizzle.update(heldFile).set(row).where(eq(heldFile.id, id)).run();
}
