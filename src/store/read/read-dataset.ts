import type { DimensionRole } from '../../model/data/cube.ts';
import { type RegionLayout, type Series, type StoredDataset, TAKEN_BACK } from '../../model/data/dataset.ts';
import { readAcceptances } from '../intake/acceptances.ts';
import { createLatestPeriodFinder } from '../intake/latest-period.ts';
import { createEarlierFinder, createPublicationFinder, type PublicationInForce } from '../intake/find-publication.ts';
import { createObservationReader } from './read-observations.ts';
import type { Sqlite, Store } from '../store.ts';
import { inSnapshot } from '../transaction.ts';

/** Every series that has a figure in force, with the row numbers of its categories as a list in JSON. */
const SERIES_IN_FORCE = `
  SELECT id, series_key, (SELECT json_group_array(category_id) FROM series_category WHERE series_id = series.id)
  FROM series
  WHERE dataset_id = :dataset AND alternative = :alternative
    AND (
      EXISTS (
        SELECT 1 FROM observation
        WHERE series_id = series.id AND publication_id <= :publication AND symbol IS NOT '${TAKEN_BACK}'
      )
      OR EXISTS (
        SELECT 1 FROM observation_revision
        WHERE series_id = series.id AND publication_id <= :publication AND replaced_by_publication_id > :publication
          AND symbol IS NOT '${TAKEN_BACK}'
      )
    )
  ORDER BY id`;

const CATEGORIES = `
  SELECT category.id, dimension.code AS dimension, dimension.role, category.code, category.label
  FROM dimension JOIN category ON category.dimension_id = dimension.id
  WHERE dimension.dataset_id = ? ORDER BY dimension.position, category.position`;

const TABLES = `SELECT id, table_id FROM publication WHERE dataset_id = ? AND table_id IS NOT NULL`;

/** Whether a series, by its categories, is read with its figures; the others come without. */
export type IsWanted = (categories: Series['categories'], regions: RegionLayout | null) => boolean;

/** Reads a dataset, see `createDatasetReader`. */
export type ReadDataset = (datasetId: string, isWanted?: IsWanted) => StoredDataset | null;

/**
 * Reads datasets as they stand, or as they stood at an instant (ISO 8601): the newest publication by then and the
 * figures in force, series of other alternatives left out. A figure that was withdrawn is there without a number; one
 * that was first published later is not there. `null` when nothing had been stored by then.
 *
 * Labels are those of today, whatever the instant, and so are the symbols without a known meaning.
 */
export function createDatasetReader(store: Store, asOf?: string): ReadDataset {
  const findPublication = createPublicationFinder(store, asOf);
  const findEarlier = createEarlierFinder(store);
  const findLatestPeriod = createLatestPeriodFinder(store.sqlite, asOf);
  const selectCategories = store.sqlite.prepare(CATEGORIES);
  const selectTables = store.sqlite.prepare(TABLES).raw();
  const readSeries = createSeriesReader(store.sqlite);
  return (datasetId, isWanted = () => true) =>
    inSnapshot(store, () => {
      const inForce = findPublication(datasetId);
      if (inForce === null) return null;
      const categories = selectCategories.all(inForce.datasetRow) as CategoryRow[];
      const tables = selectTables.all(inForce.datasetRow) as [number, string][];
      const shared = {
        ...(new Set(tables.map(([, table]) => table)).size > 1 ? { tables: Object.fromEntries(tables) } : {}),
        ...findLatestPeriod(inForce.datasetRow, inForce.reference.table),
        unknownSymbols: inForce.unknownSymbols ?? [],
        acceptances: readAcceptances(store, [datasetId], asOf),
      };
      const asLeft = (published: PublicationInForce): StoredDataset => ({
        ...shared,
        publication: published.reference,
        regions: published.regions,
        quantities: published.quantities,
        ...labelsOf(categories, published),
        series: readSeries(published, categories, isWanted),
      });
      const earlier = findEarlier(inForce).map(asLeft);
      return { ...asLeft(inForce), ...(earlier.length === 0 ? {} : { earlier }) };
    });
}

interface CategoryRow {
  readonly id: number;
  readonly dimension: string;
  readonly role: DimensionRole;
  readonly code: string;
  readonly label: string;
}

function labelsOf(
  categories: readonly CategoryRow[],
  { contract }: PublicationInForce,
): Pick<StoredDataset, 'contentsDimension' | 'labels'> {
  const labels: Record<string, Record<string, string>> = {};
  let contentsDimension: string | null = null;
  for (const { dimension, role, code, label } of categories) {
    // Dimensions that only another alternative has.
    if (!Object.hasOwn(contract.categories, dimension)) continue;
    (labels[dimension] ??= {})[code] = label;
    if (role === 'metric') contentsDimension = dimension;
  }
  return { contentsDimension, labels };
}

function createSeriesReader(sqlite: Sqlite) {
  const selectSeries = sqlite.prepare(SERIES_IN_FORCE).raw();
  const readObservations = createObservationReader(sqlite);
  return (
    { reference, datasetRow, regions }: PublicationInForce,
    categories: readonly CategoryRow[],
    isWanted: IsWanted,
  ): readonly Series[] => {
    const { publicationId: publication, alternative } = reference;
    const rows = selectSeries.all({ dataset: datasetRow, alternative, publication }) as [number, string, string][];
    const byId = new Map(categories.map((category) => [category.id, category]));
    const described = rows.map(([id, key, categoryIds]) => ({ id, key, categories: codesOf(categoryIds, byId) }));
    const wanted = described.filter((series) => isWanted(series.categories, regions)).map(({ id }) => id);
    const observations = readObservations(wanted, publication);
    return described.map(({ id, ...series }) => ({ ...series, observations: observations.get(id) ?? [] }));
  };
}

function codesOf(categoryIds: string, categories: ReadonlyMap<number, CategoryRow>): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const id of JSON.parse(categoryIds) as readonly number[]) {
    const category = categories.get(id);
    if (category !== undefined) codes[category.dimension] = category.code;
  }
  return codes;
}
