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

/** Of two that open a database at the same time the second finds the work done: it looks again when it may write. */
function replaceViews(sqlite: Sqlite, wanted: readonly View[], isConcerned: (sql: string) => boolean): void {
  if (isInLine(findDifference(sqlite, wanted, isConcerned))) return;
  const replace = sqlite.transaction(() => {
    const { stale, missing } = findDifference(sqlite, wanted, isConcerned);
    for (const name of stale) sqlite.exec(`DROP VIEW ${quoteName(name)}`);
    for (const sql of missing) sqlite.exec(sql);
  });
  replace.immediate();
}

interface Difference {
  /** Names of views to be dropped. */
  readonly stale: readonly string[];
  /** What makes the views that are not there, or not as they are wanted. */
  readonly missing: readonly string[];
}

function findDifference(sqlite: Sqlite, wanted: readonly View[], isConcerned: (sql: string) => boolean): Difference {
  const there = (sqlite.prepare(VIEWS).raw().all() as [string, string][]).filter(([, sql]) => isConcerned(sql));
  const missing = new Map(wanted.map((view) => [view.name, view.sql]));
  const stale = there.filter(([name, sql]) => missing.get(name) !== sql || !missing.delete(name));
  return { stale: stale.map(([name]) => name), missing: [...missing.values()] };
}

function isInLine({ stale, missing }: Difference): boolean {
  return stale.length === 0 && missing.length === 0;
}
