import type { DatasetDefinition } from '../../model/data/job.ts';
import type { DatasetResult } from '../../model/run.ts';
import { hasAnswered } from '../../store/read/newest-publication.ts';
import { type DatasetTask, ingestDataset } from './ingest-dataset.ts';
import type { App } from '../open-app.ts';
import { queryFingerprint } from './query-fingerprint.ts';

/**
 * Reads a dataset of one table or more. Tables before the last are read once, oldest first, again when their question
 * has changed, and when everything is to be read; the last always, and after them, so that what it says is in force. A
 * table that fails does not stop the others: the dataset has then failed, and what is missing is read in the next run.
 * Throws the signal's reason when the run is to stop.
 */
export async function ingestTables(task: DatasetTask): Promise<DatasetResult> {
  const { definition, app, exactly } = task;
  const { earlier = [] } = definition;
  const lacking = earlier.filter((one) => exactly || isLacking(app, one));
  const results: DatasetResult[] = [];
  for (const one of lacking) results.push(await ingestDataset({ ...task, definition: one }));
  const last = await ingestDataset(task);
  if (results.length === 0) return last;
  const tables = [...lacking, definition].map(({ table }) => (typeof table === 'string' ? `Table ${table}` : 'Table'));
  return together(
    [...results, last].map((result, index) => ({ ...result, message: `${tables[index] ?? ''}: ${result.message}` })),
    last,
  );
}

/** One result of the results for each table: what one of them failed with is what the dataset failed with. */
function together(results: readonly DatasetResult[], last: DatasetResult): DatasetResult {
  const sum = (count: (result: DatasetResult) => number) => results.reduce((total, one) => total + count(one), 0);
  const failed = results.find(({ errorCode }) => errorCode !== null);
  const changed = results.find(({ outcome }) => outcome === 'changed');
  return {
    datasetId: last.datasetId,
    outcome: (failed ?? changed ?? last).outcome,
    errorCode: failed?.errorCode ?? null,
    inserted: sum(({ inserted }) => inserted),
    revised: sum(({ revised }) => revised),
    unchanged: sum(({ unchanged }) => unchanged),
    withdrawn: sum(({ withdrawn }) => withdrawn),
    rejected: sum(({ rejected }) => rejected),
    requests: sum(({ requests }) => requests),
    durationMs: sum(({ durationMs }) => durationMs),
    message: results.map(({ message }) => message).join(' '),
    ...(failed?.failure && { failure: failed.failure }),
  };
}

/** Has the table of an earlier definition never answered the question as it is now? */
export function isLacking({ store, settings }: App, earlier: DatasetDefinition): boolean {
  return !hasAnswered(store, earlier.id, queryFingerprint(earlier, settings));
}
