import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { runCli, SETTINGS } from '../support/cli.ts';
import { takeBack } from '../support/database/old-database.ts';
import { type Receiver, startReceiver } from '../support/network/receiver.ts';
import type { Moment } from '../support/service/kill.ts';
import { openWorld, SAMPLE_EMISSIONS, SAMPLE_SURVEY, type World } from '../support/world.ts';
import { runKilled } from './kill.ts';
import { killAndRepeat } from './kill-and-repeat.ts';

/** The exit code of a run whose messages cannot be delivered. */
const UNDELIVERED = 6;

type Environment = Readonly<Record<string, string>>;

/** A command and how densely it is killed. */
export interface Command {
  readonly words: readonly string[];
  /** Before one in so many of its writes it is killed. */
  readonly every: number;
  /** And at so many moments at random; four when left out. */
  readonly atRandom?: number;
  /** Makes the world in which the command has something to do, and the database it begins with, of that after a first run. */
  readonly given?: (world: World, env: Environment, receiver: Receiver) => unknown;
}

/** An ingest of new figures, of which `npm test` kills one here and there. */
export const INGEST: Command = {
  words: ['ingest'],
  every: 7,
  given: ({ statbank }) => {
    statbank.setNow(new Date().toISOString());
    statbank.publishYear('07984', '2026');
  },
};

/** What is killed throughout, by what it is. */
export const COMMANDS: readonly (readonly [string, Command])[] = [
  ['the first ingest', { words: ['ingest'], every: 25, given: (_, { DATABASE_FILE = '' }) => rmSync(DATABASE_FILE) }],
  ['an ingest of new figures', INGEST],
  ['the import of a survey', { words: ['import', 'survey', SAMPLE_SURVEY], every: 6 }],
  ['the import of a workbook', { words: ['import', 'municipal-emissions', SAMPLE_EMISSIONS], every: 6 }],
  ['a check by another rule', { words: ['check'], every: 6, given: (_, env) => loosenRule(env) }],
  ['the delivery of a message that had to wait', { words: ['check'], every: 6, given: leaveMessageWaiting }],
  ['the upgrade of an old database', { words: ['check'], every: 6, given: leaveOldDatabase }],
];

/** In the settings of the world a tolerance so wide that the status of an indicator changes. */
function loosenRule({ CONFIG_DIR = '' }: Environment): void {
  const file = join(CONFIG_DIR, 'indicators', 'job-growth.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('absolute: 0.05', 'absolute: 5'));
}

async function leaveMessageWaiting(_: World, env: Environment, receiver: Receiver): Promise<void> {
  loosenRule(env);
  await receiver.down();
  expect(await runCli(['check'], env)).toMatchObject({ exitCode: UNDELIVERED });
  await receiver.back();
}

/** Of the time before messages, when every change was told by itself. */
async function leaveOldDatabase(world: World, env: Environment, receiver: Receiver): Promise<void> {
  await leaveMessageWaiting(world, env, receiver);
  takeBack(world.databaseFile, 3);
}

/**
 * Gives a command on copies of a database, killed each time at another moment and given once more; fails unless it ends
 * where it would have ended. Tells how many times it was killed.
 */
export async function killCommand(database: string, { words, every, atRandom, given }: Command): Promise<number> {
  const world = await openWorld({ database });
  const receiver = await startReceiver();
  const env = { ...world.env, CONFIG_DIR: join(world.folder, 'config'), WEBHOOK_URL: `${receiver.url}/hook` };
  cpSync(SETTINGS, env.CONFIG_DIR, { recursive: true });
  await given?.(world, env, receiver);

  const begin = (trial: string) => {
    const file = join(world.folder, trial, 'næringspuls.sqlite');
    mkdirSync(dirname(file));
    if (existsSync(world.databaseFile)) copyFileSync(world.databaseFile, file);
    let lives = 0;
    return {
      file,
      live: async (moment?: Moment) => {
        // Each later than the last, when a message that was on its way is sent again.
        lives += 1;
        const call = { words, env: { ...env, DATABASE_FILE: file }, minutesLater: lives * 10 };
        const { exitCode, stderr } = await runKilled(call, moment);
        if (exitCode > 0) throw new Error(`${trial} ended with ${exitCode}: ${stderr}`);
        return exitCode !== 0;
      },
    };
  };
  const { kills } = await killAndRepeat({ begin, receiver, every, atRandom });
  return kills;
}
