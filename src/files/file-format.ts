/** What a file is, by its first bytes, when it is none of what is read. */
export type ForeignFormat = 'web-page' | 'pdf' | 'xml' | 'old-xls' | 'zip';

/** Enough for the comment or declaration that may stand before the first element of a page. */
const LOOKED_AT = 2048;

/** Recognises a web page, a PDF, other XML, the old container of Excel and a zip archive; `null` for anything else. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_AT));
  if (start.toString('hex', 0, 4) === 'd0cf11e0') return 'old-xls';
  const latin1 = start.toString('latin1');
  if (latin1.startsWith('PK')) return 'zip';
  const text = latin1
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (text.startsWith('%PDF')) return 'pdf';
  if (/^<(?:!doctype\s+html|!--|html|head|body|table|div|meta|script)/i.test(text)) return 'web-page';
  if (/^<\?xml/i.test(text)) return /<html[\s>]/i.test(text) ? 'web-page' : 'xml';
  return null;
}
