import type { ObsStatus } from '../model/cube.ts';
import type { Observation, Series, StoredDataset } from '../model/dataset.ts';
import { findPublicationInForce, type PublicationInForce } from './find-publication.ts';
import type { Sqlite, Store } from './store.ts';
import { inSnapshot } from './transaction.ts';

/**
 * The figures of a series in force after a publication: those it or an earlier one had set, and that no publication up to
 * it has replaced. For the newest publication that is the table of observations itself.
 */
const FIGURES_IN_FORCE = `
  WITH figure AS (
    SELECT period, value, symbol, obs_status, publication_id FROM observation
    WHERE series_id = :series AND publication_id <= :publication
    UNION ALL
    SELECT period, value, symbol, obs_status, publication_id FROM observation_revision
    WHERE series_id = :series AND publication_id <= :publication AND replaced_by_publication_id > :publication
  )
  SELECT figure.period, figure.value, figure.symbol, figure.obs_status, figure.publication_id,
    EXISTS (
      SELECT 1 FROM observation_revision AS earlier
      WHERE earlier.series_id = :series AND earlier.period = figure.period
        AND earlier.replaced_by_publication_id <= :publication
        AND earlier.value IS NOT NULL AND earlier.value IS NOT figure.value
    )
  FROM figure ORDER BY figure.period`;

/** Every series that has a figure in force, one row per category; a series of time alone has a row without category. */
const SERIES_IN_FORCE = `
  SELECT series.id, series.series_key, dimension.code, category.code
  FROM series
  LEFT JOIN series_category ON series_category.series_id = series.id
  LEFT JOIN category ON category.id = series_category.category_id
  LEFT JOIN dimension ON dimension.id = category.dimension_id
  WHERE series.dataset_id = :dataset AND series.alternative = :alternative
    AND (
      EXISTS (SELECT 1 FROM observation WHERE series_id = series.id AND publication_id <= :publication)
      OR EXISTS (
        SELECT 1 FROM observation_revision
        WHERE series_id = series.id AND publication_id <= :publication AND replaced_by_publication_id > :publication
      )
    )
  ORDER BY series.id, dimension.code`;

const LABELS = `
  SELECT dimension.code, dimension.role, category.code, category.label
  FROM dimension JOIN category ON category.dimension_id = dimension.id
  WHERE dimension.dataset_id = ? ORDER BY dimension.position, category.position`;

export interface ReadOptions {
  /** An instant, ISO 8601; now by default. */
  readonly asOf?: string;
  /** Which series are read with their figures; the others come without. All by default. */
  readonly wanted?: (categories: Series['categories']) => boolean;
}

/**
 * A dataset as it stands, or as it stood at an instant: the newest publication by then and the figures in force, series
 * of other alternatives left out. A figure that was withdrawn is there without a number; one that was first published
 * later is not there. `null` when nothing had been taken in by then.
 *
 * Labels are those of today, whatever the instant.
 */
export function readDataset(store: Store, datasetId: string, options: ReadOptions = {}): StoredDataset | null {
  const { asOf, wanted = () => true } = options;
  return inSnapshot(store, () => {
    const inForce = findPublicationInForce(store, datasetId, asOf);
    if (inForce === null) return null;
    return {
      publication: inForce.reference,
      regions: inForce.regions,
      quantities: inForce.quantities,
      ...readLabels(store.sqlite, inForce),
      series: readSeries(store.sqlite, inForce, wanted),
    };
  });
}

function readSeries(
  sqlite: Sqlite,
  inForce: PublicationInForce,
  wanted: (categories: Series['categories']) => boolean,
): readonly Series[] {
  const figures = sqlite.prepare(FIGURES_IN_FORCE).raw();
  const { publicationId: publication } = inForce.reference;
  const observationsOf = (series: number): readonly Observation[] =>
    (figures.all({ series, publication }) as FigureRow[]).map(
      ([period, value, symbol, obsStatus, publicationId, revised]) => ({
        ...{ period, value, symbol, obsStatus, publicationId },
        revised: revised === 1,
      }),
    );
  return [...describeSeries(sqlite, inForce)].map(([id, { key, categories }]) => ({
    key,
    categories,
    observations: wanted(categories) ? observationsOf(id) : [],
  }));
}

type FigureRow = [number, number | null, string | null, ObsStatus, number, number];

interface SeriesDescription {
  readonly key: string;
  readonly categories: Record<string, string>;
}

function describeSeries(sqlite: Sqlite, inForce: PublicationInForce): ReadonlyMap<number, SeriesDescription> {
  const { publicationId: publication, alternative } = inForce.reference;
  const described = new Map<number, SeriesDescription>();
  const rows = sqlite.prepare(SERIES_IN_FORCE).raw().all({ dataset: inForce.datasetRow, alternative, publication });
  for (const [id, key, dimension, category] of rows as [number, string, string | null, string][]) {
    const description = described.get(id) ?? { key, categories: {} };
    if (dimension !== null) description.categories[dimension] = category;
    described.set(id, description);
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
