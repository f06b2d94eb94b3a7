import { noteFull, noteWrite } from './full-disk.ts';
import { asStoreError } from './store-error.ts';
import type { Store } from './store.ts';

/** Does all of `work` or none of it. The write lock is taken at the start, so that a long read is never wasted. */
export function inTransaction<T>(store: Store, work: () => T): T {
  try {
    return noteWrite(store, () => store.sqlite.transaction(work).immediate());
  } catch (error) {
    noteFull(store, error);
    throw asStoreError(error, store.file);
  }
}

/** What becomes of the writes of a transaction, and what it answers all the same. */
export interface Outcome<T> {
  readonly outcome: 'keep' | 'undo';
  readonly value: T;
}

/**
 * As `inTransaction`, but `work` says whether its writes are kept or undone. Within another transaction only its own writes
 * are undone. What it throws undoes them too.
 */
export function keepOrUndo<T>(store: Store, work: () => Outcome<T>): T {
  const { sqlite, file } = store;
  const isWithin = sqlite.inTransaction;
  const undo = isWithin ? 'ROLLBACK TO keep_or_undo; RELEASE keep_or_undo' : 'ROLLBACK';
  try {
    sqlite.exec(isWithin ? 'SAVEPOINT keep_or_undo' : 'BEGIN IMMEDIATE');
    try {
      const { outcome, value } = work();
      sqlite.exec(outcome === 'undo' ? undo : isWithin ? 'RELEASE keep_or_undo' : 'COMMIT');
      return value;
    } catch (error) {
      // A full disk, for one, has made SQLite undo everything by itself.
      if (sqlite.inTransaction) sqlite.exec(undo);
      throw error;
    }
  } catch (error) {
    noteFull(store, error);
    throw asStoreError(error, file);
  }
}

/** Lets every query of `work` see the same state, whatever others write meanwhile. */
export function inSnapshot<T>(store: Store, work: () => T): T {
  try {
    return store.sqlite.transaction(work).deferred();
  } catch (error) {
    throw asStoreError(error, store.file);
  }
}
