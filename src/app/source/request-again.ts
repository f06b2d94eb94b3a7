import type { DatasetResult } from '../../model/run.ts';
import type { DatasetTask } from '../intake/ingest-dataset.ts';
import { ingestTables } from '../intake/ingest-tables.ts';
import type { AnswerKeeper } from './kept-answers.ts';

/** What the source, or the check against its metadata, says of a question that rests on what was kept of it. */
const RESTS_ON_ANSWERS: readonly unknown[] = ['source-rejected-query', 'source-contract', 'query-misfit'];

/**
 * Reads a dataset as `ingestTables`, and once more when it is refused and kept answers of the source may be outdated:
 * then they are dropped and requested again. The result counts the requests of both.
 */
export async function readOrRequestAgain(task: DatasetTask, answers: AnswerKeeper): Promise<DatasetResult> {
  const first = await ingestTables(task);
  const isGone = typeof task.definition.table === 'string' && task.gone.has(task.definition.table);
  if (isGone || !RESTS_ON_ANSWERS.includes(first.errorCode) || !answers.forget()) return first;
  task.metadataCache.clear();
  const second = await ingestTables(task);
  return {
    ...second,
    requests: first.requests + second.requests,
    durationMs: first.durationMs + second.durationMs,
  };
}
