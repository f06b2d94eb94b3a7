import type { DatasetResult } from '../../model/run.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import type { App } from '../open-app.ts';
import type { DueDatasets } from '../intake/find-due.ts';
import { cacheGoneAt } from '../../schedule/source-rhythm.ts';

/** What came of a reading, and when it is to be repeated because its answer may be one of a cache; `null` when not. */
export interface DatedResult {
  readonly result: DatasetResult;
  readonly askAgainAt: Date | null;
}

/** When the table was last read before this reading, see `CatalogueEntry`. */
export interface Before {
  readonly readAt: string | null;
}

/**
 * Says so when an answer is older than the source's list of tables announces, and when to ask once more: when every cache
 * on the way has let go of it. Once for each announcement: the stamp of an answer is that of its own contents, and may
 * rightly stay older than its table's.
 */
export function dateResult(app: App, result: DatasetResult, news: DueDatasets, before: Before | null): DatedResult {
  const readAt = before?.readAt ?? null;
  const { datasetId } = result;
  const held = findNewestPublication(app.store, datasetId);
  const announced = news.changed.get(held?.table ?? '')?.updated ?? null;
  if (result.errorCode !== null || held === null || held.updatedAt === null || announced === null) {
    return { result, askAgainAt: null };
  }
  if (Date.parse(held.updatedAt) >= Date.parse(announced)) return { result, askAgainAt: null };
  const isAsked = news.awaited.has(datasetId) || (readAt !== null && Date.parse(readAt) >= Date.parse(announced));
  const dates = `the list of tables announces ${minute(announced)}, and this answer is of ${minute(held.updatedAt)}`;
  if (isAsked) {
    const said = `It is older than announced still: ${dates}. Its own contents may have been published then; it is not asked for again on that account.`;
    return { result: { ...result, message: `${result.message} ${said}` }, askAgainAt: null };
  }
  const askAgainAt = cacheGoneAt(app.clock.now());
  const said = `The answer is older than announced: ${dates}. It may come from a cache. The service asks once more at ${minute(askAgainAt.toISOString())}; where it does not run, give \`naeringspuls ingest\` again after that.`;
  return { result: { ...result, message: `${result.message} ${said}`, isOlderThanAnnounced: true }, askAgainAt };
}

function minute(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
