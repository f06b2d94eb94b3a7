import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ReceivedPost {
  readonly path: string;
  readonly key: string | undefined;
  readonly contentType: string | undefined;
  readonly document: Readonly<Record<string, unknown>>;
}

/** A receiver of webhooks on loopback that can be taken down and brought back at the same address. */
export interface Receiver {
  /** Without a path. */
  readonly url: string;
  readonly received: ReceivedPost[];
  /** Answered from now on; `during` is done when a message has been read and before it is answered. */
  answer(status: number, during?: () => void, headers?: Readonly<Record<string, string>>): void;
  down(): Promise<void>;
  back(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly during: () => void;
  readonly headers: Readonly<Record<string, string>>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: ReceivedPost[] = [];
  let reply: Reply = { status: 204, during: () => undefined, headers: {} };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (request.method === 'POST') received.push(toPost(request, body));
      reply.during();
      respond(response, reply);
    });
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => close(server));
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: (status, during = () => undefined, headers = {}) => (reply = { status, during, headers }),
    down: () => close(server),
    back: () => listen(server, port),
  };
}

function respond(response: ServerResponse, { status, headers }: Reply): void {
  response.writeHead(status, { ...headers, connection: 'close' }).end();
}

function toPost({ url, headers }: IncomingMessage, body: string): ReceivedPost {
  const key = headers['idempotency-key'];
  return {
    path: url ?? '',
    key: Array.isArray(key) ? key.join() : key,
    contentType: headers['content-type'],
    document: JSON.parse(body) as Record<string, unknown>,
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
