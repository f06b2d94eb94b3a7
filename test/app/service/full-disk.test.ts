import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createHealthReader } from '../../../src/app/service/health-facts.ts';
import { judgeHealth } from '../../../src/health/judge-health.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { openForTest } from '../../support/database/empty-database.ts';
import { openWorld, prepareDatabase } from '../../support/world.ts';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

it('a database whose disk is full makes the service not ready, until a write has succeeded again', async (context) => {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const disk = join(path, 'disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status !== 0) {
    context.skip('nobody who may mount a small disk');
    return;
  }
  onTestFinished(() => void spawnSync('umount', ['-l', disk]));
  const file = join(disk, 'puls.sqlite');
  copyFileSync(prepared.file, file);
  const store = openForTest(file);
  onTestFinished(() => store.close());
  const world = await openWorld({ database: prepared.file });
  await world.with((opened) => {
    const app = { ...opened, store };
    const read = createHealthReader(app, {});
    const check = () => {
      const { ready, checks } = judgeHealth(read().facts);
      return [ready, checks.find(({ name }) => name === 'disk')?.state];
    };
    const write = (bytes: number) =>
      inTransaction(store, () => {
        const sql = 'UPDATE job_run SET message = CAST(zeroblob(?) AS TEXT) WHERE id = (SELECT min(id) FROM job_run)';
        store.sqlite.prepare(sql).run(bytes);
      });
    expect(check()).toEqual([true, 'ok']);
    expect(() => write(100_000_000)).toThrow('is full or failing');
    const filler = join(disk, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(64_000_000))).toThrow('ENOSPC');
    expect(check()).toEqual([false, 'failed']);
    // Looking at what is there proves nothing.
    inTransaction(store, () => store.sqlite.prepare('SELECT 1').get());
    expect(check()).toEqual([false, 'failed']);
    rmSync(filler);
    write(1000);
    expect(check()).toEqual([true, 'ok']);
  });
});
