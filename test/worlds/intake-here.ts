import type { IntakeThread } from '../../src/app/intake/intake-thread.ts';
import type { IntakeDatabase } from '../../src/app/intake/intake-worker.ts';
import { ingestReply } from '../../src/app/intake/ingest-reply.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * Stands in for `withIntakeThread`: takes replies in over a connection of its own, as the thread does, but in this one.
 * Each run would start a thread anew, which takes a third of the time of a world; `intake-thread.test.ts` is about the thread.
 */
export async function withIntakeThread<T>(
  { databaseFile, migrationsFolder }: IntakeDatabase,
  signal: AbortSignal,
  work: (thread: IntakeThread) => Promise<T>,
): Promise<T> {
  let store: Store | undefined;
  try {
    return await work({
      run: (order) => {
        signal.throwIfAborted();
        store ??= openDatabase(databaseFile, { migrationsFolder, beside: true });
        return ingestReply(store, order);
      },
    });
  } finally {
    store?.close();
  }
}
