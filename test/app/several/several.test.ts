import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { queryDatabase } from '../../support/database/database-content.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { startService } from '../../support/service/service.ts';
import { openWorld, type World } from '../../support/world.ts';

/** A Tuesday, when the source is open and every slot of the day has passed. */
const TUESDAY_NOON = '2026-03-03T12:00:00.000Z';

beforeAll(() => nock.restore());

const MUNICIPALITIES = [
  ['1103', 'Stavanger'],
  ['3301', 'Drammen'],
  ['4601', 'Bergen'],
] as const;

/** Settings of one of the places that the shipped settings know. */
function settingsOf([code, name]: readonly [string, string]): string {
  return copyConfig(['plan.yaml', "code: '3301'", `code: '${code}'`], ['plan.yaml', 'name: Drammen', `name: ${name}`]);
}

/** A folder with the settings of each in a folder named by its code. */
function county(world: World): string {
  const parent = join(world.folder, 'municipalities');
  mkdirSync(parent);
  for (const one of MUNICIPALITIES) renameSync(settingsOf(one), join(parent, one[0]));
  return parent;
}

async function newWorld(): Promise<World> {
  const world = await openWorld();
  world.at(TUESDAY_NOON);
  return world;
}

/** What is stored of figures and of what is said of them. */
function contentOf(folder: string, code: string) {
  const database = join(folder, `${code}.sqlite`);
  return {
    observations: queryDatabase(database, 'SELECT * FROM out_observation ORDER BY 1, 2, 3, 4, 5, 6, 7, 8').map(stable),
    statuses: queryDatabase(database, 'SELECT * FROM out_status ORDER BY indicator').map(stable),
  };
}

/** Without what tells when it was done. */
function stable(row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !/_at$|_id$|request|sha256/.test(name)));
}

const dataRequests = (world: World) => world.statbank.requests.filter(({ path }) => path.endsWith('/data')).length;

describe('several municipalities in one process', () => {
  test('have each the figures and statuses of a service of its own, for about the requests of one', async () => {
    const together = await newWorld();
    const service = startService(together.env, TUESDAY_NOON, ['--configs', county(together)]);
    const runs = await service.loggedTimes('run-finished', 3);
    expect(runs.map(({ municipality, outcome }) => [municipality, outcome])).toEqual([
      ['1103', 'succeeded'],
      ['3301', 'succeeded'],
      ['4601', 'succeeded'],
    ]);
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });

    const requests: number[] = [];
    for (const one of MUNICIPALITIES) {
      const alone = await newWorld();
      const own = startService(alone.env, TUESDAY_NOON, ['--config', settingsOf(one)]);
      await own.logged('run-finished');
      own.kill('SIGTERM');
      await own.ended;
      expect(contentOf(together.folder, one[0])).toEqual(contentOf(alone.folder, one[0]));
      requests.push(alone.statbank.requests.length);
      expect(dataRequests(together)).toBe(dataRequests(alone));
    }
    console.log(together.statbank.requests.length, requests);
    expect(together.statbank.requests.length).toBeLessThanOrEqual(Math.max(...requests) + 2);
  });
});
