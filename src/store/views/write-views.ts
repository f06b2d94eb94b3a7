import type { Sqlite } from '../store.ts';
import { DATASET_VIEW_COMMENT, datasetView } from './dataset-view.ts';
import { FIXED_VIEWS } from './fixed-views.ts';
import { readDatasetViews } from './read-dataset-views.ts';
import { quoteName, type View } from './view.ts';

const VIEWS = "SELECT name, sql FROM sqlite_schema WHERE type = 'view' AND name GLOB 'out_*'";

/**
 * Brings the views for analysts in line with the program and with what is stored. Written when they differ and not by
 * migrations, since the wide ones follow the publications and all of them serve the copy as well.
 */
export function writeViews(sqlite: Sqlite): void {
  replaceViews(sqlite, [...FIXED_VIEWS, ...readWideViews(sqlite)], () => true);
}

/** As `writeViews`, of the wide views alone; one of a dataset that is not there any more is dropped. */
export function writeDatasetViews(sqlite: Sqlite): void {
  replaceViews(sqlite, readWideViews(sqlite), (sql) => sql.includes(`-- ${DATASET_VIEW_COMMENT}`));
}

function readWideViews(sqlite: Sqlite): readonly View[] {
  return readDatasetViews(sqlite).map((dataset) => datasetView(dataset.name, dataset));
}

function replaceViews(sqlite: Sqlite, wanted: readonly View[], isConcerned: (sql: string) => boolean): void {
  const there = (sqlite.prepare(VIEWS).raw().all() as [string, string][]).filter(([, sql]) => isConcerned(sql));
  const missing = new Map(wanted.map((view) => [view.name, view.sql]));
  const stale = there.filter(([name, sql]) => missing.get(name) !== sql || !missing.delete(name));
  if (stale.length === 0 && missing.size === 0) return;
  sqlite.transaction(() => {
    for (const [name] of stale) sqlite.exec(`DROP VIEW ${quoteName(name)}`);
    for (const sql of missing.values()) sqlite.exec(sql);
  })();
}
