import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../src/alert/quiet-hours.ts';

const NIGHT = { from: '17:00', to: '07:00', weekends: true };

function until(at: string, hours = NIGHT): string | null {
  return quietUntil(hours, 'Europe/Oslo', new Date(at))?.toISOString() ?? null;
}

describe('quiet hours', () => {
  it.each([
    ['in the middle of a working day', '2026-03-02T11:00:00Z', null],
    ['a minute before they begin', '2026-03-02T15:59:00Z', null],
    ['when they begin', '2026-03-02T16:00:00Z', '2026-03-03T06:00:00.000Z'],
    ['before midnight', '2026-03-02T22:30:00Z', '2026-03-03T06:00:00.000Z'],
    ['after midnight', '2026-03-03T02:00:00Z', '2026-03-03T06:00:00.000Z'],
    ['when they end', '2026-03-03T06:00:00Z', null],
    ['on Friday evening, the weekend over', '2026-03-06T18:00:00Z', '2026-03-09T06:00:00.000Z'],
    ['on Sunday at noon', '2026-03-08T11:00:00Z', '2026-03-09T06:00:00.000Z'],
    ['the night summer time begins', '2026-03-28T23:30:00Z', '2026-03-30T05:00:00.000Z'],
    ['the night it ends', '2026-10-24T22:30:00Z', '2026-10-26T06:00:00.000Z'],
  ])('%s', (_when, at, end) => {
    expect(until(at)).toBe(end);
  });

  it('may leave the weekend alone', () => {
    expect(until('2026-03-07T11:00:00Z', { ...NIGHT, weekends: false })).toBeNull();
  });

  it('may lie within a day', () => {
    const lunch = { from: '11:00', to: '12:30', weekends: false };
    expect(until('2026-03-02T10:15:00Z', lunch)).toBe('2026-03-02T11:30:00.000Z');
    expect(until('2026-03-02T11:30:00Z', lunch)).toBeNull();
  });

  it('end at the hour after one that summer time skips', () => {
    const night = { from: '22:00', to: '02:30', weekends: false };
    expect(until('2026-03-29T00:00:00Z', night)).toBe('2026-03-29T01:30:00.000Z');
  });
});
