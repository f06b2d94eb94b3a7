import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CsvLocale, openCsvWriter } from '../../../src/store/export/csv-writer.ts';
import type { ExportRow } from '../../../src/store/export/table-writer.ts';
import { temporaryFolder } from '../support/temporary-database.ts';

const COLUMNS = [
  { name: 'text', type: 'string' },
  { name: 'number', type: 'number' },
] as const;

async function write(rows: Iterable<ExportRow>, locale: CsvLocale | null = null): Promise<string> {
  const file = join(temporaryFolder(), 'rows.csv');
  await openCsvWriter(locale).write(file, COLUMNS, rows);
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

describe('CSV for the spreadsheets of Norway', () => {
  const norwegian = { separator: ';', decimalMark: ',' } as const;

  it('has semicolons, decimal commas, no marks between thousands, and a mark for UTF-8', async () => {
    const rows = [
      ['Sørbyen', 12.1],
      ['Elvebyen', -1234567.5],
      [null, 52006],
    ] as const;
    expect(await write(rows, norwegian)).toBe('\uFEFFtext;number\r\nSørbyen;12,1\r\nElvebyen;-1234567,5\r\n;52006\r\n');
  });

  it('leaves the zeros of codes and the days as they are', async () => {
    expect(
      await write(
        [
          ['07984', 1],
          ['2026-02-26', 2],
        ],
        norwegian,
      ),
    ).toContain('07984;1\r\n2026-02-26;2\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+47', "'+47"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-cmd', "'-cmd"],
    ['-', '-'],
    ['a;b', '"a;b"'],
    ['a,b', 'a,b'],
  ])('writes the text %s so that it stays a text', async (text, written) => {
    expect(await write([[text, null]], norwegian)).toBe(`\uFEFFtext;number\r\n${written};\r\n`);
  });

  it('has a mark once, however many rows there are', async () => {
    const rows = Array.from({ length: 2500 }, (_, index): ExportRow => ['a', index]);
    expect((await write(rows, norwegian)).match(/\uFEFF/g)).toHaveLength(1);
  });
});

describe('CSV for English spreadsheets', () => {
  it('has commas and points, and a mark for UTF-8', async () => {
    expect(await write([['a', 1.5]], { separator: ',', decimalMark: '.' })).toBe('\uFEFFtext,number\r\na,1.5\r\n');
  });
});
