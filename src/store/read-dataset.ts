import type { ObsStatus } from '../model/cube.ts';
import type { Observation, Series, StoredDataset } from '../model/dataset.ts';
import { findPublicationInForce, type PublicationInForce } from './find-publication.ts';
import type { Sqlite, Store } from './store.ts';
import { inSnapshot } from './transaction.ts';

/**
 * The figures in force after a publication: those it or an earlier one had set, and that no publication up to it has
 * replaced. For the newest publication that is the table of observations itself.
 */
const FIGURES_IN_FORCE = `
  WITH figure AS (
    SELECT series_id, period, value, symbol, obs_status, publication_id FROM observation
    WHERE publication_id <= :publication
    UNION ALL
    SELECT series_id, period, value, symbol, obs_status, publication_id FROM observation_revision
    WHERE publication_id <= :publication AND replaced_by_publication_id > :publication
  )
  SELECT figure.series_id, figure.period, figure.value, figure.symbol, figure.obs_status, figure.publication_id,
    EXISTS (
      SELECT 1 FROM observation_revision AS earlier
      WHERE earlier.series_id = figure.series_id AND earlier.period = figure.period
        AND earlier.replaced_by_publication_id <= :publication
        AND earlier.value IS NOT NULL AND earlier.value IS NOT figure.value
    )
  FROM series JOIN figure ON figure.series_id = series.id
  WHERE series.dataset_id = :dataset AND series.alternative = :alternative
  ORDER BY figure.series_id, figure.period`;

const CATEGORIES_OF_SERIES = `
  SELECT series.id, series.series_key, dimension.code, category.code
  FROM series
  JOIN series_category ON series_category.series_id = series.id
  JOIN category ON category.id = series_category.category_id
  JOIN dimension ON dimension.id = category.dimension_id
  WHERE series.dataset_id = ? AND series.alternative = ?
  ORDER BY series.id, dimension.code`;

const LABELS = `
  SELECT dimension.code, dimension.role, category.code, category.label
  FROM dimension JOIN category ON category.dimension_id = dimension.id
  WHERE dimension.dataset_id = ? ORDER BY dimension.position, category.position`;

/**
 * A dataset as it stands, or as it stood at an instant (`asOf`, ISO 8601): the newest publication by then and the
 * figures in force, series of other alternatives left out. A figure that was withdrawn is there without a number;
 * one that was first published later is not there. `null` when nothing had been taken in by then.
 *
 * Labels are those of today, whatever the instant.
 */
export function readDataset(
  store: Store,
  datasetId: string,
  options: { readonly asOf?: string } = {},
): StoredDataset | null {
  return inSnapshot(store, () => {
    const inForce = findPublicationInForce(store, datasetId, options.asOf);
    if (inForce === null) return null;
    return {
      publication: inForce.reference,
      regions: inForce.regions,
      quantities: inForce.quantities,
      ...readLabels(store.sqlite, inForce),
      series: readSeries(store.sqlite, inForce),
    };
  });
}

function readSeries(sqlite: Sqlite, inForce: PublicationInForce): readonly Series[] {
  const { publicationId, alternative } = inForce.reference;
  const observations = new Map<number, Observation[]>();
  const figures = sqlite
    .prepare(FIGURES_IN_FORCE)
    .raw()
    .iterate({ publication: publicationId, dataset: inForce.datasetRow, alternative });
  for (const row of figures) {
    const [seriesId, period, value, symbol, obsStatus, setBy, revised] = row as FigureRow;
    const observation = { period, value, symbol, obsStatus, publicationId: setBy, revised: revised === 1 };
    const ofSeries = observations.get(seriesId);
    if (ofSeries === undefined) observations.set(seriesId, [observation]);
    else ofSeries.push(observation);
  }
  const described = readCategories(sqlite, inForce);
  return [...observations].map(([seriesId, ofSeries]) => {
    const { key, categories } = described.get(seriesId) ?? { key: '', categories: {} };
    return { key, categories, observations: ofSeries };
  });
}

type FigureRow = [number, number, number | null, string | null, ObsStatus, number, number];

interface SeriesDescription {
  readonly key: string;
  readonly categories: Record<string, string>;
}

function readCategories(sqlite: Sqlite, inForce: PublicationInForce): ReadonlyMap<number, SeriesDescription> {
  const described = new Map<number, SeriesDescription>();
  const rows = sqlite.prepare(CATEGORIES_OF_SERIES).raw().iterate(inForce.datasetRow, inForce.reference.alternative);
  for (const row of rows) {
    const [seriesId, key, dimension, category] = row as [number, string, string, string];
    const description = described.get(seriesId) ?? { key, categories: {} };
    description.categories[dimension] = category;
    described.set(seriesId, description);
  }
  return described;
}

function readLabels(sqlite: Sqlite, inForce: PublicationInForce): Pick<StoredDataset, 'contentsDimension' | 'labels'> {
  const labels: Record<string, Record<string, string>> = {};
  let contentsDimension: string | null = null;
  for (const row of sqlite.prepare(LABELS).raw().iterate(inForce.datasetRow)) {
    const [dimension, role, category, label] = row as [string, string, string, string];
    // Dimensions that only another alternative has.
    if (!Object.hasOwn(inForce.contract.categories, dimension)) continue;
    (labels[dimension] ??= {})[category] = label;
    if (role === 'metric') contentsDimension = dimension;
  }
  return { contentsDimension, labels };
}
