import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../src/platform/http.ts';
import {
  createRateLimiter,
  DEFAULT_RATE_LIMIT,
  planWait,
  readRetryAfter,
  type Wait,
} from '../../../src/source/ask/rate-limit.ts';
import { fakePace } from '../support/pace.ts';

const LIMIT = { calls: 3, windowMs: 60_000 };
const NOW = 1_000_000;

function ago(...ms: readonly number[]): readonly number[] {
  return ms.map((one) => NOW - one);
}

describe('planWait', () => {
  test.each([
    ['nothing was called yet', [], null, 0],
    ['the window has room', ago(2000, 1000), null, 0],
    ['the window is full', ago(20_000, 10_000, 5000), null, 40_000],
    ['the oldest of a full window has just left it', ago(60_000, 10_000, 5000), null, 0],
    ['only the newest calls count', ago(59_000, 20_000, 10_000, 5000), null, 40_000],
    ['plenty is left', ago(1000), 5, 0],
    ['little is left', ago(1000), 4, 11_000],
    ['one call is left', ago(1000), 1, 29_000],
    ['nothing is left', ago(1000), 0, 59_000],
    ['nothing was left, but the window has passed', ago(61_000), 0, 0],
    ['the stricter of the two rules holds', ago(20_000, 10_000, 5000), 1, 40_000],
  ])('says how long to wait when %s', (_, callsAt, remaining, expected) => {
    expect(planWait({ callsAt, remaining }, NOW, LIMIT)).toBe(expected);
  });

  test('waits no more than one window when the clock was set back', () => {
    expect(planWait({ callsAt: ago(-3_600_000, -3_600_000, -3_600_000), remaining: null }, NOW, LIMIT)).toBe(60_000);
  });
});

describe('the limiter', () => {
  function answer(remaining?: string): HttpResponse {
    const headers: Record<string, string> = remaining === undefined ? {} : { 'x-ratelimit-remaining': remaining };
    return { status: 200, headers, body: Buffer.from('{}') };
  }

  test('lets 30 calls through in a minute until it is told otherwise, and makes the next one wait', async () => {
    const pace = fakePace();
    const limiter = createRateLimiter(pace);
    for (let i = 0; i < DEFAULT_RATE_LIMIT.calls; i += 1) await limiter.run(() => Promise.resolve(answer()));
    expect(pace.waits).toEqual([]);
    await limiter.run(() => Promise.resolve(answer()));
    expect(pace.waits).toEqual([60_000]);
  });

  test('obeys a limit it is told', async () => {
    const pace = fakePace();
    const limiter = createRateLimiter(pace);
    limiter.setLimit({ calls: 2, windowMs: 10_000 });
    for (let i = 0; i < 5; i += 1) await limiter.run(() => Promise.resolve(answer()));
    expect(pace.waits).toEqual([10_000, 10_000]);
  });

  test.each([
    ['the rule in force', '40;w=60s', 40],
    ['no rule that can be read', 'generous', DEFAULT_RATE_LIMIT.calls],
    ['a rule that lets nothing through', '0;w=60s', DEFAULT_RATE_LIMIT.calls],
  ])('takes from the answers %s, unless it has been told one', async (_, policy, calls) => {
    const answered = { ...answer(), headers: { 'x-ratelimit-policy': policy } };
    const pace = fakePace();
    const limiter = createRateLimiter(pace);
    for (let i = 0; i < calls; i += 1) await limiter.run(() => Promise.resolve(answered));
    expect(pace.waits).toEqual([]);
    await limiter.run(() => Promise.resolve(answered));
    expect(pace.waits).toEqual([60_000]);

    const told = createRateLimiter(pace);
    told.setLimit({ calls: 1, windowMs: 5000 });
    for (let i = 0; i < 2; i += 1) await told.run(() => Promise.resolve(answered));
    expect(pace.waits).toEqual([60_000, 5000]);
  });

  test('tells how long it waits and for what, and when it is over', async () => {
    const told: (Wait | null)[] = [];
    const limiter = createRateLimiter({ ...fakePace(), waiting: (wait) => void told.push(wait) });
    limiter.setLimit({ calls: 1, windowMs: 60_000 });
    for (const what of ['The list of tables', 'The metadata of table 07984']) {
      await limiter.run(() => Promise.resolve(answer()), what);
    }
    const cause = { kind: 'quota', calls: 1, windowSeconds: 60 };
    expect(told).toEqual([{ ms: 60_000, cause, what: 'The metadata of table 07984' }, null]);
  });

  test('slows down when the source says that little is left', async () => {
    const pace = fakePace();
    const limiter = createRateLimiter(pace);
    await limiter.run(() => Promise.resolve(answer('2')));
    await limiter.run(() => Promise.resolve(answer('39')));
    await limiter.run(() => Promise.resolve(answer()));
    expect(pace.waits).toEqual([20_000]);
  });

  test('knows the header of the server itself, which its gateway spells otherwise', async () => {
    const pace = fakePace();
    const limiter = createRateLimiter(pace);
    const headers = { 'x-rate-limit-limit': '60s', 'x-rate-limit-remaining': '2' };
    await limiter.run(() => Promise.resolve({ status: 200, headers, body: Buffer.from('{}') }));
    await limiter.run(() => Promise.resolve(answer()));
    expect(pace.waits).toEqual([20_000]);
  });

  test('makes one call at a time, and goes on after one that failed', async () => {
    const limiter = createRateLimiter(fakePace());
    const order: string[] = [];
    const slow = limiter.run(async () => {
      order.push('first begins');
      await Promise.resolve();
      order.push('first fails');
      throw new Error('broken');
    });
    const next = limiter.run(() => {
      order.push('second begins');
      return Promise.resolve(answer());
    });
    await expect(slow).rejects.toThrow('broken');
    await next;
    expect(order).toEqual(['first begins', 'first fails', 'second begins']);
  });

  test('makes no call for a caller who gave up', async () => {
    const caller = new AbortController();
    caller.abort(new Error('shutting down'));
    const limiter = createRateLimiter({ ...fakePace(), signal: caller.signal });
    await expect(limiter.run(() => Promise.reject(new Error('called')))).rejects.toThrow('shutting down');
  });
});

describe('readRetryAfter', () => {
  const now = new Date('2026-11-23T09:00:00Z');

  test.each([
    ['seconds', '7', 7000],
    ['no seconds', '0', 0],
    ['an HTTP date', 'Mon, 23 Nov 2026 09:00:30 GMT', 30_000],
    ['a date gone by', 'Mon, 23 Nov 2026 08:00:00 GMT', 0],
    ['nothing', undefined, undefined],
    ['words', 'soon', undefined],
  ])('reads %s', (_, text, expected) => {
    expect(readRetryAfter(text, now)).toBe(expected);
  });
});
