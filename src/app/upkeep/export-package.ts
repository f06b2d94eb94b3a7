import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataPackage, DataPackageResource } from '../../store/dictionary/build-data-package.ts';
import type { CsvLocale } from '../../store/export/csv-writer.ts';
import { CREATED_BY } from './export-folder.ts';

/** A view as it was written: its description and its files, as paths with slashes from the folder. */
export interface PackagedView {
  readonly resource: DataPackageResource;
  readonly paths: readonly string[];
  /** The column that stands in the path of a file and not in it; `null` for a view whose columns are all in the file. */
  readonly partition: string | null;
}

const MEDIA = { csv: 'text/csv', parquet: 'application/vnd.apache.parquet' };

const BYTES_AT_A_TIME = 1 << 20;

/**
 * The contents of `datapackage.json` for the files in a folder, by the profile of Frictionless that the format has: its
 * tabular one knows CSV alone. `locale` is that of the CSV, `null` for programs. A view without files is left out.
 */
export function describeExport(
  folder: string,
  { dictionary, format, locale }: { dictionary: DataPackage; format: 'csv' | 'parquet'; locale: CsvLocale | null },
  views: readonly PackagedView[],
): Readonly<Record<string, unknown>> {
  const written = views.filter(({ paths }) => paths.length > 0);
  const names = new Set(written.map(({ resource }) => resource.name));
  const kind = format === 'csv' ? 'tabular-data' : 'data';
  const resources = written.map((view) => ({
    profile: `${kind}-resource`,
    ...view.resource,
    ...describeFiles(folder, view.paths),
    ...{ format, mediatype: MEDIA[format], ...(format === 'csv' ? { encoding: 'utf-8' } : {}) },
    ...(locale === null ? {} : { dialect: { delimiter: locale.separator, doubleQuote: true } }),
    ...(view.partition === null ? {} : { partitionedBy: [view.partition] }),
    schema: schemaOf(view, names, locale),
  }));
  return { profile: `${kind}-package`, ...dictionary, createdBy: CREATED_BY, resources };
}

/** The columns that the files have, and the keys that point to what was written. */
function schemaOf({ resource, partition }: PackagedView, names: ReadonlySet<string>, locale: CsvLocale | null) {
  const { fields, foreignKeys, ...schema } = resource.schema;
  const inFile = fields.filter(({ name }) => name !== partition);
  const keys = foreignKeys.filter((key) => key.fields !== partition && names.has(key.reference.resource));
  return {
    ...schema,
    fields: inFile.map((field) =>
      locale !== null && field.type === 'number' ? { ...field, decimalChar: locale.decimalMark } : field,
    ),
    ...(keys.length === 0 ? {} : { foreignKeys: keys }),
  };
}

/** Size and fingerprint of all the files of a view, one after the other in the order they are named, and of each. */
function describeFiles(folder: string, paths: readonly string[]) {
  const whole = createHash('sha256');
  const files = paths.map((path) => {
    const file = join(folder, path);
    const own = createHash('sha256');
    for (const chunk of chunksOf(file)) for (const hash of [own, whole]) hash.update(chunk);
    return { path, bytes: statSync(file).size, hash: `sha256:${own.digest('hex')}` };
  });
  const [first, ...others] = paths;
  return {
    // A data package names a single file as a string, and several as a list.
    path: others.length === 0 ? first : paths,
    bytes: files.reduce((total, { bytes }) => total + bytes, 0),
    hash: `sha256:${whole.digest('hex')}`,
    ...(others.length === 0 ? {} : { files }),
  };
}

function* chunksOf(file: string): Iterable<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(BYTES_AT_A_TIME);
      const read = readSync(descriptor, chunk);
      if (read === 0) return;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}
