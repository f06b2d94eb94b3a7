import { spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { ingest } from '../../src/app/intake/ingest.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { openWorld, prepareDatabase } from '../support/world.ts';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

/**
 * Makes a file one that cannot be replaced: for root by mounting it on itself, which refuses as a Windows share refuses a
 * file that is open (EBUSY); for others by closing its folder. Gives the way back, or `null` where neither can be done.
 */
function pinDown(file: string): (() => void) | null {
  if (process.getuid?.() !== 0) {
    chmodSync(dirname(file), 0o500);
    return () => chmodSync(dirname(file), 0o700);
  }
  if (spawnSync('mount', ['--bind', file, file]).status !== 0) return null;
  return () => void spawnSync('umount', [file]);
}

it('a copy that cannot be replaced is told once, stays as it was, and is tried again after the next run', async (context) => {
  const world = await openWorld({ database: prepared.file });
  const copy = join(world.folder, 'published', 'analyst.sqlite');
  const run = () =>
    world.with((app) => {
      const environment = { ...app.environment, analystCopy: copy };
      return ingest({ ...app, environment }, { jobs: [], force: false, accept: [] }, SILENT_PROGRESS);
    });
  const told = () =>
    queryDatabase(world.databaseFile, "SELECT kind, text FROM alert WHERE subject = 'service:copy' ORDER BY id").map(
      ({ kind, text }) => [kind, (JSON.parse(String(text)) as { trouble: { why: string } }).trouble.why],
    );
  await run();
  const before = statSync(copy).ino;
  const release = pinDown(copy);
  if (release === null) {
    context.skip('root without the right to mount');
    return;
  }
  let isPinned = true;
  const unpin = () => {
    if (isPinned) release();
    isPinned = false;
  };
  onTestFinished(unpin);
  expect((await run()).problems?.join(' ')).toContain('could not be published');
  await run();
  expect(told()).toEqual([['trouble', 'closed']]);
  unpin();
  expect(statSync(copy).ino).toBe(before);
  expect((await run()).problems).toBeUndefined();
  expect(told()).toEqual([
    ['trouble', 'closed'],
    ['trouble-over', 'closed'],
  ]);
  expect(statSync(copy).ino).not.toBe(before);
});
