import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import nock from 'nock';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';
import { createHttp, type HttpRequest } from '../../src/platform/http.ts';

const servers: Server[] = [];

// These tests are about real connections, all of them to a server on loopback.
beforeAll(() => nock.restore());

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = createHttp({ userAgent: 'naeringspuls (test)' });

async function failure(request: HttpRequest, via = send): Promise<PipelineError> {
  const error: unknown = await via(request).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(PipelineError);
  return error as PipelineError;
}

test('gives back an answer of any status with its body and headers in lower case', async () => {
  const url = await serve((_, reply) => reply.writeHead(418, { 'X-RateLimit-Remaining': '39' }).end('short and stout'));
  const response = await send({ method: 'GET', url });
  expect(response.status).toBe(418);
  expect(response.headers['x-ratelimit-remaining']).toBe('39');
  expect(response.body.toString()).toBe('short and stout');
});

test('names the project, accepts gzip and unpacks it', async () => {
  let seen: Readonly<Record<string, unknown>> = {};
  const url = await serve((request, reply) => {
    seen = request.headers;
    reply.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('{"a":1}'));
  });
  const { body } = await send({ method: 'GET', url });
  expect(body.toString()).toBe('{"a":1}');
  expect(seen['user-agent']).toBe('naeringspuls (test)');
  expect(seen['accept-encoding']).toContain('gzip');
});

test('sends the query string as it was encoded', async () => {
  let path = '';
  const url = await serve((request, reply) => {
    path = request.url ?? '';
    reply.end();
  });
  await send({ method: 'GET', url: `${url}/data?valueCodes%5BSektor%5D=A%2BB,%5Brange(2020%2C2022)%5D` });
  expect(path).toBe('/data?valueCodes%5BSektor%5D=A%2BB,%5Brange(2020%2C2022)%5D');
});

test('posts a body as it stands', async () => {
  let body = '';
  const url = await serve((request, reply) => {
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => reply.end());
  });
  await send({ method: 'POST', url, body: '{"selection":[]}', headers: { 'Content-Type': 'application/json' } });
  expect(body).toBe('{"selection":[]}');
});

test('refuses an answer that unpacks to more than the cap', async () => {
  const url = await serve((_, reply) =>
    reply.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('0'.repeat(5000))),
  );
  const error = await failure({ method: 'GET', url }, createHttp({ userAgent: 'test', maxBytes: 1000 }));
  expect(error.code).toBe('source-contract');
  expect(error.message).toMatch(/127\.0\.0\.1:\d+ sent more than the 1000 bytes/);
});

test('takes an answer of exactly the cap', async () => {
  const url = await serve((_, reply) => reply.end('0'.repeat(1000)));
  const response = await createHttp({ userAgent: 'test', maxBytes: 1000 })({ method: 'GET', url });
  expect(response.body).toHaveLength(1000);
});

test('says that an answer cut off in the middle broke off', async () => {
  const url = await serve((_, reply) => {
    reply.writeHead(200, { 'Content-Length': '1000' });
    reply.write('{"value":[1,2', () => reply.destroy());
  });
  const error = await failure({ method: 'GET', url });
  expect(error.code).toBe('source-unavailable');
  expect(error.message).toMatch(/could not be reached: the (answer broke off|connection was broken)/);
});

test('gives up when no whole answer has come in time, even if some of it has', async () => {
  const url = await serve((_, reply) => {
    reply.writeHead(200);
    reply.write('{"value":[');
  });
  const error = await failure({ method: 'GET', url }, createHttp({ userAgent: 'test', timeoutMs: 50 }));
  expect(error.code).toBe('source-unavailable');
  expect(error.message).toContain('no whole answer came within 0.05 s');
});

test('says that a connection was refused', async () => {
  const url = await serve((_, reply) => reply.end());
  const closed = servers.pop();
  await new Promise((resolve) => closed?.close(resolve));
  const error = await failure({ method: 'GET', url });
  expect(error.retry).toBe('transient');
  expect(error.message).toContain('the connection was refused (ECONNREFUSED)');
});

test('ends with the reason of the caller who gives up', async () => {
  const caller = new AbortController();
  const url = await serve(() => caller.abort(new Error('shutting down')));
  await expect(send({ method: 'GET', url, signal: caller.signal })).rejects.toThrow('shutting down');
});
