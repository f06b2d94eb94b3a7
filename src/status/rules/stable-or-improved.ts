import type { RuleVerdict } from '../../model/assessment.ts';
import type { Rule } from '../../model/indicator.ts';
import type { PeriodPair } from '../verdict.ts';
import { inDirection, numberOf, positionOf } from '../verdict.ts';
import { changeNumbers } from './annual-change.ts';

type StableOrImproved = Extract<Rule, { id: 'stable-or-improved' }>;

/** Has the value held, or moved the way the ambition wants? `improved` only when by more than the tolerance. */
export function stableOrImproved(rule: StableOrImproved, { current, previous }: PeriodPair): RuleVerdict {
  const numbers = changeNumbers(rule, numberOf(current.value), numberOf(previous.value));
  const position = positionOf(inDirection(rule.direction, numbers.change), numbers.tolerance);
  if (position === 'below') return { rule, status: 'off-track', numbers };
  return { rule, status: 'on-track', label: position === 'above' ? 'improved' : 'stable', numbers };
}
