/** Told as long work goes on; one `start` is followed by one `done` or `failed`. */
export interface Progress {
  readonly start: (text: string) => void;
  readonly done: (text: string) => void;
  readonly failed: (text: string) => void;
  /** Told within a piece of work that stands still, and with `null` when it goes on. */
  readonly waiting: (text: string | null) => void;
}

/** For callers nobody watches. */
export const SILENT_PROGRESS: Progress = {
  start: () => undefined,
  done: () => undefined,
  failed: () => undefined,
  waiting: () => undefined,
};
