import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import { foreignFormat } from './file-format.ts';
import type { Refuser } from './refusal.ts';
import { extentProblem } from './sheet-extent.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

const MEGABYTE = 1024 * 1024;
const MAX_FILE_MEGABYTES = 50;
const MAX_UNPACKED_MEGABYTES = 400;
/** XML of a sheet packs to a tenth or a twentieth of its size; what packs to so little was made to be unpacked. */
const MAX_PACKING = 200;

/**
 * Refuses anything but a sound XLSX workbook, before the reader sees it: another format, an encrypted, damaged or
 * truncated file, and one that would fill the memory when it is unpacked, or when every row is filled to the last
 * column. The reader itself checks neither size nor checksum, and a damaged sheet may read as other figures; so every
 * XML part is unpacked here once.
 */
export function checkWorkbookArchive(bytes: Uint8Array, refuse: Refuser): void {
  const { shape, remedy } = refuse.texts;
  refuseForeignFormat(bytes, refuse);
  const entries = readZipDirectory(bytes);
  if (entries === null) throw refuse.file(shape.cutShort, remedy.fetchAgain);
  if (entries.some(({ encrypted }) => encrypted)) throw refuse.file(shape.encrypted, remedy.noPassword);
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw refuse.file(shape.noWorkbook, remedy.saveXlsx);
  refuseTooLarge(entries, refuse);
  for (const entry of entries) {
    if (/\.(xml|rels)$/.test(entry.name)) refuseUnsound(entry, refuse);
  }
}

function refuseForeignFormat(bytes: Uint8Array, refuse: Refuser): void {
  const { shape, remedy } = refuse.texts;
  if (bytes.length === 0) throw refuse.file(shape.empty, remedy.fetchAgain);
  if (bytes.length > MAX_FILE_MEGABYTES * MEGABYTE) {
    throw refuse.file(shape.tooLarge(Math.ceil(bytes.length / MEGABYTE), MAX_FILE_MEGABYTES), remedy.smaller);
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (foreignFormat(bytes)) {
    case 'zip':
      return;
    case 'old-xls':
      // Excel puts an encrypted workbook into the same container as the old format, under this stream name.
      if (file.includes('EncryptedPackage', 0, 'utf16le')) throw refuse.file(shape.encrypted, remedy.noPassword);
      throw refuse.file(shape.oldXls, remedy.saveXlsx);
    case 'web-page':
      throw refuse.file(shape.webPage, remedy.fetchAgain);
    case 'pdf':
      throw refuse.file(shape.pdf, remedy.fetchAgain);
    case 'xml':
      throw refuse.file(shape.xml, remedy.saveXlsx);
    case null:
      throw refuse.file(shape.notXlsx, remedy.saveXlsx);
  }
}

function refuseTooLarge(entries: readonly ZipEntry[], refuse: Refuser): void {
  const { shape, remedy } = refuse.texts;
  const megabytes = Math.ceil(entries.reduce((sum, { size }) => sum + size, 0) / MEGABYTE);
  if (megabytes > MAX_UNPACKED_MEGABYTES) {
    throw refuse.file(shape.unpacksTooLarge(megabytes, MAX_UNPACKED_MEGABYTES), remedy.smaller);
  }
  const bomb = entries.find(({ size, packed }) => size > MEGABYTE && size > MAX_PACKING * packed.length);
  if (bomb !== undefined) throw refuse.file(shape.bomb(bomb.name, MAX_PACKING), remedy.fetchAgain);
}

function refuseUnsound(entry: ZipEntry, refuse: Refuser): void {
  const { shape, remedy } = refuse.texts;
  const unpacked = unpack(entry);
  if (unpacked?.length !== entry.size || crc32(unpacked) !== entry.crc32) {
    throw refuse.file(shape.damagedPart(entry.name), remedy.fetchAgain);
  }
  const problem = extentProblem(unpacked, shape);
  if (problem !== null) throw refuse.file(shape.unreadablePart(entry.name, problem), remedy.copyToNew);
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
