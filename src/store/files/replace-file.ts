import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRoot } from '../../platform/file-owner.ts';

const BYTES_PER_READ = 1 << 20;

/** Lets a finished file take the place of another in the same folder, at once, and so that a power cut keeps it. */
export function putInPlace(finished: string, target: string): void {
  sync(finished, 'r+');
  renameSync(finished, target);
  sync(dirname(target), 'r');
}

/** As `putInPlace`, of a text. `finish` sees to the file before it takes the place. */
export function writeInPlace(target: string, text: string, finish: (draft: string) => void = () => undefined): void {
  const draft = join(dirname(target), `.${basename(target)}.draft-${randomUUID()}`);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    finish(draft);
    putInPlace(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * As `writeInPlace`, of a file that people keep: it stays where a link points, and with its owner and mode; a new one has
 * those that its folder gives.
 */
export function rewriteInPlace(file: string, text: string): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  writeInPlace(target, text, (draft) => giveTo(draft, existsSync(target) ? target : dirname(target)));
}

/** Gives a file the owner and mode of another, or those that a folder gives, as far as this user may. */
export function giveTo(file: string, like: string): void {
  const { uid, gid, mode } = statSync(like);
  try {
    chownSync(file, uid, gid);
  } catch (error) {
    // Only the system's own user may give files away, and to groups it is not in.
    if (isRoot()) throw error;
  }
  chmodSync(file, mode & 0o666);
}

/** Hexadecimal SHA-256 of a file of any size. */
export function hashFile(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(BYTES_PER_READ);
  const descriptor = openSync(file, 'r');
  try {
    for (let read = 1; read > 0;) {
      read = readSync(descriptor, chunk, 0, chunk.length, null);
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
