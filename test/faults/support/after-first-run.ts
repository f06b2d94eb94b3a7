import nock from 'nock';
import { afterAll, beforeAll } from 'vitest';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../../support/world.ts';

/**
 * Worlds in which the service has run once, with the clock at an instant. That first run is made once for the test file that
 * asks, with real requests to the stand-in on loopback.
 */
export function worldsAfterFirstRun(): (at?: string) => Promise<World> {
  let prepared: PreparedDatabase;
  beforeAll(async () => {
    nock.restore();
    prepared = await prepareDatabase();
  });
  afterAll(() => prepared.remove());
  return async (at) => {
    const world = await openWorld({ database: prepared.file });
    if (at !== undefined) world.at(at);
    return world;
  };
}
