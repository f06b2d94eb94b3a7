import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, ROOT } from '../support/cli.ts';
import { damageOf, differences, killingBeforeWrite, lastingContent, minutesLater, toldTo } from '../support/crash.ts';
import { queryDatabase } from '../support/database-content.ts';
import { startReceiver } from '../support/receiver.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, SAMPLE_SURVEY, type World } from '../support/world.ts';

let prepared: PreparedDatabase;

// Real requests on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

interface Command {
  readonly words: readonly string[];
  /** Makes the world in which the command has something to do. */
  readonly given?: (world: World) => void;
  /** Puts the database in place that the command begins with; a copy of the prepared one when left out. */
  readonly begin?: (file: string) => void;
  /** Before every so manieth write it is killed; every one when left out. */
  readonly every?: number;
}

const COMMANDS: readonly (readonly [string, Command])[] = [
  ['the first ingest', { words: ['ingest'], begin: () => undefined, every: 25 }],
  [
    'an ingest of new figures',
    {
      words: ['ingest'],
      every: 7,
      given: ({ statbank }) => {
        statbank.setNow(new Date().toISOString());
        statbank.publishYear('07984', '2026');
      },
    },
  ],
  ['the import of a survey', { words: ['import', 'survey', SAMPLE_SURVEY], every: 3 }],
  ['a check by another rule', { words: ['check'], given: loosenRule, every: 3 }],
];

/** In the settings of the world a tolerance so wide that the status of an indicator changes. */
function loosenRule({ env }: World): void {
  const file = join(env['CONFIG_DIR'] ?? '', 'indicators', 'job-growth.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('absolute: 0.05', 'absolute: 5'));
}

describe.each(COMMANDS)('%s, killed before one of its writes and given again', (name, command) => {
  test('ends where it would have ended', async () => {
    const world = await openWorld();
    const configDir = join(world.folder, 'config');
    cpSync(join(ROOT, 'config'), configDir, { recursive: true });
    command.given?.({ ...world, env: { ...world.env, CONFIG_DIR: configDir } });
    const receiver = await startReceiver();
    const begin = (trial: string) => {
      const file = join(world.folder, `${trial}.sqlite`);
      if (command.begin === undefined) copyFileSync(prepared.file, file);
      else command.begin(file);
      receiver.received.length = 0;
      const own = { DATABASE_FILE: file, CONFIG_DIR: configDir, WEBHOOK_URL: `${receiver.url}/hook` };
      const run = (preload: Readonly<Record<string, string>>) =>
        runCli(command.words, { ...world.env, ...own, ...preload });
      return { file, run };
    };

    const undisturbed = begin('undisturbed');
    expect(await undisturbed.run({})).toMatchObject({ exitCode: 0 });
    const expected = lastingContent(undisturbed.file);
    const told = toldTo(receiver.received);

    let kills = 0;
    for (let write = 1; ; write += command.every ?? 1) {
      const { file, run } = begin(`killed-${write}`);
      const { exitCode } = await run(killingBeforeWrite(write));
      if (exitCode === 0) break;
      kills += 1;
      const moment = `killed before write ${write}`;
      expect(exitCode, moment).toBe(-1);
      // Later, when a message that was on its way is sent again.
      expect(await run(minutesLater(10)), moment).toMatchObject({ exitCode: 0 });
      expect(damageOf(file), moment).toEqual([]);
      expect(differences(lastingContent(file), expected), moment).toEqual([]);
      expect(toldTo(receiver.received).changes, moment).toEqual(told.changes);
      expect(toldTo(receiver.received).dropped, moment).toBeLessThanOrEqual(1);
      expect(queryDatabase(file, "SELECT id FROM job_run WHERE outcome = 'running'"), moment).toEqual([]);
    }
    console.info(`${name} was killed ${kills} times.`);
    expect(kills).toBeGreaterThan(3);
  }, 3_600_000);
});

test('a backup, killed before one of its writes and made again, is whole, and the database as it was', async () => {
  const world = await openWorld({ database: prepared.file });
  const before = lastingContent(world.databaseFile);
  for (let write = 1; ; write++) {
    const backup = join(world.folder, `backup-${write}.sqlite`);
    const { exitCode } = await runCli(['backup', backup], { ...world.env, ...killingBeforeWrite(write) });
    if (exitCode === 0) break;
    expect(exitCode).toBe(-1);
    // There whole, or not at all.
    if (existsSync(backup)) expect(differences(lastingContent(backup), before)).toEqual([]);
    expect(await runCli(['backup', backup, '--force'], world.env)).toMatchObject({ exitCode: 0 });
    expect(differences(lastingContent(backup), before)).toEqual([]);
    expect(damageOf(backup)).toEqual([]);
    expect(differences(lastingContent(world.databaseFile), before)).toEqual([]);
  }
}, 600_000);
