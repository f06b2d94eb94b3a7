import type { DictionaryColumn, Dictionary, DictionaryTable } from './read-entries.ts';

/** A field of a Frictionless Table Schema. */
export interface DataPackageField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'datetime';
  readonly title: string;
  readonly description: string;
  readonly example: string;
  readonly unit?: string;
}

export type DataPackageLicence = { readonly path: string } | { readonly name: string };

/** A resource of a Frictionless Data Package; the caller, who writes the files, adds `path` and `format`. */
export interface DataPackageResource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly sources: readonly { readonly title: string }[];
  readonly licenses: readonly DataPackageLicence[];
  readonly schema: {
    readonly fields: readonly DataPackageField[];
    readonly missingValues: readonly string[];
    /** The columns that tell the rows apart. */
    readonly primaryKey: readonly string[];
  };
}

export interface DataPackage {
  readonly profile: 'data-package';
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly resources: readonly DataPackageResource[];
}

const TYPES: Readonly<Record<string, DataPackageField['type']>> = {
  integer: 'integer',
  // A boolean of Frictionless is written true and false; here it is 0 and 1.
  boolean: 'integer',
  number: 'number',
  date: 'date',
  datetime: 'datetime',
};

/**
 * The dictionary as a Frictionless Data Package: one resource per table or view for analysts, with a Table Schema. No file is
 * named; a missing value is an empty field.
 */
export function buildDataPackage({ tables, columns }: Dictionary): DataPackage {
  const views = tables.filter(({ tableName }) => tableName.startsWith('out_'));
  const wide = views.filter(isWide);
  return {
    profile: 'data-package',
    name: 'naeringspuls',
    title: 'Næringspuls',
    description: "Indicators of a municipality's business plan, the figures they rest on, and every revision of them.",
    resources: views.map((view) => ({
      name: view.tableName,
      title: view.descriptionNo,
      description: `${view.descriptionEn}. ${view.grainEn ?? ''}.`,
      ...describeSources(wide.includes(view) ? [view] : wide),
      schema: {
        fields: columns.filter(({ tableName }) => tableName === view.tableName).map(toField),
        missingValues: [''],
        primaryKey: view.keyColumns?.split(', ') ?? [],
      },
    })),
  };
}

/** Rests on one source, of which it shows the figures; the others are the program's own, or over all sources. */
function isWide({ sourceTable }: DictionaryTable): boolean {
  return sourceTable !== 'naeringspuls' && sourceTable !== 'out_source';
}

/** A view over several tables has the sources of all of them. */
function describeSources(tables: readonly DictionaryTable[]): Pick<DataPackageResource, 'sources' | 'licenses'> {
  const licences = [...new Set(tables.map(({ licence }) => licence))];
  return {
    sources: [...new Set(tables.map(({ sourceTable }) => sourceTable))].sort().map((title) => ({ title })),
    licenses: licences.map((licence) => (URL.canParse(licence) ? { path: licence } : { name: licence })),
  };
}

function toField(column: DictionaryColumn): DataPackageField {
  const { columnName, type, descriptionNo, descriptionEn, example, allowedValues, unit } = column;
  return {
    name: columnName,
    type: TYPES[type] ?? 'string',
    title: descriptionNo,
    description: `${descriptionEn}. Allowed: ${allowedValues}.`,
    example,
    ...(unit === null ? {} : { unit }),
  };
}
