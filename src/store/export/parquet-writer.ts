import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type * as DuckDbModule from '@duckdb/node-api';
import { PipelineError } from '../../model/errors.ts';
import { inBatches } from './row-batches.ts';
import type { ExportColumn, ExportRow, TableWriter } from './table-writer.ts';

const DUCKDB_TYPES: Readonly<Record<ExportColumn['type'], string>> = {
  integer: 'BIGINT',
  number: 'DOUBLE',
  string: 'VARCHAR',
  date: 'DATE',
  datetime: 'TIMESTAMPTZ',
};

// Nothing is fetched, and rows stream through: neither the network nor the size of a dataset matters.
const OPTIONS = {
  memory_limit: '512MB',
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * Parquet, written by DuckDB: integers as INT64, numbers as DOUBLE, texts as UTF-8, days as DATE, instants as TIMESTAMP in UTC.
 * `workFolder` takes what is on its way. DuckDB is loaded here and not before, since that takes a third of a second.
 * Throws `usage` where DuckDB is not installed: it is asked for by
 * those who want Parquet, since it is larger than all the rest.
 */
export async function openParquetWriter(workFolder: string): Promise<TableWriter> {
  const duckDb = await loadDuckDb();
  const options = { ...OPTIONS, temp_directory: join(workFolder, 'spill') };
  const instance = await duckDb.DuckDBInstance.create(':memory:', options);
  const connection = await instance.connect();
  // Rows go by way of lines of JSON: a call of DuckDB per value takes ten times as long.
  const lines = join(workFolder, 'rows.ndjson');
  return {
    async write(file, columns, rows) {
      const written = writeLines(lines, columns, rows);
      await connection.run(copyStatement(lines, columns, file));
      rmSync(lines);
      return written;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loadDuckDb(): Promise<typeof DuckDbModule> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    const message = `Parquet cannot be written here: DuckDB is not installed (${process.platform}-${process.arch}).`;
    throw new PipelineError('usage', message, {
      hint: 'Write CSV with --format csv, or install it beside the program: `npm install @duckdb/node-api`.',
      cause: error,
    });
  }
}

/** One JSON object per row and line. Texts, nulls and doubles come out of JSON as they went in. */
function writeLines(file: string, columns: readonly ExportColumn[], rows: Iterable<ExportRow>): number {
  const descriptor = openSync(file, 'w');
  let written = 0;
  try {
    for (const batch of inBatches(rows)) {
      const lines = batch.map((row) => toLine(columns, row));
      writeSync(descriptor, `${lines.join('\n')}\n`);
      written += batch.length;
    }
    return written;
  } finally {
    closeSync(descriptor);
  }
}

function toLine(columns: readonly ExportColumn[], row: ExportRow): string {
  const fields = columns.map(({ name, type }, at) => {
    const value = row[at] ?? null;
    // DuckDB would round it without a word.
    if (type === 'integer' && value !== null && !Number.isSafeInteger(value))
      throw new TypeError(`'${value}' stands in ${name}, a column of whole numbers`);
    return [name, value] as const;
  });
  return JSON.stringify(Object.fromEntries(fields));
}

function copyStatement(lines: string, columns: readonly ExportColumn[], file: string): string {
  const types = columns.map(({ name, type }) => `${quote(name)}: '${DUCKDB_TYPES[type]}'`).join(', ');
  const read = `read_json(${quote(lines)}, format = 'newline_delimited', columns = {${types}})`;
  return `COPY (SELECT * FROM ${read}) TO ${quote(file)} (FORMAT parquet, COMPRESSION zstd)`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
