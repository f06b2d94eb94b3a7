import { toInstant } from './instant.ts';
import type { Sqlite } from './store.ts';

/** The newest publication by then of every dataset that asks the same table; a file's dataset stands by itself. */
const NEWEST_OF_TABLE = `
  SELECT max(id) FROM publication
  WHERE (dataset_id = :dataset OR table_id = :table) AND retrieved_at <= :asOf
  GROUP BY dataset_id`;

const LATEST_PERIOD = `SELECT max(latest_period) FROM publication WHERE id IN (${NEWEST_OF_TABLE})`;

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
 * (ISO 8601). `datasetRow` is the row number of the dataset that asks, `table` is null for a file.
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
