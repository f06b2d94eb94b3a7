import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rememberServiceSettings } from '../../../src/app/service-settings.ts';
import { runCli, SETTINGS } from '../../support/cli.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { typeCommand } from '../../support/command-line.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../../support/world.ts';

let prepared: PreparedDatabase;

// Real requests on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

/** A database whose service runs on the settings of this checkout. */
async function withService(): Promise<World> {
  const world = await openWorld({ database: prepared.file });
  await world.with((app) => {
    rememberServiceSettings(app);
    return Promise.resolve();
  });
  return world;
}

describe('a command on other settings than those of the service', () => {
  test('is warned when it writes, with both folders and what to do, and does its work', async () => {
    const world = await withService();
    const CONFIG_DIR = copyConfig(['indicators/job-growth.yaml', 'absolute: 0.05', 'absolute: 5']);
    const { exitCode, stderr } = await runCli(['check'], { ...world.env, LOG_LEVEL: 'warn', CONFIG_DIR });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('"event":"other-settings"');
    expect(stderr).toContain(`runs on the settings in ${SETTINGS}, and this command on those in ${CONFIG_DIR}`);
  });

  test('is told so by doctor, as something that is not in order', async () => {
    const world = await withService();
    const CONFIG_DIR = copyConfig(['backup.yaml', 'keepDaily: 14', 'keepDaily: 5']);
    const { stdout } = await typeCommand(['doctor', '--json'], { ...world.env, CONFIG_DIR });
    const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean; finding: string }[] };
    const settings = checks.find(({ name }) => name === 'settings');
    expect(settings).toMatchObject({ ok: false });
    expect(settings?.finding).toContain(`The service runs on those in ${SETTINGS}.`);
  });
});

describe('a command on the settings of the service', () => {
  test('is not warned, whatever link leads to them', async () => {
    const world = await withService();
    const CONFIG_DIR = join(world.folder, 'link');
    symlinkSync(SETTINGS, CONFIG_DIR);
    const { stderr } = await runCli(['check'], { ...world.env, LOG_LEVEL: 'warn', CONFIG_DIR });
    expect(stderr).not.toContain('other-settings');
  });

  test('is not warned where no service has run', async () => {
    const world = await openWorld({ database: prepared.file });
    const { stderr } = await runCli(['check'], { ...world.env, LOG_LEVEL: 'warn', CONFIG_DIR: copyConfig() });
    expect(stderr).not.toContain('other-settings');
  });
});
