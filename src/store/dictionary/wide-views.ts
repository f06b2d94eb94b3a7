import { readLicence } from '../../model/data/licence.ts';
import { dimensionColumns } from '../views/dataset-view.ts';
import type { DatasetView } from '../views/read-dataset-views.ts';
import { type ColumnDescription, type ColumnDescriptions, text } from './description.ts';
import type { TableDescription } from './tables.ts';

/** What tells a row of a wide view from the others. */
const KEY = ['series_id', 'period'] as const;

/** One category of a dimension, to show what its columns hold. */
export interface DimensionExample {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string | null;
}

/** What is known of the source of a dataset. */
export interface ViewSource {
  readonly title: string;
  readonly titleEn: string | null;
  readonly licence: string;
}

/** A dataset rests on one source, which the whole wide view has; its grain is its dimensions and the period. */
export function describeDatasetView(view: DatasetView, source: ViewSource): TableDescription {
  const { code, table } = view;
  const dimensions = dimensionColumns(view).map((columns) => columns.code);
  return {
    no: `Tallene som gjelder nå i datasettet ${code}, klare til bruk: ${source.title}`,
    en: `The figures in force now in the dataset ${code}, ready to use: ${source.titleEn ?? source.title}`,
    sourceTable: table ?? code,
    licence: readLicence(source.licence).name,
    grain: {
      no: `Én rad per ${[...dimensions, 'period'].join(', ')}; series_id står for kodene`,
      en: `One row per ${[...dimensions, 'period'].join(', ')}; series_id stands for the codes`,
      key: KEY,
    },
  };
}

/** The columns of the dimensions; the others mean what they mean in every view. */
export function describeDimensionColumns(
  view: DatasetView,
  exampleOf: (dimensionId: number) => DimensionExample | null,
): ColumnDescriptions {
  const described = dimensionColumns(view).flatMap(({ dimensionCode, ...names }) => {
    const dimension = view.parts.flatMap(({ dimensions }) => dimensions).find(({ code }) => code === dimensionCode);
    const [no, en] = [dimension?.label ?? dimensionCode, dimension?.labelEn ?? dimension?.label ?? dimensionCode];
    const example = dimension === undefined ? null : exampleOf(dimension.id);
    const allowed = `categories of ${dimensionCode}`;
    const entries: [string, ColumnDescription][] = [
      [names.code, text(`Kode for ${no}`, `Code of ${en}`, example?.code ?? '0', allowed)],
      [names.label, text(`Navn på ${no}`, `Label of ${en} (Norwegian)`, example?.label ?? '–', allowed)],
      [names.labelEn, text(`Navn på ${no} på engelsk`, `Label of ${en} in English`, example?.labelEn ?? '–', allowed)],
    ];
    return entries;
  });
  return Object.fromEntries(described);
}
