const LINE_FEED = 0x0a;

/** What is left of æ, ø and å in a text that was once read in another encoding than its own, and saved so. */
const LOST_LETTER = /\uFFFD|Ã[¦¸¥†˜…]/;

/**
 * Bytes as text; or where they stop being UTF-8 (line, from 1) and what they are most likely written in; or where letters
 * were lost before, and what stands in their place.
 */
export type DecodedText =
  | { readonly text: string }
  | { readonly line: number; readonly encoding: string }
  | { readonly line: number; readonly lost: string };

/**
 * Reads bytes as UTF-8, with or without a byte order mark, and garbles nothing: what is not UTF-8 is Windows-1252, which
 * older editors write, unless it is UTF-16 by its mark or its zeros. Text in UTF-8 has no zeros.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isMarked || bytes.includes(0)) return { line: 1, encoding: 'UTF-16' };
  const text = asUtf8(bytes);
  if (text === null) return { line: firstBadLine(bytes), encoding: 'Windows-1252 (also called ANSI)' };
  const lost = LOST_LETTER.exec(text);
  return lost === null ? { text } : { line: text.slice(0, lost.index).split('\n').length, lost: lost[0] };
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A character of UTF-8 never reaches over the end of a line. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found + 1;
    if (asUtf8(bytes.subarray(start, end)) === null) return line;
    start = end;
  }
  return line;
}
