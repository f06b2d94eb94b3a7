import { and, desc, eq } from 'drizzle-orm';
import type { Cube } from '../../model/data/cube.ts';
import { PipelineError } from '../../model/errors.ts';
import type { PublicationContract } from '../../model/data/publication.ts';
import { dataset, publication, type StoredContract } from '../schema/dataset.ts';
import { category, dimension } from '../schema/series.ts';
import type { Store } from '../store.ts';

/** What the newest publication of a dataset promised, or `null` before the first; of one table where that is named. */
export function readContract(store: Store, datasetId: string, table: string | null = null): PublicationContract | null {
  return findContract(store, datasetId, { alternative: null, table });
}

/**
 * As `readContract`, of the newest publication that one alternative gave, or one table; `null` for whichever it was.
 */
export function findContract(
  store: Store,
  datasetId: string,
  { alternative, table }: { readonly alternative: string | null; readonly table: string | null },
): PublicationContract | null {
  const ofAlternative = alternative === null ? undefined : eq(publication.alternative, alternative);
  const ofTable = table === null ? undefined : eq(publication.tableId, table);
  const row = store.drizzle
    .select({
      publicationId: publication.id,
      alternative: publication.alternative,
      cells: publication.cells,
      contract: publication.contract,
    })
    .from(publication)
    .innerJoin(dataset, eq(dataset.id, publication.datasetId))
    .where(and(eq(dataset.code, datasetId), ofAlternative, ofTable))
    .orderBy(desc(publication.id))
    .limit(1)
    .get();
  if (row === undefined) return null;
  const { contract, ...rest } = row;
  return { ...rest, ...contract, decimals: contract.decimals ?? storedDecimals(store, datasetId) };
}

/** Of a publication stored by an earlier version: what its contents had when they were last read. */
function storedDecimals(store: Store, datasetId: string): Readonly<Record<string, number | null>> {
  const rows = store.drizzle
    .select({ code: category.code, decimals: category.decimals })
    .from(category)
    .innerJoin(dimension, eq(dimension.id, category.dimensionId))
    .innerJoin(dataset, eq(dataset.id, dimension.datasetId))
    .where(and(eq(dataset.code, datasetId), eq(dimension.role, 'metric')))
    .all();
  return Object.fromEntries(rows.map(({ code, decimals }) => [code, decimals]));
}

/** What a cube promises to the publications after it. */
export function contractOf(cube: Cube): StoredContract {
  const dimensions = [...cube.dimensions, cube.time];
  const contents = cube.dimensions.filter((dimension) => dimension.role === 'metric');
  return {
    categories: Object.fromEntries(
      dimensions.map((dimension) => [dimension.code, dimension.categories.map((category) => category.code)]),
    ),
    units: Object.fromEntries(
      contents.flatMap((dimension) => dimension.categories.map((category) => [category.code, category.unit])),
    ),
    decimals: Object.fromEntries(
      contents.flatMap((dimension) => dimension.categories.map((category) => [category.code, category.decimals])),
    ),
  };
}

/**
 * Refuses a cube with other dimensions than the figures that stand under its alternative: series keys are read in the
 * order of the dimensions, so the same key would mean something else.
 */
export function refuseOtherDimensions(datasetId: string, before: PublicationContract, cube: Cube): void {
  const had = Object.keys(before.categories).sort().join(', ');
  const has = Object.keys(contractOf(cube).categories).sort().join(', ');
  if (had === has) return;
  const message = `The figures of ${datasetId} (${before.alternative}) are kept by ${had}, and the new ones come by ${has}.`;
  throw new PipelineError('publication-quarantined', message, {
    hint: 'The figures stored before stay in force. If the table has changed for good, give the alternative a new id.',
    context: { datasetId, alternative: before.alternative },
  });
}
