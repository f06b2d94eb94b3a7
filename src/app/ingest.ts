import { PipelineError } from '../model/errors.ts';
import type { DatasetDefinition } from '../model/job.ts';
import type { DatasetResult } from '../model/run.ts';
import { createSsbClient, type SsbClient } from '../source/ssb-client.ts';
import type { MetadataCache } from '../source/metadata-cache.ts';
import { recordCheck } from '../store/catalogue.ts';
import { recordDatasetRun } from '../store/dataset-runs.ts';
import { findNewestPublication } from '../store/newest-publication.ts';
import type { AssessmentResult } from './assess.ts';
import { unchangedResult } from './dataset-result.ts';
import { type DeliveryReport, thenDeliver } from './deliver.ts';
import { findDue } from './find-due.ts';
import { ingestDataset } from './ingest-dataset.ts';
import type { App } from './open-app.ts';
import { pacing } from './pacing.ts';
import type { Progress } from './progress.ts';
import { reassess } from './reassess.ts';
import { type RunClosing, type RunHandle, withRun } from './with-run.ts';

export interface IngestOptions {
  /** Ids of jobs; all of them when empty. */
  readonly jobs: readonly string[];
  /** Ask for every dataset, whether or not the source says it has changed. */
  readonly force: boolean;
  /** Datasets whose quarantined reply is to be taken in. */
  readonly accept: readonly string[];
}

export interface IngestReport extends RunClosing {
  readonly runId: number;
  readonly datasets: readonly DatasetResult[];
  readonly assessments: readonly AssessmentResult[];
  readonly delivery: DeliveryReport;
}

/**
 * One run: ask what has changed, fetch it, store it, assess every indicator, tell what is due. A dataset that fails does
 * not stop the others. Throws `usage` for an unknown job or dataset, `source-unavailable` when the source cannot be
 * reached at all (what is stored is assessed nevertheless, since figures grow stale), `store-busy` while another run goes
 * on.
 */
export async function ingest(app: App, options: IngestOptions, progress: Progress): Promise<IngestReport> {
  const definitions = chooseDatasets(app, options);
  const jobs = options.jobs.length > 0 ? options.jobs : app.settings.jobs.map(({ id }) => id);
  const ended = withRun(app, 'command', jobs, async (run) => {
    const client = createSsbClient({ baseUrl: app.environment.ssbApiUrl, ...pacing(app.clock) });
    const work = { client, definitions, options, run, progress };
    const due = await askWhatChanged(app, work);
    const datasets = await ingestAll(app, work, due);
    const assessments = reassess(app, run.runId);
    return { runId: run.runId, ...closingOf(datasets), requests: client.requestCount(), datasets, assessments };
  });
  return thenDeliver(app, ended);
}

interface IngestWork {
  readonly client: SsbClient;
  readonly definitions: readonly DatasetDefinition[];
  readonly options: IngestOptions;
  readonly run: RunHandle;
  readonly progress: Progress;
}

async function askWhatChanged(app: App, work: IngestWork): Promise<ReadonlySet<string>> {
  const { client, definitions, options, run, progress } = work;
  progress.start('Asking Statistics Norway what has changed');
  try {
    const due = await findDue(app, client, definitions, options);
    progress.done(`${due.size} of ${definitions.length} datasets are to be read.`);
    return due;
  } catch (error) {
    progress.failed('Statistics Norway gave no answer.');
    reassess(app, run.runId);
    throw error;
  }
}

async function ingestAll(app: App, work: IngestWork, due: ReadonlySet<string>): Promise<readonly DatasetResult[]> {
  const { client, definitions, options, run, progress } = work;
  const metadataCache: MetadataCache = new Map();
  // From the start of the run: what is published while it goes on is news to the next one.
  const checkedAt = app.clock.now().toISOString();
  const results: DatasetResult[] = [];
  for (const definition of definitions) {
    const { id } = definition;
    run.beat();
    progress.start(`Reading ${id}`);
    const task = { app, client, metadataCache, definition, runId: run.runId, accept: options.accept.includes(id) };
    const result = due.has(id)
      ? await ingestDataset(task)
      : unchangedResult({ datasetId: id, requests: 0, durationMs: 0 }, 'nothing new has been published');
    recordDatasetRun(app.store, run.runId, result);
    if (result.errorCode === null) rememberCheck(app, id, checkedAt);
    (result.errorCode === null ? progress.done : progress.failed)(`${id}: ${result.message}`);
    results.push(result);
  }
  return results;
}

function rememberCheck({ store }: App, datasetId: string, checkedAt: string): void {
  const table = findNewestPublication(store, datasetId)?.table ?? null;
  if (table !== null) recordCheck(store, { datasetId, table, checkedAt, nextCheckAt: null });
}

function closingOf(datasets: readonly DatasetResult[]): Pick<RunClosing, 'outcome' | 'message'> {
  const failed = datasets.filter(({ errorCode }) => errorCode !== null);
  const changed = datasets.filter(({ outcome }) => outcome === 'changed');
  if (failed.length === datasets.length) return { outcome: 'failed', message: 'Every dataset failed.' };
  if (failed.length > 0) {
    return {
      outcome: 'partial',
      message: `${failed.map(({ datasetId }) => datasetId).join(', ')} failed, the rest are in.`,
    };
  }
  if (changed.length === 0) return { outcome: 'unchanged', message: 'Unchanged: nothing new has been published.' };
  return {
    outcome: 'succeeded',
    message: `${changed.length} of ${datasets.length} datasets have new or revised figures.`,
  };
}

function chooseDatasets({ settings }: App, options: IngestOptions): readonly DatasetDefinition[] {
  const known = settings.jobs.map(({ id }) => id);
  requireKnown('job', options.jobs, known);
  const chosen = settings.jobs.filter(({ id }) => options.jobs.length === 0 || options.jobs.includes(id));
  const definitions = chosen.flatMap(({ datasets }) => datasets);
  requireKnown(
    'dataset',
    options.accept,
    definitions.map(({ id }) => id),
  );
  return definitions;
}

function requireKnown(kind: string, asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  throw new PipelineError('usage', `There is no ${kind} '${unknown}'.`, { hint: `Choose among ${known.join(', ')}.` });
}
