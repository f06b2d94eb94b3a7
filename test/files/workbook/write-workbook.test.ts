import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { checkWorkbookArchive } from '../../../src/files/workbook-archive.ts';
import type { Cell, Sheet } from '../../../src/files/workbook/sheet.ts';
import { readIdentifier, writeWorkbook } from '../../../src/files/workbook/write-workbook.ts';
import { readZipDirectory } from '../../../src/files/zip-directory.ts';
import { inflateRawSync } from 'node:zlib';

const PROPERTIES = {
  ...{ title: 'Plan & program', creator: 'Næringspuls', identifier: 'abc123' },
  createdAt: '2026-03-03T08:00:00.000Z',
};

function sheetOf(cells: readonly Cell[], changes: Partial<Sheet> = {}): Sheet {
  const columns = cells.map((_, index) => ({ heading: `Kolonne ${index + 1}`, width: 12, wraps: true }));
  return {
    ...{ name: 'Tall', columns, rows: [cells], frozenColumns: 0, printedColumns: columns.length, note: null },
    ...changes,
  };
}

/** The first row below the heading, as a reader of workbooks has it. */
async function readBack(...cells: readonly Cell[]) {
  const [, row] = await readSheet(new Blob([new Uint8Array(writeWorkbook([sheetOf(cells)], PROPERTIES))]), {
    trim: false,
  });
  return row;
}

function partOf(bytes: Buffer, name: string): string {
  const entry = readZipDirectory(bytes)?.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`there is no ${name}`);
  return (entry.method === 0 ? Buffer.from(entry.packed) : inflateRawSync(entry.packed)).toString('utf8');
}

describe('a cell of a workbook', () => {
  it('is a number where it is one, whole however few decimals are shown', async () => {
    expect(await readBack({ number: 0.3315779208, decimals: 1 }, { number: -2616, decimals: 0 })).toEqual([
      0.3315779208, -2616,
    ]);
  });

  it('is a day or a minute where it is one', async () => {
    expect(await readBack({ day: '2026-02-26' }, { minute: '2026-02-26 08:15' })).toEqual([
      new Date('2026-02-26T00:00:00Z'),
      new Date('2026-02-26T08:15:00Z'),
    ]);
  });

  it.each(['07984', '0301', '3301', '2025', '1E5', '12.1'])('keeps the code %s as it is', async (code) => {
    expect(await readBack({ code })).toEqual([code]);
  });

  it.each(['=1+1', '+47 32 04 60 00', '-cmd', '@SUM(A1)', '=HYPERLINK("http://x","y")'])(
    'has %s as a text, also when somebody edits it',
    async (text) => {
      expect(await readBack({ text })).toEqual([text]);
      const bytes = writeWorkbook([sheetOf([{ text }])], PROPERTIES);
      const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
      expect(sheet).not.toContain('<f');
      const style = Number(/<c r="A2" s="(\d+)"/.exec(sheet)?.[1]);
      const formats =
        partOf(bytes, 'xl/styles.xml')
          .split('<cellXfs')[1]
          ?.match(/<xf .*?<\/xf>/g) ?? [];
      expect(formats[style]).toContain('quotePrefix="1"');
    },
  );

  it.each([
    ['marks of XML', 'a < b & "c" > d'],
    ['letters of Norway and pictures', 'Sørbyen æøå 🏭'],
    ['several lines, and space at both ends', '  en\nto  '],
    ['what looks like the number of a character', 'x_x000D_y'],
  ])('keeps a text with %s', async (_, text) => {
    const row = await readBack({ text });
    // This reader does not know the escape, which spreadsheets do.
    expect(String(row?.[0]).replaceAll('_x005F_', '_')).toBe(text);
  });

  it('leaves out what XML cannot write, and is never longer than a cell may be', async () => {
    expect(await readBack({ text: 'a\u0000b\u001Bc\uD800d' })).toEqual(['abcd']);
    expect(String((await readBack({ text: 'x'.repeat(40_000) }))?.[0])).toHaveLength(32_767);
  });

  it('leads to the web where a link does, and nowhere else', () => {
    const cells = [
      { text: 'SSB', link: 'https://www.ssb.no/statbank/table/07984?a=1&b=2' },
      { text: 'fil', link: 'file:///etc/passwd' },
      { text: 'kode', link: 'javascript:alert(1)' },
    ];
    const bytes = writeWorkbook([sheetOf(cells)], PROPERTIES);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml').match(/<hyperlink [^>]*>/g)).toEqual([
      '<hyperlink ref="A2" r:id="link1"/>',
    ]);
    const links = partOf(bytes, 'xl/worksheets/_rels/sheet1.xml.rels');
    expect(links.match(/Target="[^"]*"/g)).toEqual(['Target="https://www.ssb.no/statbank/table/07984?a=1&amp;b=2"']);
  });

  it.each([
    [0, '#,##0'],
    [1, '#,##0.0'],
    [4, '#,##0.0000'],
  ])('with %d decimals is shown as %s', (decimals, format) => {
    const bytes = writeWorkbook([sheetOf([{ number: 1.5, decimals }])], PROPERTIES);
    const style = Number(/<c r="A2" s="(\d+)"/.exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[1]);
    const styles = partOf(bytes, 'xl/styles.xml');
    const xf = (styles.split('<cellXfs')[1]?.match(/<xf .*?<\/xf>/g) ?? [])[style] ?? '';
    const id = /numFmtId="(\d+)"/.exec(xf)?.[1] ?? '';
    expect(styles).toContain(`<numFmt numFmtId="${id}" formatCode="${format}"/>`);
  });
});

describe('a workbook', () => {
  it('is a sound archive of well-formed parts, by the checks of the files that are handed in', () => {
    const bytes = writeWorkbook([sheetOf([{ text: 'a' }]), sheetOf([null], { name: 'Øvrig' })], PROPERTIES);
    const refuse = { texts: { shape: {}, remedy: {} } } as unknown as Parameters<typeof checkWorkbookArchive>[1];
    expect(() => checkWorkbookArchive(bytes, refuse)).not.toThrow();
  });

  it('is the same file for the same content, and tells from its first bytes what it holds', () => {
    const sheets = [sheetOf([{ number: 1, decimals: 0 }])];
    const bytes = writeWorkbook(sheets, PROPERTIES);
    expect(writeWorkbook(sheets, PROPERTIES).equals(bytes)).toBe(true);
    expect(readIdentifier(bytes.toString('utf8', 0, 4096))).toBe('abc123');
    expect(readIdentifier('PK')).toBeNull();
  });

  it('has a heading that stays in sight and on paper, filters, and what is said of rows left out below the others', () => {
    const note = 'Her står de 1 første radene.';
    const bytes = writeWorkbook([sheetOf([{ code: '1' }, null], { frozenColumns: 1, note })], PROPERTIES);
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
    expect(sheet).toMatch(/<row r="4"><c r="A4" s="\d+" t="s">/);
    const workbook = partOf(bytes, 'xl/workbook.xml');
    expect(workbook).toContain("'Tall'!$1:$1");
    expect(workbook).toContain("'Tall'!$A$1:$B$2");
  });

  it('names the columns beyond the alphabet', () => {
    const cells = Array.from({ length: 28 }, (): Cell => ({ code: '1' }));
    const sheet = partOf(writeWorkbook([sheetOf(cells)], PROPERTIES), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="Z2"');
    expect(sheet).toContain('<c r="AB2"');
  });
});
