import { describe, expect, test } from 'vitest';
import { type ErrorCode, PipelineError } from '../../../src/model/errors.ts';
import { planRetry, retrying } from '../../../src/source/ask/retry.ts';
import { fakePace } from '../support/pace.ts';

function failure(code: ErrorCode, retryAfterMs?: number): PipelineError {
  return new PipelineError(code, 'It failed.', {
    hint: 'Wait.',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function waits(error: unknown, chance: number): readonly (number | null)[] {
  return [1, 2, 3, 4, 5, 6].map((attempt) => planRetry(error, attempt, chance));
}

describe('planRetry', () => {
  test('doubles the wait, three times at most, when the source is down', () => {
    expect(waits(failure('source-unavailable'), 0)).toEqual([500, 1000, 2000, null, null, null]);
  });

  test('lets chance add up to as much again', () => {
    expect(waits(failure('source-unavailable'), 0.5)).toEqual([750, 1500, 3000, null, null, null]);
  });

  test('covers the whole minute of the quota when the source does not say how long', () => {
    const shortest = waits(failure('source-rate-limited'), 0);
    expect(shortest).toEqual([2000, 4000, 8000, 16_000, 30_000, null]);
    expect(shortest.reduce<number>((total, wait) => total + (wait ?? 0), 0)).toBe(60_000);
  });

  test('waits as long as the source asks when that is longer', () => {
    expect(planRetry(failure('source-rate-limited', 25_000), 1, 0)).toBe(25_000);
  });

  test('waits at least its own back-off when the source asks for less', () => {
    expect(planRetry(failure('source-rate-limited', 0), 1, 0)).toBe(2000);
  });

  test.each([
    ['exactly a minute', 60_000, 60_000],
    ['more than a minute', 60_001, null],
  ])('sits through %s and no more', (_, asked, expected) => {
    expect(planRetry(failure('source-unavailable', asked), 1, 0)).toBe(expected);
  });

  test.each([
    ['a query that was refused', failure('source-rejected-query')],
    ['an answer of the wrong shape', failure('source-contract')],
    ['a bug', new TypeError('x is not a function')],
    ['a caller who gave up', new Error('shutting down')],
  ])('does not repeat %s', (_, error) => {
    expect(planRetry(error, 1, 0)).toBeNull();
  });
});

describe('retrying', () => {
  function failing(times: number, error: Error): { call: () => Promise<string>; calls: () => number } {
    let calls = 0;
    return {
      call: () => {
        calls += 1;
        return calls <= times ? Promise.reject(error) : Promise.resolve('answer');
      },
      calls: () => calls,
    };
  }

  test('gives back the first answer', async () => {
    const pace = fakePace();
    const { call } = failing(2, failure('source-unavailable'));
    await expect(retrying(call, pace)).resolves.toBe('answer');
    expect(pace.waits).toEqual([500, 1000]);
  });

  test('throws the last failure when patience is at an end', async () => {
    const error = failure('source-rate-limited');
    const { call, calls } = failing(99, error);
    await expect(retrying(call, fakePace())).rejects.toBe(error);
    expect(calls()).toBe(6);
  });

  test('throws at once what will not pass by itself', async () => {
    const error = failure('source-rejected-query');
    const { call, calls } = failing(99, error);
    await expect(retrying(call, fakePace())).rejects.toBe(error);
    expect(calls()).toBe(1);
  });

  test('stops when the caller gives up while it waits', async () => {
    const caller = new AbortController();
    const { call, calls } = failing(99, failure('source-unavailable'));
    const sleep = (): Promise<void> => {
      caller.abort(new Error('shutting down'));
      return Promise.resolve();
    };
    await expect(retrying(call, { ...fakePace(), sleep, signal: caller.signal })).rejects.toThrow('shutting down');
    expect(calls()).toBe(1);
  });
});
