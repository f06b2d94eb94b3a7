import type { Sqlite } from '../store.ts';
import { datasetViewName, type ViewDataset, type ViewDimension } from './dataset-view.ts';
import { TAKEN_NAMES } from './fixed-views.ts';

/** Every dataset with figures; one that went over to a table with other dimensions also by those of the tables before. */
const PARTS = `
  SELECT dataset.id, dataset.code, publication.table_id AS "table", publication.alternative, publication.id AS publication
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

interface PartRow {
  readonly id: number;
  readonly code: string;
  readonly table: string | null;
  readonly alternative: string;
  readonly publication: number;
}

/** A wide view as it is to be, and the dataset it shows. */
export interface DatasetView extends ViewDataset {
  readonly name: string;
  /** The table in use, SSB's number; `null` for a dataset that is imported from a file. */
  readonly table: string | null;
}

/** The wide views of the stored publications, by name. */
export function readDatasetViews(sqlite: Sqlite): readonly DatasetView[] {
  const selectDimensions = sqlite.prepare(DIMENSIONS);
  const views = new Map<string, DatasetView>();
  for (const { id, code, table, alternative, publication } of sqlite.prepare(PARTS).all() as PartRow[]) {
    const dimensions = selectDimensions.all({ dataset: id, publication }) as ViewDimension[];
    const named = datasetViewName(code, TAKEN_NAMES);
    // Two ids that differ in nothing but what stands between their words.
    const name = (views.get(named)?.id ?? id) === id ? named : `${named}_${id}`;
    const known = views.get(name) ?? { name, table, id, code, parts: [] };
    views.set(name, { ...known, parts: [...known.parts, { alternative, dimensions }] });
  }
  return [...views.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
