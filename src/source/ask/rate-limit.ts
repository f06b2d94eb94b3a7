import type { WaitCause } from '../../model/progress.ts';
import type { HttpResponse } from '../../platform/http.ts';

/** Waits; rejects with the signal's reason when aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** What the edge needs from outside to keep time. */
export interface Pace {
  readonly now: () => Date;
  readonly sleep: Sleep;
  /** 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly signal?: AbortSignal;
  /** Called before each wait, and with `null` when it is over. */
  readonly waiting?: (wait: Wait | null) => void;
}

/** A wait before a question to the source. */
export interface Wait {
  readonly ms: number;
  readonly cause: WaitCause;
  /** What is asked then, as it begins a sentence. */
  readonly what: string;
}

/** Waits, and reports it. Rejects as the pace's sleep does. */
export async function waitAloud(pace: Pace, wait: Wait): Promise<void> {
  pace.waiting?.(wait);
  try {
    await pace.sleep(wait.ms, pace.signal);
  } finally {
    pace.waiting?.(null);
  }
}

export interface RateLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/** SSB's written guide: 30 calls a minute from one address. Held until the source itself names its limit. */
export const DEFAULT_RATE_LIMIT: RateLimit = { calls: 30, windowMs: 60_000 };

/** Below this many calls left, the rest are spread over the window: others may share our address. */
const LOW_REMAINING = 5;

export interface CallHistory {
  /** Milliseconds since the epoch, ascending. */
  readonly callsAt: readonly number[];
  /** What the newest answer said is left of the window; `null` when it did not say. */
  readonly remaining: number | null;
}

/**
 * Milliseconds to wait before the next call, 0 for none. Never more than one window, even when the clock was set back.
 */
export function planWait({ callsAt, remaining }: CallHistory, now: number, limit: RateLimit): number {
  const oldestThatCounts = callsAt.at(-limit.calls);
  const newest = callsAt.at(-1);
  const untilRoom = oldestThatCounts === undefined ? 0 : oldestThatCounts + limit.windowMs - now;
  const isLow = newest !== undefined && remaining !== null && remaining < LOW_REMAINING;
  const untilSpaced = isLow ? newest + limit.windowMs / (remaining + 1) - now : 0;
  return Math.min(Math.max(0, untilRoom, untilSpaced), limit.windowMs);
}

export interface RateLimiter {
  /** Makes the call for `what` when it is its turn: one at a time, and no more in a window than the limit. */
  run(call: () => Promise<HttpResponse>, what?: string): Promise<HttpResponse>;
  setLimit(limit: RateLimit): void;
}

/**
 * Keeps the calls of one client within a limit, and slows down when the source says that little is left. The limit is
 * the one that is set, else the one that answers announce.
 */
export function createRateLimiter(pace: Pace): RateLimiter {
  let limit = DEFAULT_RATE_LIMIT;
  let isSet = false;
  let history: CallHistory = { callsAt: [], remaining: null };
  let queue: Promise<unknown> = Promise.resolve();

  async function takeTurn(call: () => Promise<HttpResponse>, what: string): Promise<HttpResponse> {
    const wait = planWait(history, pace.now().getTime(), limit);
    const cause = { kind: 'quota', calls: limit.calls, windowSeconds: limit.windowMs / 1000 } as const;
    if (wait > 0) await waitAloud(pace, { ms: wait, cause, what });
    pace.signal?.throwIfAborted();
    history = { ...history, callsAt: [...history.callsAt, pace.now().getTime()].slice(-limit.calls) };
    const response = await call();
    history = { ...history, remaining: remainingCalls(response) };
    if (!isSet) limit = announcedLimit(response) ?? limit;
    return response;
  }

  return {
    run(call, what = 'The next question') {
      const turn = queue.then(() => takeTurn(call, what));
      queue = turn.catch(() => undefined);
      return turn;
    },
    setLimit(next) {
      limit = next;
      isSet = true;
    },
  };
}

/** `x-ratelimit-policy: 40;w=60s`, as Statistics Norway's gateway says which rule is in force. */
function announcedLimit({ headers }: HttpResponse): RateLimit | null {
  const [, calls, seconds] = /^(\d+);\s*w=(\d+)s?$/.exec(headers['x-ratelimit-policy'] ?? '') ?? [];
  if (calls === undefined || seconds === undefined || Number(calls) === 0 || Number(seconds) === 0) return null;
  return { calls: Number(calls), windowMs: Number(seconds) * 1000 };
}

function remainingCalls(response: HttpResponse): number | null {
  // Statistics Norway's gateway writes the first, its server the second.
  const text = response.headers['x-ratelimit-remaining'] ?? response.headers['x-rate-limit-remaining'];
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

/** Reads `Retry-After`, in seconds or as an HTTP date; `undefined` when it is absent or neither. */
export function readRetryAfter(text: string | undefined, now: Date): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
