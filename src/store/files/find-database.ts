import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { byNearness } from '../../platform/nearest-word.ts';
import { APPLICATION_ID } from '../application-id.ts';

/** Where the header of a SQLite file has the number of its program. */
const APPLICATION_ID_AT = 68;
const HEADER_BYTES = 100;
/** Copies that the program itself leaves beside a database: before it changes it, for analysts, of a day. */
const COPY = /\.before-[^/]*\.sqlite$|-analyst\.sqlite$|^naeringspuls-\d{4}-\d{2}-\d{2}\.sqlite$/;

/** A database that is named by its municipality. */
const BY_CODE = /^\d{4}\.sqlite$/;
/** Absolute path → how many connections of this process there are to it. */
const connections = new Map<string, number>();

/** Remembers that this process has a database open, by its absolute path, until the function given back is called. */
export function rememberOpen(file: string): () => void {
  connections.set(file, (connections.get(file) ?? 0) + 1);
  return () => {
    const left = (connections.get(file) ?? 1) - 1;
    if (left > 0) connections.set(file, left);
    else connections.delete(file);
  };
}

/**
 * The database of this program that a path without one was most likely meant for: in its folder, or in the folder that
 * the path is, or where its folder is missing too, by the same name in one beside. `null` where there is none. Copies made by
 * the program are passed over, and so are a database at the path itself, those that this process has open, and where the
 * path is named by a municipality's code, those of others.
 */
export function nearestDatabase(path: string): string | null {
  const [folder, name] = [dirname(path), basename(path)];
  const own = isFolder(path) ? databasesIn(path, path) : [];
  const beside = own.length > 0 ? own : databasesIn(folder, path);
  const found = beside.length > 0 || isFolder(folder) ? beside : byNameBeside(folder, name);
  return byNearness(path, found)[0] ?? null;
}

function databasesIn(folder: string, except: string): readonly string[] {
  const isByCode = BY_CODE.test(basename(except));
  return namesIn(folder)
    .filter((name) => !name.startsWith('.') && !COPY.test(name) && !(isByCode && BY_CODE.test(name)))
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

/** By its header alone. One that this process has open is not looked into: closing a file gives up the locks on it. */
function isDatabase(file: string): boolean {
  if (connections.has(resolve(file))) return false;
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
