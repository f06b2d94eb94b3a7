import { readLicence } from '../../model/data/licence.ts';
import { type ForeignKey, foreignKeys } from './foreign-keys.ts';
import type { DictionaryColumn, Dictionary, DictionaryTable } from './read-entries.ts';

/** A field of a Frictionless Table Schema. */
export interface DataPackageField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'datetime';
  readonly title: string;
  readonly description: string;
  readonly example: string;
  readonly unit?: string;
  /** Of an instant, which has milliseconds. */
  readonly format?: string;
}

/** Name by the Open Definition, words, and where it can be read. */
export interface DataPackageLicence {
  readonly name: string;
  readonly title: string;
  readonly path?: string;
}

/** A resource of a Frictionless Data Package; the caller, who writes the files, adds `path` and `format`. */
export interface DataPackageResource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** None where nothing has been taken in yet; Frictionless has no empty list of either. */
  readonly sources?: readonly { readonly title: string }[];
  readonly licenses?: readonly DataPackageLicence[];
  readonly schema: {
    readonly fields: readonly DataPackageField[];
    readonly missingValues: readonly string[];
    /** The columns that tell the rows apart. */
    readonly primaryKey: readonly string[];
    readonly foreignKeys: readonly ForeignKey[];
  };
}

export interface DataPackage {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly resources: readonly DataPackageResource[];
}

/** As `2026-01-31T08:15:00.000Z`; the standard's own form has no milliseconds. */
const INSTANT = '%Y-%m-%dT%H:%M:%S.%fZ';

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
  const columnsOf = (view: DictionaryTable) => columns.filter(({ tableName }) => tableName === view.tableName);
  return {
    name: 'naeringspuls',
    title: 'Næringspuls',
    description: "Indicators of a municipality's business plan, the figures they rest on, and every revision of them.",
    resources: views.map((view) => ({
      name: view.tableName,
      title: view.descriptionNo,
      description: `${view.descriptionEn}. ${view.grainEn ?? ''}.`,
      ...describeSources(wide.includes(view) ? [view] : wide),
      schema: {
        fields: columnsOf(view).map(toField),
        missingValues: [''],
        primaryKey: view.keyColumns?.split(', ') ?? [],
        foreignKeys: foreignKeys(view.tableName, columnsOf(view)),
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
  if (tables.length === 0) return {};
  const licences = [...new Set(tables.map(({ licence }) => licence))];
  return {
    sources: [...new Set(tables.map(({ sourceTable }) => sourceTable))].sort().map((title) => ({ title })),
    licenses: licences.map(toLicence),
  };
}

function toLicence(said: string): DataPackageLicence {
  const { name, identifier, address } = readLicence(said);
  return { name: identifier, title: name, ...(address === null ? {} : { path: address }) };
}

function toField(column: DictionaryColumn): DataPackageField {
  const { columnName, type, descriptionNo, descriptionEn, example, allowedValues, unit } = column;
  return {
    name: columnName,
    type: TYPES[type] ?? 'string',
    title: descriptionNo,
    description: `${descriptionEn}. Allowed: ${allowedValues}.`,
    example,
    ...(type === 'datetime' ? { format: INSTANT } : {}),
    ...(unit === null ? {} : { unit }),
  };
}
