import type { WorkOutcome, WorkPause, WorkStep } from '../model/progress.ts';

/** Reports progress of long-running work; every `start` is followed by `done` or `failed`. */
export interface Progress {
  readonly start: (step: WorkStep) => void;
  readonly done: (outcome: WorkOutcome) => void;
  readonly failed: (outcome: WorkOutcome) => void;
  /** Reports why the work is waiting, and `null` when it resumes. */
  readonly waiting: (pause: WorkPause | null) => void;
}

/** For callers without a terminal to show it on. */
export const SILENT_PROGRESS: Progress = {
  start: () => undefined,
  done: () => undefined,
  failed: () => undefined,
  waiting: () => undefined,
};
