import { placesAskedOf } from '../../model/data/asked-places.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { FetchedDataset } from '../../model/data/retrieval.ts';
import type { DatasetResult } from '../../model/run.ts';
import { fetchDataset } from '../../source/fetch-dataset.ts';
import { readGoneTable } from '../../source/describe/gone-table.ts';
import type { MetadataCache } from '../../source/describe/metadata-cache.ts';
import type { SsbClient } from '../../source/ask/ssb-client.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import { recordDescription } from '../../store/read/table-descriptions.ts';
import { readPlaces, recordPlaces } from '../../store/read/place-findings.ts';
import type { Accepting } from './acceptance-gate.ts';
import { correctionsOf, queryFingerprint } from './query-fingerprint.ts';
import { changedResult, failedResult, type ResultEffort, unchangedResult } from './dataset-result.ts';
import { reportMissingPlaces } from '../source/report-missing-places.ts';
import { witnessText } from './judge-regions.ts';
import type { IntakeThread } from './intake-thread.ts';
import type { App } from '../open-app.ts';

export interface DatasetTask {
  readonly app: App;
  readonly client: SsbClient;
  readonly metadataCache: MetadataCache;
  readonly intake: IntakeThread;
  readonly definition: DatasetDefinition;
  readonly runId: number;
  /** Aborted when the run is to stop. */
  readonly signal: AbortSignal;
  /** Compare every figure with what is stored, also when the very bytes of last time came. */
  readonly exactly: boolean;
  /** What a person accepts; `null` for nothing. */
  readonly accept: Accepting | null;
  /** Tables that turn out to be gone are named here. */
  readonly gone: Set<string>;
}

/**
 * Fetches one dataset, checks it, and stores it whole or not at all. A failure is the result of this dataset alone; the
 * others continue. Throws the signal's reason when the run is to stop.
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
  try {
    const { geography } = app.settings;
    const places = placesAskedOf(definition.id, app.settings);
    const fetched = await fetchDataset(client, definition, places, { now: () => app.clock.now(), metadataCache });
    reportMissingPlaces(app, fetched);
    keepDescription(app, fetched);
    const query = queryFingerprint(definition, app.settings);
    const newest = findNewestPublication(app.store, definition.id);
    const witness = witnessText(fetched.regionWitness);
    const isSameWitness = readPlaces(app.store).get(definition.id)?.witness === witness;
    // Accepted zeros change what is read from the same bytes, and so does what the source says of its regions.
    const mustRead = task.exactly || !isSameWitness || (task.accept?.zeros.length ?? 0) > 0;
    if (!mustRead && newest?.sha256 === fetched.sha256 && newest.query === query) {
      return unchangedResult(effort(), 'the very bytes of last time');
    }
    const corrections = correctionsOf(app.settings, definition);
    const { runId, accept } = task;
    const { symbols } = app.settings;
    const exactly = task.exactly || isAuditDue(newest?.retrievedAt, fetched.retrievedAt);
    const taken = await task.intake.run({
      fetched,
      geography,
      corrections,
      symbols,
      query,
      runId,
      exactly,
      accept,
    });
    if (taken.places !== null) recordPlaces(app.store, definition.id, { witness, findings: taken.places });
    return taken.counts === null
      ? failedResult(effort(), taken.failure, taken.cells)
      : changedResult(effort(), taken.counts);
  } catch (error) {
    task.signal.throwIfAborted();
    const table = readGoneTable(error);
    if (table !== null) task.gone.add(table);
    return failedResult(effort(), error);
  }
}

/** The table's description is kept, whether or not its figures are stored. */
function keepDescription({ store, clock }: App, { datasetId, table, description = null }: FetchedDataset): void {
  if (description === null) return;
  recordDescription(store, { datasetId, table, describedAt: clock.now().toISOString(), description });
}

/**
 * With the first publication of each year every figure is compared, so that nothing rests on the digests for longer.
 */
function isAuditDue(lastRetrievedAt: string | undefined, retrievedAt: string): boolean {
  return lastRetrievedAt !== undefined && lastRetrievedAt.slice(0, 4) !== retrievedAt.slice(0, 4);
}
