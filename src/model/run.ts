import type { ErrorCode } from './errors.ts';
import type { FailureFacts } from './trouble.ts';

export type RunOutcome = 'running' | 'succeeded' | 'unchanged' | 'partial' | 'failed' | 'interrupted' | 'postponed';
export type DatasetOutcome = 'changed' | 'unchanged' | 'quarantined' | 'failed' | 'postponed';

/** What became of one dataset in one run. */
export interface DatasetResult {
  readonly datasetId: string;
  readonly outcome: DatasetOutcome;
  readonly inserted: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly rejected: number;
  readonly requests: number;
  readonly durationMs: number;
  readonly errorCode: ErrorCode | 'bug' | null;
  /** One sentence for a person: what happened, or what is wrong and what to do. */
  readonly message: string;
  /** Why it failed, as facts; left out when it did not. */
  readonly failure?: FailureFacts;
  /** The source's list of tables says that there is something newer, and it is asked for once more. */
  readonly isOlderThanAnnounced?: true;
}
