/** What the service is doing, for those who ask about its health. */
export interface DaemonState {
  readonly startedAt: Date;
  phase: 'starting' | 'waiting' | 'working' | 'stopping';
  /** When it last looked at the clock; it does so every minute it is not at work. */
  aliveAt: Date;
  /** When it looks for work next; `null` until it has looked for the first time. */
  nextWakeAt: Date | null;
  readonly assessed: AssessedMemo;
}

/** What the newest assessments of this process rest on besides figures, so that they are not made again for nothing. */
export interface AssessedMemo {
  /** The datasets that were stale then; `null` when everything is to be assessed again. */
  staleDatasets: string | null;
}

/** A service that has done nothing yet. */
export function newDaemonState(now: Date): DaemonState {
  return {
    startedAt: now,
    phase: 'starting',
    aliveAt: now,
    nextWakeAt: null,
    assessed: { staleDatasets: null },
  };
}
