import { ZERO_SYMBOL } from '../../model/data/dataset.ts';
import type { RegionLayout } from '../../model/data/dataset.ts';
import { createLatestPeriodFinder } from '../intake/latest-period.ts';
import type { Store } from '../store.ts';

/** A 0 in a published period that is taken as missing. */
export interface StoredFalseZero {
  readonly datasetId: string;
  /** Of the region as the table writes it, with its label; `null` in a dataset without regions. */
  readonly region: { readonly code: string; readonly label: string } | null;
  readonly regions: RegionLayout | null;
  /** Period code. */
  readonly period: string;
}

// The symbol as the index of these cells has it, so that no other figure is read.
const FALSE_ZEROS = `
  SELECT DISTINCT dataset.code AS datasetId, dataset.id AS datasetRow, publication.table_id AS tableId,
    publication.regions, category.code, category.label, time_period.code AS period, time_period.period AS periodKey
  FROM observation
  JOIN series ON series.id = observation.series_id AND series.digest IS NOT NULL
  JOIN dataset ON dataset.id = series.dataset_id
  JOIN publication ON publication.id = (SELECT max(id) FROM publication AS newest WHERE newest.dataset_id = dataset.id)
    AND publication.alternative = series.alternative
  JOIN time_period ON time_period.period = observation.period
  LEFT JOIN category ON category.id = series.region_id
  WHERE observation.symbol = '${ZERO_SYMBOL}' AND observation.obs_status = 'O'
  ORDER BY dataset.code, category.code, time_period.period`;

interface FalseZeroRow {
  readonly datasetId: string;
  readonly datasetRow: number;
  readonly tableId: string | null;
  readonly regions: string | null;
  readonly code: string | null;
  readonly label: string;
  readonly period: string;
  readonly periodKey: number;
}

/** Every place and period of the datasets in use with a 0 that is taken as missing, in the periods that are published. */
export function readFalseZeros(store: Store): readonly StoredFalseZero[] {
  const findLatest = createLatestPeriodFinder(store.sqlite, undefined);
  const rows = store.sqlite.prepare(FALSE_ZEROS).all() as FalseZeroRow[];
  const latest = new Map(
    rows.map(({ datasetRow, tableId }) => [datasetRow, findLatest(datasetRow, tableId).latestPeriod]),
  );
  return rows
    .filter(({ datasetRow, periodKey }) => periodKey <= (latest.get(datasetRow) ?? -Infinity))
    .map(({ datasetId, regions, code, label, period }) => ({
      datasetId,
      period,
      region: code === null ? null : { code, label },
      regions: regions === null ? null : (JSON.parse(regions) as RegionLayout),
    }));
}

/** The region codes and periods that the newest publication of a dataset has; `null` before the first. */
export function readRegionsAndPeriods(
  store: Store,
  datasetId: string,
): { readonly regionCodes: readonly string[]; readonly periods: readonly string[] } | null {
  const select = store.sqlite.prepare(
    `SELECT dimension.role, code.value AS code
     FROM publication
     JOIN dataset ON dataset.id = publication.dataset_id
     JOIN dimension ON dimension.dataset_id = dataset.id
     JOIN json_each(publication.contract, '$.categories') AS promised ON promised.key = dimension.code
     JOIN json_each(promised.value) AS code
     WHERE publication.id = (
       SELECT max(newest.id) FROM publication AS newest JOIN dataset AS own ON own.id = newest.dataset_id WHERE own.code = ?
     )`,
  );
  const rows = select.all(datasetId) as { readonly role: string; readonly code: string }[];
  if (rows.length === 0) return null;
  const codesOf = (role: string) => rows.filter((row) => row.role === role).map(({ code }) => code);
  return { regionCodes: codesOf('geo'), periods: codesOf('time') };
}
