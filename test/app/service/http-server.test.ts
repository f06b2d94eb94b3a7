import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type HealthServerOptions, startHealthServer } from '../../../src/app/service/http-server.ts';
import type { App } from '../../../src/app/open-app.ts';
import { writePage } from '../../../src/app/show/write-page.ts';
import { PipelineError } from '../../../src/model/errors.ts';
import { openWorld, prepareDatabase } from '../../support/world.ts';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});

afterAll(() => prepared.remove());

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** One request to the server, with the path sent as it is written. */
type Ask = (path: string, method?: string) => Promise<Reply>;

/** A server on the figures of one run, for as long as `work` takes. */
async function withServer(
  work: (ask: Ask, world: { readonly app: App; readonly port: number }) => Promise<void>,
  options: Partial<HealthServerOptions> = {},
): Promise<void> {
  const world = await openWorld({ database: prepared.file });
  await world.with(async (app) => {
    const startedAt = new Date(app.clock.now().getTime() - 5000);
    const server = await startHealthServer({ app, host: '127.0.0.1', port: 0, startedAt, ...options });
    try {
      await work((path, method = 'GET') => ask(server.port, path, method), { app, port: server.port });
    } finally {
      await server.close();
    }
  });
}

function ask(port: number, path: string, method: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = '';
      // A letter may come in two pieces.
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Sends bytes as they are and gives what comes back before the line is closed. */
function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}

describe('the doors for health', () => {
  it('say that the process is alive, and for how long', async () => {
    await withServer(async (ask) => {
      const { status, body } = await ask('/health/live');
      expect([status, JSON.parse(body)]).toEqual([
        200,
        { live: true, startedAt: expect.any(String) as string, upSeconds: 5 },
      ]);
    });
  });

  it('say that it does its work, check by check', async () => {
    await withServer(async (ask) => {
      const { status, headers, body } = await ask('/health/ready');
      const { ready, checks } = JSON.parse(body) as { ready: boolean; checks: { name: string; state: string }[] };
      expect([status, headers['content-type'], ready]).toEqual([200, 'application/json; charset=utf-8', true]);
      expect(checks.map(({ name }) => name)).toEqual([
        'database',
        'disk',
        'runs',
        'schedule',
        'outbox',
        'sources',
        'page',
        'copy',
        'backup',
        'drill',
      ]);
      expect(checks.filter(({ state }) => state === 'failed')).toEqual([]);
    });
  });

  it('say no when a planned run has not begun', async () => {
    const nextFire = () => new Date('2020-01-01T00:00:00Z');
    await withServer(
      async (ask) => {
        const { status, body } = await ask('/health/ready');
        expect([status, (JSON.parse(body) as { ready: boolean }).ready]).toEqual([503, false]);
        expect(body).toContain('The run planned for 2020-01-01T00:00:00.000Z has not begun.');
      },
      { nextFire },
    );
  });

  it('say no when the database has been moved away from under the service', async () => {
    await withServer(async (ask, { app }) => {
      renameSync(app.store.file, `${app.store.file}.moved`);
      const { status, body } = await ask('/health/ready');
      expect(status).toBe(503);
      expect(body).toContain('is no longer the file that was opened. Restart the service.');
    });
  });

  it('say no when another program has brought the database up to a newer version', async () => {
    await withServer(async (ask, { app }) => {
      app.store.sqlite.pragma('user_version = 99');
      const { status, body } = await ask('/health/ready');
      expect(status).toBe(503);
      expect(body).toContain('has been brought up to version 99.');
    });
  });

  it('say yes however old the figures are', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at('2046-01-01T00:00:00Z');
    await world.with(async (app) => {
      const server = await startHealthServer({ app, host: '127.0.0.1', port: 0, startedAt: app.clock.now() });
      onTestFinished(() => server.close());
      const { status, body } = await ask(server.port, '/health/ready', 'GET');
      expect(status).toBe(200);
      expect(body).toContain('Older than they may be:');
    });
  });

  it('answer HEAD as GET, without the body', async () => {
    await withServer(async (ask) => {
      const [get, head] = [await ask('/health/live'), await ask('/health/live', 'HEAD')];
      expect([head.status, head.body]).toEqual([200, '']);
      expect(head.headers['content-length']).toBe(get.headers['content-length']);
    });
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuse %s', async (method) => {
    await withServer(async (ask) => {
      const { status, headers } = await ask('/health/live', method);
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
    });
  });

  it.each([
    '/index.html',
    '/health',
    '/health/live/',
    '//health/live',
    '/HEALTH/LIVE',
    '/health/../metrics',
    '/health/%6cive',
    '/..%2f..%2fetc/passwd',
    '/__proto__',
    '/constructor',
    'http://example.org/metrics',
  ])('do not know %s', async (path) => {
    await withServer(async (_ask, { port }) => {
      const answer = await sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 404 Not Found');
    });
  });

  it('give the page for staff at /, under its own policy and framed by nobody', async () => {
    await withServer(async (ask, { app }) => {
      writePage(app);
      const { status, headers, body } = await ask('/');
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(body).toBe(readFileSync(app.environment.reportFile, 'utf8'));
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; .*; frame-ancestors 'none'$/,
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    });
  });

  it.each([
    ['there is no page yet', null],
    ['another file stands where the page should be', '<!doctype html><script>alert(1)</script>'],
  ])('say so at / while %s', async (_what, content) => {
    await withServer(async (ask, { app }) => {
      if (content !== null) writeFileSync(app.environment.reportFile, content);
      const { status, headers, body } = await ask('/');
      expect([status, headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8']);
      expect(body).toBe('The page has not been made yet. The service makes it when it starts and after every run.\n');
    });
  });

  it('take no notice of what follows a question mark', async () => {
    await withServer(async (ask) => {
      expect((await ask(`/health/live?${'x'.repeat(2000)}`)).status).toBe(200);
    });
  });

  it.each([
    ['bytes that are no HTTP', '\0\x01\x02 garbage\r\n\r\n'],
    ['a header without end', `GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['two lengths', 'POST /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a line break in a header', 'GET /health/live HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n'],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n'],
  ])('come to no harm by %s', async (_what, bytes) => {
    await withServer(async (ask, { port }) => {
      expect(await sendRaw(port, bytes)).not.toContain('200 OK');
      expect((await ask('/health/live')).status).toBe(200);
    });
  });

  it('tell no secret', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with(async (opened) => {
      const environment = { ...opened.environment, webhookUrl: 'https://hooks.example.org/top-secret-word' };
      const app = { ...opened, environment };
      const server = await startHealthServer({ app, host: '127.0.0.1', port: 0, startedAt: app.clock.now() });
      onTestFinished(() => server.close());
      for (const path of ['/health/live', '/health/ready', '/metrics', '/elsewhere']) {
        const { headers, body } = await ask(server.port, path, 'GET');
        expect(JSON.stringify([headers, body])).not.toContain('top-secret-word');
      }
    });
  });

  it('write nothing', async () => {
    await withServer(async (ask, { app }) => {
      const before = app.store.sqlite.pragma('data_version', { simple: true });
      const changes = () => app.store.sqlite.prepare('SELECT total_changes()').pluck().get();
      const made = changes();
      for (const path of ['/', '/health/live', '/health/ready', '/metrics']) await ask(path);
      expect([app.store.sqlite.pragma('data_version', { simple: true }), changes()]).toEqual([before, made]);
    });
  });

  it('are shut when the server is closed', async () => {
    let port = 0;
    await withServer((_ask, server) => {
      port = server.port;
      return Promise.resolve();
    });
    await expect(ask(port, '/health/live', 'GET')).rejects.toThrow('ECONNREFUSED');
  });

  it('cannot be opened where another program has the port', async () => {
    await withServer(async (_ask, { app, port }) => {
      const refusal = await startHealthServer({ app, host: '127.0.0.1', port, startedAt: new Date() }).catch(
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(PipelineError);
      expect((refusal as PipelineError).message).toBe(
        `Health and metrics cannot be answered on port ${port} of 127.0.0.1: another program has it.`,
      );
      expect((refusal as PipelineError).hint).toContain('HEALTH_PORT');
    });
  });
});
