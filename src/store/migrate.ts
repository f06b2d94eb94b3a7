import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from '../model/errors.ts';
import { APPLICATION_ID } from './application-id.ts';
import { noDatabaseFile } from './files/refuse-file.ts';
import { asStoreError } from './store-error.ts';
import type { Sqlite } from './store.ts';

/** A run that has shown itself within three minutes, as those who run agree on. */
const LIVE_RUN = `
  SELECT pid, acquired_at AS since FROM lease
  WHERE heartbeat_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-3 minutes')`;

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations of a folder written by drizzle-kit, in the order of its journal. */
export function readMigrations(folder: string): readonly Migration[] {
  try {
    const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
      readonly entries: readonly { readonly tag: string }[];
    };
    return journal.entries.map(({ tag }) => ({ name: tag, sql: readFileSync(join(folder, `${tag}.sql`), 'utf8') }));
  } catch (error) {
    throw new PipelineError(
      'store-migration',
      `The descriptions of the database's tables cannot be read from ${folder}.`,
      {
        hint: 'The installation is not complete: install the program again.',
        context: { folder },
        cause: error,
      },
    );
  }
}

/** Refuses a database of another program, and one written by a newer version of this one. Changes nothing. */
export function refuseForeignDatabase(sqlite: Sqlite, file: string, known: number): void {
  const applicationId = sqlite.pragma('application_id', { simple: true });
  const version = schemaVersion(sqlite);
  const objects = sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (objects === 0 && version === 0 && applicationId === 0) return;
  if (applicationId !== APPLICATION_ID) {
    throw noDatabaseFile(file, 'foreign', `The database ${file} belongs to another program.`);
  }
  if (version > known) {
    const message = `The database ${file} has version ${version}, and this program knows versions up to ${known}.`;
    throw new PipelineError('store-migration', message, {
      hint: 'It was written by a newer version of the program: install that version, or restore a backup from before it.',
      context: { file, version, known },
    });
  }
}

/** For a reader, which may not bring the tables up to date itself. */
export function refuseOlderDatabase(sqlite: Sqlite, file: string, known: number): void {
  const version = schemaVersion(sqlite);
  if (version === known) return;
  throw new PipelineError(
    'store-migration',
    `The database ${file} has version ${version}, and this command needs ${known}.`,
    {
      hint: 'Run `naeringspuls ingest` once: it brings the database up to date.',
      context: { file, version, known },
      refusal: { about: 'older-database', file, version, needed: known },
    },
  );
}

/**
 * Applies what is missing, all or nothing: in one transaction that keeps other writers out, so that of two that start
 * at the same time the second finds the work done. `keepCopy` is called before a database that exists is changed, with
 * the version it is about to get. Throws `store-busy` while a run is in progress.
 */
export function applyMigrations(
  sqlite: Sqlite,
  file: string,
  migrations: readonly Migration[],
  keepCopy: (version: number) => void,
): void {
  if (schemaVersion(sqlite) === migrations.length) return;
  // Rebuilding a table drops it for a moment; the references are checked before each commit instead.
  sqlite.pragma('foreign_keys = OFF');
  const upgrade = sqlite.transaction(() => {
    // Asked again now that nobody else writes: another process may have been first, and newer than this one.
    refuseForeignDatabase(sqlite, file, migrations.length);
    const version = schemaVersion(sqlite);
    if (version === migrations.length) return;
    if (version > 0) {
      refuseDuringRun(sqlite, file);
      keepCopy(migrations.length);
    }
    for (const [index, migration] of migrations.entries()) {
      if (index >= version) applyMigration(sqlite, file, migration, index + 1);
    }
  });
  try {
    upgrade.immediate();
  } catch (error) {
    throw asStoreError(error, file);
  }
}

/** Tables must not change under a run of the version before. */
function refuseDuringRun(sqlite: Sqlite, file: string): void {
  const holder = sqlite.prepare(LIVE_RUN).get() as { pid: number; since: string } | undefined;
  if (holder === undefined) return;
  const message = `A run has been going on since ${holder.since} (process ${holder.pid}), and ${file} cannot be brought up to date under it.`;
  throw new PipelineError('store-busy', message, {
    hint: 'Stop the service, or wait for the run to finish. If that process is dead, its place is free 3 minutes after its last sign of life.',
    context: { file, pid: holder.pid },
  });
}

function asMigrationError(error: unknown, file: string, migration: Migration): unknown {
  const known = asStoreError(error, file);
  if (known instanceof PipelineError) return known;
  return new PipelineError('store-migration', `Migration ${migration.name} could not be applied to ${file}.`, {
    hint: 'The database is as it was before. Report this with the message, and continue with the version used until now.',
    context: { file, migration: migration.name },
    cause: error,
  });
}

function applyMigration(sqlite: Sqlite, file: string, migration: Migration, version: number): void {
  try {
    sqlite.exec(migration.sql);
  } catch (error) {
    throw asMigrationError(error, file, migration);
  }
  sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  sqlite.pragma(`user_version = ${version}`);
  const violations = sqlite.pragma('foreign_key_check') as readonly unknown[];
  if (violations.length === 0) return;
  throw new PipelineError(
    'store-migration',
    `Migration ${migration.name} left ${violations.length} rows of ${file} without what they refer to.`,
    {
      hint: 'The database is as it was before. Report this with the message, and continue with the version used until now.',
      context: { file, migration: migration.name },
    },
  );
}

/** Which program a database is of, and how many migrations it has had. */
export function readIdentity(sqlite: Sqlite): { readonly applicationId: number; readonly version: number } {
  return {
    applicationId: Number(sqlite.pragma('application_id', { simple: true })),
    version: schemaVersion(sqlite),
  };
}

function schemaVersion(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}
