import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { controlRoute } from './controls/control-routes.ts';
import { controlsOf } from './controls/controls.ts';
import type { StatbankControls } from './controls/controls.ts';
import { throughGateway } from './gateway.ts';
import { close, listen, readBody, send } from './http.ts';
import { klassRoute } from './klass/klass.ts';
import { oldRoute } from './old/v0.ts';
import { Refusal, notFoundPage } from './reply.ts';
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
const OLD_PATH = '/api/v0';
const CONTROL_PATH = '/control/';

/** Starts the stand-in on loopback. */
export async function startStatbank(options: StatbankOptions = {}): Promise<Statbank> {
  const state = newState(options);
  const controls = controlsOf(state);
  const server = createServer((request, response) => {
    answer(state, controls, request, response).catch((fault: unknown) => {
      process.stderr.write(`The stand-in failed: ${String(fault instanceof Error ? fault.stack : fault)}\n`);
      response.destroy();
    });
  });
  // On a busy machine a client would else ask on a connection that is closed meanwhile, and ask again.
  server.keepAliveTimeout = 0;
  const port = await listen(server, options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;
  return {
    ...controls,
    url: `${origin}${V2_PATH}`,
    klassUrl: `${origin}${KLASS_PATH}`,
    requests: state.requests,
    close: () => close(server),
  };
}

async function answer(
  state: StatbankState,
  controls: StatbankControls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const incoming = await readIncoming(request);
  if (incoming.path.startsWith(CONTROL_PATH)) {
    const name = incoming.path.slice(CONTROL_PATH.length);
    send(request, response, controlRoute(incoming.method, name, incoming.body, state, controls), false);
    return;
  }
  const cut = state.mode.name === 'cut-connection' && incoming.path.includes(state.mode.only ?? '');
  const reply = await dispatch(state, incoming, `http://${request.headers.host ?? '127.0.0.1'}`);
  state.requests.push(logged(incoming, reply.status));
  send(request, response, reply, cut);
}

interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const body = await readBody(request);
  const url = request.url ?? '/';
  const mark = url.indexOf('?') < 0 ? url.length : url.indexOf('?');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? 'GET', path: url.slice(0, mark), search: url.slice(mark), body, headers };
}

async function dispatch(state: StatbankState, incoming: Incoming, origin: string): Promise<Reply> {
  const { method, search, body, headers } = incoming;
  const within = (base: string): boolean => incoming.path.toLowerCase().startsWith(`${base}/`);
  const after = (base: string): string => incoming.path.slice(base.length);
  try {
    if (within(V2_PATH)) {
      const request = { method, path: after(V2_PATH), search, body, contentType: headers['content-type'] ?? '' };
      return await throughGateway(request, state, `${origin}${V2_PATH}`);
    }
    if (within(KLASS_PATH))
      return klassRoute({ path: after(KLASS_PATH), search, accept: headers['accept'] ?? '' }, state.now, {
        made: state.klassChanges,
        further: state.options.municipalities ?? [],
      });
    if (within(OLD_PATH)) return oldRoute({ method, path: after(OLD_PATH), search, body }, state.tables);
    return notFoundPage();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.reply;
    throw problem;
  }
}

function logged({ method, path, search, body, headers }: Incoming, status: number): LoggedRequest {
  return { method, path, query: [...new URLSearchParams(search)], url: `${path}${search}`, body, headers, status };
}
