import { emptyReply, jsonReply } from './reply.ts';
import type { Reply } from './reply.ts';

/** One bucket for all v2 requests. How SSB words its 429 is not known, so there are three wordings. */
export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly body: 'empty' | 'text' | 'json';
  readonly retryAfter: boolean;
}

export const SSB_RATE_LIMIT: RateLimit = { limit: 40, windowSeconds: 60, body: 'empty', retryAfter: true };

export interface Bucket {
  readonly startedAt: number;
  readonly used: number;
}

export interface RateDecision {
  readonly bucket: Bucket;
  readonly headers: Readonly<Record<string, string>>;
  /** The 429, when the bucket is empty. */
  readonly refusal: Reply | null;
}

/** Takes one call from the bucket at a moment in milliseconds; a window begins with its first call. */
export function takeCall(
  rateLimit: RateLimit,
  bucket: Bucket | null,
  { now, spelling = 'ssb' }: { readonly now: number; readonly spelling?: 'ssb' | 'server' },
): RateDecision {
  const { limit, windowSeconds } = rateLimit;
  const isOver = bucket === null || now - bucket.startedAt >= windowSeconds * 1000;
  const window = isOver ? { startedAt: now, used: 0 } : bucket;
  const allowed = window.used < limit;
  const used = allowed ? window.used + 1 : window.used;
  const ends = new Date(window.startedAt + windowSeconds * 1000).toISOString();
  const headers = spelling === 'ssb' ? gatewayHeaders(rateLimit, used) : serverHeaders(rateLimit, used, ends);
  const waitSeconds = Math.max(1, Math.ceil((window.startedAt + windowSeconds * 1000 - now) / 1000));
  // The server says how many are left on every answer but the refusal.
  const isSilent = spelling === 'server' && !allowed;
  return {
    bucket: { ...window, used },
    headers: isSilent ? {} : headers,
    refusal: allowed ? null : tooManyRequests(rateLimit, waitSeconds),
  };
}

type Headers = Readonly<Record<string, string>>;

/** Of the gateway in front of SSB's server. */
function gatewayHeaders({ limit, windowSeconds }: RateLimit, used: number): Headers {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-policy': `${limit};w=${windowSeconds}s`,
    'x-ratelimit-remaining': String(limit - used),
    'x-ratelimit-resource': 'SB_API_1MIN',
  };
}

/** Of the server itself. */
function serverHeaders({ limit, windowSeconds }: RateLimit, used: number, ends: string): Headers {
  return {
    'x-rate-limit-limit': `${windowSeconds}s`,
    'x-rate-limit-remaining': String(limit - used),
    'x-rate-limit-reset': ends,
  };
}

function tooManyRequests({ body, limit, retryAfter }: RateLimit, waitSeconds: number): Reply {
  const reply = bodyOf(body, limit);
  return retryAfter ? { ...reply, headers: { 'retry-after': String(waitSeconds) } } : reply;
}

function bodyOf(body: RateLimit['body'], limit: number): Reply {
  if (body === 'empty') return emptyReply(429);
  if (body === 'json') return jsonReply(429, { type: 'Parameter error', title: 'Too many requests', status: 429 });
  const text = `API calls quota exceeded! maximum admitted ${limit} per 1m.`;
  return { status: 429, contentType: 'text/plain', body: text };
}
