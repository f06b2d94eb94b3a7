/** Told as long work goes on; one `start` is followed by one `done` or `failed`. */
export interface Progress {
  readonly start: (text: string) => void;
  readonly done: (text: string) => void;
  readonly failed: (text: string) => void;
}

/** For callers nobody watches. */
export const SILENT_PROGRESS: Progress = {
  start: () => undefined,
  done: () => undefined,
  failed: () => undefined,
};
