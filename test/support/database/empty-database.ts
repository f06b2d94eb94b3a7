import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from '../../../src/store/open-database.ts';
import type { Store } from '../../../src/store/store.ts';
import { ROOT } from '../cli.ts';

const migrationsFolder = join(ROOT, 'drizzle');

/** A database as the program makes it where there is none: every migration, the views and the dictionary. */
let empty: Buffer | null = null;

/**
 * Opens the database of a test for writing. One that is not there begins as a copy of an empty one, which is made once for
 * the tests of a process: to apply every migration anew takes several times as long as all else that opening does.
 */
export function openForTest(file: string): Store {
  if (!existsSync(file) && existsSync(dirname(file))) writeFileSync(file, (empty ??= makeEmpty()));
  return openDatabase(file, { migrationsFolder });
}

function makeEmpty(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-empty-'));
  try {
    const file = join(folder, 'empty.sqlite');
    openDatabase(file, { migrationsFolder }).close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
