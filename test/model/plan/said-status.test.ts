import { describe, expect, test } from 'vitest';
import type { RuleVerdict, Status } from '../../../src/model/plan/assessment.ts';
import { SAID_STATUSES, saidAs, saidStatus, statusOfSaid } from '../../../src/model/plan/said-status.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';

const tolerance = { absolute: 1 };
const RULES = {
  change: { id: 'annual-change', direction: 'increase', tolerance },
  demanded: { id: 'annual-change', direction: 'increase', tolerance, atLeast: { absolute: 5 } },
  lead: { id: 'growth-lead', against: 'pooled', tolerance },
  position: { id: 'relative-position', direction: 'increase', tolerance },
  target: { id: 'target', direction: 'increase', value: 10, year: 2030, path: 'at-end', tolerance },
  against: { id: 'against', place: '0', as: 'share', min: 90, direction: 'increase', tolerance },
} as const satisfies Record<string, Rule>;

const verdict = (rule: Rule, numbers: Record<string, number> = {}, status: Status = 'stable'): RuleVerdict => ({
  ...{ rule, status, numbers: { tolerance: 1, ...numbers } },
});
const all = (...parts: readonly RuleVerdict[]): RuleVerdict => ({
  ...{ rule: { id: 'all-of', parts: [] }, status: 'stable', numbers: {}, parts },
});

describe('How `stable` is said', () => {
  test('of a change within the margin: unchanged', () => {
    expect(saidStatus('stable', verdict(RULES.change, { change: 1 }))).toBe('stable');
  });

  test.each(['lead', 'position', 'target', 'against'] as const)('of others or a path (%s): about the same', (rule) => {
    expect(saidStatus('stable', verdict(RULES[rule], { change: 4 }))).toBe('alike');
  });

  test.each([
    ['beyond the margin, short of the demand', { change: 1.5 }, 'too-little'],
    ['on the margin', { change: 1 }, 'stable'],
    ['within it the wrong way', { change: -1 }, 'stable'],
    ['both ends of it beyond', { changeLow: 2, changeHigh: 3 }, 'too-little'],
    ['one end of it within', { changeLow: 0.5, changeHigh: 3 }, 'stable'],
  ])('of a demanded change %s', (_, numbers, said) => {
    expect(saidStatus('stable', verdict(RULES.demanded, { demand: 5, ...numbers }))).toBe(said);
  });

  test('of a compound rule: what its parts share, else unchanged', () => {
    expect(saidStatus('stable', all(verdict(RULES.lead), verdict(RULES.target)))).toBe('alike');
    expect(saidStatus('stable', all(verdict(RULES.lead), verdict(RULES.change)))).toBe('stable');
  });
});

test('every other status is said by one word, whatever rule gave it', () => {
  expect(saidStatus('off-track', verdict(RULES.lead, {}, 'off-track'))).toBe('off-track');
  expect(saidStatus('insufficient', null)).toBe('insufficient');
});

test('an earlier status is said as its assessment had it, and plainly where that had another', () => {
  const judged = { status: 'stable', evidence: { verdict: verdict(RULES.lead) } } as const;
  expect(saidAs('stable', judged)).toBe('alike');
  expect(saidAs('on-track', judged)).toBe('on-track');
  expect(saidAs('stable', null)).toBe('stable');
});

test('the ways of saying stable stand beside it, and are that status', () => {
  expect(SAID_STATUSES.slice(2, 5)).toEqual(['stable', 'alike', 'too-little']);
  expect(SAID_STATUSES.slice(2, 5).map(statusOfSaid)).toEqual(['stable', 'stable', 'stable']);
});
