import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import { countRows, findBrokenReferences, findDamage } from '../../store/files/integrity.ts';
import { APPLICATION_ID, readIdentity, readMigrations } from '../../store/migrate.ts';
import { openDatabase, openReadonly } from '../../store/open-database.ts';
import { asStoreError } from '../../store/store-error.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import { migrationsFolder } from '../open-app.ts';
import { type ReassessedStatus, reassessStored } from '../assess/reassess-stored.ts';

/** One thing asked of a backup. */
export interface BackupCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly finding: string;
}

export interface BackupVerdict {
  /** Absolute path. */
  readonly file: string;
  readonly ok: boolean;
  readonly checks: readonly BackupCheck[];
  /** Rows of each table; empty when they cannot be counted. */
  readonly rows: Readonly<Record<string, number>>;
  readonly statuses: readonly ReassessedStatus[];
}

/**
 * Could this backup take the place of the database? Looks at a copy in the folder for temporary files, and so writes
 * nothing to the backup or beside it; one of an earlier version is brought up to date there, as a start on it would do.
 * Whatever is wrong with the file is a check that fails; throws `store-unavailable` when there is no file to look at.
 */
export function verifyBackup(file: string): BackupVerdict {
  const path = resolve(file);
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-verify-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    copyDatabase(path, copy);
    const { checks, rows } = examineFile(copy, path);
    if (checks.some(({ ok }) => !ok)) return { file: path, ok: false, checks, rows, statuses: [] };
    const { check, statuses } = examineStatuses(copy);
    return { file: path, ok: check.ok, checks: [...checks, check], rows, statuses };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyDatabase(path: string, copy: string): void {
  if (!existsSync(path)) {
    throw new PipelineError('store-unavailable', `There is no backup at ${path}.`, {
      hint: 'Name the file of a backup; `backup.yaml` says in which folder the service keeps them.',
      context: { file: path },
      refusal: { about: 'no-backup', file: path },
    });
  }
  try {
    copyFileSync(path, copy);
    // A database copied by hand while it was open has its newest rows in a file beside it.
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  } catch (error) {
    throw new PipelineError(
      'store-unavailable',
      `The backup ${path} cannot be copied to ${tmpdir()} to be looked at.`,
      {
        hint: 'Let this user read the file, and make room in the folder for temporary files, or name another one in TMPDIR.',
        context: { file: path },
        cause: error,
      },
    );
  }
}

function examineFile(copy: string, path: string): Pick<BackupVerdict, 'checks' | 'rows'> {
  let sqlite: ReturnType<typeof openReadonly> | undefined;
  try {
    sqlite = openReadonly(copy);
    const checks = [
      found('integrity', findDamage(sqlite), 'SQLite finds the whole file sound.'),
      found('references', findBrokenReferences(sqlite), 'Every row has what it refers to.'),
      ...examineIdentity(sqlite),
    ];
    const rows = countRows(sqlite);
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const finding = `${total} rows in ${Object.keys(rows).length} tables.`;
    return { checks: [...checks, { name: 'rows', ok: total > 0, finding }], rows };
  } catch (error) {
    const known = asStoreError(error, path);
    const finding = known instanceof PipelineError ? known.message : describeFailure(known).sentence;
    return { checks: [{ name: 'integrity', ok: false, finding }], rows: {} };
  } finally {
    sqlite?.close();
  }
}

function examineIdentity(sqlite: ReturnType<typeof openReadonly>): readonly BackupCheck[] {
  const { applicationId, version } = readIdentity(sqlite);
  const known = readMigrations(migrationsFolder()).length;
  const isOwn = applicationId === APPLICATION_ID;
  const program = isOwn ? 'It is a database of this program.' : 'It is a database of another program.';
  const schema =
    version < known
      ? `Version ${version}; it is brought up to ${known} when the program starts on it.`
      : `Version ${version}, and this program knows versions up to ${known}.`;
  return [
    { name: 'program', ok: isOwn, finding: program },
    { name: 'version', ok: version >= 1 && version <= known, finding: schema },
  ];
}

/** The last test: the figures and rules of the backup give what it says was said. */
function examineStatuses(copy: string): {
  readonly check: BackupCheck;
  readonly statuses: readonly ReassessedStatus[];
} {
  const name = 'statuses';
  try {
    const store = openDatabase(copy, { migrationsFolder: migrationsFolder() });
    try {
      const statuses = reassessStored(store);
      return { check: { name, ...judgeStatuses(statuses) }, statuses };
    } finally {
      store.close();
    }
  } catch (error) {
    return { check: { name, ok: false, finding: describeFailure(error).sentence }, statuses: [] };
  }
}

/** Another verdict is damage, unless an earlier version made it: this one may read the same figures more strictly. */
function judgeStatuses(statuses: readonly ReassessedStatus[]): Pick<BackupCheck, 'ok' | 'finding'> {
  const different = statuses.filter(({ same }) => !same);
  const isDamage = ({ byEarlierVersion, again }: ReassessedStatus) => !byEarlierVersion || again === null;
  const damaged = different.filter(isDamage).map(({ indicatorId }) => indicatorId);
  if (damaged.length > 0) {
    return { ok: false, finding: `Assessed again, ${damaged.join(', ')} differ from what is stored.` };
  }
  const otherwise = different.map(({ indicatorId }) => indicatorId);
  const count = `${statuses.length} indicators, assessed again, are as stored`;
  if (otherwise.length === 0) return { ok: true, finding: `${count}.` };
  const judged = `${otherwise.join(', ')} were judged by an earlier version, and this one judges otherwise; the next run says so.`;
  return { ok: true, finding: `${count}, but for this: ${judged}` };
}

function found(name: string, problems: readonly string[], otherwise: string): BackupCheck {
  return { name, ok: problems.length === 0, finding: problems.length === 0 ? otherwise : problems.join(' ') };
}
