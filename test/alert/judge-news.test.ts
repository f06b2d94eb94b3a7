import { describe, expect, it } from 'vitest';
import { judgeNews, judgeTone, type NewStatus } from '../../src/alert/judge-news.ts';
import { type Status, STATUSES } from '../../src/model/plan/assessment.ts';

const news = (from: Status | null, to: Status, rest: Partial<NewStatus> = {}) =>
  judgeNews({ kind: 'change', from, to, flags: [], ...rest });
const tone = (from: Status | null, to: Status, rest: Partial<NewStatus> = {}) =>
  judgeTone({ kind: 'change', from, to, flags: [], ...rest });

describe('good news', () => {
  it.each(STATUSES)('is that the ambition is met, after %s', (from) => {
    expect(news(from, 'on-track')).toBe('good');
  });

  it.each([
    ['off-track', 'stable'],
    ['off-track', 'partly-met'],
    ['stable', 'partly-met'],
  ] as const)('is a step up: %s to %s', (from, to) => {
    expect(news(from, to)).toBe('good');
  });
});

describe('bad news', () => {
  it.each([
    ['on-track', 'partly-met'],
    ['on-track', 'off-track'],
    ['partly-met', 'stable'],
    ['stable', 'off-track'],
  ] as const)('is a step down: %s to %s', (from, to) => {
    expect(news(from, to)).toBe('bad');
  });

  it.each([
    ['insufficient', 'stable'],
    ['break', 'off-track'],
  ] as const)('is a verdict short of the ambition where there was none: %s to %s', (from, to) => {
    expect(news(from, to)).toBe('bad');
  });

  it('is a reminder, however ordinary the change was', () => {
    expect(news('off-track', 'off-track', { kind: 'reminder', flags: ['within-variation'] })).toBe('bad');
  });
});

describe('neither good nor bad', () => {
  it.each(['not-measured', 'insufficient', 'break', 'ambition-not-set'] as const)(
    'is %s, whatever was said before: it says nothing about the ambition',
    (to) => {
      expect(STATUSES.map((from) => news(from, to))).toEqual(STATUSES.map(() => 'none'));
    },
  );

  it.each(STATUSES)('is a first assessment: %s', (to) => {
    expect(news(null, to)).toBe('none');
  });

  it.each(['within-variation', 'within-uncertainty'] as const)('is a change that may be chance (%s)', (flag) => {
    expect([news('on-track', 'off-track', { flags: [flag] }), news('stable', 'on-track', { flags: [flag] })]).toEqual([
      'none',
      'none',
    ]);
  });
});

describe('the colour', () => {
  it('is green for what is met, also the first time', () => {
    expect([tone(null, 'on-track'), tone('stable', 'on-track')]).toEqual(['met', 'met']);
  });

  it('is red for what is not met alone', () => {
    const red = STATUSES.filter((to) => tone('on-track', to) === 'not-met');
    expect(red.toSorted()).toEqual(['off-track', 'stable']);
    expect([tone(null, 'off-track'), tone(null, 'stable')]).toEqual(['not-met', 'not-met']);
    expect(tone('off-track', 'off-track', { kind: 'reminder', flags: ['within-variation'] })).toBe('not-met');
  });

  it('is grey for a step up that does not reach the ambition, and for ordinary variation', () => {
    expect(tone('off-track', 'stable')).toBe('neutral');
    expect(tone('on-track', 'off-track', { flags: ['within-variation'] })).toBe('neutral');
    expect(tone('stable', 'on-track', { flags: ['within-variation'] })).toBe('neutral');
  });
});
