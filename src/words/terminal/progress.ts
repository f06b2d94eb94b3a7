import type { IngestEnding, WorkOutcome, WorkPause, WorkStep } from '../../model/progress.ts';

/** What is told of long work while it goes on, and how it ended. */
export interface ProgressWords {
  readonly step: (step: WorkStep) => string;
  readonly outcome: (outcome: WorkOutcome) => string;
  readonly pause: (pause: WorkPause) => string;
  readonly ending: (ending: IngestEnding) => string;
  /** What happened beside the work, such as a page that could not be written, in the words of the log. */
  readonly beside: (noted: string) => string;
}
