import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { controlsOf } from './controls.ts';
import type { StatbankControls } from './controls.ts';
import { throughGateway } from './gateway.ts';
import { close, listen, readBody, send } from './http.ts';
import { notFoundPage } from './reply.ts';
import type { Reply } from './reply.ts';
import { newState } from './state.ts';
import type { LoggedRequest, StatbankOptions, StatbankState } from './state.ts';

/** A running stand-in for Statistics Norway's API. */
export interface Statbank extends StatbankControls {
  /** Base address of the v2 API, without a slash at the end. */
  readonly url: string;
  /** Base address of Klass. */
  readonly klassUrl: string;
  /** Every request to v2, v0 and Klass since the start or the last `clearRequests`. */
  readonly requests: readonly LoggedRequest[];
  close(): Promise<void>;
}

export const V2_PATH = '/api/pxwebapi/v2';
const KLASS_PATH = '/api/klass/v1';

/** Starts the stand-in on loopback. */
export async function startStatbank(options: StatbankOptions = {}): Promise<Statbank> {
  const state = newState(options);
  const server = createServer((request, response) => {
    answer(state, request, response).catch((fault: unknown) => {
      process.stderr.write(`The stand-in failed: ${String(fault instanceof Error ? fault.stack : fault)}\n`);
      response.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;
  return {
    ...controlsOf(state),
    url: `${origin}${V2_PATH}`,
    klassUrl: `${origin}${KLASS_PATH}`,
    requests: state.requests,
    close: () => close(server),
  };
}

async function answer(state: StatbankState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark);
  const incoming = {
    method: request.method ?? 'GET',
    path,
    search,
    body,
    contentType: request.headers['content-type'] ?? '',
  };
  const cut = state.mode.name === 'cut-connection' && path.includes(state.mode.only ?? '');
  const reply = await dispatch(state, incoming, `http://${request.headers.host ?? '127.0.0.1'}`);
  state.requests.push({ ...logged(incoming, request, url), status: reply.status });
  send(request, response, reply, cut);
}

interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly body: string;
  readonly contentType: string;
}

async function dispatch(state: StatbankState, incoming: Incoming, origin: string): Promise<Reply> {
  const within = (base: string): boolean => incoming.path.toLowerCase().startsWith(`${base}/`);
  if (within(V2_PATH)) {
    const path = incoming.path.slice(V2_PATH.length);
    return throughGateway({ ...incoming, path }, state, `${origin}${V2_PATH}`);
  }
  return notFoundPage();
}

function logged(incoming: Incoming, request: IncomingMessage, url: string): Omit<LoggedRequest, 'status'> {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return {
    method: incoming.method,
    path: incoming.path,
    query: [...new URLSearchParams(incoming.search)],
    url,
    body: incoming.body,
    headers,
  };
}
