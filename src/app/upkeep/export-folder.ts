import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { makeFolder } from '../../platform/make-folder.ts';
import { PipelineError } from '../../model/errors.ts';

/** Stands in every folder of an export: the dictionary, and by `createdBy` the sign of who made the folder. */
export const PACKAGE_FILE = 'datapackage.json';
export const CREATED_BY = 'naeringspuls export';

/**
 * Lets `write` fill a folder beside the one asked for, and puts it in its place when it is whole: no one reads half an
 * export, and a failed one leaves what was there. An existing export is replaced. Throws `usage` for a
 * folder with files that are not of an earlier export, and for one that cannot be written.
 */
export async function fillFolder<T>(folder: string, write: (filling: string) => Promise<T>): Promise<T> {
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  refuseForeignFiles(target);
  const filling = makeFolderBeside(target);
  try {
    const written = await write(filling);
    putInPlace(filling, target);
    return written;
  } finally {
    rmSync(filling, { recursive: true, force: true });
  }
}

/** A folder that is empty or not there is free; of one made before, every file must be known. */
function refuseForeignFiles(target: string): void {
  if (!existsSync(target)) return;
  const own = filesOfEarlierExport(target);
  const foreign = readFiles(target).find((file) => !own.has(file));
  if (foreign === undefined) return;
  throw new PipelineError('usage', `The folder ${target} holds ${foreign}, which no export has put there.`, {
    hint: 'Name a folder that is empty or does not exist yet. An earlier export is replaced only when nothing was added.',
    refusal: { about: 'foreign-folder', folder: target, file: foreign },
    context: { folder: target },
  });
}

/** Every file at any depth, as a path with slashes from the folder. */
function readFiles(target: string): readonly string[] {
  try {
    const entries = readdirSync(target, { recursive: true, withFileTypes: true }).filter(
      (entry) => !entry.isDirectory(),
    );
    const paths = entries.map((entry) => relative(target, join(entry.parentPath, entry.name)));
    return paths.map((path) => path.split(sep).join('/')).sort();
  } catch (error) {
    throw new PipelineError('usage', `${target} is not a folder that can be read.`, {
      hint: 'Name a folder that is empty or does not exist yet.',
      context: { folder: target },
      cause: error,
    });
  }
}

function filesOfEarlierExport(target: string): ReadonlySet<string> {
  try {
    const found = JSON.parse(readFileSync(join(target, PACKAGE_FILE), 'utf8')) as {
      readonly createdBy?: string;
      readonly resources: readonly { readonly path: string | readonly string[] }[];
    };
    if (found.createdBy !== CREATED_BY) return new Set();
    return new Set([PACKAGE_FILE, ...found.resources.flatMap(({ path }) => path)]);
  } catch {
    // No dictionary, or not one of ours: then no file in the folder is known.
    return new Set();
  }
}

/** On the same disk as its target, so that it can be moved there in one step. */
function makeFolderBeside(target: string): string {
  const folder = nameBeside(target);
  try {
    makeFolder(folder);
    return folder;
  } catch (error) {
    throw new PipelineError('usage', `No folder can be made in ${dirname(target)}.`, {
      hint: 'Choose another place for the export, or let this user write there.',
      context: { folder: target },
      cause: error,
    });
  }
}

function putInPlace(filling: string, target: string): void {
  if (!existsSync(target)) {
    renameSync(filling, target);
    return;
  }
  const before = nameBeside(target);
  renameSync(target, before);
  try {
    renameSync(filling, target);
  } catch (error) {
    renameSync(before, target);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
}

function nameBeside(target: string): string {
  return join(dirname(target), `.${basename(target)}-${randomUUID()}`);
}
