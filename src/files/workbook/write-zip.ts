import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../crc32.ts';

export interface ZipPart {
  readonly name: string;
  readonly text: string;
  /** Not packed, so that it can be read in the file as it lies there. */
  readonly isPlain?: true;
}

/** The first of January 1980, the first day of an archive: the same content is the same file. */
const DATE = 0x21;
const VERSION = 20;
/** Names are in UTF-8. */
const FLAGS = 0x0800;

/** A quarter larger than with most effort, in a third of the time. */
const LEVEL = 3;

/** A zip archive of a few parts, in their order. */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, isPlain } of parts) {
    const bytes = Buffer.from(text, 'utf8');
    const packed = isPlain ? bytes : deflateRawSync(bytes, { level: LEVEL });
    const nameBytes = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(FLAGS, 2);
    common.writeUInt16LE(isPlain ? 0 : 8, 4);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    written.push(signature(0x04034b50), common, nameBytes, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(signature(0x02014b50), uint16(VERSION), common, rest, nameBytes);
    at += 4 + common.length + nameBytes.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...written, entries, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
