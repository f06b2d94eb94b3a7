import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findProjectRoot } from '../../platform/project-root.ts';
import { unpackError } from './carry-error.ts';
import type { FromIntakeThread, IntakeDatabase, ToIntakeThread } from './intake-worker.ts';
import type { Intake, IntakeOrder } from './ingest-reply.ts';

/**
 * Of V8's space for new objects. What a reply becomes lives until it is stored, so a larger space, which V8 would take,
 * only holds more of it twice: a tenth of the memory at no gain in time.
 */
const YOUNG_GENERATION_MB = 8;

/** A thread that ingests replies, one after the other. */
export interface IntakeThread {
  /**
   * As `ingestReply`, which is given the memory of the bodies: they are empty here afterwards. Throws the signal's
   * reason when stopped; the transaction in progress is then rolled back.
   */
  readonly run: (order: IntakeOrder) => Promise<Intake>;
}

/**
 * Parsing, checking and storing a large reply is a second or more of nothing else. On a thread of its own it leaves
 * this one free: health is answered and signals are obeyed. The thread starts with the first order, since most runs
 * have none, and has put everything into the database file, which this one has opened for writing, when this resolves.
 */
export async function withIntakeThread<T>(
  database: IntakeDatabase,
  signal: AbortSignal,
  work: (thread: IntakeThread) => Promise<T>,
): Promise<T> {
  let worker: Worker | undefined;
  const run = async (order: IntakeOrder): Promise<Intake> => {
    signal.throwIfAborted();
    worker ??= startWorker(database);
    worker.postMessage(order satisfies ToIntakeThread, memoryOf(order));
    try {
      const [answer] = (await once(worker, 'message', { signal })) as [FromIntakeThread];
      return answer.counts === null ? { ...answer, failure: unpackError(answer.failure) } : answer;
    } catch (error) {
      // Told to stop, or broken: the transaction it was in is rolled back with it.
      await worker.terminate();
      worker = undefined;
      signal.throwIfAborted();
      throw error;
    }
  };
  try {
    return await work({ run });
  } finally {
    if (worker !== undefined) await end(worker);
  }
}

function startWorker(database: IntakeDatabase): Worker {
  // The built file, also when this one runs from its source: a thread cannot be given TypeScript.
  const file = join(findProjectRoot(import.meta.url), 'dist', 'program', 'intake-worker.js');
  return new Worker(file, {
    workerData: database,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}

/** Small bodies share their memory with others, and are copied. */
function memoryOf({ fetched }: IntakeOrder): readonly ArrayBuffer[] {
  const bodies = [fetched, ...fetched.replies].map(({ body }) => body);
  const owners = bodies.filter(({ byteLength, buffer }) => byteLength === buffer.byteLength);
  return [...new Set(owners.map(({ buffer }) => buffer as ArrayBuffer))];
}

async function end(worker: Worker): Promise<void> {
  const ended = once(worker, 'exit');
  worker.postMessage('end' satisfies ToIntakeThread);
  await ended;
}
