import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { PipelineError } from '../model/errors.ts';
import type { RunOutcome } from '../model/run.ts';
import { isProcessAlive } from '../platform/process-alive.ts';
import { acquireLease, beatLease, type LeaseHolder, releaseLease } from '../store/lease.ts';
import { closeOrphanedRuns, finishRun, startRun, type RunTrigger } from '../store/runs.ts';
import { describeFailure } from './dataset-result.ts';
import type { App } from './open-app.ts';
import { publishCopy } from './publish-copy.ts';

/** A run whose owner has not been heard of for so long is taken to be dead. One request can take over a minute. */
const STALE_AFTER_MS = 180_000;

export interface RunClosing {
  readonly outcome: Exclude<RunOutcome, 'running'>;
  readonly requests: number;
  readonly message: string;
}

export interface RunHandle {
  readonly runId: number;
  /** Says that the run is alive; called between the steps of long work. */
  readonly beat: () => void;
}

/**
 * Does the work of one run, alone: one process runs at a time, and the run is on record from its first moment. A process
 * that was killed on this machine gives way at once; what it left open is closed as interrupted. Throws `store-busy` while
 * another run goes on, and whatever `work` throws, after recording it.
 */
export async function withRun<T extends RunClosing>(
  app: App,
  trigger: RunTrigger,
  jobs: readonly string[],
  work: (run: RunHandle) => Promise<T>,
): Promise<T> {
  const { store } = app;
  const owner = `${hostname()} ${randomUUID()}`;
  const nowIso = () => app.clock.now().toISOString();
  takeLease(app, owner);
  try {
    closeOrphanedRuns(store, nowIso());
    const runId = startRun(store, { trigger, jobs, startedAt: nowIso() });
    const close = ({ outcome, requests, message }: RunClosing) =>
      finishRun(store, runId, { outcome, requests, message, finishedAt: nowIso() });
    try {
      const closing = await work({ runId, beat: () => keepLease(app, owner) });
      close(closing);
      const problem = publishAfterRun(app, owner);
      return problem === null ? closing : { ...closing, message: `${closing.message} ${problem}` };
    } catch (error) {
      close({ outcome: 'failed', requests: 0, message: describeFailure(error).sentence });
      publishAfterRun(app, owner);
      throw error;
    }
  } finally {
    releaseLease(store, owner);
  }
}

/**
 * Publishes the analysts' copy when the run, failed or not, has changed something: after it is closed, so that the copy
 * shows how it ended, and under its lease, so that one is made at a time. Gives a sentence when that fails.
 */
function publishAfterRun(app: App, owner: string): string | null {
  return beatLease(app.store, owner, app.clock.now().toISOString()) ? publishCopy(app) : null;
}

function takeLease({ store, clock }: App, owner: string): void {
  const now = clock.now().toISOString();
  const ask = () => acquireLease(store, { owner, pid: process.pid, now, staleAfterMs: STALE_AFTER_MS });
  let answer = ask();
  if (!answer.acquired && isKnownDead(answer.holder)) {
    releaseLease(store, answer.holder.owner);
    answer = ask();
  }
  if (answer.acquired) return;
  const { pid, acquiredAt } = answer.holder;
  throw new PipelineError('store-busy', `Another run has been going on since ${acquiredAt} (process ${pid}).`, {
    hint: `Wait for it to finish. If that process is dead, its place is free ${STALE_AFTER_MS / 60_000} minutes after its last sign of life.`,
    context: { file: store.file },
  });
}

/** Only of this machine is it known which processes run; a file may be shared by several, or by containers. */
function isKnownDead({ owner, pid }: LeaseHolder): boolean {
  return owner.startsWith(`${hostname()} `) && !isProcessAlive(pid);
}

function keepLease({ store, clock }: App, owner: string): void {
  if (beatLease(store, owner, clock.now().toISOString())) return;
  throw new PipelineError('store-busy', 'Another process has taken this run over.', {
    hint: 'This one was silent for too long, perhaps because the machine slept. Run again when the other has finished.',
    context: { file: store.file },
  });
}
