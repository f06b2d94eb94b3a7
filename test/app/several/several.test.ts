import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { startService } from '../../support/service/service.ts';
import {
  BERGEN,
  contentOf,
  databaseOf,
  DRAMMEN,
  folderOf,
  newWorld,
  STAVANGER,
  TIME_LIMIT_MS,
  TUESDAY_NOON,
} from './municipalities.ts';

beforeAll(() => nock.restore());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('several municipalities in one process', () => {
  test(
    'have each the figures and statuses of a run of its own, for the requests of one',
    async () => {
      const together = await newWorld();
      const folders = folderOf(together, { a: STAVANGER(), b: DRAMMEN(), c: BERGEN() });
      const service = startService(together.env, TUESDAY_NOON, ['--configs', folders]);
      const runs = await service.loggedTimes('run-finished', 3);
      expect(runs.map(({ municipality, outcome }) => [municipality, outcome])).toEqual([
        ['1103', 'succeeded'],
        ['3301', 'succeeded'],
        ['4601', 'succeeded'],
      ]);
      service.kill('SIGTERM');
      expect(await service.ended).toMatchObject({ code: 0 });

      const requests: number[] = [];
      for (const [code, settings] of Object.entries({ 1103: STAVANGER(), 3301: DRAMMEN(), 4601: BERGEN() })) {
        const alone = await newWorld();
        await alone.ingest({}, settings);
        const content = contentOf(databaseOf(together, code));
        expect(content.observations.length).toBeGreaterThan(5000);
        expect(content).toEqual(contentOf(alone.databaseFile));
        requests.push(alone.statbank.requests.length);
      }
      expect(together.statbank.requests.length).toBeLessThanOrEqual(Math.max(...requests));
    },
    TIME_LIMIT_MS,
  );

  test(
    'do not hear of a folder that is broken, which is taken up when SIGHUP finds it valid',
    async () => {
      const world = await newWorld();
      const folders = folderOf(world, { a: STAVANGER(), b: DRAMMEN(), c: BERGEN(), empty: BERGEN(), twin: DRAMMEN() });
      rmSync(join(folders, 'empty/plan.yaml'));
      writeFileSync(join(folders, 'a/environment'), 'DATABASE_FIEL=x\n');
      writeFileSync(join(folders, 'c/environment'), 'DATABASE_FILE=/proc/bergen.sqlite\n');
      const port = await freePort();
      const env = { ...world.env, HEALTH_PORT: String(port) };
      const service = startService(env, TUESDAY_NOON, ['--configs', folders]);
      const broken = await service.loggedTimes('municipality-unserved', 4);
      expect(broken.map(({ folder, msg }) => [folder, msg])).toEqual([
        [join(folders, 'a'), expect.stringContaining("did you mean 'DATABASE_FILE'") as string],
        [join(folders, 'c'), expect.stringContaining('/proc/bergen.sqlite') as string],
        [join(folders, 'empty'), expect.stringContaining('plan.yaml:1:1 This file is missing') as string],
        [join(folders, 'twin'), expect.stringContaining('the municipality 3301 is that of') as string],
      ]);
      expect(await service.logged('run-finished')).toMatchObject({ municipality: '3301', outcome: 'succeeded' });

      const health = await fetch(`http://127.0.0.1:${port}/health`);
      expect([health.status, await health.json()]).toMatchObject([
        200,
        { ready: true, municipalities: [false, true, false, false, false].map((served) => ({ served })) },
      ]);
      const own = await fetch(`http://127.0.0.1:${port}/health/3301`);
      expect([own.status, await own.json()]).toMatchObject([200, { ready: true }]);
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(metrics).toContain('naeringspuls_ready{municipality="3301"} 1');
      expect(metrics).toContain(`naeringspuls_folder_ok{folder="${join(folders, 'twin')}"} 0`);
      const page = await (await fetch(`http://127.0.0.1:${port}/3301/`)).text();
      expect(page).toContain('href="3301-status.json"');
      expect((await fetch(`http://127.0.0.1:${port}/3301/3301-status.json`)).status).toBe(200);

      rmSync(join(folders, 'a/environment'));
      service.kill('SIGHUP');
      const [, taken] = await service.loggedTimes('run-finished', 2);
      expect(taken).toMatchObject({ municipality: '1103', outcome: 'succeeded' });
      service.kill('SIGTERM');
      expect(await service.ended).toMatchObject({ code: 0 });
    },
    TIME_LIMIT_MS,
  );
});
