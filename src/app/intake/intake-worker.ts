import { parentPort, workerData } from 'node:worker_threads';
import type { ChangeCounts } from '../../model/data/publication.ts';
import { openDatabase } from '../../store/open-database.ts';
import type { Store } from '../../store/store.ts';
import { type CarriedError, packError } from './carry-error.ts';
import { type Intake, type IntakeOrder, ingestReply } from './ingest-reply.ts';

/** Which database a thread works on. */
export interface IntakeDatabase {
  readonly databaseFile: string;
  readonly migrationsFolder: string;
}

/** An order, or the end. */
export type ToIntakeThread = IntakeOrder | 'end';

export type FromIntakeThread =
  | Extract<Intake, { readonly counts: ChangeCounts }>
  | (Extract<Intake, { readonly counts: null }> & { readonly failure: CarriedError });

// The whole of the thread that `withIntakeThread` starts.
if (parentPort !== null) serve(parentPort, workerData as IntakeDatabase);

/** Does orders as they come, over one connection, which is closed at the end: that also empties the write-ahead log. */
function serve(port: NonNullable<typeof parentPort>, { databaseFile, migrationsFolder }: IntakeDatabase): void {
  let store: Store | undefined;
  const answer = async (order: IntakeOrder): Promise<Intake> => {
    try {
      store ??= openDatabase(databaseFile, { migrationsFolder, beside: true });
      return await ingestReply(store, order);
    } catch (failure) {
      return { counts: null, failure, cells: 0, places: null };
    }
  };
  const send = (intake: Intake): void => {
    const sent = intake.counts === null ? { ...intake, failure: packError(intake.failure) } : intake;
    port.postMessage(sent satisfies FromIntakeThread);
  };
  port.on('message', (message: ToIntakeThread) => {
    if (message !== 'end') {
      void answer(message).then(send);
      return;
    }
    store?.close();
    port.close();
  });
}
