import { isTransient } from '../model/errors.ts';
import { readFailuresInRow } from '../store/dataset-runs.ts';
import { findZeroTroubles } from './false-zeros.ts';
import type { DatasetFreshness } from './freshness.ts';
import type { App } from './open-app.ts';
import { readFreshness } from './read-freshness.ts';

/**
 * Every configured dataset with what is wrong with it in a sentence, or `null` when it is in order: a reply that was
 * refused or quarantined, a source that has given no answer when it should, figures older than they may be; and every 0
 * that cannot be a figure. A source that fails now and may answer soon is no trouble yet.
 */
export function findTroubles(app: App): ReadonlyMap<string, string | null> {
  const failures = readFailuresInRow(app.store);
  const ofDatasets = readFreshness(app).map((dataset) => {
    const failed = failures.get(dataset.datasetId);
    const isRefused = failed !== undefined && !isTransient(failed.errorCode);
    return [dataset.datasetId, isRefused ? failed.message : overdue(dataset)] as const;
  });
  return new Map([...ofDatasets, ...findZeroTroubles(app)]);
}

function overdue(dataset: DatasetFreshness): string | null {
  const { datasetId, publishedAt, checkedAt, expectedCheckAt, isStale, allowedAgeDays } = dataset;
  if (publishedAt === null) return null;
  if (expectedCheckAt !== null && (checkedAt === null || checkedAt < expectedCheckAt)) {
    return `The source has given no answer about ${datasetId} since ${day(checkedAt ?? publishedAt)}.`;
  }
  if (!isStale) return null;
  const limit = `and ${allowedAgeDays ?? 0} days are the longest that may pass`;
  return `Nothing new has come for ${datasetId} since ${day(publishedAt)}, ${limit}.`;
}

function day(instant: string): string {
  return instant.slice(0, 10);
}
