import { foreignFormat } from './file-format.ts';
import type { Refuser } from './refusal.ts';

/** The text of a CSV file and what stands between its columns. */
export interface CsvText {
  /** Every line end as `\n`; a line that names the separator is blank, so that line numbers are those of the file. */
  readonly text: string;
  readonly separator: Separator;
}
export type Separator = ';' | ',' | '\t';

/** Control characters that no text has: bytes that Windows-1252 gives no meaning, and other binary content. */
const UNPRINTABLE = /(?![\t\n\v\f])\p{Cc}|\ufffd/u;

/**
 * Decodes a CSV file: UTF-8 and UTF-16 with or without byte order mark, and Windows-1252, as spreadsheets write it. A
 * first line `sep=;` names the separator; else it is the semicolon, the tab or the comma that the first line has.
 * Throws `file-refused` for anything else.
 */
export function decodeCsv(bytes: Uint8Array, refuse: Refuser): CsvText {
  const { shape, remedy } = refuse.texts;
  if (bytes.length === 0) throw refuse.file(shape.empty, remedy.saveCsv);
  refuseForeign(bytes, refuse);
  const text = decode(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  if (text.includes('\0')) throw refuse.file(shape.notText, remedy.saveCsv);
  const odd = text.split('\n').findIndex((line) => UNPRINTABLE.test(line));
  if (odd !== -1) throw refuse.file(shape.unknownEncoding(odd + 1), remedy.saveCsv);
  const named = /^\s*"?sep=(;|,|\t)"?[;,\t]*(?=\n|$)/i.exec(text);
  const content = named === null ? text : text.slice(named[0].length);
  if (content.trim() === '') throw refuse.file(shape.empty, remedy.saveCsv);
  const skipped = '\n'.repeat((named?.[0] ?? '').split('\n').length - 1);
  return {
    text: `${skipped}${content}`,
    separator: (named?.[1] as Separator | undefined) ?? separatorOf(content, refuse),
  };
}

function refuseForeign(bytes: Uint8Array, refuse: Refuser): void {
  const { shape, remedy } = refuse.texts;
  switch (foreignFormat(bytes)) {
    case 'web-page':
      throw refuse.file(shape.webPage, remedy.fetchAgain);
    case 'pdf':
      throw refuse.file(shape.pdf, remedy.saveCsv);
    case 'xml':
      throw refuse.file(shape.xml, remedy.saveCsv);
    case 'old-xls':
    case 'zip':
      throw refuse.file(shape.workbookNotCsv, remedy.saveCsv);
    case null:
  }
}

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** By its byte order mark, or by the empty half of nearly every character that Norwegian text has in it. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0) return null;
  const zerosAt = (half: number) => bytes.filter((byte, index) => index % 2 === half && byte === 0).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  const nearlyAll = 0.45 * bytes.length;
  if (odd >= nearlyAll && even === 0) return 'utf-16le';
  return even >= nearlyAll && odd === 0 ? 'utf-16be' : null;
}

function separatorOf(text: string, refuse: Refuser): Separator {
  const { shape, remedy } = refuse.texts;
  const header = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const found = ([';', '\t', ','] as const).find((separator) => header.includes(separator));
  if (found !== undefined) return found;
  const wrong = header.includes('|') ? shape.bars : shape.oneColumn(header.trim().slice(0, 80));
  throw refuse.file(`${wrong} ${shape.separators}`, remedy.semicolons);
}
