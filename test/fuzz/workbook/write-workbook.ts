import type { ZipPart } from './pack-zip.ts';

/** A cell as a workbook stores it. */
export type SheetCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'shared' | 'inline' | 'error' | 'boolean' | 'date'; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string; readonly formula: string; readonly isText: boolean };

export const SHEET_PART = 'xl/worksheets/sheet1.xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet, as Excel lays them out. */
export function writeWorkbook(sheetName: string, rows: readonly (readonly SheetCell[])[]): readonly ZipPart[] {
  const strings: string[] = [];
  const sheet = rows.map((row, index) => {
    return `<row r="${index + 1}">${row.map((cell, column) => writeCell(cell, index, column, strings)).join('')}</row>`;
  });
  const shared = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    [SHEET_PART]: `<worksheet xmlns="${MAIN}"><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
  };
  return Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(`${DECLARATION}${text}`) }));
}

function writeCell(cell: SheetCell, row: number, column: number, strings: string[]): string {
  const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return `<c ${at}><v>${cell.text}</v></c>`;
    case 'shared':
      return `<c ${at} t="s"><v>${strings.push(cell.text) - 1}</v></c>`;
    case 'inline':
      return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
    case 'error':
      return `<c ${at} t="e"><v>${escaped(cell.text)}</v></c>`;
    case 'boolean':
      return `<c ${at} t="b"><v>${escaped(cell.text)}</v></c>`;
    case 'date':
      return `<c ${at} t="d"><v>${escaped(cell.text)}</v></c>`;
    case 'formula': {
      const value = `<f>${escaped(cell.formula)}</f><v>${escaped(cell.text)}</v>`;
      return `<c ${at}${cell.isText ? ' t="str"' : ''}>${value}</c>`;
    }
  }
}

function relationships(...entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  const listed = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return storable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The text without what XML cannot hold: that is left out, as any writer does. */
export function storable(text: string): string {
  return Buffer.from(text)
    .toString('utf8')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
