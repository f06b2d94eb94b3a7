import { refusedFile } from './refusal.ts';

const SAVE_AS_CSV =
  'Save it as «CSV UTF-8 (semicolon delimited)» and import it again; the stored figures are untouched.';

/** The text of a CSV file: UTF-8 with or without byte order mark, every line end as `\n`. Anything else is refused. */
export function decodeCsv(bytes: Uint8Array, fileName: string): string {
  if (bytes.length === 0) throw refusedFile(fileName, 'it is empty.', SAVE_AS_CSV);
  if (isWorkbook(bytes)) throw refusedFile(fileName, 'it is a workbook (or a zip archive), not CSV.', SAVE_AS_CSV);
  if (isUtf16(bytes)) throw refusedFile(fileName, 'it is written in UTF-16, and only UTF-8 is read.', SAVE_AS_CSV);
  const text = decodeUtf8(bytes, fileName).replace(/\r\n?/g, '\n');
  if (text.includes('\0')) throw refusedFile(fileName, 'it is not text: it holds NUL characters.', SAVE_AS_CSV);
  if (text.trim() === '') throw refusedFile(fileName, 'it is empty.', SAVE_AS_CSV);
  return text;
}

/** The separator the first line uses: semicolon or comma. Tabs, vertical bars and a single column are refused by name. */
export function separatorOf(text: string, fileName: string): ';' | ',' {
  const header = text.split('\n').find((line) => line.trim() !== '') ?? '';
  if (header.includes(';')) return ';';
  if (header.includes(',')) return ',';
  throw refusedFile(
    fileName,
    `${wrongSeparator(header)} The columns must be separated by semicolons or commas.`,
    'Save it with semicolons between the columns and import it again; the stored figures are untouched.',
  );
}

function wrongSeparator(header: string): string {
  if (header.includes('\t')) return 'its first line is separated by tabs.';
  if (header.includes('|')) return 'its first line is separated by vertical bars («|»).';
  return `its first line, «${header.trim().slice(0, 80)}», is one column only.`;
}

function decodeUtf8(bytes: Uint8Array, fileName: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const line = lineOfFirstFault(bytes);
    const sentence = `it is not UTF-8 (first on line ${line}); it looks like Latin-1 or Windows-1252, where æ, ø and å are written differently.`;
    throw refusedFile(fileName, sentence, SAVE_AS_CSV, error);
  }
}

/** No byte of a multi-byte UTF-8 character is a line feed, so a line that decodes by itself is sound. */
function lineOfFirstFault(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const lineFeed = bytes.indexOf(0x0a, start);
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
