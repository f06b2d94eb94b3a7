import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../src/store/sqlite-driver.ts';
import { ROOT, SETTINGS, temporaryFolder } from '../../support/cli.ts';
import { prepareDatabase } from '../../support/world.ts';

/** Two that every Unix has; neither is in the other's group. */
const [SERVICE, OTHER] = [1, 65_534];

function runAs(user: number, words: readonly string[], env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/program/main.js'), ...words], {
    ...{ uid: user, gid: user, encoding: 'utf8', cwd: '/' },
    env: { PATH: process.env['PATH'], COLUMNS: '1000', LOG_LEVEL: 'silent', CONFIG_DIR: SETTINGS, ...env },
  });
  return { exitCode: status, stdout, stderr };
}

const isPossible = process.getuid?.() === 0 && runAs(OTHER, ['--version'], {}).exitCode === 0;

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

/** The database of the service, in a folder that all may write to, while nobody has it open. */
function openFolder() {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  chmodSync(path, 0o777);
  const live = join(path, 'live.sqlite');
  copyFileSync(prepared.file, live);
  const database = new Database(live);
  database.pragma('journal_mode = WAL');
  database.close();
  chmodSync(live, 0o644);
  chownSync(live, SERVICE, SERVICE);
  return { path, live, as: (user: number, ...words: string[]) => runAs(user, words, { DATABASE_FILE: live }) };
}

describe.skipIf(!isPossible)(
  'beside the user of the service (left out unless root runs it, and others may read the program)',
  () => {
    it('another user is refused while nobody has the database open, and leaves nothing that closes it', () => {
      const { path, live, as } = openFolder();
      for (const words of [['status'], ['backup', join(path, 'backup.sqlite')]]) {
        const { exitCode, stdout, stderr } = as(OTHER, ...words);
        expect([exitCode, stdout]).toEqual([5, '']);
        expect(stderr).toMatch(
          /^Databasen .*live\.sqlite tilhører \w+, og ingen prosess der har den åpen: leses den av \w+ nå, blir den lukket/,
        );
      }
      expect(readdirSync(path)).toEqual(['live.sqlite']);
      expect(as(SERVICE, 'schedule').exitCode).toBe(0);
      expect(statSync(live).uid).toBe(SERVICE);
    });

    it('another user reads while a process of the service has it open, and makes a backup', () => {
      const { path, live, as } = openFolder();
      const database = new Database(live);
      database.prepare('SELECT count(*) FROM job_run').get();
      for (const ending of ['-wal', '-shm']) chownSync(`${live}${ending}`, SERVICE, SERVICE);
      expect(as(OTHER, 'schedule').exitCode).toBe(0);
      expect(as(OTHER, 'backup', join(path, 'backup.sqlite'))).toMatchObject({ exitCode: 0, stderr: '' });
      database.close();
      expect(as(SERVICE, 'schedule').exitCode).toBe(0);
    });

    it('root reads at any time, and the service goes on', () => {
      const { live, as } = openFolder();
      expect(as(0, 'schedule').exitCode).toBe(0);
      const { exitCode, stderr } = as(SERVICE, 'repair', 'clock');
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(statSync(live).uid).toBe(SERVICE);
    });

    it('files that another has left are named with their owner, and with the command that mends it', () => {
      const { live, as } = openFolder();
      for (const ending of ['-wal', '-shm']) {
        writeFileSync(`${live}${ending}`, '', { mode: 0o644 });
        chownSync(`${live}${ending}`, OTHER, OTHER);
      }
      const { exitCode, stderr } = as(SERVICE, 'repair', 'clock');
      expect(exitCode).toBe(5);
      expect(stderr).toMatch(/kan ikke brukes: .*-wal og .*-shm tilhører \w+ og er lukket for \w+\./);
      const [command = ''] = /chown \w+: \S+-wal \S+-shm/.exec(stderr) ?? [];
      expect(spawnSync('sh', ['-c', command]).status).toBe(0);
      expect(as(SERVICE, 'repair', 'clock').exitCode).toBe(0);
    });

    it('a database or folder closed to the user is told with its owner', () => {
      const { path, live, as } = openFolder();
      chmodSync(live, 0o600);
      for (const words of [['status'], ['repair', 'clock'], ['backup', join(path, 'backup.sqlite')]]) {
        const { exitCode, stderr } = as(OTHER, ...words);
        expect([exitCode, stderr]).toEqual([
          5,
          expect.stringMatching(/live\.sqlite tilhører \w+ og er lukket for \w+\./),
        ]);
      }
      chmodSync(path, 0o555);
      expect(as(SERVICE, 'backup', '/nowhere/none.sqlite')).toMatchObject({
        exitCode: 5,
        stderr: expect.stringContaining(`${path} tilhører root og er lukket for`) as string,
      });
    });

    it('a backup is put back by the owner or by root, and belongs to the owner', () => {
      const { path, live, as } = openFolder();
      const backup = join(path, 'backup.sqlite');
      copyFileSync(prepared.file, backup);
      expect(as(OTHER, 'restore', backup)).toMatchObject({
        exitCode: 5,
        stderr: expect.stringMatching(/live\.sqlite tilhører \w+; den som ble lagt tilbake, ville tilhøre/) as string,
      });
      expect(as(0, 'restore', backup).exitCode).toBe(0);
      expect([statSync(live).uid, statSync(live).gid]).toEqual([SERVICE, SERVICE]);
      expect(as(SERVICE, 'repair', 'clock').exitCode).toBe(0);
    });
  },
);
