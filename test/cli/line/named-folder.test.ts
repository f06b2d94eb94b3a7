import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { typeCommand } from '../../support/command-line.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { ROOT, temporaryFolder } from '../../support/cli.ts';
import { openWorld } from '../../support/world.ts';

const BERGEN = join(ROOT, 'test/fixtures/other-municipality');

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

describe('--config', () => {
  test('names the settings of a command, wherever it stands, and wins over CONFIG_DIR', async () => {
    const env = { CONFIG_DIR: copyConfig() };
    for (const words of [
      ['--config', BERGEN, 'config', 'check'],
      ['config', 'check', '--config', BERGEN],
      ['config', `--config=${BERGEN}`, 'check'],
    ]) {
      const { exitCode, stdout } = await typeCommand(words, env);
      expect({ exitCode, stdout }).toEqual({
        exitCode: 0,
        stdout: expect.stringContaining('in order: Bergen') as string,
      });
    }
  });

  test('names the database, too: what one command writes the next reads', async () => {
    const world = await openWorld();
    const ingest = await typeCommand(['--config', BERGEN, 'ingest', 'jobs'], world.env);
    expect(ingest.exitCode).toBe(0);
    const files = ['4601.sqlite', '4601.html', '4601.xml', '4601-status.json', '4601-analyst.sqlite', 'backups/4601'];
    expect(files.filter((name) => !existsSync(join(world.folder, name)))).toEqual([]);
    expect(existsSync(world.databaseFile)).toBe(false);
    const { stdout } = await typeCommand(['status', '--config', BERGEN, '--json'], world.env);
    expect(JSON.parse(stdout)).toMatchObject({ municipality: { code: '4601' } });
  });

  test('is followed by the variables of the folder', async () => {
    const folder = copyConfig();
    writeFileSync(join(folder, 'environment'), 'DATABASE_FILE=/nowhere/siljan.sqlite\n');
    const { exitCode, stderr } = await typeCommand(['--config', folder, 'status'], { DATABASE_FILE: 'other.sqlite' });
    expect(exitCode).toBe(5);
    expect(stderr).toContain('/nowhere/siljan.sqlite');
  });

  test('is refused for two folders, and without one', async () => {
    const two = await typeCommand(['--config', BERGEN, 'status', '--config', 'config'], {});
    expect(two).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Two folders') as string });
    const none = await typeCommand(['status', '--config'], {});
    expect(none.exitCode).toBe(2);
    expect(none.stderr).toContain('--config');
  });

  test('for a folder without a plan lists all that is missing in it', async () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const { exitCode, stderr } = await typeCommand(['--config', path, 'config', 'check'], {});
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /\/peers\.yaml:1:1 This file is missing\.[^\n]+\n[^\n]+\/plan\.yaml:1:1 This file is missing\./,
    );
  });

  test.each([
    ['/nowhere', 'There is no folder of settings at /nowhere (ENOENT).'],
    [join(BERGEN, 'plan.yaml'), `There is no folder of settings at ${join(BERGEN, 'plan.yaml')} (ENOTDIR).`],
    ['', '--config names no folder: nothing stands after it.'],
  ])('for a path that is no folder has one thing wrong with it: %j', async (path, said) => {
    for (const words of [
      ['status', '--config', path],
      ['status', `--config=${path}`],
    ]) {
      const { exitCode, stderr } = await typeCommand(words, {});
      expect([exitCode, stderr.split('\n')[0]]).toEqual([2, said]);
    }
  });

  test('stands in the help of every command', async () => {
    const { stdout } = await typeCommand(['status', '--help'], {});
    expect(stdout).toContain('--config <dir>');
  });
});
