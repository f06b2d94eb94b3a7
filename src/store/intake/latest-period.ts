import { toInstant } from '../instant.ts';
import type { Sqlite } from '../store.ts';

/** The newest publication by then of every dataset that asks the same table; a file's dataset is alone. */
const NEWEST_OF_TABLE = `
  SELECT max(id) FROM publication
  WHERE (dataset_id = :dataset OR table_id = :table) AND retrieved_at <= :asOf
  GROUP BY dataset_id`;

/** Of those that other tables left in the dataset, where figures of that period still stand in its series. */
const LEFT_BY_OTHERS = `
  SELECT latest_period FROM publication AS other
  WHERE id IN (
      SELECT max(id) FROM publication
      WHERE dataset_id = :dataset AND table_id <> :table AND retrieved_at <= :asOf GROUP BY table_id, alternative
    )
    AND alternative = (
      SELECT alternative FROM publication WHERE dataset_id = :dataset AND retrieved_at <= :asOf ORDER BY id DESC LIMIT 1
    )
    AND EXISTS (
      SELECT 1 FROM series JOIN observation ON observation.series_id = series.id
      WHERE series.dataset_id = other.dataset_id AND series.alternative = other.alternative
        AND observation.period = other.latest_period AND observation.value IS NOT NULL
    )`;

const LATEST_PERIOD = `
  SELECT max(latest_period) FROM (
    SELECT latest_period FROM publication WHERE id IN (${NEWEST_OF_TABLE}) UNION ALL ${LEFT_BY_OTHERS}
  )`;

const PUBLISHED_SINCE = `
  SELECT min(coalesce(updated_at, retrieved_at)) FROM publication
  WHERE (dataset_id = :dataset OR table_id = :table) AND retrieved_at <= :asOf AND latest_period >= :period`;

/** Later than every instant there is. */
const NO_LIMIT = '9999-12-31T23:59:59.999Z';

/** The newest period that a table has published, and since when. */
export interface LatestPeriod {
  readonly latestPeriod: number | null;
  readonly latestPeriodSince: string | null;
}

/**
 * Finds the newest period that a table has published, over every dataset of it in the database, now or at an instant
 * (ISO 8601); for the dataset that asks, also what other tables left in its series. The switch of one dataset to
 * another table tells nothing of those that stay. `datasetRow` is the row number of the dataset that asks, `table` is
 * null for a file.
 */
export function createLatestPeriodFinder(
  sqlite: Sqlite,
  asOf: string | undefined,
): (datasetRow: number, table: string | null) => LatestPeriod {
  const findLatest = sqlite.prepare(LATEST_PERIOD).pluck();
  const findSince = sqlite.prepare(PUBLISHED_SINCE).pluck();
  return (dataset, table) => {
    const asked = { dataset, table, asOf: asOf === undefined ? NO_LIMIT : toInstant(asOf) };
    const latestPeriod = findLatest.get(asked) as number | null;
    if (latestPeriod === null) return { latestPeriod: null, latestPeriodSince: null };
    return { latestPeriod, latestPeriodSince: findSince.get({ ...asked, period: latestPeriod }) as string };
  };
}
