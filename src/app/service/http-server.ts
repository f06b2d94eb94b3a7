import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { PipelineError } from '../../model/errors.ts';
import { judgeHealth } from '../../health/judge-health.ts';
import { createHealthReader, type ScheduleState, type ServiceState } from './health-facts.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { HttpAnswer } from './http-answer.ts';
import { fileRoutes } from './answer-file.ts';
import { answerPage } from './answer-page.ts';
import type { App } from '../open-app.ts';
import { isAllowedHost } from './allowed-host.ts';

export interface HealthServerOptions extends ScheduleState {
  readonly app: App;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** When the process began its service. */
  readonly startedAt: Date;
}

export interface HealthServer {
  readonly port: number;
  /** Breaks off what is being answered and gives the port free. */
  close(): Promise<void>;
}

type Route = () => HttpAnswer | Promise<HttpAnswer>;

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
 * Answers how the service is: `/health/live` while the process answers at all, `/health/ready` with 503 when it does
 * not do its work, `/metrics` for Prometheus, and `/` with the page for staff and the files beside it. Reads and never
 * writes. Throws `settings-invalid` when the port is not available.
 */
export async function startHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const { app, host, port } = options;
  const metrics = createMetrics(app);
  const routes = createRoutes(options, metrics);
  const files = fileRoutes(app);
  const names = [host.toLowerCase(), ...pageHost(app)];
  const server = createServer(LIMITS, (request, response) => {
    if (!isAllowedHost(request.headers.host, names)) {
      send(request, response, STRANGER);
      return;
    }
    answer(routes, files, request, response).catch((error: unknown) => {
      app.logger.error({ event: 'health-failed', err: error }, 'A question about health or metrics was not answered.');
      send(request, response, { status: 500, type: 'text/plain', body: 'This is a fault in the program.\n' });
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', (_error, socket) => refuse(socket));
  try {
    await listen(server, host, port);
  } catch (error) {
    metrics.close();
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        metrics.close();
      }),
  };
}

function pageHost({ settings }: App): readonly string[] {
  const { address } = settings.report;
  return address === null ? [] : [new URL(address).hostname];
}

function createRoutes(options: HealthServerOptions, metrics: Metrics): ReadonlyMap<string, Route> {
  const { app, startedAt } = options;
  const read = createHealthReader(app, options);
  const upSeconds = () => Math.max(0, (app.clock.now().getTime() - startedAt.getTime()) / 1000);
  return new Map<string, Route>([
    ['/', () => answerPage(app.environment.reportFile)],
    ['/health/live', () => json(200, { live: true, startedAt: startedAt.toISOString(), upSeconds: upSeconds() })],
    ['/health/ready', () => toReadiness(read())],
    ['/metrics', async () => ({ status: 200, type: metrics.contentType, body: await metrics.render(read()) })],
  ]);
}

function toReadiness({ facts }: ServiceState): HttpAnswer {
  const verdict = judgeHealth(facts);
  return json(verdict.ready ? 200 : 503, { ...verdict, at: facts.now });
}

function json(status: number, document: unknown): HttpAnswer {
  return { status, type: 'application/json; charset=utf-8', body: `${JSON.stringify(document, null, 2)}\n` };
}

async function answer(
  routes: ReadonlyMap<string, Route>,
  files: ReadonlyMap<string, Route>,
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
