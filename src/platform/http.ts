import type { Readable } from 'node:stream';
import axios, { isAxiosError } from 'axios';
import { PipelineError } from '../model/errors.ts';
import { hasProxyLogin, proxyFor } from './proxy.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, decompressed. */
  readonly body: Buffer;
  /** Host and port of the proxy it came through; `null` or left out for none. */
  readonly proxy?: string | null;
  /** A name or password went to that proxy; left out for none. */
  readonly hasProxyLogin?: boolean;
}

export type Send = (request: HttpRequest) => Promise<HttpResponse>;

export interface HttpOptions {
  readonly userAgent: string;
  /** For the whole exchange. A source that needs up to 60 s for a large answer must not be cut off before. */
  readonly timeoutMs?: number;
  /** Of the decompressed body. */
  readonly maxBytes?: number;
  /** How many to follow; with 0 a redirect is an answer like any other. */
  readonly maxRedirects?: number;
}

const DEFAULT_TIMEOUT_MS = 90_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const DEFAULT_MAX_REDIRECTS = 3;

/**
 * Sends one request and gives back whatever was answered, whatever its status.
 * Throws `source-unavailable` when there is no whole answer (network, DNS, TLS, time-out), `source-contract` when it is
 * larger than the cap, and the signal's own reason when the caller gave up.
 */
export function createHttp(options: HttpOptions): Send {
  const { userAgent, timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES } = options;
  const { maxRedirects = DEFAULT_MAX_REDIRECTS } = options;
  return async function send(request) {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
    const host = new URL(request.url).host;
    const proxy = proxyFor(request.url);
    try {
      const response = await axios.request<Readable>({
        method: request.method,
        url: request.url,
        headers: { ...request.headers, 'User-Agent': userAgent },
        data: request.body,
        responseType: 'stream',
        validateStatus: () => true,
        maxRedirects,
        signal,
      });
      const body = await collect(response.data, maxBytes, host);
      const headers = plainHeaders(response.headers);
      return { status: response.status, headers, body, proxy, hasProxyLogin: hasProxyLogin(request.url) };
    } catch (cause) {
      request.signal?.throwIfAborted();
      if (cause instanceof PipelineError) throw cause;
      throw explain(cause, { host, proxy }, deadline.aborted ? timeoutMs : null);
    }
  };
}

async function collect(stream: Readable, maxBytes: number, host: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (size > maxBytes) throw tooLarge(host, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(host: string, maxBytes: number): PipelineError {
  return new PipelineError('source-contract', `${host} sent more than the ${maxBytes} bytes that are accepted.`, {
    hint: 'Ask for fewer regions, periods or categories; an answer this large is not what the query should give.',
    context: { host, maxBytes },
  });
}

function plainHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

interface Way {
  readonly host: string;
  readonly proxy: string | null;
}

const HINT =
  'Check the network, the proxy and the address; if others cannot reach the service either, wait and run again.';
/** Of the certificate of another than the one that was asked: nothing else signs for every host. */
const INTERCEPTED =
  'A proxy or filter that opens encrypted traffic signs it with a certificate of its own: write the file (PEM) with the ' +
  "certificate of its issuer in NODE_EXTRA_CA_CERTS, or have this host let through. Check the machine's clock, too.";

function explain(cause: unknown, { host, proxy }: Way, timedOutAfterMs: number | null): PipelineError {
  const code = codeOf(cause);
  const what = timedOutAfterMs === null ? reasonFor(code) : `no whole answer came within ${timedOutAfterMs / 1000} s`;
  const through = proxy === null ? '' : ` through the proxy ${proxy}`;
  const isUntrusted = CERTIFICATE.test(code);
  return new PipelineError('source-unavailable', `${host} could not be reached${through}: ${what}.`, {
    hint: isUntrusted ? INTERCEPTED : proxy === null ? HINT : `${HINT} ${VARIABLES}`,
    context: {
      host,
      ...(code === '' ? {} : { networkCode: code }),
      ...(proxy === null ? {} : { proxy }),
      ...(timedOutAfterMs === null ? {} : { seconds: timedOutAfterMs / 1000 }),
      ...(isUntrusted || NO_WAY.has(code) ? { outOfReach: 'network' } : {}),
    },
    refusal: { about: 'unreachable', host, proxy, code: timedOutAfterMs === null ? code : 'timeout' },
    cause,
  });
}

/** The innermost code: axios puts its own on top of the system's. */
function codeOf(cause: unknown): string {
  const inner = isAxiosError(cause) && cause.cause instanceof Error && 'code' in cause.cause ? cause.cause : cause;
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known to the name server',
  EAI_AGAIN: 'the name server did not answer',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken',
  ECONNABORTED: 'the connection was broken',
  EPIPE: 'the connection was broken',
  ERR_BAD_RESPONSE: 'the answer broke off',
  ERR_STREAM_PREMATURE_CLOSE: 'the answer broke off',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no network',
  ERR_FR_TOO_MANY_REDIRECTS: 'it redirects in a circle',
};

const CERTIFICATE = /CERT|SIGNATURE/;
/** There is no way to the source at all: another question to it would end the same. */
const NO_WAY: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);
const VARIABLES = 'The proxy is the one that HTTPS_PROXY or HTTP_PROXY names; NO_PROXY names hosts that need none.';

function reasonFor(code: string): string {
  if (CERTIFICATE.test(code) || /TLS|SSL|EPROTO/.test(code))
    return `its certificate or encryption was not accepted (${code})`;
  if (code.startsWith('Z_')) return `the compressed answer cannot be unpacked (${code})`;
  const known = REASONS[code];
  return known === undefined ? `the request failed (${code === '' ? 'no code' : code})` : `${known} (${code})`;
}
