import type { Sqlite } from '../store.ts';
import { quoteName } from '../views/view.ts';
import type { CopyTable } from './copy-tables.ts';
import type { DatasetState } from './dataset-state.ts';
import { TWIN_PART } from './twin-shape.ts';

/** What a table shows of a dataset, or all of it with an empty `part`. */
interface Part {
  readonly table: string;
  readonly part: string;
  readonly fingerprint: string;
  readonly rows: number;
}

/** Brings a table with a few rows in line: one that says the same already is not written again. */
export function refreshWhole(sqlite: Sqlite, { name, columns }: CopyTable): void {
  const all = columns.map(quoteName).join(', ');
  const table = quoteName(name);
  const count = (schema: string) => Number(sqlite.prepare(`SELECT count(*) FROM ${schema}.${table}`).pluck().get());
  const differs = `SELECT 1 FROM (SELECT ${all} FROM main.${table} EXCEPT SELECT ${all} FROM copy.${table}) LIMIT 1`;
  const rows = count('main');
  const isSame = rows === count('copy') && sqlite.prepare(differs).get() === undefined;
  if (!isSame) {
    sqlite.exec(`DELETE FROM copy.${table}; INSERT INTO copy.${table} (${all}) SELECT ${all} FROM main.${table}`);
  }
  rememberPart(sqlite, { table: name, part: '', fingerprint: '', rows });
}

/** Brings a table with many rows in line: of the datasets that are not as they were, and of no other. */
export function refreshDatasets(sqlite: Sqlite, table: CopyTable, datasets: readonly DatasetState[]): void {
  const known = readParts(sqlite, table.name);
  const shown = datasets.filter(({ view }) => !table.isWide || view?.name === table.name);
  const stale = [...known].filter(([part, was]) => shown.find(({ code }) => code === part)?.fingerprint !== was);
  for (const [part] of stale) removeDataset(sqlite, table, part);
  for (const dataset of shown) {
    const { code, fingerprint } = dataset;
    if (known.get(code) === fingerprint) continue;
    rememberPart(sqlite, { table: table.name, part: code, fingerprint, rows: insertDataset(sqlite, table, dataset) });
  }
}

/** Notes what the twin shows now. */
export function rememberPart(sqlite: Sqlite, part: Part): void {
  sqlite.prepare(`INSERT OR REPLACE INTO copy.${TWIN_PART} VALUES (:table, :part, :fingerprint, :rows)`).run(part);
}

/** Rows of each table of the twin, by name, without counting them again. */
export function countPartRows(sqlite: Sqlite): Readonly<Record<string, number>> {
  const rows = sqlite
    .prepare(`SELECT table_name, sum("rows") FROM copy.${TWIN_PART} GROUP BY table_name ORDER BY table_name`)
    .raw()
    .all() as [string, number][];
  return Object.fromEntries(rows);
}

/** The fingerprint of each part of a table as the twin shows it, by part. */
export function readParts(sqlite: Sqlite, table: string): ReadonlyMap<string, string> {
  const parts = sqlite.prepare(`SELECT part, fingerprint FROM copy.${TWIN_PART} WHERE table_name = ?`).raw().all(table);
  return new Map(parts as [string, string][]);
}

/** Figures are found by the series of before: their table comes before that of the series, which is sorted by name. */
function removeDataset(sqlite: Sqlite, { name, isWide, datasetBy }: CopyTable, code: string): void {
  const table = `copy.${quoteName(name)}`;
  if (isWide) sqlite.exec(`DELETE FROM ${table}`);
  else if (datasetBy === 'dataset') sqlite.prepare(`DELETE FROM ${table} WHERE dataset = ?`).run(code);
  else {
    const series = 'SELECT series_id FROM copy.out_series WHERE dataset = ?';
    sqlite.prepare(`DELETE FROM ${table} WHERE series_id IN (${series})`).run(code);
  }
  sqlite.prepare(`DELETE FROM copy.${TWIN_PART} WHERE table_name = ? AND part = ?`).run(name, code);
}

function insertDataset(sqlite: Sqlite, { name, columns, isWide, datasetBy }: CopyTable, dataset: DatasetState): number {
  const all = columns.map(quoteName).join(', ');
  const insert = `INSERT INTO copy.${quoteName(name)} (${all}) SELECT ${all} FROM main.${quoteName(name)}`;
  if (isWide) return sqlite.prepare(insert).run().changes;
  if (datasetBy === 'dataset') return sqlite.prepare(`${insert} WHERE dataset = ?`).run(dataset.code).changes;
  const ofDataset = 'series_id IN (SELECT id FROM main.series WHERE dataset_id = ?)';
  return sqlite.prepare(`${insert} WHERE ${ofDataset}`).run(dataset.id).changes;
}
