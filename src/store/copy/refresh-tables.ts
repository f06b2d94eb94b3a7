import { createHash } from 'node:crypto';
import type { Sqlite } from '../store.ts';
import { datasetSelect } from '../views/dataset-view.ts';
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

/** Fingerprints of what the twin shows, by part, by table. */
export type KnownParts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the twin shows as it is before it is brought in line. */
export function readKnownParts(sqlite: Sqlite): KnownParts {
  const known = new Map<string, Map<string, string>>();
  const parts = sqlite.prepare(`SELECT table_name, part, fingerprint FROM copy.${TWIN_PART}`).raw().all();
  for (const [table, part, fingerprint] of parts as [string, string, string][]) {
    known.set(table, (known.get(table) ?? new Map<string, string>()).set(part, fingerprint));
  }
  return known;
}

/** Brings a table with a few rows in line: one that says the same already is not written again. */
export function refreshWhole(sqlite: Sqlite, { name, columns }: CopyTable, known: KnownParts): void {
  const all = columns.map(quoteName).join(', ');
  const there = sqlite
    .prepare(`SELECT ${all} FROM main.${quoteName(name)}`)
    .raw()
    .all();
  const fingerprint = createHash('sha256').update(JSON.stringify(there)).digest('hex');
  if (known.get(name)?.get('') === fingerprint) return;
  const table = `copy.${quoteName(name)}`;
  sqlite.exec(`DELETE FROM ${table}; INSERT INTO ${table} (${all}) SELECT ${all} FROM main.${quoteName(name)}`);
  rememberPart(sqlite, { table: name, part: '', fingerprint, rows: there.length });
}

/** Brings a table with many rows in line: of the datasets that are not as they were, and of no other. */
export function refreshDatasets(
  sqlite: Sqlite,
  table: CopyTable,
  datasets: readonly DatasetState[],
  parts: KnownParts,
): void {
  const known = parts.get(table.name) ?? new Map<string, string>();
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

/** A wide table is made of the series and the periods of the twin, which are in line by then. */
function insertDataset(sqlite: Sqlite, { name, columns, isWide, datasetBy }: CopyTable, dataset: DatasetState): number {
  const all = columns.map(quoteName).join(', ');
  const into = `INSERT INTO copy.${quoteName(name)} (${all}) SELECT ${all} FROM`;
  if (isWide) {
    return dataset.view === null ? 0 : sqlite.prepare(`${into} (${datasetSelect(dataset.view, 'copy')})`).run().changes;
  }
  const insert = `${into} main.${quoteName(name)}`;
  if (datasetBy === 'dataset') return sqlite.prepare(`${insert} WHERE dataset = ?`).run(dataset.code).changes;
  const ofDataset = 'series_id IN (SELECT id FROM main.series WHERE dataset_id = ?)';
  return sqlite.prepare(`${insert} WHERE ${ofDataset}`).run(dataset.id).changes;
}
