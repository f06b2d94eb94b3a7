import { describe, expect, it } from 'vitest';
import { nextAttempt } from '../../src/alert/try-delivery.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function waitAfter(failures: number): number | null {
  const next = nextAttempt(failures, NOW);
  return next === null ? null : next.getTime() - NOW.getTime();
}

describe('the next attempt', () => {
  it('comes a minute after the first failure, then twice as late each time, at most an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((failures) => (waitAfter(failures) ?? 0) / MINUTE)).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60,
    ]);
  });

  it('is given up only when the attempts span a week, and not a wait later', () => {
    let spanned = 0;
    let failures = 1;
    for (let wait = waitAfter(failures); wait !== null; wait = waitAfter(failures)) {
      spanned += wait;
      failures++;
    }
    expect(spanned).toBeGreaterThanOrEqual(7 * DAY);
    expect(spanned).toBeLessThan(7 * DAY + 60 * MINUTE);
  });
});
