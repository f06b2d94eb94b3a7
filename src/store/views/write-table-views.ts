import type { Sqlite } from '../store.ts';
import { tableViewName, tableViewSql, type ViewDataset, type ViewDimension } from './table-view.ts';

/**
 * Every dataset with figures, by the table it rests on; an imported file is a table of its own. One that went over to a
 * table with other dimensions also by the tables before.
 */
const DATASETS = `
  SELECT dataset.id, dataset.code, publication.alternative, publication.id AS publication,
    CASE publication.alternative WHEN dataset.alternative THEN coalesce(dataset.table_id, dataset.code)
      ELSE publication.table_id END AS "table"
  FROM dataset JOIN publication ON publication.id IN (
    SELECT max(id) FROM publication AS newest
    WHERE newest.dataset_id = dataset.id AND (
      newest.alternative = dataset.alternative
      OR instr(dataset.alternative, '@') > 0
        AND substr(newest.alternative || '@', 1, instr(dataset.alternative, '@'))
          = substr(dataset.alternative, 1, instr(dataset.alternative, '@'))
    )
    GROUP BY newest.alternative
  )
  ORDER BY dataset.id, publication.id DESC`;

/** The dimensions the newest publication had: others belong to alternatives not in use. */
const DIMENSIONS = `
  SELECT dimension.id, dimension.code, dimension.label, dimension.label_en AS labelEn, dimension.role
  FROM dimension
  WHERE dimension.dataset_id = :dataset AND dimension.role <> 'time'
    AND dimension.code IN (
      SELECT key FROM publication, json_each(publication.contract, '$.categories') WHERE publication.id = :publication
    )
  ORDER BY CASE dimension.role WHEN 'geo' THEN 1 WHEN 'metric' THEN 3 ELSE 2 END, dimension.position`;

interface DatasetRow extends Omit<ViewDataset, 'dimensions'> {
  readonly table: string;
  readonly publication: number;
}

/** A wide view as it is to be, and the datasets it shows. */
export interface TableView {
  readonly name: string;
  /** SSB's table number, or the id of the dataset that is imported from a file. */
  readonly table: string;
  readonly datasets: readonly ViewDataset[];
}

/** The wide views of the stored publications, by name. */
export function readTableViews(sqlite: Sqlite): readonly TableView[] {
  const selectDimensions = sqlite.prepare(DIMENSIONS);
  const views = new Map<string, TableView>();
  for (const { table, publication, ...dataset } of sqlite.prepare(DATASETS).all() as DatasetRow[]) {
    const name = tableViewName(table);
    const dimensions = selectDimensions.all({ dataset: dataset.id, publication }) as ViewDimension[];
    const datasets = [...(views.get(name)?.datasets ?? []), { ...dataset, dimensions }];
    views.set(name, { name, table, datasets });
  }
  return [...views.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Brings the wide views in line with the publications; one that no dataset rests on any more is dropped. */
export function writeTableViews(sqlite: Sqlite): void {
  const there = sqlite
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view' AND name GLOB 'out_table_*'")
    .raw()
    .all() as [string, string][];
  const wanted = new Map(readTableViews(sqlite).map(({ name, datasets }) => [name, tableViewSql(name, datasets)]));
  for (const [name, sql] of there) {
    if (wanted.get(name) === sql) wanted.delete(name);
    else sqlite.exec(`DROP VIEW "${name}"`);
  }
  for (const sql of wanted.values()) sqlite.exec(sql);
}
