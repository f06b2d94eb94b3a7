/** What the service is doing, for its health checks. */
export interface DaemonState {
  readonly startedAt: Date;
  phase: 'starting' | 'waiting' | 'working' | 'stopping';
  /** When it last looked at the clock; it does so every minute it is not at work. */
  aliveAt: Date;
  /** When it looks for work next; `null` until it has looked for the first time. */
  nextWakeAt: Date | null;
  readonly assessed: AssessedMemo;
  readonly klass: KlassMemo;
}

/** Spares a process that runs again and again what it has assessed; the database knows what it has not. */
export interface AssessedMemo {
  /** The day (UTC) and the newest rows when it last assessed every indicator; `null` before the first time. */
  at: string | null;
}

/** Spares Klass a second question on a day on which it gave no answer. */
export interface KlassMemo {
  /** When it was last asked, answer or not, ISO 8601; `null` before the first time. */
  klassTriedAt: string | null;
}

/** A service that has done nothing yet. */
export function newDaemonState(now: Date): DaemonState {
  return {
    startedAt: now,
    phase: 'starting',
    aliveAt: now,
    nextWakeAt: null,
    assessed: { at: null },
    klass: { klassTriedAt: null },
  };
}
