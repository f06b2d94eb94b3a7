import { alternativeName, WITHDRAWN } from '../../model/data/dataset.ts';
import type { NewPublication } from '../../model/data/publication.ts';
import { periodKey } from '../../model/time-period.ts';
import type { Sqlite } from '../store.ts';

/**
 * The newest period that a forerunner under another number had published, and that stands as it left it. A table that
 * was read before another, and is read again after it, does not continue that one.
 */
const CARRIED = `
  SELECT max(latest_period) FROM publication AS earlier
  WHERE dataset_id = :dataset AND (alternative = :name OR alternative GLOB :name || '@*') AND table_id <> :table
    AND id < (SELECT min(id) FROM publication WHERE dataset_id = :dataset AND table_id = :table)
    AND latest_period NOT IN (SELECT value FROM json_each(:shown))
    AND EXISTS (
      SELECT 1 FROM series JOIN observation ON observation.series_id = series.id
      WHERE series.dataset_id = earlier.dataset_id AND series.alternative = earlier.alternative
        AND observation.period = earlier.latest_period AND observation.symbol IS NOT '${WITHDRAWN}'
    )`;

const DATASET_OF = 'SELECT dataset_id FROM publication WHERE id = ?';

const RAISE = `
  UPDATE publication SET latest_period = :carried
  WHERE id = :publication AND (latest_period IS NULL OR latest_period < :carried)`;

/**
 * A table under a new number takes over period by period, so what it has not shown stands as the one before it left it,
 * also where that is the latest that has been published. To be called with the figures of the publication in place.
 */
export function carryLatestPeriod(
  sqlite: Sqlite,
  { table, alternative, cube }: Pick<NewPublication, 'table' | 'alternative' | 'cube'>,
  publication: number,
): void {
  const dataset = sqlite.prepare(DATASET_OF).pluck().get(publication) as number;
  const shown = JSON.stringify(cube.periods.map(periodKey));
  const name = alternativeName(alternative);
  const carried = sqlite.prepare(CARRIED).pluck().get({ dataset, name, table, shown }) as number | null;
  if (carried !== null) sqlite.prepare(RAISE).run({ carried, publication });
}
