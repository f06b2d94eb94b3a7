import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damageOf, differences, lastingContent, toldTo } from '../support/crash.ts';
import { queryDatabase } from '../support/database-content.ts';
import { liveOnce } from '../support/leaping-service.ts';
import { startReceiver } from '../support/receiver.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from '../support/world.ts';

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

test('the service, killed just before any of its writes and started again, ends where it would have ended', async () => {
  const world = await openWorld();
  const { statbank, folder, env } = world;
  const receiver = await startReceiver();
  world.at(TUESDAY_NOON);
  // New figures that change statuses.
  statbank.publishYear('07984', '2026');

  /** A database after a first run, and the service living on it, killed or not. */
  const begin = (name: string) => {
    const file = join(folder, `${name}.sqlite`);
    copyFileSync(prepared.file, file);
    receiver.received.length = 0;
    const own = { ...env, DATABASE_FILE: file, WEBHOOK_URL: `${receiver.url}/hook` };
    const live = async (killing: { readonly killBeforeWrite?: number }) => {
      const { code, killed } = await liveOnce({ env: own, from: TUESDAY_NOON, until: TEN_PAST_NOON, ...killing });
      return { code, killed };
    };
    return { file, live };
  };

  const undisturbed = begin('undisturbed');
  expect(await undisturbed.live({})).toEqual({ code: 0, killed: false });
  const expected = lastingContent(undisturbed.file);
  const told = toldTo(receiver.received);
  expect(told.changes.length).toBeGreaterThan(0);

  let writes = 0;
  for (;;) {
    const { file, live } = begin(`killed-${writes + 1}`);
    const { killed } = await live({ killBeforeWrite: writes + 1 });
    if (!killed) break;
    writes += 1;
    const moment = `killed before write ${writes}`;
    expect(await live({}), moment).toEqual({ code: 0, killed: false });
    expect(damageOf(file), moment).toEqual([]);
    expect(differences(lastingContent(file), expected), moment).toEqual([]);
    expect(toldTo(receiver.received).changes, moment).toEqual(told.changes);
    expect(toldTo(receiver.received).dropped, moment).toBeLessThanOrEqual(1);
    expect(queryDatabase(file, "SELECT id FROM job_run WHERE outcome = 'running'"), moment).toEqual([]);
  }
  console.info(`The service was killed before each of its ${writes} writes.`);
  expect(writes).toBeGreaterThan(30);
}, 1_800_000);
