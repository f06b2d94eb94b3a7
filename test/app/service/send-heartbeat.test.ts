import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ingest } from '../../../src/app/intake/ingest.ts';
import { SILENT_PROGRESS } from '../../../src/app/progress.ts';
import type { App } from '../../../src/app/open-app.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { acquireLease } from '../../../src/store/runs/lease.ts';
import { failureOf } from '../../support/failure.ts';
import { openWorld, type World } from '../../support/world.ts';

// Real requests on loopback.
beforeAll(() => nock.restore());

/** As a full disk does before a run has begun. */
const REFUSES_LEASE = "CREATE TRIGGER refuse BEFORE INSERT ON lease BEGIN SELECT RAISE(ABORT, 'no room'); END";

const SECRET = '/hemmelig-adresse';

/** Somebody who waits for signs of life, and answers each with a status. */
async function startWatcher(status = 200) {
  const heard: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      heard.push({ path: request.url ?? '', body });
      response.writeHead(status, { Connection: 'close' }).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${SECRET}`, heard };
}

/** A run of one job, with what it logs of heartbeats. */
async function runWith(world: World, environment: Partial<App['environment']>): Promise<readonly string[]> {
  const warned: string[] = [];
  await world.with((app) => {
    const output = { write: (line: string) => (line.includes('heartbeat') ? warned.push(line) : null) };
    const logger = createLogger({ level: 'warn', pretty: false, output });
    const watched = { ...app, logger, environment: { ...app.environment, ...environment } };
    return ingest(watched, { jobs: ['employment'], force: false, accept: [] }, SILENT_PROGRESS);
  });
  return warned;
}

describe('a heartbeat', () => {
  test('says after a run how it went', async () => {
    const { url, heard } = await startWatcher();
    await runWith(await openWorld(), { heartbeatUrl: url });
    expect(heard).toEqual([{ path: SECRET, body: '1 of 1 datasets have new or revised figures.' }]);
  });

  test('says that a run failed, and why', async () => {
    const { url, heard } = await startWatcher();
    const nowhere = { heartbeatUrl: url, ssbApiUrl: 'http://127.0.0.1:9' };
    expect(await failureOf(runWith(await openWorld(), nowhere))).toMatchObject({ code: 'source-unavailable' });
    expect(heard).toEqual([{ path: `${SECRET}/fail`, body: expect.stringMatching(/could not be reached/) as string }]);
  });

  test.each([
    ['answers with an error', async () => (await startWatcher(500)).url, 'answered 500 to the heartbeat'],
    ['does not answer', () => Promise.resolve(`http://127.0.0.1:9${SECRET}`), 'did not reach 127.0.0.1:9'],
  ])('costs a run nothing when the watcher %s, and its address is not told', async (_, watcher, sentence) => {
    const warned = await runWith(await openWorld(), { heartbeatUrl: await watcher() });
    expect(warned.join('\n')).toContain(sentence);
    expect(warned.join('\n')).not.toContain('hemmelig');
  });

  test('says that a run could not begin, and why', async () => {
    const { url, heard } = await startWatcher();
    const world = await openWorld();
    await world.with((app) => {
      app.store.sqlite.exec(REFUSES_LEASE);
    });
    expect(await failureOf(runWith(world, { heartbeatUrl: url }))).toMatchObject({ message: /no room/ });
    expect(heard).toEqual([{ path: `${SECRET}/fail`, body: expect.stringMatching(/no room/) as string }]);
  });

  test('says nothing of the run of another process, which says how it went itself', async () => {
    const { url, heard } = await startWatcher();
    const world = await openWorld();
    await world.with(({ store, clock }) => {
      const now = clock.now().toISOString();
      acquireLease(store, { owner: 'another machine', pid: process.pid, now, staleAfterMs: 60_000 });
    });
    expect(await failureOf(runWith(world, { heartbeatUrl: url }))).toMatchObject({ code: 'store-busy' });
    expect(heard).toEqual([]);
  });

  test('is not sent where nobody waits for one', async () => {
    expect(await runWith(await openWorld(), { heartbeatUrl: null })).toEqual([]);
  });
});
