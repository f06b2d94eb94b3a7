import type { Random } from './random.ts';

type Change = (bytes: Buffer, random: Random) => Buffer;

export const BYTE_CHANGES = {
  'cut short': (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  'lose a piece': (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.below(200))]);
  },
  'repeat a piece': (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const piece = bytes.subarray(at, at + random.below(200));
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
  'flip a byte': (bytes, random) => {
    if (bytes.length === 0) return bytes;
    const copy = Buffer.from(bytes);
    const at = random.below(copy.length);
    copy[at] = copy[at]! ^ (1 << random.below(8));
    return copy;
  },
  'put a byte in': (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const byte = Buffer.from([random.pick([0x00, 0x22, 0x2c, 0x3b, 0x0a, 0x5b, 0x7d, 0xff, 0xc0, 0xe6])]);
    return Buffer.concat([bytes.subarray(0, at), byte, bytes.subarray(at)]);
  },
  'begin with a mark of order': (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  'follow with more': (bytes, random) => Buffer.concat([bytes, Buffer.from(random.pick(['\n', '{}', 'x', '\0']))]),
  'write in Latin-1': (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
} as const satisfies Readonly<Record<string, Change>>;

export type ByteChangeName = keyof typeof BYTE_CHANGES;
export const BYTE_CHANGE_NAMES = Object.keys(BYTE_CHANGES) as ByteChangeName[];
