import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { workbookFile } from '../../src/app/analyst/workbook/publish-workbook.ts';
import { ingest } from '../../src/app/intake/ingest.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import { writePage } from '../../src/app/show/write-page.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { openWorld, prepareDatabase, type World } from '../support/world.ts';

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
  let release: () => void;
  if (process.getuid?.() !== 0) {
    chmodSync(dirname(file), 0o500);
    release = () => chmodSync(dirname(file), 0o700);
  } else {
    if (spawnSync('mount', ['--bind', file, file]).status !== 0) return null;
    release = () => void spawnSync('umount', [file]);
  }
  let isPinned = true;
  const once = () => {
    if (isPinned) release();
    isPinned = false;
  };
  onTestFinished(once);
  return once;
}

interface Told {
  readonly why: string;
  readonly said: string;
}

/** What operations have been told of an output, in order, and the words of the last. */
function told(world: World, subject: string) {
  const rows = queryDatabase(world.databaseFile, 'SELECT kind, subject, text FROM alert ORDER BY id')
    .filter((row) => row['subject'] === subject)
    .map(({ kind, text }) => ({ kind, ...(JSON.parse(String(text)) as { trouble: Told; said: string }) }));
  return { kinds: rows.map(({ kind, trouble }) => [kind, trouble.why]), words: rows.at(-1)?.said ?? '' };
}

const ingestOnce = (world: World, copy?: string) =>
  world.with((app) => {
    const environment = copy === undefined ? app.environment : { ...app.environment, analystCopy: copy };
    return ingest({ ...app, environment }, { jobs: [], force: false, accept: [] }, SILENT_PROGRESS);
  });

describe.each([
  ['copy', 'service:copy', (copy: string) => copy],
  ['workbook', 'service:workbook', workbookFile],
] as const)('the %s for analysts that cannot be replaced', (_what, subject, fileOf) => {
  it('is told once, stays as it was, and is tried again after the next run', async (context) => {
    const world = await openWorld({ database: prepared.file });
    const copy = join(world.folder, 'published', 'analyst.sqlite');
    const file = fileOf(copy);
    await ingestOnce(world, copy);
    const before = statSync(file).ino;
    const release = pinDown(file);
    if (release === null) {
      context.skip('root without the right to mount');
      return;
    }
    // The workbook is made anew once a day.
    world.at(new Date(world.clock.now().getTime() + 86_400_000).toISOString());
    expect((await ingestOnce(world, copy)).problems?.join(' ')).toMatch(/could not be (published|written)/);
    await ingestOnce(world, copy);
    expect(told(world, subject).kinds).toEqual([['trouble', 'closed']]);
    release();
    expect(statSync(file).ino).toBe(before);
    expect((await ingestOnce(world, copy)).problems).toBeUndefined();
    expect(told(world, subject).kinds).toEqual([
      ['trouble', 'closed'],
      ['trouble-over', 'closed'],
    ]);
    expect(statSync(file).ino).not.toBe(before);
  });
});

describe('the page for staff that cannot be written', () => {
  it('is told with what systemd wants, and that it is right again once it is written', async (context) => {
    const world = await openWorld({ database: prepared.file });
    const page = await world.with((app) => {
      writePage(app);
      return app.environment.reportFile;
    });
    const release = pinDown(page);
    if (release === null) {
      context.skip('root without the right to mount');
      return;
    }
    world.at(new Date(world.clock.now().getTime() + 86_400_000).toISOString());
    expect(await world.with((app) => writePage(app))).toContain('could not be written');
    await world.with((app) => writePage(app));
    expect(told(world, 'service:page').kinds).toEqual([['trouble', 'closed']]);
    expect(told(world, 'service:page').words).toContain('`ReadWritePaths`');
    release();
    expect(await world.with((app) => writePage(app))).toBeNull();
    expect(told(world, 'service:page').kinds.at(-1)).toEqual(['trouble-over', 'closed']);
  });

  it('is told of a file beside it, too, and no all-clear is given while that cannot be written', async (context) => {
    const world = await openWorld({ database: prepared.file });
    const page = await world.with((app) => {
      writePage(app);
      return app.environment.reportFile;
    });
    const status = join(dirname(page), 'status.json');
    const before = statSync(status).ino;
    const release = process.getuid?.() === 0 ? pinDown(status) : null;
    if (release === null) {
      context.skip('only root can pin down one file of a folder');
      return;
    }
    world.at(new Date(world.clock.now().getTime() + 86_400_000).toISOString());
    await world.with((app) => writePage(app));
    await world.with((app) => writePage(app));
    expect(told(world, 'service:page').kinds).toEqual([['trouble', 'closed']]);
    release();
    expect(await world.with((app) => writePage(app))).toBeNull();
    expect(told(world, 'service:page').kinds.at(-1)).toEqual(['trouble-over', 'closed']);
    expect(statSync(status).ino).not.toBe(before);
  });

  it('is told of a file of somebody else in its place', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with((app) => {
      const { reportFile } = app.environment;
      if (existsSync(reportFile)) rmSync(reportFile);
      writeFileSync(reportFile, 'A letter.');
      writePage(app);
      expect(readFileSync(reportFile, 'utf8')).toBe('A letter.');
    });
    expect(told(world, 'service:page').kinds).toEqual([['trouble', 'other']]);
    expect(told(world, 'service:page').words).toContain('was not written by this program');
  });
});
