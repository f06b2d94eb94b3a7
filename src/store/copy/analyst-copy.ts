import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, constants, copyFileSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import { buildDatasetteMetadata } from '../dictionary/build-datasette-metadata.ts';
import { readWorkedQueries } from '../dictionary/worked-queries.ts';
import { hashFile, putInPlace, writeInPlace } from '../files/replace-file.ts';
import { readNewest } from '../read/newest-rows.ts';
import { Database } from '../sqlite-driver.ts';
import { asStoreError } from '../store-error.ts';
import type { Store } from '../store.ts';
import { type CopyManifest, manifestFile, metadataFile, type Release } from './copy-manifest.ts';
import type { Refreshed, Stamp } from './refresh-twin.ts';
import { TWIN_NOTE, TWIN_PART } from './twin-shape.ts';
import { refreshOrRebuildTwin, twinFile } from './twin.ts';

/** A larger copy is looked through when its twin was built anew alone: to read all of it takes longer than all the rest. */
const CHECKED_UP_TO_BYTES = 64 * 1024 * 1024;

/**
 * Publishes the analysts' copy: one file in rollback-journal mode with what is named `out_` and `meta_` and nothing else,
 * as every SQLite from 3.25 on reads it, for readers that may write neither to it nor to its folder. A private twin beside
 * it is brought in line with what has changed; the copy is a copy of that, renamed into place: readers see the one before
 * or this one, whole. The manifest follows it, with the metadata for datasette. `note` is kept for `readTwinNote`.
 *
 * Throws `delivery-failed`; the copy before then stays.
 */
export function publishAnalystCopy(
  store: Store,
  target: string,
  release: Release,
  note: string | null = null,
): CopyManifest {
  const file = resolve(target);
  try {
    makeFolder(dirname(file));
    removeLeftovers(file);
    refuseFolder(file);
    const schemaVersion = Number(store.sqlite.pragma('user_version', { simple: true }));
    const draft = `${draftPrefix(file)}${randomUUID()}`;
    try {
      const { tables, dictionary } = makeDraft(store, file, draft, { ...release, schemaVersion, note });
      const newest = readNewest(store.sqlite);
      const size = { bytes: statSync(draft).size, sha256: hashFile(draft) };
      const manifest = { schemaVersion, ...release, newest, tables, file: basename(file), ...size };
      putInPlace(draft, file);
      writeInPlace(manifestFile(file), `${JSON.stringify(manifest, null, 2)}\n`);
      const metadata = buildDatasetteMetadata(dictionary, basename(file).replace(/\.[^.]*$/, ''), readWorkedQueries());
      writeInPlace(metadataFile(file), `${JSON.stringify(metadata, null, 2)}\n`);
      return manifest;
    } finally {
      rmSync(draft, { force: true });
      rmSync(`${draft}-journal`, { force: true });
    }
  } catch (error) {
    throw copyProblem(error, file);
  }
}

/** A twin that turns out unsound is built anew, once. */
function makeDraft(store: Store, file: string, draft: string, stamp: Stamp): Refreshed {
  const twin = twinFile(file);
  const { isNew, ...refreshed } = refreshOrRebuildTwin(store, twin, stamp);
  copyContent(twin, draft);
  const checked = isNew || statSync(draft).size <= CHECKED_UP_TO_BYTES;
  const problems = finishDraft(draft, checked);
  if (problems.length === 0) return refreshed;
  if (isNew) throw new Error(`the copy is damaged: ${problems.join('; ')}`);
  for (const name of [twin, draft]) rmSync(name, { force: true });
  return makeDraft(store, file, draft, stamp);
}

/**
 * With the permissions of a new file: the twin's are for nobody else. A file system that can share blocks between files
 * (Btrfs, XFS) copies nothing.
 */
function copyContent(from: string, to: string): void {
  closeSync(openSync(to, 'wx'));
  const { mode } = statSync(to);
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  chmodSync(to, mode);
}

/** Takes out what only the twin needs, and gives what is wrong with the file. */
function finishDraft(draft: string, checked: boolean): readonly string[] {
  const sqlite = new Database(draft);
  try {
    // Nobody else has it, and one that is not finished is thrown away.
    sqlite.pragma('journal_mode = MEMORY');
    sqlite.pragma('synchronous = OFF');
    sqlite.exec(`DROP TABLE ${TWIN_PART}; DROP TABLE ${TWIN_NOTE}`);
    const found = checked ? (sqlite.prepare('PRAGMA integrity_check').pluck().all() as string[]) : [];
    return found.filter((line) => line !== 'ok');
  } catch (error) {
    if (isDamage(error)) return [(error as Error).message];
    throw error;
  } finally {
    sqlite.close();
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));
}

function draftPrefix(file: string): string {
  return join(dirname(file), `.${basename(file)}.draft-`);
}

/** Left by a run that was killed while it made a copy. There is one run at a time. */
function removeLeftovers(file: string): void {
  const prefix = basename(draftPrefix(file));
  const left = readdirSync(dirname(file)).filter((name) => name.startsWith(prefix));
  for (const name of left) rmSync(join(dirname(file), name), { force: true });
}

/** Before any work is done, and any file is left in its folder. */
function refuseFolder(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) throw new Error('a folder stands there');
}

/** Why the analysts' copy could not be published, and what to do about it. */
function copyProblem(error: unknown, file: string): PipelineError {
  const known = asStoreError(error, file);
  const reason = known instanceof Error ? known.message : String(known);
  const message = `The analysts' copy ${file} could not be published: ${reason.replace(/\.$/, '')}.`;
  return new PipelineError('delivery-failed', message, {
    hint: 'The copy before it, if any, stays in place. Give this user write access to its folder and room on the disk, or set ANALYST_COPY; the next run tries again.',
    context: { file },
    cause: error,
  });
}
