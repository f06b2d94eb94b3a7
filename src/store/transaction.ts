import { asStoreError } from './store-error.ts';
import type { Store } from './store.ts';

/** Does all of `work` or none of it. The write lock is taken at the start, so that a long read is never wasted. */
export function inTransaction<T>(store: Store, work: () => T): T {
  try {
    return store.sqlite.transaction(work).immediate();
  } catch (error) {
    throw asStoreError(error, store.file);
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
