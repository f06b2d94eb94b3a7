import { gzipSync } from 'node:zlib';
import type { Cube } from '../model/cube.ts';
import type { DatasetDefinition } from '../model/job.ts';
import type { ChangeSummary, NewPublication } from '../model/publication.ts';
import type { RetrievedDataset } from '../model/retrieval.ts';
import type { DatasetResult } from '../model/run.ts';
import { judgeChanges, judgeContract, judgeNewPeriods } from '../normalise/judge-publication.ts';
import { normalise } from '../normalise/normalise.ts';
import { fetchDataset } from '../source/fetch-dataset.ts';
import type { MetadataCache } from '../source/metadata-cache.ts';
import type { SsbClient } from '../source/ssb-client.ts';
import { readContract } from '../store/contract.ts';
import { findNewestPublication } from '../store/newest-publication.ts';
import { takeIn } from '../store/take-in.ts';
import { correctionsOf, queryText } from './query-text.ts';
import { changedResult, failedResult, type ResultEffort, unchangedResult } from './dataset-result.ts';
import type { App } from './open-app.ts';

export interface DatasetTask {
  readonly app: App;
  readonly client: SsbClient;
  readonly metadataCache: MetadataCache;
  readonly definition: DatasetDefinition;
  readonly runId: number;
  /** Aborted when the run is to stop. */
  readonly signal: AbortSignal;
  /** A person has looked at the quarantined reply and wants it in. */
  readonly accept: boolean;
}

/**
 * Fetches one dataset, checks it, and takes it in whole or not at all. What goes wrong is the result of this dataset, and
 * the others go on. Throws the signal's reason when the run is to stop.
 */
export async function ingestDataset(task: DatasetTask): Promise<DatasetResult> {
  const { app, client, definition, metadataCache } = task;
  const startedAt = app.clock.now().getTime();
  const requestsBefore = client.requestCount();
  const effort = (): ResultEffort => ({
    datasetId: definition.id,
    requests: client.requestCount() - requestsBefore,
    durationMs: app.clock.now().getTime() - startedAt,
  });
  let cells = 0;
  try {
    const { geography } = app.settings;
    const retrieved = await fetchDataset(client, definition, geography, { now: () => app.clock.now(), metadataCache });
    const query = queryText(definition, app.settings);
    const newest = findNewestPublication(app.store, definition.id);
    if (newest?.sha256 === retrieved.sha256 && newest.query === query) {
      return unchangedResult(effort(), 'the very bytes of last time');
    }
    const cube = normalise(retrieved, geography, correctionsOf(app.settings, definition.id));
    cells = cube.values.length;
    const isSameQuery = newest?.query === query;
    return changedResult(effort(), takeReplyIn(task, { retrieved, cube, query, isSameQuery }));
  } catch (error) {
    task.signal.throwIfAborted();
    return failedResult(effort(), error, cells);
  }
}

interface ReadReply {
  readonly retrieved: RetrievedDataset;
  readonly cube: Cube;
  readonly query: string;
  readonly isSameQuery: boolean;
}

function takeReplyIn({ app, definition, runId, accept }: DatasetTask, reply: ReadReply): ChangeSummary {
  const { retrieved, cube, query, isSameQuery } = reply;
  if (isSameQuery && !accept) judgeContract(readContract(app.store, definition.id), cube, retrieved.alternative);
  if (!accept) judgeNewPeriods(cube);
  const publication: NewPublication = {
    datasetId: definition.id,
    table: retrieved.table,
    cube,
    licence: retrieved.licence,
    retrievedAt: retrieved.retrievedAt,
    sha256: retrieved.sha256,
    body: gzipSync(retrieved.body),
    request: retrieved.request,
    query,
    completeness: isSameQuery ? 'whole' : 'partial',
    alternative: retrieved.alternative,
    alternativeReason: retrieved.alternativeReason,
    coverage: retrieved.coverage,
    regions: retrieved.regions,
    quantities: retrieved.quantities,
  };
  // Numbers in force before are nearly those of now; the judge counts what is gone.
  const numbers = cube.values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const judge = (changes: ChangeSummary) => {
    if (!accept) judgeChanges(changes, numbers);
  };
  return takeIn(app.store, publication, judge, runId);
}
