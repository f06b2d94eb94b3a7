import { describe, expect, test } from 'vitest';
import { closedUntil, readAgainAt, retryAt } from '../../src/schedule/source-rhythm.ts';

describe("the source's maintenance", () => {
  test.each([
    ['2026-01-15T03:59:59Z', null],
    ['2026-01-15T04:00:00Z', '2026-01-15T07:15:00.000Z'],
    ['2026-07-15T03:00:00Z', '2026-07-15T06:15:00.000Z'],
    ['2026-01-15T07:14:59Z', '2026-01-15T07:15:00.000Z'],
    ['2026-01-15T07:15:00Z', null],
    ['2026-01-15T10:30:00Z', '2026-01-15T10:45:00.000Z'],
    ['2026-01-15T10:45:00Z', null],
    ['2026-03-29T03:30:00Z', '2026-03-29T06:15:00.000Z'],
    ['2026-10-25T04:30:00Z', '2026-10-25T07:15:00.000Z'],
  ])('at %s goes on until %s', (at, until) => {
    expect(closedUntil(new Date(at))?.toISOString() ?? null).toBe(until);
  });
});

describe('a table', () => {
  test.each([
    ['22 minutes after it was updated', '2026-02-26T07:22:00Z', '2026-02-26T07:45:00.000Z'],
    ['in the very minute', '2026-02-26T07:00:00Z', '2026-02-26T07:45:00.000Z'],
    ['half an hour after', '2026-02-26T07:30:00Z', null],
    ['the day after', '2026-02-27T07:22:00Z', null],
    ['by a clock that is slow', '2026-02-26T06:59:00Z', null],
  ])('read %s is read again at: %s', (_, readAt, expected) => {
    expect(readAgainAt('2026-02-26T07:00:00Z', new Date(readAt))?.toISOString() ?? null).toBe(expected);
  });

  test('that does not say when it was updated is not read again', () => {
    expect(readAgainAt(null, new Date('2026-02-26T07:22:00Z'))).toBeNull();
  });
});

describe('after a failure that may pass', () => {
  test.each([
    [1, '2026-02-26T08:30:00.000Z'],
    [2, '2026-02-26T09:30:00.000Z'],
    [3, '2026-02-26T11:30:00.000Z'],
    [4, null],
    [40, null],
  ])('the source is asked again, for number %i in a row, at: %s', (failures, expected) => {
    expect(retryAt(failures, new Date('2026-02-26T08:04:00Z'))?.toISOString() ?? null).toBe(expected);
  });

  test('during maintenance it is asked again when that is over, however often it has failed', () => {
    expect(retryAt(9, new Date('2026-02-26T06:00:00Z'))?.toISOString()).toBe('2026-02-26T07:15:00.000Z');
  });
});
