import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';

/** File name, with its folders, → text. */
export type FolderContent = Readonly<Record<string, string>>;

/**
 * Refuses a folder that settings cannot be written into: one that holds anything, or whose own folder is not there. Throws
 * `usage`.
 */
export function refuseTaken(folder: string): void {
  const above = dirname(resolve(folder));
  if (!isFolder(above)) {
    throw new PipelineError('usage', `${folder} cannot be made: the folder ${above} is not there.`, {
      hint: 'Make that folder first, or name another place.',
    });
  }
  if (!existsSync(folder)) return;
  if (!isFolder(folder)) {
    throw new PipelineError('usage', `${folder} is a file; nothing was written.`, { hint: 'Name a new folder.' });
  }
  const count = readdirSync(folder).length;
  if (count === 0) return;
  throw new PipelineError(
    'usage',
    `${folder} is there already and is not empty (${count} entries); nothing was written.`,
    {
      hint: 'Name a new folder. `naeringspuls config check --config DIR` checks one that is there.',
    },
  );
}

/**
 * Makes a folder of files, all of it or nothing: in a folder beside it, on which `fill` works, and which then takes its
 * name. Throws `usage` where it may not be written, and what `fill` throws.
 */
export function putFolder<Result>(folder: string, fill: (draft: string) => Result): Result {
  const target = resolve(folder);
  const draft = join(dirname(target), `.${basename(target)}-${randomUUID().slice(0, 8)}`);
  try {
    mkdirSync(draft);
  } catch (error) {
    throw unwritable(folder, error);
  }
  try {
    const result = fill(draft);
    renameSync(draft, target);
    return result;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error instanceof PipelineError || !isOfSystem(error) ? error : unwritable(folder, error);
  }
}

/** Writes files into a folder that is there. */
export function writeFiles(folder: string, content: FolderContent): void {
  for (const [name, text] of Object.entries(content)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

function unwritable(folder: string, error: unknown): PipelineError {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return new PipelineError('usage', `${folder} cannot be written (${code}); nothing was left behind.`, {
    hint: 'Name a place that you may write to and that has room, or run the command as the user who may.',
    cause: error,
  });
}
