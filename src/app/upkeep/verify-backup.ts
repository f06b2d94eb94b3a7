import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import { countRows, findBrokenReferences, findDamage } from '../../store/files/integrity.ts';
import { APPLICATION_ID } from '../../store/application-id.ts';
import { readIdentity, readMigrations } from '../../store/migrate.ts';
import { openDatabase, openReadonly } from '../../store/open-database.ts';
import { asStoreError } from '../../store/store-error.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import { migrationsFolder } from '../open-settings.ts';
import type { BackupTopic, BackupWords } from '../../words/terminal/upkeep.ts';
import { upkeepEn } from '../../words/terminal/upkeep-en.ts';
import { type ReassessedStatus, reassessStored } from '../assess/reassess-stored.ts';

/** One thing asked of a backup. */
export interface BackupCheck {
  readonly name: BackupTopic;
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

/** How the folders begin in which a backup is looked at. */
export const VERIFY_PREFIX = '.naeringspuls-verify-';

/**
 * Could this backup take the place of the database? Looks at a copy in the folder for temporary files, or another one, and so writes
 * nothing to the backup or beside it; one of an earlier version is brought up to date there, as a start on it would do.
 * Whatever is wrong with the file is a check that fails, told in the words given; throws `store-unavailable` when there is no file to look at.
 */
export function verifyBackup(file: string, words: BackupWords = upkeepEn.backup, within = tmpdir()): BackupVerdict {
  const folder = mkdtempSync(join(within, VERIFY_PREFIX));
  try {
    return examineCopy(resolve(file), join(folder, 'copy.sqlite'), words);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * As `verifyBackup`, on a copy that is kept: sound, it is of this version, in one file, and ready to take the place of
 * the database.
 */
export function examineCopy(path: string, copy: string, words: BackupWords): BackupVerdict {
  copyDatabase(path, copy);
  const { checks, rows } = examineFile(copy, path, words);
  if (checks.some(({ ok }) => !ok)) return { file: path, ok: false, checks, rows, statuses: [] };
  const { check, statuses } = examineStatuses(copy, words);
  return { file: path, ok: check.ok, checks: [...checks, check], rows, statuses };
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
      `The backup ${path} cannot be copied to ${dirname(copy)} to be looked at.`,
      {
        hint: 'Let this user read the file, and make room in that folder; TMPDIR names another one for temporary files.',
        context: { file: path },
        cause: error,
      },
    );
  }
}

function examineFile(copy: string, path: string, words: BackupWords): Pick<BackupVerdict, 'checks' | 'rows'> {
  let sqlite: ReturnType<typeof openReadonly> | undefined;
  try {
    sqlite = openReadonly(copy);
    const checks = [
      found('integrity', findDamage(sqlite), words, words.whole),
      found('references', findBrokenReferences(sqlite), words, words.referencesHold),
      ...examineIdentity(sqlite, words),
    ];
    const rows = countRows(sqlite);
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const finding = words.rows(total, Object.keys(rows).length);
    return { checks: [...checks, { name: 'rows', ok: total > 0, finding }], rows };
  } catch (error) {
    const known = asStoreError(error, path);
    const finding = known instanceof PipelineError ? known.message : describeFailure(known).sentence;
    return { checks: [{ name: 'integrity', ok: false, finding: words.noted(finding) }], rows: {} };
  } finally {
    sqlite?.close();
  }
}

function examineIdentity(sqlite: ReturnType<typeof openReadonly>, words: BackupWords): readonly BackupCheck[] {
  const { applicationId, version } = readIdentity(sqlite);
  const known = readMigrations(migrationsFolder()).length;
  const isOwn = applicationId === APPLICATION_ID;
  return [
    { name: 'program', ok: isOwn, finding: words.program(isOwn) },
    { name: 'version', ok: version >= 1 && version <= known, finding: words.version(version, known) },
  ];
}

/** The last test: the figures and rules of the backup give what it says was said. */
function examineStatuses(
  copy: string,
  words: BackupWords,
): {
  readonly check: BackupCheck;
  readonly statuses: readonly ReassessedStatus[];
} {
  const name = 'statuses' as const;
  try {
    const store = openDatabase(copy, { migrationsFolder: migrationsFolder() });
    try {
      const statuses = reassessStored(store);
      return { check: { name, ...judgeStatuses(statuses, words) }, statuses };
    } finally {
      store.close();
    }
  } catch (error) {
    return { check: { name, ok: false, finding: words.noted(describeFailure(error).sentence) }, statuses: [] };
  }
}

/** Another verdict is damage, unless an earlier version made it: this one may read the same figures more strictly. */
function judgeStatuses(statuses: readonly ReassessedStatus[], words: BackupWords): Pick<BackupCheck, 'ok' | 'finding'> {
  const different = statuses.filter(({ same }) => !same);
  const isDamage = ({ byEarlierVersion, again }: ReassessedStatus) => !byEarlierVersion || again === null;
  const damaged = different.filter(isDamage).map(({ indicatorId }) => indicatorId);
  if (damaged.length > 0) {
    return { ok: false, finding: words.differ(damaged.join(', ')) };
  }
  const otherwise = different.map(({ indicatorId }) => indicatorId);
  if (otherwise.length === 0) return { ok: true, finding: words.asStored(statuses.length) };
  return { ok: true, finding: words.asStoredBut(statuses.length, otherwise.join(', ')) };
}

function found(name: BackupTopic, problems: readonly string[], words: BackupWords, otherwise: string): BackupCheck {
  const finding = problems.length === 0 ? otherwise : words.noted(problems.join(' '));
  return { name, ok: problems.length === 0, finding };
}
