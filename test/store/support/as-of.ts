import { createDatasetReader } from '../../../src/store/read/read-dataset.ts';
import type { Store } from '../../../src/store/store.ts';

/** A figure as it was known: series key, period number, value, symbol, status, publication that had set it. */
export type KnownFigure = readonly unknown[];

const AS_OF = `
  SELECT series_key, time_period.period, value, symbol, obs_status, publication_id
  FROM out_observation_asof JOIN time_period ON time_period.code = out_observation_asof.period
  WHERE dataset = :dataset AND as_of_from <= :at AND (as_of_until > :at OR as_of_until IS NULL)
  ORDER BY series_key, time_period.period`;

/** What the view says of a dataset at an instant. */
export function asOfByView({ sqlite }: Store, dataset: string, at: string): readonly KnownFigure[] {
  return sqlite.prepare(AS_OF).raw().all({ dataset, at }) as KnownFigure[];
}

/** What the program itself takes the dataset to have been at an instant. */
export function asOfByProgram(store: Store, dataset: string, at: string): readonly KnownFigure[] {
  const series = createDatasetReader(store, at)(dataset)?.series ?? [];
  const sorted = series.toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  return sorted.flatMap(({ key, observations }) =>
    observations.map(({ period, value, symbol, obsStatus, publicationId }) => [
      key,
      period,
      value,
      symbol,
      obsStatus,
      publicationId,
    ]),
  );
}

/** When each publication of a dataset was taken in, oldest first. */
export function momentsOf({ sqlite }: Store, dataset: string): readonly string[] {
  const moments =
    'SELECT retrieved_at FROM publication JOIN dataset ON dataset.id = dataset_id WHERE code = ? ORDER BY publication.id';
  return sqlite.prepare(moments).pluck().all(dataset) as string[];
}
