import type { RuleVerdict } from '../../model/assessment.ts';
import type { Rule } from '../../model/indicator.ts';
import { checkGuards, isMeasured } from '../guards.ts';
import type { Situation } from '../situation.ts';
import type { ComparedFigures, Outcome, PeriodPair } from '../verdict.ts';
import { allOf } from './all-of.ts';
import { annualChange, compareValues } from './annual-change.ts';
import { compareGrowths, growthLead } from './growth-lead.ts';
import { notSet } from './not-set.ts';
import { compareGaps, relativePosition } from './relative-position.ts';
import { stableOrImproved } from './stable-or-improved.ts';

type ComparingRule = Exclude<Rule, { id: 'all-of' | 'not-set' }>;

/** Lets the guards, then the rule, speak about the latest period. This is the closed list of rules. */
export function judge(rule: Rule, situation: Situation): Outcome {
  const { current, previous } = situation;
  if (current === null || !isMeasured(situation)) return { stop: { guard: 'no-value' } };
  if (rule.id === 'not-set') return { verdict: notSet(rule, situation) };
  if (rule.id === 'all-of') {
    return allOf(
      rule,
      rule.parts.map((part) => judge(part, situation)),
    );
  }
  const stop = checkGuards(situation, compared(rule, situation, current));
  if (stop !== null) return { stop };
  if (previous === null) return { stop: { guard: 'periods-not-adjacent' } };
  return { verdict: verdictOf(rule, situation, { current, previous }) };
}

function compared(rule: ComparingRule, situation: Situation, current: PeriodPair['current']): ComparedFigures {
  switch (rule.id) {
    case 'annual-change':
    case 'stable-or-improved':
      return compareValues(current, situation.previous);
    case 'growth-lead':
      return compareGrowths(rule, situation.definition, current);
    case 'relative-position':
      return compareGaps(situation.definition, current, situation.previous);
  }
}

function verdictOf(rule: ComparingRule, { definition }: Situation, pair: PeriodPair): RuleVerdict {
  switch (rule.id) {
    case 'annual-change':
      return annualChange(rule, pair);
    case 'stable-or-improved':
      return stableOrImproved(rule, pair);
    case 'growth-lead':
      return growthLead(rule, definition, pair);
    case 'relative-position':
      return relativePosition(rule, definition, pair);
  }
}
