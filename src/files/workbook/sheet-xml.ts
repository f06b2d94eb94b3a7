import { shortened } from '../../words/shorten.ts';
import type { Cell, Sheet, SheetColumn } from './sheet.ts';
import { HEADING, isAddress, NOTE, styleOf } from './styles.ts';
import { xmlText } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Days from the day that spreadsheets count from to the first of 1970. */
const EPOCH = 25_569;
const DAY_MS = 86_400_000;
/** A cell holds no more. */
const MOST_CHARACTERS = 32_767;
/** A sheet has no more links; the cells beyond have their text. */
const MOST_LINKS = 65_000;

/** In points. */
const LINE_HEIGHT = 15;
const MOST_HEIGHT = 405;

export interface SheetParts {
  readonly sheet: string;
  /** Where its links lead; `null` for a sheet without any. */
  readonly relations: string | null;
}

/** A sheet as XML. `shared` gives the place of a text in the list that all sheets share. */
export function sheetXml(sheet: Sheet, isFirst: boolean, shared: (text: string) => number): SheetParts {
  const { columns, rows, note, frozenColumns } = sheet;
  const links: { readonly at: string; readonly address: string }[] = [];
  const letters = columns.map((_, index) => columnName(index));
  const text = (at: string, style: number, value: string) =>
    `<c r="${at}" s="${style}" t="s"><v>${shared(shortened(value, MOST_CHARACTERS))}</v></c>`;
  const cellXml = (cell: Cell, at: string, wraps: boolean): string => {
    if (cell === null) return '';
    const style = styleOf(cell, wraps);
    if ('text' in cell) {
      if (isAddress(cell.link) && links.length < MOST_LINKS) links.push({ at, address: cell.link });
      return text(at, style, cell.text);
    }
    return 'code' in cell ? text(at, style, cell.code) : `<c r="${at}" s="${style}"><v>${numberOf(cell)}</v></c>`;
  };
  const heading = columns.map((column, index) => text(`${letters[index]}1`, HEADING, column.heading)).join('');
  const lines = rows.map((row, index) => {
    const at = index + 2;
    const cells = row.map((cell, column) => cellXml(cell, `${letters[column]}${at}`, columns[column]?.wraps === true));
    return `<row r="${at}"${heightOf(row, columns)}>${cells.join('')}</row>`;
  });
  const noteAt = rows.length + 3;
  const below = note === null ? '' : `<row r="${noteAt}">${text(`A${noteAt}`, NOTE, note)}</row>`;
  const all = `A1:${letters.at(-1) ?? 'A'}${rows.length + 1}`;
  return {
    sheet: [
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      frozen(frozenColumns, isFirst),
      `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${columns.map(columnXml).join('')}</cols>`,
      `<sheetData><row r="1" ht="32" customHeight="1">${heading}</row>${lines.join('')}${below}</sheetData>`,
      `<autoFilter ref="${all}"/>`,
      links.length === 0 ? '' : `<hyperlinks>${links.map(linkXml).join('')}</hyperlinks>`,
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      // A code that looks like a number is meant to be text.
      `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
    ].join(''),
    relations: links.length === 0 ? null : relationsXml(links.map(({ address }) => address)),
  };
}

function frozen(columns: number, isFirst: boolean): string {
  const split = columns === 0 ? '' : ` xSplit="${columns}"`;
  const pane = columns === 0 ? 'bottomLeft' : 'bottomRight';
  const corner = `<pane${split} ySplit="1" topLeftCell="${columnName(columns)}2" activePane="${pane}" state="frozen"/>`;
  const selection = `<selection pane="${pane}" activeCell="${columnName(columns)}2" sqref="${columnName(columns)}2"/>`;
  return `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${corner}${selection}</sheetView></sheetViews>`;
}

function columnXml({ width }: SheetColumn, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

function linkXml({ at }: { readonly at: string }, index: number): string {
  return `<hyperlink ref="${at}" r:id="link${index + 1}"/>`;
}

function relationsXml(addresses: readonly string[]): string {
  const type = `${RELATIONS}/hyperlink`;
  const all = addresses.map((address, index) => {
    const target = `Target="${xmlText(address)}" TargetMode="External"`;
    return `<Relationship Id="link${index + 1}" Type="${type}" ${target}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONS}">${all.join('')}</Relationships>`;
}

/** Days are numbers to a spreadsheet, and a time is a part of a day. */
function numberOf(cell: { readonly number: number } | { readonly day: string } | { readonly minute: string }): number {
  if ('number' in cell) return cell.number;
  const at = 'day' in cell ? `${cell.day}T00:00:00Z` : `${cell.minute.replace(' ', 'T')}:00Z`;
  return Date.parse(at) / DAY_MS + EPOCH;
}

/** Readers but Excel itself do not make room for a text of several lines: it is said how high the row is. */
function heightOf(row: readonly Cell[], columns: readonly SheetColumn[]): string {
  const lines = row.map((cell, index) => {
    const column = columns[index];
    if (cell === null || !('text' in cell) || column?.wraps !== true) return 1;
    // Words are not cut, so that a line is seldom full.
    return cell.text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / (column.width - 2) || 1), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? '' : ` ht="${Math.min(most * LINE_HEIGHT, MOST_HEIGHT)}" customHeight="1"`;
}

/** `A`, `Z`, `AA`: the name of a column by its place, from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
