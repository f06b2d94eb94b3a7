import { isTransient } from '../../model/errors.ts';
import { readFailuresInRow, readFirstAskedAt } from '../../store/runs/dataset-runs.ts';
import { findClockTrouble } from './find-clock-trouble.ts';
import { findZeroTroubles } from '../intake/false-zeros.ts';
import { findSymbolTroubles } from './find-symbol-troubles.ts';
import type { DatasetFreshness } from '../show/freshness.ts';
import { readStandings } from '../source/stored-standings.ts';
import type { App } from '../open-app.ts';
import type { TroubleSubject } from './trouble-subject.ts';
import { readFreshness } from '../show/read-freshness.ts';

/**
 * What may be in trouble, each with what is wrong in a sentence, or `null` when it is in order: of every configured
 * dataset a reply that was refused or quarantined, a source that has given no answer when it should, figures older than
 * they may be; every 0 that cannot be a figure; every symbol without a known meaning; and a clock that was ahead. A
 * dataset whose source fails now and may answer soon is left out: that is not trouble yet, and does not mean that
 * earlier trouble is over.
 */
export function findTroubles(app: App): ReadonlyMap<TroubleSubject, string | null> {
  const failures = readFailuresInRow(app.store);
  const firstAsked = readFirstAskedAt(app.store);
  const gone = new Set(
    [...readStandings(app).values()].flatMap(({ standing: { kind }, datasets: of }) => (kind === 'gone' ? of : [])),
  );
  const datasets = readFreshness(app).flatMap((dataset) => {
    const { datasetId } = dataset;
    // Reported once, for the table.
    if (gone.has(datasetId)) return [];
    const failed = failures.get(datasetId);
    const isRefused = failed !== undefined && !isTransient(failed.errorCode);
    const sentence = isRefused ? failed.message : overdue(dataset, firstAsked.get(datasetId) ?? null);
    if (sentence === null && failed !== undefined) return [];
    return [[`dataset:${datasetId}`, sentence] as const];
  });
  return new Map<TroubleSubject, string | null>([
    ...datasets,
    ...findZeroTroubles(app),
    ...findSymbolTroubles(app),
    ['service:clock', findClockTrouble(app)],
  ]);
}

/** `firstAskedAt`: of a dataset that has never been ingested. */
function overdue(dataset: DatasetFreshness, firstAskedAt: string | null): string | null {
  const { datasetId, publishedAt, checkedAt, expectedCheckAt, isStale, allowedAgeDays } = dataset;
  const heardAt = checkedAt ?? publishedAt;
  const isLate = (at: string) => expectedCheckAt !== null && at < expectedCheckAt;
  if (heardAt !== null && isLate(checkedAt ?? '')) {
    return `The source has given no answer about ${datasetId} since ${day(heardAt)}.`;
  }
  if (heardAt === null && firstAskedAt !== null && isLate(firstAskedAt)) {
    return `The source has never given an answer about ${datasetId}, which was first asked for on ${day(firstAskedAt)}.`;
  }
  if (!isStale || publishedAt === null) return null;
  const limit = `and ${allowedAgeDays ?? 0} days are the longest that may pass`;
  return `Nothing new has come for ${datasetId} since ${day(publishedAt)}, ${limit}.`;
}

function day(instant: string): string {
  return instant.slice(0, 10);
}
