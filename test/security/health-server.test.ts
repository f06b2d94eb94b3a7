import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startHealthServer } from '../../src/app/service/http-server.ts';
import type { App } from '../../src/app/open-app.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from '../support/world.ts';

let prepared: PreparedDatabase;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const HOST = '127.0.0.1';
const PATHS = ['/health/live', '/health/ready', '/metrics'];

/** A server for as long as `work` takes. */
async function withServer(work: (port: number) => Promise<void>, change: (app: App) => App = (app) => app) {
  const world = await openWorld({ database: prepared.file });
  await world.with(async (opened) => {
    const app = change(opened);
    const server = await startHealthServer({ app, host: HOST, port: 0, startedAt: app.clock.now() });
    await work(server.port).finally(() => server.close());
  });
}

/** Opens a connection, sends what is given and leaves it open; `closed` gives all that came when the other side hung up. */
function open(port: number, bytes = ''): { readonly socket: Socket; readonly closed: Promise<string> } {
  const socket = connect(port, HOST);
  onTestFinished(() => void socket.destroy());
  if (bytes !== '') socket.write(bytes);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  return { socket, closed: new Promise((resolve) => socket.on('close', () => resolve(answer))) };
}

const get = (path: string, host = 'localhost') => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
const ask = (port: number, path: string, host?: string) => open(port, get(path, host)).closed;
const statusOf = (answer: string) => answer.split('\r\n', 1)[0];

describe('who may reach it', () => {
  test('is this machine alone, unless the environment says otherwise', () => {
    expect(readEnvironment({ HEALTH_PORT: '9464' }, '/program').healthHost).toBe('127.0.0.1');
  });

  test.each(PATHS)('is no site that lets its own name point here: %s', async (path) => {
    await withServer(async (port) => {
      const answer = await ask(port, path, `evil.example:${port}`);
      expect(statusOf(answer)).toBe('HTTP/1.1 421 Misdirected Request');
      expect(answer).toContain('Unknown host name.');
      expect(answer).not.toContain('naeringspuls_');
    });
  });

  test('is a proxy that hands on the name under which staff open the page', async () => {
    const withAddress = (app: App): App => {
      return { ...app, settings: { ...app.settings, report: { address: 'https://puls.kommune.no/plan' } } };
    };
    await withServer(async (port) => {
      expect(statusOf(await ask(port, '/health/live', 'puls.kommune.no'))).toBe('HTTP/1.1 200 OK');
    }, withAddress);
  });

  test('lets no other site read, keep or guess the kind of what it answers', async () => {
    await withServer(async (port) => {
      for (const path of [...PATHS, '/elsewhere']) {
        const answer = (await ask(port, path)).toLowerCase();
        expect(answer).toContain('\r\nx-content-type-options: nosniff\r\n');
        expect(answer).toContain('\r\ncache-control: no-store\r\n');
        expect(answer).not.toContain('access-control-allow-origin');
      }
    });
  });
});

describe('whoever keeps it busy', () => {
  test('is answered one question on a connection, however many are sent at once', async () => {
    await withServer(async (port) => {
      const { closed } = open(port, get('/health/live').repeat(500));
      expect((await closed).match(/HTTP\/1\.1 /g)).toHaveLength(1);
    });
  });

  test('holds no more than 32 connections, and those for seconds only: silent, half a line, half a header, half a body', async () => {
    await withServer(async (port) => {
      const pieces = [
        '',
        'GET /hea',
        'GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-',
        'POST /elsewhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf',
      ];
      const held = Array.from({ length: 300 }, (_, n) => open(port, pieces[n % pieces.length]));
      const answers = await Promise.all(held.map(({ closed }) => closed));
      // Who has sent enough to be answered makes room; of the others those past the 32nd are hung up on without a word.
      const waitedFor = answers.filter((answer) => answer !== '' && statusOf(answer) !== 'HTTP/1.1 404 Not Found');
      expect(waitedFor.length).toBeLessThanOrEqual(32);
      expect(statusOf(await ask(port, '/health/live'))).toBe('HTTP/1.1 200 OK');
    });
  });

  test('may send 8 kB of headers and not more, in one or in many', async () => {
    const one = `X-A: ${'a'.repeat(9000)}\r\n`;
    const many = Array.from({ length: 2000 }, (_, n) => `X-${n}: a\r\n`).join('');
    await withServer(async (port) => {
      for (const headers of [one, many]) {
        const { closed } = open(port, `GET /health/live HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`);
        expect(statusOf(await closed)).toBe('HTTP/1.1 400 Bad Request');
      }
      expect(statusOf(await ask(port, '/health/live'))).toBe('HTTP/1.1 200 OK');
    });
  });

  test('cannot make it ask others: what looks like a proxy request is no path here', async () => {
    const asked: string[] = [];
    const other = createServer(() => asked.push('asked'));
    await new Promise<void>((resolve) => other.listen(0, HOST, resolve));
    onTestFinished(() => void other.close());
    const address = `${HOST}:${(other.address() as AddressInfo).port}`;
    await withServer(async (port) => {
      expect(statusOf(await ask(port, `http://${address}/`))).toBe('HTTP/1.1 404 Not Found');
      expect(asked).toEqual([]);
    });
  });
});
