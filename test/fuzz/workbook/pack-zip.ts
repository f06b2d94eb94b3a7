import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/files/crc32.ts';

/** A part of an archive, with the lies its two headers may tell. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  /** 8 when left out: deflated. */
  readonly method?: number;
  readonly sizeSaid?: number;
  readonly flags?: number;
}

const UTF8_NAMES = 0x0800;

/** Packs parts as a zip archive (PKWARE APPNOTE 4.3), without any of the checks a packer should make. */
export function packZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method = 8, sizeSaid = content.length, flags = UTF8_NAMES } of parts) {
    const named = Buffer.from(name);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(sizeSaid, 18);
    common.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, named, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, named]));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
