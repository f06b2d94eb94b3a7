import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { openParquetWriter } from '../../../src/store/export/parquet-writer.ts';
import type { ExportColumn, ExportRow } from '../../../src/store/export/table-writer.ts';
import { temporaryFolder } from '../support/temporary-database.ts';

async function writeAndRead(columns: readonly ExportColumn[], rows: readonly ExportRow[], sql: string) {
  const folder = temporaryFolder();
  const file = join(folder, "it's.parquet");
  const writer = await openParquetWriter(folder);
  try {
    await writer.write(file, columns, rows);
  } finally {
    writer.close();
  }
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(sql.replace('FILE', `'${file.replaceAll("'", "''")}'`));
  connection.closeSync();
  instance.closeSync();
  return read.getRowsJson();
}

describe('Parquet', () => {
  it('has one type per kind of column, whether or not there are rows', async () => {
    const columns: readonly ExportColumn[] = [
      { name: 'whole', type: 'integer' },
      { name: 'number', type: 'number' },
      { name: 'text', type: 'string' },
      { name: 'instant', type: 'datetime' },
    ];
    const sql =
      "SELECT name, type, coalesce(logical_type, converted_type) FROM parquet_schema(FILE) WHERE name <> 'duckdb_schema'";
    expect(await writeAndRead(columns, [], sql)).toEqual([
      ['whole', 'INT64', 'INT_64'],
      ['number', 'DOUBLE', null],
      ['text', 'BYTE_ARRAY', 'UTF8'],
      ['instant', 'INT64', expect.stringContaining('isAdjustedToUTC=1') as string],
    ]);
  });

  it('keeps an instant to the millisecond, in UTC', async () => {
    const rows: readonly ExportRow[] = [['2026-07-01T21:59:59.123Z'], [null]];
    const sql = 'SELECT epoch_ms(instant) FROM FILE';
    const read = await writeAndRead([{ name: 'instant', type: 'datetime' }], rows, sql);
    expect(read).toEqual([[String(Date.UTC(2026, 6, 1, 21, 59, 59, 123))], [null]]);
  });

  it.each(['', ' ', 'null', '"quoted"', 'two\nlines', '2024-01-01', 'Sørbyen'])('keeps the text %j', async (text) => {
    expect(await writeAndRead([{ name: 'text', type: 'string' }], [[text], [null]], 'FROM FILE')).toEqual([
      [text],
      [null],
    ]);
  });

  it('keeps a double as it is, and a text that looks like a number as text', async () => {
    const columns: readonly ExportColumn[] = [
      { name: 'number', type: 'number' },
      { name: 'text', type: 'string' },
    ];
    expect(await writeAndRead(columns, [[0.1 + 0.2, '0301']], 'FROM FILE')).toEqual([[0.1 + 0.2, '0301']]);
  });

  it('refuses a value that is not of its column', async () => {
    const rows: readonly ExportRow[] = [['many']];
    await expect(writeAndRead([{ name: 'number', type: 'number' }], rows, 'FROM FILE')).rejects.toThrow(/many/);
  });

  it.each([1.5, 'many'])('refuses %j among whole numbers', async (value) => {
    await expect(writeAndRead([{ name: 'whole', type: 'integer' }], [[value]], 'FROM FILE')).rejects.toThrow(
      `'${value}' stands in whole, a column of whole numbers`,
    );
  });
});
