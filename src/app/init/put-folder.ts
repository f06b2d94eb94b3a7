import { randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';

/** File name, with its folders, → text. */
export type FolderContent = Readonly<Record<string, string>>;

/** So many are named of what a folder holds. */
const NAMED = 3;

/**
 * Refuses a folder that settings cannot be written into: one without a name, or that holds anything, or whose own folder is
 * not there. Throws `usage`.
 */
export function refuseTaken(folder: string): void {
  const elsewhere = 'Name a new folder.';
  if (folder.trim() === '') throw refuse('The folder has no name.', elsewhere);
  const above = dirname(resolve(folder));
  if (!isFolder(above)) {
    throw refuse(
      `${folder} cannot be made: the folder ${above} is not there.`,
      'Make that folder first, or name another place.',
    );
  }
  if (!existsSync(folder)) {
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return;
    throw refuse(`${folder} is a link to a folder that is not there; nothing was written.`, elsewhere);
  }
  if (!isFolder(folder)) throw refuse(`${folder} is a file; nothing was written.`, elsewhere);
  const held = readdirSync(folder).sort();
  if (held.length === 0) return;
  throw refuse(
    `${folder} is there already and is not empty (it holds ${someOf(held)}); nothing was written.`,
    `${elsewhere} \`naeringspuls config check --config DIR\` checks one that is there.`,
  );
}

function someOf(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/**
 * Makes a folder of files, all of it or nothing: `fill` works on a draft, which then takes its name. A folder that is there
 * stays, since somebody may stand in it, and a link or a mount cannot be replaced: the draft is made in it, and what it
 * holds is moved up. Throws `usage` where it may not be written, and what `fill` throws.
 */
export function putFolder<Result>(folder: string, fill: (draft: string) => Result): Result {
  const target = resolve(folder);
  const isThere = existsSync(target);
  const draft = join(isThere ? target : dirname(target), `.${basename(target)}-${randomUUID().slice(0, 8)}`);
  try {
    mkdirSync(draft);
  } catch (error) {
    throw unwritable(folder, error);
  }
  try {
    const result = fill(draft);
    if (isThere) moveUp(draft, target);
    else renameSync(draft, target);
    return result;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error instanceof PipelineError || !isOfSystem(error) ? error : unwritable(folder, error);
  }
}

/** All that the draft holds, or nothing. */
function moveUp(draft: string, target: string): void {
  const moved: string[] = [];
  try {
    for (const name of readdirSync(draft).sort()) {
      renameSync(join(draft, name), join(target, name));
      moved.push(join(target, name));
    }
    rmdirSync(draft);
  } catch (error) {
    for (const path of moved) rmSync(path, { recursive: true, force: true });
    throw error;
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

function refuse(message: string, hint: string): PipelineError {
  return new PipelineError('usage', message, { hint });
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
