/** Reports progress of long-running work; every `start` is followed by `done` or `failed`. */
export interface Progress {
  readonly start: (text: string) => void;
  readonly done: (text: string) => void;
  readonly failed: (text: string) => void;
  /** Reports why the work is waiting, and `null` when it resumes. */
  readonly waiting: (text: string | null) => void;
}

/** For callers without a terminal to show it on. */
export const SILENT_PROGRESS: Progress = {
  start: () => undefined,
  done: () => undefined,
  failed: () => undefined,
  waiting: () => undefined,
};
