import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import { refusedFile } from './refusal.ts';
import { extentProblem } from './sheet-extent.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

const MEGABYTE = 1024 * 1024;
const MAX_FILE_MEGABYTES = 50;
const MAX_UNPACKED_MEGABYTES = 400;
/** XML of a sheet packs to a tenth or a twentieth of its size; what packs to so little was made to be unpacked. */
const MAX_PACKING = 200;

const SAVE_AS_XLSX =
  'Open it in Excel, save it as «Excel workbook (.xlsx)» and import that; the stored figures are untouched.';
const FETCH_AGAIN = 'Download it again from its publisher and import that; the stored figures are untouched.';

/**
 * Refuses whatever is no sound XLSX workbook, before the reader sees it: another format, an encrypted, damaged or
 * truncated file, and one that would fill the memory when it is unpacked, or when every row is filled to the last column.
 * The reader itself checks neither size nor checksum, and a damaged sheet may read as other figures; so every XML part is
 * unpacked here once.
 */
export function checkWorkbookArchive(bytes: Uint8Array, fileName: string): void {
  refuseForeignFormat(bytes, fileName);
  const entries = readZipDirectory(bytes);
  if (entries === null) {
    throw refusedFile(fileName, 'it is damaged or cut short: its table of contents cannot be read.', FETCH_AGAIN);
  }
  if (entries.some(({ encrypted }) => encrypted)) throw encrypted(fileName);
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) {
    throw refusedFile(fileName, 'it is a zip archive, but no XLSX workbook: xl/workbook.xml is missing.', SAVE_AS_XLSX);
  }
  refuseTooLarge(entries, fileName);
  for (const entry of entries) {
    if (/\.(xml|rels)$/.test(entry.name)) refuseUnsound(entry, fileName);
  }
}

function refuseForeignFormat(bytes: Uint8Array, fileName: string): void {
  if (bytes.length === 0) throw refusedFile(fileName, 'it is empty.', FETCH_AGAIN);
  if (bytes.length > MAX_FILE_MEGABYTES * MEGABYTE) {
    const megabytes = Math.ceil(bytes.length / MEGABYTE);
    const sentence = `it is ${megabytes} MB, and at most ${MAX_FILE_MEGABYTES} MB is read.`;
    throw refusedFile(fileName, sentence, 'Delete the sheets that are not needed, save it and import it again.');
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.readUIntBE(0, Math.min(4, file.length)) === 0xd0cf11e0) {
    // Excel puts an encrypted workbook into the same container as the old format, under this stream name.
    if (file.includes('EncryptedPackage', 0, 'utf16le')) throw encrypted(fileName);
    throw refusedFile(fileName, 'it is in the old XLS format, and only XLSX is read.', SAVE_AS_XLSX);
  }
  if (file.toString('latin1', 0, 2) !== 'PK') {
    throw refusedFile(fileName, 'it is not an XLSX workbook: it does not begin as a zip archive does.', SAVE_AS_XLSX);
  }
}

function refuseTooLarge(entries: readonly ZipEntry[], fileName: string): void {
  const megabytes = Math.ceil(entries.reduce((sum, { size }) => sum + size, 0) / MEGABYTE);
  if (megabytes > MAX_UNPACKED_MEGABYTES) {
    const sentence = `it unpacks to ${megabytes} MB, and at most ${MAX_UNPACKED_MEGABYTES} MB is read.`;
    throw refusedFile(fileName, sentence, 'Delete the sheets that are not needed, save it and import it again.');
  }
  const bomb = entries.find(({ size, packed }) => size > MEGABYTE && size > MAX_PACKING * packed.length);
  if (bomb === undefined) return;
  const sentence = `its part ${bomb.name} would unpack to more than ${MAX_PACKING} times its size, as no workbook does.`;
  throw refusedFile(fileName, sentence, FETCH_AGAIN);
}

function refuseUnsound(entry: ZipEntry, fileName: string): void {
  const unpacked = unpack(entry);
  if (unpacked?.length !== entry.size || crc32(unpacked) !== entry.crc32) {
    throw refusedFile(fileName, `it is damaged: the part ${entry.name} does not match its checksum.`, FETCH_AGAIN);
  }
  const problem = extentProblem(unpacked);
  if (problem === null) return;
  const sentence = `its part ${entry.name} cannot be read: ${problem}.`;
  throw refusedFile(fileName, sentence, 'Copy what is filled in to a new workbook, save it and import that.');
}

/** The bytes of an entry, never more than it says it has; `null` when they cannot be unpacked. */
function unpack({ method, packed, size }: ZipEntry): Uint8Array | null {
  if (method === 0) return packed;
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}

function encrypted(fileName: string) {
  const sentence = 'it is encrypted with a password.';
  return refusedFile(fileName, sentence, 'Remove the password in Excel, save it and import it again.');
}
