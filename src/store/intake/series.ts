import type { Cube } from '../../model/data/cube.ts';
import { startBulkInsert } from './bulk-insert.ts';
import type { CategoryIds } from './record-structure.ts';
import type { Sqlite } from '../store.ts';

export interface KnownSeries {
  readonly id: number;
  /** Of the series in the newest publication of its alternative; `null` when that one lacked it. */
  readonly digest: string | null;
}

/** Where the series of a publication belong. */
export interface SeriesOwner {
  readonly datasetId: number;
  readonly alternative: string;
}

export interface IncomingSeries {
  readonly cube: Cube;
  readonly categoryIds: CategoryIds;
  readonly known: ReadonlyMap<string, KnownSeries>;
  /** In the order of the cube. */
  readonly digests: readonly string[];
}

/** Every series of one alternative, by series key. */
export function loadSeries(sqlite: Sqlite, owner: SeriesOwner): ReadonlyMap<string, KnownSeries> {
  const rows = sqlite
    .prepare('SELECT series_key, id, digest FROM series WHERE dataset_id = ? AND alternative = ?')
    .raw()
    .all(owner.datasetId, owner.alternative) as [string, number, string | null][];
  const known = new Map<string, KnownSeries>();
  for (const [key, id, digest] of rows) known.set(key, { id, digest });
  return known;
}

/** Adds the series of a cube that are not known, and gives the row number of every one, in the cube's order. */
export function addMissingSeries(sqlite: Sqlite, owner: SeriesOwner, series: IncomingSeries): Uint32Array {
  const { cube, known, digests } = series;
  const region = cube.dimensions.findIndex((dimension) => dimension.role === 'geo');
  const contents = cube.dimensions.findIndex((dimension) => dimension.role === 'metric');
  const columns = '(id, dataset_id, alternative, series_key, digest, region_id, contents_id)';
  const rows = startBulkInsert(sqlite, `series ${columns}`, '(?, ?, ?, ?, ?, ?, ?)');
  const links = startBulkInsert(sqlite, 'series_category (series_id, category_id)', '(?, ?)');
  const ids = new Uint32Array(cube.seriesKeys.length);
  let nextId = Number(sqlite.prepare('SELECT coalesce(max(id), 0) + 1 FROM series').pluck().get());
  for (const [index, key] of cube.seriesKeys.entries()) {
    const before = known.get(key);
    const id = before?.id ?? nextId++;
    ids[index] = id;
    if (before !== undefined) continue;
    const categories = categoriesOf(series, index);
    const [regionId, contentsId] = [categories[region] ?? null, categories[contents] ?? null];
    const { datasetId, alternative } = owner;
    for (const value of [id, datasetId, alternative, key, digests[index] ?? null, regionId, contentsId])
      rows.push(value);
    for (const categoryId of categories) {
      links.push(id);
      links.push(categoryId);
    }
  }
  rows.flush();
  links.flush();
  return ids;
}

function categoriesOf({ cube, categoryIds }: IncomingSeries, series: number): readonly number[] {
  return categoryIds.map((ids, dimension) => {
    const position = cube.seriesCategories[series * categoryIds.length + dimension] ?? -1;
    const id = ids[position];
    if (id === undefined)
      throw new RangeError(`series ${cube.seriesKeys[series] ?? series} has no category ${position}`);
    return id;
  });
}
