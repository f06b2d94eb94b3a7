import { join } from 'node:path';
import type * as DuckDbModule from '@duckdb/node-api';
import { PipelineError } from '../../model/errors.ts';
import type { SqlValue } from '../bulk-insert.ts';
import type { ExportColumn, ExportRow, TableWriter } from './table-writer.ts';

type DuckDb = typeof DuckDbModule;

const DUCKDB_TYPES: Readonly<Record<ExportColumn['type'], string>> = {
  integer: 'BIGINT',
  number: 'DOUBLE',
  string: 'VARCHAR',
  datetime: 'TIMESTAMPTZ',
};

// DuckDB keeps what it works on in a file, so that a large dataset does not have to fit into memory.
const OPTIONS = {
  memory_limit: '512MB',
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * Parquet, written by DuckDB: integers as INT64, numbers as DOUBLE, texts as UTF-8, instants as TIMESTAMP in UTC.
 * `workFolder` takes DuckDB's own files. DuckDB is loaded here and not before, since that takes a third of a second.
 * Throws `usage` where the platform has no DuckDB.
 */
export async function openParquetWriter(workFolder: string): Promise<TableWriter> {
  const duckDb = await loadDuckDb();
  const options = { ...OPTIONS, temp_directory: join(workFolder, 'spill') };
  const instance = await duckDb.DuckDBInstance.create(join(workFolder, 'rows.duckdb'), options);
  const connection = await instance.connect();
  return {
    write: (file, columns, rows) => writeFile(duckDb, connection, file, { columns, rows }),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loadDuckDb(): Promise<DuckDb> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    const message = `Parquet cannot be written here: DuckDB is not installed for ${process.platform}-${process.arch}.`;
    throw new PipelineError('usage', message, {
      hint: 'Write CSV with --format csv, or run `npm ci` again without leaving out optional packages.',
      cause: error,
    });
  }
}

async function writeFile(
  duckDb: DuckDb,
  connection: DuckDbModule.DuckDBConnection,
  file: string,
  table: { readonly columns: readonly ExportColumn[]; readonly rows: Iterable<ExportRow> },
): Promise<number> {
  const fields = table.columns.map(({ name, type }) => `"${name}" ${DUCKDB_TYPES[type]}`);
  await connection.run(`CREATE TABLE export_rows (${fields.join(', ')})`);
  const appender = await connection.createAppender('export_rows');
  const append = table.columns.map(({ type }) => appenderOf(duckDb, appender, type));
  let written = 0;
  for (const row of table.rows) {
    for (const [index, value] of row.entries()) {
      if (value === null) appender.appendNull();
      else append[index]?.(value);
    }
    appender.endRow();
    written += 1;
  }
  appender.closeSync();
  const path = file.replaceAll("'", "''");
  await connection.run(`COPY export_rows TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
  await connection.run('DROP TABLE export_rows');
  return written;
}

/** How a value of a column is handed over. A value of another type than its column is a mistake in the view. */
function appenderOf(
  duckDb: DuckDb,
  appender: DuckDbModule.DuckDBAppender,
  type: ExportColumn['type'],
): (value: SqlValue) => void {
  switch (type) {
    case 'integer':
      return (value) => appender.appendBigInt(BigInt(value as number));
    case 'number':
      return (value) => appender.appendDouble(requireNumber(value));
    case 'string':
      return (value) => appender.appendVarchar(String(value));
    case 'datetime':
      return (value) => {
        const micros = BigInt(Date.parse(String(value))) * 1000n;
        appender.appendTimestampTZ(new duckDb.DuckDBTimestampTZValue(micros));
      };
  }
}

function requireNumber(value: SqlValue): number {
  if (typeof value !== 'number') throw new TypeError(`'${String(value)}' stands in a column of numbers`);
  return value;
}
