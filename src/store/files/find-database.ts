import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { byNearness } from '../../platform/nearest-word.ts';
import { APPLICATION_ID } from '../application-id.ts';

/** Where the header of a SQLite file has the number of its program. */
const APPLICATION_ID_AT = 68;
const HEADER_BYTES = 100;
/** Copies that the program itself leaves beside a database: before it changes it, for analysts, of a day. */
const COPY = /\.before-[^/]*\.sqlite$|-analyst\.sqlite$|^naeringspuls-\d{4}-\d{2}-\d{2}\.sqlite$/;

/**
 * The database of this program that a path without one was most likely meant for: in its folder, or in the folder that
 * the path is, or where its folder is missing too, by the same name in one beside. `null` where there is none. Copies made by
 * the program are passed over, and so is a database at the path itself.
 */
export function nearestDatabase(path: string): string | null {
  const [folder, name] = [dirname(path), basename(path)];
  const own = isFolder(path) ? databasesIn(path, path) : [];
  const beside = own.length > 0 ? own : databasesIn(folder, path);
  const found = beside.length > 0 || isFolder(folder) ? beside : byNameBeside(folder, name);
  return byNearness(path, found)[0] ?? null;
}

function databasesIn(folder: string, except: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => !name.startsWith('.') && !COPY.test(name))
    .map((name) => join(folder, name))
    .filter((file) => file !== except && isDatabase(file));
}

function byNameBeside(folder: string, name: string): readonly string[] {
  return namesIn(dirname(folder))
    .map((other) => join(dirname(folder), other, name))
    .filter(isDatabase);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** By its header alone. Never asked of a database this process has open: closing a file gives up its locks. */
function isDatabase(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false;
    return readHeader(file).readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
  } catch {
    return false;
  }
}

/** The first bytes of a SQLite file; zeros where it is shorter. Throws what the system says. */
export function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}

/** Is there a folder at a path? False too where a file stands in the way. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
