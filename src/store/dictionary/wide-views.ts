import { dimensionColumns } from '../views/table-view.ts';
import type { TableView } from '../views/write-table-views.ts';
import { type ColumnDescription, type ColumnDescriptions, text } from './description.ts';
import type { TableDescription } from './tables.ts';

/** One category of a dimension, to show what its columns hold. */
export interface DimensionExample {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string | null;
}

/** What is known of the source of a table. */
export interface ViewSource {
  readonly title: string;
  readonly titleEn: string | null;
  readonly licence: string;
}

/** A table rests on one source, which the whole wide view has. */
export function describeTableView({ table }: TableView, source: ViewSource): TableDescription {
  return {
    no: `Tallene som gjelder nå i ${table}, klare til bruk: ${source.title}`,
    en: `The figures in force now in ${table}, ready to use: ${source.titleEn ?? source.title}`,
    sourceTable: table,
    licence: source.licence,
  };
}

/** The columns of the dimensions; the others mean what they mean in every view. */
export function describeDimensionColumns(
  { datasets }: TableView,
  exampleOf: (dimensionId: number) => DimensionExample | null,
): ColumnDescriptions {
  const described = dimensionColumns(datasets).flatMap(({ dimensionCode, ...names }) => {
    const dimension = datasets.flatMap(({ dimensions }) => dimensions).find(({ code }) => code === dimensionCode);
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
