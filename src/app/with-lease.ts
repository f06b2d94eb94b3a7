import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { PipelineError } from '../model/errors.ts';
import { isProcessAlive } from '../platform/process-alive.ts';
import { acquireLease, beatLease, type LeaseHolder, releaseLease } from '../store/runs/lease.ts';
import { closeOrphanedRuns } from '../store/runs/runs.ts';
import type { App } from './open-app.ts';

/** A holder without a heartbeat for this long is considered dead. */
const STALE_AFTER_MS = 180_000;
/** Clocks of machines that share a database differ by less. */
const CREDIBLE_AHEAD_MS = 86_400_000;
/** Often enough that a slow reply does not look like death. */
const BEAT_EVERY_MS = 30_000;

/** The right to run, which one process has at a time. */
export interface Lease {
  /** Renews the heartbeat of the run; throws `store-busy` when another process has taken over. */
  readonly beat: () => void;
  readonly isHeld: () => boolean;
  /** Aborted when the caller wants to stop, or another process has taken over. */
  readonly signal: AbortSignal;
}

/** Owners of this process. In a restarted container the dead owner may have had our process id. */
const ourOwners = new Set<string>();

/**
 * Runs `work` exclusively, across processes. The lease of a process that was killed on this machine is taken over at
 * once, and the run it left open is closed as interrupted. Throws `store-busy` while another has the
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
    refusal: { about: 'run-going-on', since: acquiredAt, pid, freeAfterMinutes: STALE_AFTER_MS / 60_000 },
  });
}

/** Written by a clock that was ahead: a live holder renews it by the current clock within seconds. */
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
    refusal: { about: 'run-taken-over' },
  });
}
