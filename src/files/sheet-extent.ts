import type { FileTexts } from '../words/file/texts-en.ts';

/** How far a sheet reaches, empty rows and columns included. */
export interface SheetExtent {
  readonly rows: number;
  readonly columns: number;
}

/** What a spreadsheet program can hold. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** The reader fills every row to the last column of the sheet, so these take memory whether or not they hold anything. */
const MOST_PLACES = 20_000_000;

const TAG = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<]*)/g;
const PLACE = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** Why the extent of a sheet, or of any other XML part, is beyond what can be read; `null` when it is not. */
export function extentProblem(xml: Uint8Array, shape: FileTexts['shape']): string | null {
  const extent = { rows: 0, columns: 0 };
  let row = 0;
  let column = 0;
  for (const [, tag, attributes = ''] of latin1(xml).matchAll(TAG)) {
    const found = PLACE.exec(attributes);
    const place = /^([A-Z]*)(\d*)$/.exec(found?.[1] ?? found?.[2] ?? '');
    if (place === null) return shape.oddPlace;
    const [, letters = '', digits = ''] = place;
    if (tag === 'row') column = 0;
    else column = letters === '' ? column + 1 : columnNumber(letters);
    if (digits !== '') row = Number(digits);
    else if (tag === 'row') row += 1;
    extent.rows = Math.max(extent.rows, row);
    extent.columns = Math.max(extent.columns, column);
  }
  return isTooFar(extent) ? shape.tooFar(extent.rows, extent.columns) : null;
}

function isTooFar({ rows, columns }: SheetExtent): boolean {
  return rows > MOST_ROWS || columns > MOST_COLUMNS || rows * columns > MOST_PLACES;
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return Buffer.from(letters.slice(0, 8)).reduce((number, letter) => number * 26 + letter - 64, 0);
}

/** Names of tags and places are ASCII; one byte for each character keeps a large sheet small. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
