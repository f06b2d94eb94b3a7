import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Moment } from '../support/service/kill.ts';
import { liveOnce } from '../support/service/leaping-service.ts';
import { startReceiver } from '../support/network/receiver.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from '../support/world.ts';
import { killAndRepeat } from './kill-and-repeat.ts';

/** A Tuesday, when the source is open and every slot of the day has passed. */
const TUESDAY_NOON = '2026-03-03T12:00:00.000Z';
/** Long enough for a message that was on its way to be sent again. */
const TEN_PAST_NOON = '2026-03-03T12:10:00.000Z';

let prepared: PreparedDatabase;

// Real requests on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

test('the service, killed before each of its writes and at random moments and started again, ends where it would have ended', async () => {
  const world = await openWorld();
  const receiver = await startReceiver();
  world.at(TUESDAY_NOON);
  // New figures that change statuses.
  world.statbank.publishYear('07984', '2026');

  const begin = (trial: string) => {
    const file = join(world.folder, trial, 'næringspuls.sqlite');
    mkdirSync(dirname(file));
    copyFileSync(prepared.file, file);
    const env = { ...world.env, DATABASE_FILE: file, WEBHOOK_URL: `${receiver.url}/hook` };
    const live = async (moment?: Moment) => {
      const { code, killed } = await liveOnce({ env, from: TUESDAY_NOON, until: TEN_PAST_NOON, kill: moment });
      if (!killed) expect(code, trial).toBe(0);
      return killed;
    };
    return { file, live };
  };
  const { kills, changes } = await killAndRepeat({ begin, receiver, every: 1 });
  console.info(`The service was killed ${kills} times.`);
  expect(kills).toBeGreaterThan(60);
  expect(changes.length).toBeGreaterThan(0);
}, 0);
