import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Reply } from './reply.ts';

const WORTH_COMPRESSING = 1024;

/** Reads a request body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Sends a reply, compressed where the client takes gzip. `cut` ends the connection in the middle of the body. */
export function send(request: IncomingMessage, response: ServerResponse, reply: Reply, cut: boolean): void {
  const plain = Buffer.from(reply.body, 'utf8');
  const accepts = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const compressed = accepts && plain.length >= WORTH_COMPRESSING;
  const body = compressed ? gzipSync(plain) : plain;
  response.writeHead(reply.status, {
    ...(reply.contentType === '' ? {} : { 'content-type': reply.contentType }),
    'content-length': body.length,
    vary: 'Accept-Encoding',
    ...(compressed ? { 'content-encoding': 'gzip' } : {}),
    ...reply.headers,
  });
  if (!cut) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

/** Listens on loopback; resolves with the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Closes a server and every connection it still has. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
