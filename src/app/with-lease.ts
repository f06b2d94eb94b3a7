import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { PipelineError } from '../model/errors.ts';
import { isProcessAlive } from '../platform/process-alive.ts';
import { acquireLease, beatLease, type LeaseHolder, releaseLease } from '../store/runs/lease.ts';
import { closeOrphanedRuns } from '../store/runs/runs.ts';
import type { App } from './open-app.ts';

/** A holder that has not been heard of for so long is taken to be dead. */
const STALE_AFTER_MS = 180_000;
/** Clocks of machines that share a database differ by less. */
const CREDIBLE_AHEAD_MS = 86_400_000;
/** Often enough that a slow reply does not look like death. */
const BEAT_EVERY_MS = 30_000;

/** The right to run, which one process has at a time. */
export interface Lease {
  /** Shows that the run is alive; throws `store-busy` when another process has taken over. */
  readonly beat: () => void;
  readonly isHeld: () => boolean;
  /** Aborted when the caller wants to stop, or another process has taken over. */
  readonly signal: AbortSignal;
}

/** Owners of this process. In a container that was started again the dead owner had the very process id we have. */
const ourOwners = new Set<string>();

/**
 * Works alone: timer, command line and start-up wait for one another across processes. A process that was killed on this
 * machine gives way at once, and what it left open is closed as interrupted. Throws `store-busy` while another has the
 * lease, and whatever `work` throws.
 */
export async function withLease<T>(
  app: App,
  work: (lease: Lease) => Promise<T>,
  stop: AbortSignal = new AbortController().signal,
): Promise<T> {
  const { store, clock, logger } = app;
  const owner = `${hostname()} ${randomUUID()}`;
  const lost = new AbortController();
  const nowIso = () => clock.now().toISOString();
  const isHeld = () => beatLease(store, owner, nowIso());
  takeLease(app, owner);
  ourOwners.add(owner);
  const timer = setInterval(() => {
    try {
      if (!isHeld()) lost.abort(takenOver(store.file));
    } catch (error) {
      logger.warn({ event: 'heartbeat-failed', err: error }, 'The database did not take the sign of life.');
    }
  }, BEAT_EVERY_MS).unref();
  try {
    for (const runId of closeOrphanedRuns(store, nowIso())) {
      logger.warn({ event: 'run-interrupted', runId }, 'A run was left unfinished by a process that died.');
    }
    const beat = () => {
      if (!isHeld()) throw takenOver(store.file);
    };
    return await work({ beat, isHeld, signal: AbortSignal.any([stop, lost.signal]) });
  } finally {
    clearInterval(timer);
    ourOwners.delete(owner);
    releaseLease(store, owner);
  }
}

function takeLease({ store, clock }: App, owner: string): void {
  const now = clock.now().toISOString();
  const ask = () => acquireLease(store, { owner, pid: process.pid, now, staleAfterMs: STALE_AFTER_MS });
  let answer = ask();
  if (!answer.acquired && (isKnownDead(answer.holder) || isOfTimeToCome(answer.holder, clock.now()))) {
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

/** Written by a clock that was ahead: a holder that lives shows itself by the clock of now within seconds. */
function isOfTimeToCome({ heartbeatAt }: LeaseHolder, now: Date): boolean {
  return Date.parse(heartbeatAt) - now.getTime() > CREDIBLE_AHEAD_MS;
}

/** Only of this machine is it known which processes run; a file may be shared by several, or by containers. */
function isKnownDead({ owner, pid }: LeaseHolder): boolean {
  if (!owner.startsWith(`${hostname()} `)) return false;
  return pid === process.pid ? !ourOwners.has(owner) : !isProcessAlive(pid);
}

function takenOver(file: string): PipelineError {
  return new PipelineError('store-busy', 'Another process has taken this run over.', {
    hint: 'This one was silent for too long, perhaps because the machine slept. Run again when the other has finished.',
    context: { file },
  });
}
