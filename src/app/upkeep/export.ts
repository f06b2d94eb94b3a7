import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import type { Language } from '../../model/language.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import {
  buildDataPackage,
  type DataPackage,
  type DataPackageResource,
} from '../../store/dictionary/build-data-package.ts';
import { readDictionary } from '../../store/dictionary/read-entries.ts';
import { type CsvLocale, openCsvWriter } from '../../store/export/csv-writer.ts';
import { openParquetWriter } from '../../store/export/parquet-writer.ts';
import { inLongSnapshot, listDatasets, readRows } from '../../store/export/read-view.ts';
import type { TableWriter } from '../../store/export/table-writer.ts';
import { downloadTextsOf } from '../../words/page/download.ts';
import { fillFolder, PACKAGE_FILE } from './export-folder.ts';
import { describeExport } from './export-package.ts';
import type { App } from '../open-app.ts';
import type { Progress } from '../progress.ts';

export const EXPORT_FORMATS = ['csv', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What became of one view. */
export interface ExportedView {
  readonly name: string;
  /** How many files its rows are in, and their size. */
  readonly files: number;
  readonly rows: number;
  readonly bytes: number;
}

export interface ExportReport {
  /** Absolute path. */
  readonly folder: string;
  readonly format: ExportFormat;
  readonly rows: number;
  readonly tables: readonly ExportedView[];
}

/** Whose rows grow without end: each dataset is a folder of its own, so that a reader opens only what it asks for. */
const PARTITIONED: ReadonlySet<string> = new Set(['out_observation', 'out_observation_asof', 'out_vintage']);
const PARTITION_COLUMN = 'dataset';

export interface ExportOptions {
  readonly folder: string;
  readonly format: ExportFormat;
  /** Whose spreadsheets are to read the CSV; `null` or left out for programs. */
  readonly locale?: Language | null;
}

/**
 * Writes every view for analysts to a folder, all of the same moment, with their dictionary as `datapackage.json`.
 * `out_observation` has a folder per dataset, `out_observation/dataset=…/`, as Spark, Trino, BigQuery and DuckDB read
 * it. The folder is there whole or not at all. Throws `usage` for a folder that is not an export's to replace, for
 * Parquet on a platform without DuckDB, and for Parquet in a locale, of which it has none.
 */
export async function exportViews(
  app: App,
  { folder, format, locale = null }: ExportOptions,
  progress: Progress,
): Promise<ExportReport> {
  if (locale !== null && format === 'parquet') throw parquetHasNoLocale(locale);
  const csv = locale === null ? null : localeOf(locale);
  const tables = await fillFolder(folder, async (filling) => {
    const work = join(filling, '.work');
    mkdirSync(work);
    const writer = format === 'csv' ? openCsvWriter(csv) : await openParquetWriter(work);
    try {
      return await inLongSnapshot(app.store, () => writeViews({ app, writer, filling, format, csv }, progress));
    } finally {
      writer.close();
      rmSync(work, { recursive: true });
    }
  });
  return { folder: resolve(folder), format, rows: sum(tables.map(({ rows }) => rows)), tables };
}

interface ExportWork {
  readonly app: App;
  readonly writer: TableWriter;
  readonly filling: string;
  readonly format: ExportFormat;
  readonly csv: CsvLocale | null;
}

async function writeViews(work: ExportWork, progress: Progress): Promise<readonly ExportedView[]> {
  const dictionary = buildDataPackage(readDictionary(work.app.store.sqlite));
  const written: WrittenView[] = [];
  for (const resource of dictionary.resources) {
    progress.start({ step: 'view', name: resource.name });
    const files = await writeView(work, resource);
    const view = { resource, files, rows: sum(files.map(({ rows }) => rows)) };
    progress.done({ step: 'view', name: resource.name, rows: view.rows });
    written.push(view);
  }
  writePackage(work, dictionary, written);
  return written.map(({ resource, files, rows }) => {
    const bytes = sum(files.map(({ path }) => statSync(join(work.filling, path)).size));
    return { name: resource.name, files: files.length, rows, bytes };
  });
}

interface WrittenView {
  readonly resource: DataPackageResource;
  readonly files: readonly WrittenFile[];
  readonly rows: number;
}

interface WrittenFile {
  /** From the folder of the export, with slashes. */
  readonly path: string;
  readonly rows: number;
}

async function writeView(work: ExportWork, view: DataPackageResource): Promise<readonly WrittenFile[]> {
  const { name } = view;
  if (!PARTITIONED.has(name)) return [await writeFile(work, view, null, `${name}.${work.format}`)];
  const files: WrittenFile[] = [];
  for (const dataset of listDatasets(work.app.store, name)) {
    const path = `${name}/${PARTITION_COLUMN}=${encodeURIComponent(dataset)}/figures.${work.format}`;
    files.push(await writeFile(work, view, dataset, path));
  }
  return files;
}

async function writeFile(
  { app, writer, filling, format }: ExportWork,
  view: DataPackageResource,
  dataset: string | null,
  path: string,
): Promise<WrittenFile> {
  const file = join(filling, path);
  makeFolder(dirname(file));
  // A reader of Parquet takes the column from the name of the folder, and some refuse to find it in the file as well.
  const isInPath = dataset !== null && format === 'parquet';
  const columns = view.schema.fields.filter(({ name }) => !isInPath || name !== PARTITION_COLUMN);
  return { path, rows: await writer.write(file, columns, readRows(app.store, view.name, columns, dataset)) };
}

function writePackage(work: ExportWork, dictionary: DataPackage, views: readonly WrittenView[]): void {
  const { filling, format, csv } = work;
  const packaged = views.map(({ resource, files }) => ({
    resource,
    paths: files.map(({ path }) => path),
    partition: format === 'parquet' && PARTITIONED.has(resource.name) ? PARTITION_COLUMN : null,
  }));
  const document = describeExport(filling, { dictionary, format, locale: csv }, packaged);
  writeFileSync(join(filling, PACKAGE_FILE), `${JSON.stringify(document, null, 2)}\n`);
}

function localeOf(language: Language): CsvLocale {
  const { separator, decimalMark } = downloadTextsOf(language);
  return { separator, decimalMark };
}

function parquetHasNoLocale(locale: Language): PipelineError {
  return new PipelineError('usage', `Parquet has numbers and no decimal marks: --locale ${locale} is for CSV alone.`, {
    hint: 'Leave --locale out, or write --format csv.',
    refusal: { about: 'parquet-locale', locale },
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
