import type { Cell } from './sheet.ts';

/** The builtin formats that every reader shows in the way of its own country: a day, and a day with a time. */
const DAY_FORMAT = 14;
const MINUTE_FORMAT = 22;
const TEXT_FORMAT = 49;
const FIRST_OWN_FORMAT = 164;

/** More decimals than these are not shown. */
const MOST_DECIMALS = 10;
const PLACES = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => decimals);

/** What a text begins with that a spreadsheet would take for a formula when somebody edits the cell. */
const FORMULA = /^[=+\-@\t\r]/;

/** Places in the list of cell formats. */
export const HEADING = 1;
const [TEXT, WRAPPED, LINK, CODE, GUARDED, DAY, MINUTE, PLAIN, FIRST_NUMBER] = [2, 3, 4, 5, 6, 7, 8, 9, 10];
/** For what is said below the rows. */
export const NOTE = FIRST_NUMBER + PLACES.length;

/** The place of a cell's format in the list of `stylesXml`. */
export function styleOf(cell: Exclude<Cell, null>, wraps: boolean): number {
  if ('number' in cell) return cell.plain ? PLAIN : FIRST_NUMBER + Math.min(cell.decimals, MOST_DECIMALS);
  if ('day' in cell) return DAY;
  if ('minute' in cell) return MINUTE;
  if ('code' in cell) return FORMULA.test(cell.code) ? GUARDED : CODE;
  if (FORMULA.test(cell.text)) return GUARDED;
  if (isAddress(cell.link)) return LINK;
  return wraps ? WRAPPED : TEXT;
}

/** Only an address of the web becomes a link. */
export function isAddress(link: string | null | undefined): link is string {
  return link !== null && link !== undefined && /^https?:\/\/[^\s]+$/.test(link);
}

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const formats = PLACES.map((decimals) => {
    const code = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
    return `<numFmt numFmtId="${FIRST_OWN_FORMAT + decimals}" formatCode="${code}"/>`;
  });
  const top = '<alignment vertical="top"/>';
  // A text stands off the number before it.
  const text = '<alignment horizontal="left" vertical="top" indent="1"/>';
  const wrapped = '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>';
  const all = [
    cellFormat(0, {}, ''),
    cellFormat(0, { font: 1, fill: 2, border: 1 }, '<alignment horizontal="center" vertical="center" wrapText="1"/>'),
    cellFormat(0, {}, text),
    cellFormat(0, {}, wrapped),
    cellFormat(0, { font: 2 }, wrapped),
    cellFormat(TEXT_FORMAT, {}, text),
    cellFormat(TEXT_FORMAT, {}, wrapped, ' quotePrefix="1"'),
    cellFormat(DAY_FORMAT, {}, text),
    cellFormat(MINUTE_FORMAT, {}, text),
    cellFormat(1, {}, top),
    ...PLACES.map((decimals) => cellFormat(FIRST_OWN_FORMAT + decimals, {}, top)),
    cellFormat(0, { font: 3 }, top),
  ];
  const font = (inside: string) => `<font>${inside}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`,
    `<fonts count="4">${font('')}${font('<b/>')}`,
    `<font><u/><sz val="11"/><color rgb="FF0B4F9E"/><name val="Calibri"/><family val="2"/></font>${font('<i/>')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF2"/></patternFill></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF5B6B7A"/></bottom><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${all.length}">${all.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}

interface Look {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
}

function cellFormat(format: number, { font = 0, fill = 0, border = 0 }: Look, alignment: string, more = ''): string {
  const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf ${ids} ${applied}${more}>${alignment}</xf>`;
}
