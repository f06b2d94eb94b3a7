import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCsvWriter } from '../../../src/store/export/csv-writer.ts';
import type { ExportRow } from '../../../src/store/export/table-writer.ts';
import { temporaryFolder } from '../support/temporary-database.ts';

const COLUMNS = [
  { name: 'text', type: 'string' },
  { name: 'number', type: 'number' },
] as const;

async function write(rows: Iterable<ExportRow>): Promise<string> {
  const file = join(temporaryFolder(), 'rows.csv');
  await openCsvWriter().write(file, COLUMNS, rows);
  return readFileSync(file, 'utf8');
}

describe('CSV', () => {
  it('has a heading, commas and lines that end in CRLF', async () => {
    expect(await write([['a', 1]])).toBe('text,number\r\na,1\r\n');
  });

  it('has the heading alone when there is no row', async () => {
    expect(await write([])).toBe('text,number\r\n');
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'a "b"', '"a ""b"""'],
    ['a line feed', 'a\nb', '"a\nb"'],
    ['a carriage return', 'a\rb', '"a\rb"'],
    ['both', 'a\r\nb', '"a\r\nb"'],
  ])('puts a text with %s between quotation marks', async (_, text, written) => {
    expect(await write([[text, null]])).toBe(`text,number\r\n${written},\r\n`);
  });

  it('tells no text from an empty text', async () => {
    expect(
      await write([
        [null, 1],
        ['', 1],
      ]),
    ).toBe('text,number\r\n,1\r\n"",1\r\n');
  });

  it('writes numbers so that they can be read back exactly', async () => {
    const numbers = [0.1 + 0.2, 1e-7, 1.7976931348623157e308, -3.5];
    const read = (await write(numbers.map((number) => ['a', number]))).trimEnd().split('\r\n').slice(1);
    expect(read.map((line) => Number(line.split(',')[1]))).toEqual(numbers);
  });

  it('keeps Norwegian letters, in UTF-8 without a mark of its own', async () => {
    expect(await write([['Sørbyen æå', null]])).toBe('text,number\r\nSørbyen æå,\r\n');
  });

  it('writes more rows than it holds at a time', async () => {
    const rows = Array.from({ length: 2500 }, (_, index): ExportRow => ['a', index]);
    expect((await write(rows)).split('\r\n').slice(1, -1)).toEqual(rows.map((row) => row.join(',')));
  });
});
