import type { DatasetDefinition } from '../../model/data/job.ts';
import { isTransient } from '../../model/errors.ts';
import type { DatasetResult } from '../../model/run.ts';
import { cachedMetadata, type MetadataCache } from '../../source/describe/metadata-cache.ts';
import type { SsbClient } from '../../source/ask/ssb-client.ts';
import {
  type CatalogueEntry,
  planCheck,
  readCatalogue,
  recordCheck,
  recordReading,
} from '../../store/intake/catalogue.ts';
import { readFailuresInRow, recordDatasetRun } from '../../store/runs/dataset-runs.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import type { Accepting } from './acceptance-gate.ts';
import { readOrRequestAgain } from '../source/request-again.ts';
import { failedResult, unchangedResult } from './dataset-result.ts';
import type { AnswerKeeper } from '../source/kept-answers.ts';
import type { DueDatasets } from './find-due.ts';
import { type IntakeThread, withIntakeThread } from './intake-thread.ts';
import { dateResult } from '../source/older-answer.ts';
import type { App } from '../open-app.ts';
import { migrationsFolder } from '../open-settings.ts';
import type { Progress } from '../progress.ts';
import { recordNotice } from '../messages/raise-notices.ts';
import { keepStanding } from '../source/record-standing.ts';
import { entrySaysClosed, searchOnce } from '../source/search-once.ts';
import { closedUntil, readAgainAt, retryAt } from '../../schedule/source-rhythm.ts';
import type { RunHandle } from '../with-run.ts';

export interface IngestBatch {
  readonly client: SsbClient;
  readonly answers: AnswerKeeper;
  readonly definitions: readonly DatasetDefinition[];
  /** What a person accepts, by dataset. */
  readonly accept: ReadonlyMap<string, Accepting>;
  /** Compare every figure with what is stored. */
  readonly force: boolean;
  readonly run: RunHandle;
  readonly progress: Progress;
}

/** Reads what is due, dataset by dataset, and records what became of each and when it is to be asked about again. */
export function ingestDatasets(app: App, batch: IngestBatch, news: DueDatasets): Promise<readonly DatasetResult[]> {
  const database = { databaseFile: app.store.file, migrationsFolder: migrationsFolder() };
  return withIntakeThread(database, batch.run.signal, (intake) => readAll(app, batch, news, intake));
}

async function readAll(
  app: App,
  batch: IngestBatch,
  news: DueDatasets,
  intake: IntakeThread,
): Promise<readonly DatasetResult[]> {
  const { client, definitions, accept, force, run, progress } = batch;
  const metadataCache: MetadataCache = new Map();
  const gone = new Set<string>();
  const find = searchOnce(client, ({ code, message }) => {
    run.logger.warn({ event: 'successor-search-failed', code }, message);
  });
  const readMetadata = cachedMetadata(client, metadataCache);
  const results: DatasetResult[] = [];
  for (const definition of definitions) {
    const { id } = definition;
    run.beat();
    const { runId, signal } = run;
    const shared = { app, client, metadataCache, intake, gone, runId, signal };
    const task = { ...shared, definition, exactly: force, accept: accept.get(id) ?? null };
    const noEffort = { datasetId: id, requests: 0, durationMs: 0 };
    if (!news.due.has(id)) {
      progress.start({ step: 'dataset', id });
      const result = unchangedResult(noEffort, 'nothing new has been published');
      results.push(recordResult(app, batch, result));
      rememberCheck(app, id, news, null);
      progress.done({ step: 'dataset', result });
      continue;
    }
    const stop = client.outOfReach();
    if (stop !== null) {
      results.push(recordResult(app, batch, failedResult(noEffort, stop)));
      continue;
    }
    progress.start({ step: 'dataset', id });
    const before = readCatalogue(app.store).find(({ datasetId }) => datasetId === id) ?? null;
    const askedAt = app.clock.now().toISOString();
    const { result: dated, askAgainAt } = dateResult(app, await readOrRequestAgain(task, batch.answers), news, before);
    const table = { definition, before, isTurn: news.turns.has(id), find, gone };
    const result = await keepStanding(app, {
      ...table,
      result: dated,
      readMetadata: (tableId) => readMetadata(tableId, 'no'),
      entrySaysClosed: (tableId) => entrySaysClosed(client, tableId),
    });
    results.push(recordResult(app, batch, result));
    if (result.errorCode === null) {
      rememberCheck(app, id, news, askAgainAt);
      recordReading(app.store, id, askedAt);
      if (news.unlisted.has(id)) reportFound(app, result);
    } else if (!isTransient(result.errorCode)) {
      batch.answers.forget();
    }
    const came = { step: 'dataset', result } as const;
    if (result.errorCode === null) progress.done(came);
    // What stops every request is reported by the run.
    else progress.failed(client.outOfReach() === null ? came : { step: 'no-answer' });
  }
  return results;
}

/** Records that none of the datasets could be read because the source gave no answer at all. */
export function recordNoAnswer(app: App, batch: IngestBatch, failure: unknown): readonly DatasetResult[] {
  return batch.definitions.map(({ id: datasetId }) =>
    recordResult(app, batch, failedResult({ datasetId, requests: 0, durationMs: 0 }, failure)),
  );
}

/** Stand between this machine and the source, whatever the source does. */
const NEVER_THE_SOURCE: readonly unknown[] = ['proxy', 'filter', 'address'];

function recordResult(app: App, { run, client }: IngestBatch, found: DatasetResult): DatasetResult {
  const { store, clock } = app;
  const now = clock.now();
  const isOnTheWay = NEVER_THE_SOURCE.includes(client.outOfReach()?.context['outOfReach']);
  // A source that is closed for maintenance has not failed.
  const isPostponed = found.errorCode === 'source-unavailable' && closedUntil(now) !== null && !isOnTheWay;
  const result: DatasetResult = isPostponed ? { ...found, outcome: 'postponed' } : found;
  const { datasetId, outcome, errorCode, message } = result;
  recordDatasetRun(store, run.runId, result);
  if (errorCode === null) return result;
  const failures = readFailuresInRow(store).get(datasetId)?.failures ?? 1;
  const again = isTransient(errorCode) ? retryAt(failures, now) : null;
  planCheck(store, datasetId, again?.toISOString() ?? null);
  const fields = { dataset: datasetId, code: errorCode, failures, nextCheckAt: again };
  if (isPostponed) run.logger.info({ event: 'dataset-postponed', ...fields }, message);
  else run.logger.warn({ event: 'dataset-failed', outcome, ...fields }, message);
  return result;
}

/** The source has answered: when it was asked, and when it is to be asked again because a cache may have answered. */
function rememberCheck(
  { store, clock }: App,
  datasetId: string,
  { askedAt, changed, due }: DueDatasets,
  askAgainAt: Date | null,
): void {
  const entry = readCatalogue(store).find((known) => known.datasetId === datasetId);
  if (entry === undefined || entry.table === null) return;
  const now = clock.now();
  const updatedAt = changed.get(entry.table)?.updated ?? entry.updatedAt;
  const planned =
    entry.nextCheckAt !== null && Date.parse(entry.nextCheckAt) > now.getTime() ? entry.nextCheckAt : null;
  const readAt = due.has(datasetId) ? now : unrecordedReading(store, entry, updatedAt);
  const settled = readAt === null ? planned : (readAgainAt(updatedAt, readAt)?.toISOString() ?? null);
  const nextCheckAt = askAgainAt?.toISOString() ?? settled;
  recordCheck(store, { datasetId, table: entry.table, checkedAt: askedAt, nextCheckAt });
}

/** Notifies operations of figures that the source's list of changed tables never showed: it cannot be relied on. */
function reportFound(app: App, { datasetId, outcome, inserted, revised, unchanged, withdrawn }: DatasetResult): void {
  if (outcome !== 'changed') return;
  const table = findNewestPublication(app.store, datasetId)?.table ?? '';
  const counts = { inserted, revised, unchanged, withdrawn };
  recordNotice(app, `dataset:${datasetId}`, { kind: 'found', dataset: datasetId, table, counts });
}

/**
 * When a run that ended before it could record it ingested what the source has now; `null` where every reading is
 * recorded.
 */
function unrecordedReading(store: App['store'], entry: CatalogueEntry, updatedAt: string | null): Date | null {
  if (updatedAt === null || Date.parse(entry.checkedAt ?? '') > Date.parse(updatedAt)) return null;
  const newest = findNewestPublication(store, entry.datasetId);
  return newest === null ? null : new Date(newest.retrievedAt);
}
