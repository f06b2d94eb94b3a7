import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The other processes that have a file open, by id, as far as this user may see them: on Linux, where `/proc` says so.
 * Empty elsewhere, and where there is no file.
 */
export function processesWithOpen(file: string): readonly number[] {
  const wanted = statOf(file);
  if (wanted === undefined) return [];
  const isIt = (path: string) => {
    const found = statOf(path);
    return found?.ino === wanted.ino && found.dev === wanted.dev;
  };
  return namesIn('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((id) => namesIn(`/proc/${id}/fd`).some((descriptor) => isIt(join('/proc', id, 'fd', descriptor))))
    .map(Number);
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
