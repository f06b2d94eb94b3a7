import type { Cube, Dimension } from '../../model/data/cube.ts';
import { isObject } from '../../model/shape.ts';
import { ownRecord, ownText } from './json-record.ts';
import type { JsonRecord } from './json-record.ts';

/** Variable → code → label, of codes that come from a code list. */
type ListLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Adds English labels by code from the table's metadata in English (a JSON-stat dataset), else from the code lists:
 * grouped region codes, for one, stand only there. `null` where neither has one. Metadata that is not JSON-stat gives
 * no labels and no error: they are an addition, and figures do not wait for them.
 */
export function withEnglishLabels(cube: Cube, metadataEn: unknown, labelsEn: ListLabels = {}): Cube {
  const metadata = isObject(metadataEn) ? metadataEn : {};
  const described = ownRecord(metadata, 'dimension');
  return {
    ...cube,
    titleEn: ownText(metadata, 'label'),
    dimensions: cube.dimensions.map((dimension) =>
      withLabels(dimension, ownRecord(described, dimension.code), ownRecord(labelsEn, dimension.code)),
    ),
    time: withLabels(cube.time, ownRecord(described, cube.time.code), {}),
  };
}

function withLabels(dimension: Dimension, described: JsonRecord, ofList: JsonRecord): Dimension {
  const labels = ownRecord(ownRecord(described, 'category'), 'label');
  return {
    ...dimension,
    labelEn: ownText(described, 'label'),
    categories: dimension.categories.map((category) => ({
      ...category,
      labelEn: ownText(labels, category.code) ?? ownText(ofList, category.code),
    })),
  };
}
