import { type ErrorCode, PipelineError } from '../../model/errors.ts';
import type { ChangeCounts } from '../../model/data/publication.ts';
import type { DatasetResult } from '../../model/run.ts';
import { handlingTextsOf } from '../../words/file/language.ts';

/** What every result has, whatever became of the dataset. */
export interface ResultEffort {
  readonly datasetId: string;
  readonly requests: number;
  readonly durationMs: number;
}

const NO_CHANGE = { inserted: 0, revised: 0, unchanged: 0, withdrawn: 0, rejected: 0 };

/** A dataset that has nothing new; `why` completes the sentence "Unchanged: …". */
export function unchangedResult(effort: ResultEffort, why: string): DatasetResult {
  return { ...effort, ...NO_CHANGE, outcome: 'unchanged', errorCode: null, message: `Unchanged: ${why}.` };
}

/** A dataset that was ingested, with its counts; `unchanged` when they are all 0. */
export function changedResult(effort: ResultEffort, changes: ChangeCounts): DatasetResult {
  const { inserted, revised, unchanged, withdrawn } = changes;
  return {
    ...effort,
    inserted,
    revised,
    unchanged,
    withdrawn,
    rejected: 0,
    outcome: isEmpty(changes) ? 'unchanged' : 'changed',
    errorCode: null,
    message: handlingTextsOf('en').changes(changes),
  };
}

/** Nothing came, went or was revised. */
export function isEmpty({ inserted, revised, withdrawn }: ChangeCounts): boolean {
  return inserted + revised + withdrawn === 0;
}

/** `rejected`: how many figures the refused reply held, where that is known. */
export function failedResult(effort: ResultEffort, error: unknown, rejected = 0): DatasetResult {
  const failure = describeFailure(error);
  return {
    ...effort,
    ...NO_CHANGE,
    rejected,
    outcome: failure.code === 'publication-quarantined' ? 'quarantined' : 'failed',
    errorCode: failure.code,
    message: failure.sentence.replace('--accept <dataset>', `--accept ${effort.datasetId}`),
    failure: { code: failure.code, facts: error instanceof PipelineError ? error.context : {} },
  };
}

/** An error as a code and one text for a person: what is wrong, and what to do. */
export function describeFailure(error: unknown): { readonly code: ErrorCode | 'bug'; readonly sentence: string } {
  if (error instanceof PipelineError) return { code: error.code, sentence: `${error.message} ${error.hint}` };
  const text = error instanceof Error ? error.message : String(error);
  return { code: 'bug', sentence: `A fault in this program: ${text}. Please report it with the log.` };
}
