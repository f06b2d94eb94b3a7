import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const BYTES_PER_READ = 1 << 20;

/** Lets a finished file take the place of another in the same folder, at once, and so that a power cut keeps it. */
export function putInPlace(finished: string, target: string): void {
  sync(finished, 'r+');
  renameSync(finished, target);
  sync(dirname(target), 'r');
}

/** As `putInPlace`, of a text. */
export function writeInPlace(target: string, text: string): void {
  const draft = join(dirname(target), `.${basename(target)}.draft-${randomUUID()}`);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    putInPlace(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
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
