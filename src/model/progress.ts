import type { DatasetResult } from './run.ts';

/** A step of long work, when it begins. */
export type WorkStep =
  | { readonly step: 'news' | 'successors' | 'klass' }
  | { readonly step: 'dataset' | 'diagnosis'; readonly id: string }
  | { readonly step: 'view'; readonly name: string };

/** What came of a step. */
export type WorkOutcome =
  | { readonly step: 'news'; readonly due: number; readonly all: number }
  | { readonly step: 'dataset'; readonly result: DatasetResult }
  | {
      readonly step: 'diagnosis';
      readonly id: string;
      /** What is wrong, as it was found; `null` where nothing is. */
      readonly problem: string | null;
      readonly isAnswered: boolean;
      readonly lastPeriod: string | null;
      readonly alternative: string | null;
    }
  | { readonly step: 'successors'; readonly switches: number }
  | { readonly step: 'klass'; readonly isAnswered: boolean }
  | { readonly step: 'view'; readonly name: string; readonly rows: number }
  | { readonly step: 'no-answer' };

/** Why work stands still. */
export interface WorkPause {
  readonly seconds: number;
  readonly cause: WaitCause;
  /** The whole of it in the words of the log: for what, and what comes then. */
  readonly sentence: string;
}

/** Why a question waits: the source's quota, its answer that there were too many, or none at all. */
export type WaitCause =
  | { readonly kind: 'quota'; readonly calls: number; readonly windowSeconds: number }
  | { readonly kind: 'too-many' | 'no-answer' };

/** How an ingest ended, by dataset; of those named by id, none where all of them are meant. */
export type IngestEnding =
  | { readonly kind: 'postponed' | 'failed-in-part'; readonly datasets: readonly string[] }
  | { readonly kind: 'all-postponed' | 'all-failed' | 'interrupted' }
  | { readonly kind: 'source-failed'; readonly sentence: string }
  | { readonly kind: 'unchanged'; readonly older: readonly string[] }
  | { readonly kind: 'changed'; readonly changed: number; readonly all: number; readonly older: readonly string[] };
