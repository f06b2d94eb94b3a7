import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import { typeIn } from '../support/typed-world.ts';
import type { World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';
import { startFaultySource } from './support/faulty-source.ts';

/** What stops questions between this machine and the source, as a user sees it (case 10). */

const NEXT_DAY = '2026-03-03T10:00:00.000Z';
/** What says how a run went. */
const TRACES_OF_A_RUN = ['job_run', 'dataset_run', 'dataset', 'source_news', 'alert', 'delivery'];
const PASSWORD = 'hemmelig';

const afterFirstRun = worldsAfterFirstRun();

beforeEach(() => {
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy']) {
    for (const spelt of [name, name.toUpperCase()]) vi.stubEnv(spelt, '');
  }
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A proxy that lets through who knows the password, and answers 407 to everybody else; counts those. */
async function startProxy(): Promise<{ readonly host: string; readonly refused: () => number }> {
  let refused = 0;
  const authorization = `Basic ${Buffer.from(`ola:${PASSWORD}`).toString('base64')}`;
  const server = createServer((request, response) => {
    if (request.headers['proxy-authorization'] !== authorization) {
      refused += 1;
      response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end('<html>Proxy</html>');
      return;
    }
    fetch(request.url ?? '').then(
      async (answer) => {
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        response.end(await answer.text());
      },
      () => response.destroy(),
    );
  });
  // Of a source behind https.
  server.on('connect', (_, socket) => {
    refused += 1;
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
  });
  return { host: await listening(server), refused: () => refused };
}

const lastRun = ({ databaseFile }: World) =>
  queryDatabase(databaseFile, 'SELECT outcome, message FROM job_run ORDER BY id DESC LIMIT 1')[0];
const troubles = ({ databaseFile }: World) =>
  queryDatabase(databaseFile, "SELECT subject FROM alert WHERE kind = 'trouble' AND created_at >= ?", NEXT_DAY);

/** Runs everything, and expects one sentence, exit code 3, and that all that is known stands. */
async function expectStopped(
  world: World,
  env: Readonly<Record<string, string>>,
  sentence: RegExp,
  flags: readonly string[] = ['--force'],
): Promise<string> {
  const before = databaseContent(world.databaseFile, TRACES_OF_A_RUN);
  const { exitCode, stdout, stderr } = await typeIn(world, ['ingest', ...flags], env);
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(sentence);
  expect(stderr.match(new RegExp(sentence, 'g'))).toHaveLength(1);
  expect(stdout + stderr).not.toContain(PASSWORD);
  expect(lastRun(world)).toMatchObject({ outcome: 'failed', message: expect.stringMatching(sentence) as string });
  expect(databaseContent(world.databaseFile, TRACES_OF_A_RUN)).toEqual(before);
  expect(troubles(world)).toEqual([]);
  return stderr;
}

describe('a proxy that asks for a name and password', () => {
  test('is named in one sentence with the variable to set, and what is set there is used', async () => {
    const world = await afterFirstRun(NEXT_DAY);
    const { host, refused } = await startProxy();
    const sentence = new RegExp(`did not get past the proxy ${host}, which asks for a name and password \\(407\\)`);
    const stderr = await expectStopped(world, { HTTP_PROXY: `http://${host}` }, sentence);
    expect(stderr).toContain(`Write both in HTTP_PROXY (http://NAME:PASSWORD@${host})`);
    // One question, asked again as after any fault of the network, and not one for each dataset.
    expect(refused()).toBe(4);

    const right = { HTTP_PROXY: `http://ola:${PASSWORD}@${host}` };
    expect(await typeIn(world, ['ingest', '--force'], right)).toMatchObject({ exitCode: 0 });
  });

  test('and refuses those given says so, and shows neither', async () => {
    const world = await afterFirstRun(NEXT_DAY);
    const { host } = await startProxy();
    const sentence = new RegExp(
      `did not get past the proxy ${host}, which refused the name and password in HTTP_PROXY \\(407\\)`,
    );
    const stderr = await expectStopped(world, { HTTP_PROXY: `http://kari:${PASSWORD}x@${host}` }, sentence);
    expect(stderr).not.toContain('kari');
    expect(stderr).toContain(`Correct both in HTTP_PROXY (http://NAME:PASSWORD@${host})`);
  });

  test('is known also where the source is behind https', async () => {
    const world = await afterFirstRun(NEXT_DAY);
    const { host } = await startProxy();
    const env = { HTTPS_PROXY: `http://${host}`, SSB_API_URL: 'https://ssb.invalid/api' };
    const sentence = new RegExp(`did not get past the proxy ${host}, which asks for a name and password \\(407\\)`);
    expect(await expectStopped(world, env, sentence)).toContain('Write both in HTTPS_PROXY');
  });

  test('is not taken for the maintenance of the source', async () => {
    const world = await afterFirstRun('2026-03-03T10:35:00.000Z');
    const { host } = await startProxy();
    await expectStopped(world, { HTTP_PROXY: `http://${host}` }, /which asks for a name and password \(407\)/);
  });

  test('is told once by doctor --live', async () => {
    const world = await afterFirstRun(NEXT_DAY);
    const { host } = await startProxy();
    const { exitCode, stdout } = await typeIn(world, ['doctor', '--live'], { HTTP_PROXY: `http://${host}` });
    expect(exitCode).toBe(3);
    expect(stdout.match(/configuration of the source did not get past the proxy/g)).toHaveLength(1);
  });
});

test('a proxy that is not there is named', async () => {
  const world = await afterFirstRun(NEXT_DAY);
  const sentence =
    /(?:gjennom mellomtjeneren|through the proxy) 127\.0\.0\.1:9: (?:forbindelsen ble avvist|the connection was refused)/;
  await expectStopped(world, { HTTP_PROXY: `http://ola:${PASSWORD}@127.0.0.1:9` }, sentence);
});

describe('an address in SSB_API_URL under which the source does not answer', () => {
  const notFound = (response: ServerResponse) =>
    response.writeHead(404, { 'content-type': 'text/html' }).end('<html>Not found</html>');
  const otherJson = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"swagger":"2.0"}');

  test.each([
    ['a web page (404)', ['--force'], notFound],
    ['a web page (404), where only changes are asked for', [], notFound],
    ['JSON of another form', ['--force'], otherJson],
    ['JSON of another form, where only changes are asked for', [], otherJson],
  ])('is named once, with its variable: %s', async (_, flags, answer) => {
    const world = await afterFirstRun(NEXT_DAY);
    const address = `${await startFaultySource(world.statbank.url, { on: '/', answer })}/api/pxwebapi/v3`;
    const sentence = new RegExp(`SSB_API_URL names ${address}, where no PxWebApi 2 answers`);
    const stderr = await expectStopped(world, { SSB_API_URL: address }, sentence, flags);
    expect(stderr).not.toContain('too long');
    expect(stderr).toContain('Correct SSB_API_URL');
  });

  test('is told once by doctor --live, which then says nothing of places', async () => {
    const world = await afterFirstRun(NEXT_DAY);
    const SSB_API_URL = await startFaultySource(world.statbank.url, { on: '/', answer: notFound });
    const { exitCode, stdout } = await typeIn(world, ['doctor', '--live'], { SSB_API_URL });
    expect(exitCode).toBe(3);
    expect(stdout.match(/where no PxWebApi 2 answers/g)).toHaveLength(1);
    expect(stdout).not.toContain('Det som ble spurt om steder, stemmer');
    expect(stdout).toContain('Om stedene stemmer med config/regions.yaml, er ikke kjent');
  });
});

describe('questions about figures alone that are stopped', () => {
  test.each([
    ['by a filter', 403, 'Access denied', /was stopped on the way, by a proxy on the way or a filter \(403\)/],
    ['by a network that wants a log-in', 200, '<html>Logg inn</html>', /was answered with a web page instead of JSON/],
  ])('%s end the run with one sentence', async (_, status, body, sentence) => {
    const world = await afterFirstRun(NEXT_DAY);
    let asked = 0;
    const SSB_API_URL = await startFaultySource(world.statbank.url, {
      on: '/data',
      answer: (response) => {
        asked += 1;
        response.writeHead(status, { 'content-type': 'text/html' }).end(body);
      },
    });
    const stderr = await expectStopped(world, { SSB_API_URL }, sentence);
    expect(stderr).toContain('NO_PROXY');
    expect(asked).toBe(4);
  });

  test('and come through when they are asked again are no fault at all', async () => {
    const world = await afterFirstRun(NEXT_DAY);
    const answer = (response: ServerResponse) => response.writeHead(403).end('Access denied');
    const SSB_API_URL = await startFaultySource(world.statbank.url, { on: '/data', times: 2, answer });
    expect(await typeIn(world, ['ingest', '--force'], { SSB_API_URL })).toMatchObject({ exitCode: 0 });
  });
});
