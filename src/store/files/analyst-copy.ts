import { asStoreError } from '../store-error.ts';
import { PipelineError } from '../../model/errors.ts';
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../platform/make-folder.ts';
import { type CopyManifest, manifestFile, metadataFile, readManifest, type Release } from './copy-manifest.ts';
import { buildDatasetteMetadata } from '../dictionary/build-datasette-metadata.ts';
import { readDictionary } from '../dictionary/read-entries.ts';
import { readNewest } from '../read/newest-rows.ts';
import { hashFile, putInPlace, writeInPlace } from './replace-file.ts';
import type { Sqlite, Store } from '../store.ts';

/** What the reply bodies become in the copy: they are most of the file, and gzip cannot be read in SQL. */
const WITHOUT_BODIES = `UPDATE copy.publication SET body = x''; UPDATE copy.held_file SET body = x''; DELETE FROM copy.lease; DELETE FROM copy.source_answer`;

/** True when the copy at `target` shows everything stored, in the format of this version. */
export function isCopyCurrent({ sqlite }: Store, target: string, applicationVersion: string): boolean {
  const manifest = readManifest(resolve(target));
  if (manifest === null || manifest.applicationVersion !== applicationVersion) return false;
  return JSON.stringify(manifest.newest) === JSON.stringify(readNewest(sqlite));
}

/**
 * Publishes a copy of the database that just opens: one file in rollback-journal mode, for readers that may write
 * neither to it nor to its folder. It is made under another name in the same folder, checked, and renamed into place:
 * readers see the one before or this one, whole. The manifest follows it, with the metadata for datasette.
 *
 * All of the database is in it but the reply bodies, the lease and the source's answers that hold for an hour. Throws
 * `delivery-failed`; the copy before then stays.
 */
export function publishAnalystCopy(store: Store, target: string, release: Release): CopyManifest {
  const file = resolve(target);
  try {
    makeFolder(dirname(file));
    removeLeftovers(file);
    const draft = `${draftPrefix(file)}${randomUUID()}`;
    try {
      const content = makeDraft(store.sqlite, draft, release);
      const manifest = { ...content, file: basename(file), bytes: statSync(draft).size, sha256: hashFile(draft) };
      putInPlace(draft, file);
      writeInPlace(manifestFile(file), `${JSON.stringify(manifest, null, 2)}\n`);
      const database = basename(file).replace(/\.[^.]*$/, '');
      const metadata = buildDatasetteMetadata(readDictionary(store.sqlite), database);
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

function draftPrefix(file: string): string {
  return join(dirname(file), `.${basename(file)}.draft-`);
}

/** Left by a run that was killed while it made a copy. There is one run at a time. */
function removeLeftovers(file: string): void {
  const prefix = basename(draftPrefix(file));
  const left = readdirSync(dirname(file)).filter((name) => name.startsWith(prefix));
  for (const name of left) rmSync(join(dirname(file), name), { force: true });
}

type CopyContent = Omit<CopyManifest, 'file' | 'bytes' | 'sha256'>;

function makeDraft(sqlite: Sqlite, draft: string, release: Release): CopyContent {
  sqlite.prepare('VACUUM INTO ?').run(draft);
  sqlite.prepare('ATTACH ? AS copy').run(draft);
  try {
    sqlite.pragma('copy.journal_mode = DELETE');
    sqlite.exec(WITHOUT_BODIES);
    const schemaVersion = Number(sqlite.pragma('copy.user_version', { simple: true }));
    sqlite
      .prepare('INSERT OR REPLACE INTO copy.meta_release VALUES (1, ?, ?, ?)')
      .run(schemaVersion, release.applicationVersion, release.createdAt);
    sqlite.exec('VACUUM copy');
    refuseUnsound(sqlite);
    const newest = readNewest(sqlite, 'copy');
    return { schemaVersion, ...release, newest, tables: countRows(sqlite) };
  } finally {
    sqlite.exec('DETACH copy');
  }
}

function refuseUnsound(sqlite: Sqlite): void {
  const integrity = sqlite.prepare('PRAGMA copy.integrity_check').pluck().all() as string[];
  const broken = sqlite.prepare('PRAGMA copy.foreign_key_check').all();
  if (integrity.join() !== 'ok') throw new Error(`the copy is damaged: ${integrity.join('; ')}`);
  if (broken.length > 0) throw new Error(`${broken.length} rows of the copy refer to rows that are not there`);
}

function countRows(sqlite: Sqlite): Readonly<Record<string, number>> {
  const names = sqlite
    .prepare("SELECT name FROM copy.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .pluck()
    .all() as string[];
  const count = (name: string) => sqlite.prepare(`SELECT count(*) FROM copy."${name}"`).pluck().get() as number;
  return Object.fromEntries(names.map((name) => [name, count(name)]));
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
