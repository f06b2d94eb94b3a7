import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from '../support/world.ts';
import { COMMANDS, killCommand } from './commands.ts';
import { killThroughout, runKilled } from './kill.ts';
import { damageOf, differences, lastingContent } from './outcome.ts';

let prepared: PreparedDatabase;

// Real requests on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

describe.each(COMMANDS)('%s, killed again and again and given once more', (name, command) => {
  test('ends where it would have ended', async () => {
    const kills = await killCommand(prepared.file, command);
    console.info(`${name} was killed ${kills} times.`);
    expect(kills).toBeGreaterThan(5);
  }, 0);
});

test('a backup, killed again and again and made once more, is whole, and the database as it was', async () => {
  const world = await openWorld({ database: prepared.file });
  const before = lastingContent(world.databaseFile);
  const startedAt = performance.now();
  await runCli(['backup', join(world.folder, 'undisturbed.sqlite')], world.env);
  const lastsMs = performance.now() - startedAt;
  const kills = await killThroughout({ every: 1, lastsMs }, async (moment) => {
    const backup = join(world.folder, `backup-${Object.entries(moment).flat().join('-')}.sqlite`);
    const { exitCode } = await runKilled({ words: ['backup', backup], env: world.env }, moment);
    // There whole, or not at all.
    if (existsSync(backup)) expect(differences(lastingContent(backup), before)).toEqual([]);
    expect(await runCli(['backup', backup, '--force'], world.env)).toMatchObject({ exitCode: 0 });
    expect(differences(lastingContent(backup), before)).toEqual([]);
    expect(damageOf(backup)).toEqual([]);
    expect(differences(lastingContent(world.databaseFile), before)).toEqual([]);
    rmSync(backup);
    return exitCode !== 0;
  });
  console.info(`A backup was killed ${kills} times.`);
  expect(kills).toBeGreaterThan(1);
}, 0);
