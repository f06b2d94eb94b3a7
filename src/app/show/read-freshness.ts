import { readCatalogue } from '../../store/intake/catalogue.ts';
import { readFailuresInRow } from '../../store/runs/dataset-runs.ts';
import { readPublishedAt } from '../../store/read/newest-publication.ts';
import { SHARED_FOR_MS } from '../intake/ask-news.ts';
import { IMPORT_KINDS } from '../files/import-kinds.ts';
import { type DatasetFacts, type DatasetFreshness, judgeFreshness, notUsed } from './freshness.ts';
import type { App } from '../open-app.ts';
import { allowedAges } from '../assess/rules-in-force.ts';
import { latestSlot } from '../../schedule/slots.ts';

type Rhythm = Pick<DatasetFacts, 'allowedAgeDays' | 'expectedCheckAt'>;

/** How fresh every configured dataset is now, fetched ones first, then the files the municipality hands in. */
export function readFreshness(app: App): readonly DatasetFreshness[] {
  const now = app.clock.now();
  const entries = new Map(readCatalogue(app.store).map((entry) => [entry.datasetId, entry]));
  const published = readPublishedAt(app.store);
  const failures = readFailuresInRow(app.store);
  return [...readRhythms(app, now)].map(([datasetId, rhythm]) => {
    const facts = {
      ...{ datasetId, ...rhythm },
      publishedAt: published.get(datasetId) ?? null,
      checkedAt: entries.get(datasetId)?.checkedAt ?? null,
      failuresInRow: failures.get(datasetId)?.failures ?? 0,
    };
    return judgeFreshness(facts, now);
  });
}

function readRhythms({ settings }: App, now: Date): ReadonlyMap<string, Rhythm> {
  const fetched = settings.jobs.flatMap((job) => {
    const newest = latestSlot(job, now);
    // The newest slot may be at work just now; the one before must have had its answer.
    const before = newest === null ? null : latestSlot(job, new Date(newest.getTime() - 1));
    // Its answer may be one that a job of the same morning had been given already.
    const expectedCheckAt = before === null ? null : new Date(before.getTime() - SHARED_FOR_MS).toISOString();
    return job.datasets.map(({ id, allowedAgeDays }) => [id, { allowedAgeDays, expectedCheckAt }] as const);
  });
  const ages = allowedAges(settings);
  const imported = IMPORT_KINDS.map(
    (kind) => [kind, { allowedAgeDays: ages.get(kind) ?? null, expectedCheckAt: null }] as const,
  );
  return new Map<string, Rhythm>([...fetched, ...imported]);
}

/** What is stored of the datasets that are known and not fetched. */
export function readUnused({ settings, store }: App): readonly DatasetFreshness[] {
  const entries = new Map(readCatalogue(store).map((entry) => [entry.datasetId, entry]));
  const published = readPublishedAt(store);
  return settings.unused.map(({ definition: { id } }) =>
    notUsed({
      datasetId: id,
      publishedAt: published.get(id) ?? null,
      checkedAt: entries.get(id)?.checkedAt ?? null,
    }),
  );
}
