import { describe, expect, it } from 'vitest';
import { judgeNews } from '../../src/alert/judge-news.ts';
import { STATUSES } from '../../src/model/plan/assessment.ts';

describe('good news', () => {
  it.each([null, ...STATUSES])('is that the ambition is met, after %s', (from) => {
    expect(judgeNews(from, 'on-track')).toBe('good');
  });

  it.each([
    ['off-track', 'stable'],
    ['off-track', 'partly-met'],
    ['stable', 'partly-met'],
  ] as const)('is a step up: %s to %s', (from, to) => {
    expect(judgeNews(from, to)).toBe('good');
  });

  it('is a first measurement without an ambition to fail', () => {
    expect(judgeNews('not-measured', 'ambition-not-set')).toBe('good');
  });
});

describe('bad news', () => {
  it.each([
    ['on-track', 'partly-met'],
    ['on-track', 'off-track'],
    ['partly-met', 'stable'],
    ['stable', 'off-track'],
  ] as const)('is a step down: %s to %s', (from, to) => {
    expect(judgeNews(from, to)).toBe('bad');
  });

  it.each([
    [null, 'partly-met'],
    ['insufficient', 'stable'],
    ['break', 'off-track'],
  ] as const)('is a verdict short of the ambition where there was none: %s to %s', (from, to) => {
    expect(judgeNews(from, to)).toBe('bad');
  });
});

describe('neither', () => {
  it.each(['not-measured', 'insufficient', 'break'] as const)('is %s, whatever was said before', (to) => {
    expect(STATUSES.map((from) => judgeNews(from, to))).toEqual(STATUSES.map(() => 'neutral'));
  });
});
