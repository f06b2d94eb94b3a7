import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { PipelineError } from '../../model/errors.ts';
import type { Logger } from '../../platform/logger.ts';
import type { HttpAnswer } from './http-answer.ts';
import { isAllowedHost } from './allowed-host.ts';

/** A server that answers, until it is closed. */
export interface HealthServer {
  readonly port: number;
  /** Breaks off what is being answered and gives the port free. */
  close(): Promise<void>;
}

/** How a path is answered. */
export type Route = () => HttpAnswer | Promise<HttpAnswer>;

/** Paths, each with how it is answered. */
export type Routes = ReadonlyMap<string, Route>;

/** What a server answers, and to whom. */
export interface Answering {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly logger: Logger;
  /** Hosts by which it may be asked, besides addresses. */
  readonly names: () => readonly string[];
  /** Named to whoever asks for a path that is not there. */
  readonly routes: () => Routes;
  /** Those that are not named. */
  readonly files: () => Routes;
}

/** Nobody with business here sends more, or takes longer. */
const LIMITS = {
  maxHeaderSize: 8192,
  headersTimeout: 5000,
  requestTimeout: 5000,
  connectionsCheckingInterval: 1000,
};
const MOST_CONNECTIONS = 32;
const METHODS = ['GET', 'HEAD'];
const STRANGER: HttpAnswer = {
  status: 421,
  type: 'text/plain; charset=utf-8',
  body: 'Unknown host name. Behind a proxy, write the address of the page in config/report.yaml.\n',
};

/**
 * Answers questions over HTTP, as long as they are small and few. Throws `settings-invalid` when the port is not
 * available.
 */
export async function startHttpServer(answering: Answering): Promise<HealthServer> {
  const { host, port, logger } = answering;
  const server = createServer(LIMITS, (request, response) => {
    if (!isAllowedHost(request.headers.host, answering.names())) {
      send(request, response, STRANGER);
      return;
    }
    answer(answering.routes(), answering.files(), request, response).catch((error: unknown) => {
      logger.error({ event: 'health-failed', err: error }, 'A question about health or metrics was not answered.');
      send(request, response, { status: 500, type: 'text/plain', body: 'This is a fault in the program.\n' });
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', (_error, socket) => refuse(socket));
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  routes: Routes,
  files: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Compared as received: nothing is decoded, joined or looked up, so that no path leads anywhere else.
  const [path = ''] = (request.url ?? '').split('?', 1);
  const route = routes.get(path) ?? files.get(path);
  const text = 'text/plain; charset=utf-8';
  if (route === undefined) {
    send(request, response, {
      status: 404,
      type: text,
      body: `Not found. Available: ${[...routes.keys()].join(', ')}.\n`,
    });
    return;
  }
  if (!METHODS.includes(request.method ?? '')) {
    response.setHeader('Allow', METHODS.join(', '));
    send(request, response, { status: 405, type: text, body: 'Only GET and HEAD are allowed.\n' });
    return;
  }
  send(request, response, await route());
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, body, headers }: HttpAnswer): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
    Connection: 'close',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What is not HTTP, or too much of it. */
function refuse(socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  const text = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
  // Do not wait for clients that keep the connection open.
  socket.end(text, () => socket.destroy());
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'another program has it' : (cause.code ?? cause.message);
      const message = `Health and metrics cannot be answered on port ${port} of ${host}: ${why}.`;
      reject(
        new PipelineError('settings-invalid', message, {
          hint: 'Set HEALTH_PORT to a port that is free and HEALTH_HOST to an address of this machine, or remove both.',
          context: { host, port },
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
}
