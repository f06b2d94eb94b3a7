import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { runKilled } from '../../crash/kill.ts';
import { Database } from '../../../src/store/sqlite-driver.ts';
import { runCli, temporaryFolder } from '../../support/cli.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { prepareDatabase } from '../../support/world.ts';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});

afterAll(() => prepared.remove());

const RUN_MORE = `INSERT INTO job_run (trigger, jobs, outcome, started_at) VALUES ('command', '[]', 'failed', '2026-01-01T00:00:00.000Z')`;
const countRuns = (file: string) => Number(queryDatabase(file, 'SELECT count(*) AS n FROM job_run')[0]?.['n']);
const asideOf = (path: string) => readdirSync(path).filter((name) => name.includes('.before-restore-'));

/** A database that has run once more than its backup has. */
function openFolder() {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const [live, backup] = [join(path, 'live.sqlite'), join(path, 'backup.sqlite')];
  for (const file of [live, backup]) copyFileSync(prepared.file, file);
  const database = new Database(live);
  database.exec(RUN_MORE);
  database.close();
  return { path, live, backup, env: { DATABASE_FILE: live, LOG_LEVEL: 'silent' } };
}

it('killed before any of its writes, a restore leaves the database before or the new one, whole', async () => {
  const seen: number[] = [];
  for (let write = 1; ; write += 1) {
    const { path, live, backup, env } = openFolder();
    const { exitCode } = await runKilled({ words: ['restore', backup], env }, { beforeWrite: write });
    expect(queryDatabase(live, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const runs = countRuns(live);
    seen.push(runs);
    // Whichever of the two it is not, is there too.
    if (runs === 1) expect(asideOf(path).map((name) => countRuns(join(path, name)))).toContain(2);
    expect(countRuns(backup)).toBe(1);
    if (exitCode === 0) break;
    if (write % 8 === 0) expect(await runCli(['restore', backup], env)).toMatchObject({ exitCode: 0, stderr: '' });
  }
  expect(seen.at(-1)).toBe(1);
  // Never back again: first the one before, then the new one.
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect(seen.filter((runs) => runs === 2).length).toBeGreaterThan(5);
}, 0);
