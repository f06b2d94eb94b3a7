import nock from 'nock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDatabase, type PreparedDatabase } from '../support/world.ts';
import { INGEST, killCommand } from './commands.ts';

let prepared: PreparedDatabase;

// Real requests on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

test('an ingest of new figures, killed here and there and given once more, ends where it would have ended', async () => {
  expect(await killCommand(prepared.file, { ...INGEST, every: 60, atRandom: 1 })).toBeGreaterThan(1);
}, 0);
