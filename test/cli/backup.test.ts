import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../src/store/sqlite-driver.ts';
import { ROOT, runCli, temporaryFolder } from '../support/cli.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { prepareDatabase } from '../support/world.ts';

/** What keeps said things from being changed stands in the file, and a file can be edited. */
const UNLOCK = 'DROP TRIGGER assessment_is_never_changed';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});

afterAll(() => prepared.remove());

/** A folder with a database of its own, and the command line that works on it. */
function openFolder() {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const live = join(path, 'live.sqlite');
  copyFileSync(prepared.file, live);
  return { path, live, run: (...words: string[]) => runCli(words, { DATABASE_FILE: live, LOG_LEVEL: 'silent' }) };
}

/** Writes two rows in one transaction, over and over, until it is killed. */
async function startWriter(file: string): Promise<ChildProcess> {
  const driver = join(ROOT, 'dist', 'src', 'store', 'sqlite-driver.js');
  const script = `
    import { Database } from ${JSON.stringify(driver)};
    const database = new Database(${JSON.stringify(file)}, { timeout: 10000 });
    const insert = database.prepare(
      "INSERT INTO job_run (trigger, jobs, outcome, started_at) VALUES ('command', '[]', 'failed', '2026-01-01T00:00:00.000Z')");
    const pair = database.transaction(() => { insert.run(); insert.run(); });
    const again = () => { pair.immediate(); setImmediate(again); };
    again();
    process.stdout.write('writing');`;
  const writer = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void writer.kill('SIGKILL'));
  await once(writer.stdout, 'data');
  return writer;
}

const countRuns = (file: string) => Number(queryDatabase(file, 'SELECT count(*) AS n FROM job_run')[0]?.['n']);

describe('backup', () => {
  it('writes one whole database while another process writes', async () => {
    const { path, live, run } = openFolder();
    const before = countRuns(live);
    const writer = await startWriter(live);
    const backup = join(path, 'backup.sqlite');
    const { exitCode, stderr } = await run('backup', backup);
    const during = countRuns(live);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect([exitCode, stderr]).toEqual([0, '']);
    // The writer was at it before and after, and no half of what it did is in the backup.
    const inBackup = countRuns(backup) - before;
    expect(inBackup).toBeGreaterThan(0);
    expect(during - before).toBeGreaterThan(inBackup);
    expect(inBackup % 2).toBe(0);
    expect((await run('restore', '--verify', backup)).exitCode).toBe(0);
  });

  it('is one file that needs no other, and says where it is', async () => {
    const { path, run } = openFolder();
    const { stdout } = await run('backup', join(path, 'new folder', 'backup.sqlite'));
    expect(stdout).toContain(join(path, 'new folder', 'backup.sqlite'));
    expect(readdirSync(join(path, 'new folder'))).toEqual(['backup.sqlite']);
  });

  it('replaces a file only with --force', async () => {
    const { path, run } = openFolder();
    const file = join(path, 'letter.txt');
    writeFileSync(file, 'Kjære kommune');
    const refused = await run('backup', file);
    expect([refused.exitCode, readFileSync(file, 'utf8')]).toEqual([2, 'Kjære kommune']);
    expect(refused.stderr).toContain(`Det er allerede en fil i ${file}.`);
    expect((await run('backup', file, '--force')).exitCode).toBe(0);
    expect(countRuns(file)).toBe(1);
  });

  it.each([
    ['by its name', (live: string) => live],
    ['by a name for its log', (live: string) => `${live}-wal`],
    [
      'by another name',
      (live: string) => {
        symlinkSync(live, `${live}.link`);
        return `${live}.link`;
      },
    ],
  ])('refuses the live database %s, with --force too', async (_how, nameOf) => {
    const { live, run } = openFolder();
    const { exitCode, stderr } = await run('backup', nameOf(live), '--force');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('er databasen som er i bruk, eller en av filene dens.');
    expect(countRuns(live)).toBe(1);
  });

  it('refuses a place where the log of another database would damage it', async () => {
    const { path, run } = openFolder();
    writeFileSync(join(path, 'other.sqlite-wal'), 'log');
    const { exitCode, stderr } = await run('backup', join(path, 'other.sqlite'), '--force');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('other.sqlite-wal is there.');
  });

  it('says why a place cannot be written, and leaves nothing there', async () => {
    const { path, run } = openFolder();
    writeFileSync(join(path, 'file'), '');
    const { exitCode, stderr } = await run('backup', join(path, 'file', 'backup.sqlite'));
    expect(exitCode).toBe(5);
    expect(stderr).toContain('could not be written');
    expect(readdirSync(path).filter((name) => !name.startsWith('live'))).toEqual(['file']);
  });

  it('refuses a database of another program', async () => {
    const { path, run } = openFolder();
    edit(join(path, 'live.sqlite'), 'PRAGMA application_id = 7');
    const { exitCode, stderr } = await run('backup', join(path, 'backup.sqlite'));
    expect(exitCode).toBe(5);
    expect(stderr).toContain('hører til et annet program');
    expect(existsSync(join(path, 'backup.sqlite'))).toBe(false);
  });
});

describe('restore --verify', () => {
  it('passes a good backup with its rows and statuses, and leaves it and its folder as they were', async () => {
    const { path, run } = openFolder();
    const backup = join(path, 'backup.sqlite');
    await run('backup', backup);
    const before = [readFileSync(backup), readdirSync(path)];
    const { exitCode, stdout } = await run('restore', '--verify', backup, '--json');
    const verdict = JSON.parse(stdout) as { ok: boolean; rows: Record<string, number>; statuses: { same: boolean }[] };
    expect([exitCode, verdict.ok, verdict.rows['job_run']]).toEqual([0, true, 1]);
    expect(verdict.statuses.length).toBeGreaterThan(0);
    expect(verdict.statuses.every(({ same }) => same)).toBe(true);
    expect([readFileSync(backup), readdirSync(path)]).toEqual(before);
  });

  it('passes a backup of an earlier version, which a start would bring up to date', async () => {
    const { path, run } = openFolder();
    const old = join(path, 'old.sqlite');
    const database = new Database(old);
    database.exec(readFileSync(join(ROOT, 'drizzle', '0000_first-tables.sql'), 'utf8'));
    database.exec(`INSERT INTO job_run (trigger, jobs, outcome, started_at) VALUES ('command', '[]', 'failed', '2026-01-01T00:00:00.000Z');
      PRAGMA application_id = 0x4e50554c; PRAGMA user_version = 1`);
    database.close();
    const { exitCode, stdout } = await run('restore', '--verify', old);
    expect([exitCode, queryDatabase(old, 'PRAGMA user_version')]).toEqual([0, [{ user_version: 1 }]]);
    expect(stdout).toMatch(/Versjon 1; den bringes opp til \d+ når den tar databasens plass/);
  });

  it.each<[string, (file: string) => void, string]>([
    ['is damaged', (file) => damage(file), 'integrity'],
    ['is cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 40_000)), 'integrity'],
    ['is no database', (file) => writeFileSync(file, 'Kjære kommune, dette er et brev.\n'.repeat(200)), 'integrity'],
    ['is of another program', (file) => edit(file, 'PRAGMA application_id = 7'), 'program'],
    ['is of a newer version', (file) => edit(file, 'PRAGMA user_version = 99'), 'version'],
    ['is empty', (file) => writeFileSync(file, ''), 'program'],
    [
      'has lost what rows refer to',
      (file) => edit(file, 'PRAGMA foreign_keys = OFF; DELETE FROM indicator'),
      'references',
    ],
    [
      'has figures that give other statuses than it says',
      (file) => edit(file, 'UPDATE observation SET value = 1000 - value'),
      'statuses',
    ],
    [
      'says another status than its figures give',
      (file) => edit(file, `${UNLOCK}; UPDATE assessment SET status = 'stable' WHERE status = 'on-track'`),
      'statuses',
    ],
  ])('fails a file that %s, with exit code 5', async (_what, spoil, failing) => {
    const { path, run } = openFolder();
    const backup = join(path, 'backup.sqlite');
    copyFileSync(prepared.file, backup);
    spoil(backup);
    const { exitCode, stdout } = await run('restore', '--verify', backup, '--json');
    const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean; finding: string }[] };
    expect(exitCode).toBe(5);
    expect(checks.find(({ ok }) => !ok)?.name).toBe(failing);
  });

  it('says in words what could not be vouched for', async () => {
    const { path, run } = openFolder();
    const backup = join(path, 'backup.sqlite');
    copyFileSync(prepared.file, backup);
    edit(backup, `${UNLOCK}; UPDATE assessment SET status = 'break' WHERE indicator_id = 'employment-rate'`);
    const { stdout } = await run('restore', '--verify', backup);
    expect(stdout).toContain('Vurdert på nytt er employment-rate ikke som lagret.');
    expect(stdout).toContain(`${backup} kan ikke ta databasens plass.`);
  });

  it('says that there is no such file', async () => {
    const { exitCode, stderr } = await openFolder().run('restore', '--verify', '/nowhere/backup.sqlite');
    expect(exitCode).toBe(5);
    expect(stderr).toContain('Det finnes ingen sikkerhetskopi i /nowhere/backup.sqlite.');
  });
});

function edit(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

/** Overwrites a page in the middle of the largest table. */
function damage(file: string): void {
  const database = new Database(file, { readonly: true });
  const root = Number(database.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'observation'`).pluck().get());
  const pageSize = Number(database.pragma('page_size', { simple: true }));
  database.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (root - 1) * pageSize, root * pageSize);
  writeFileSync(file, bytes);
}
