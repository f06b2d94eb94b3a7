import type { RuleVerdict } from '../../model/plan/assessment.ts';
import type { Rule } from '../../model/plan/rule.ts';
import type { Situation } from '../situation.ts';
import { knownNumbers } from '../verdict.ts';

/** Measured, but without an ambition to hold the figure against. */
export function notSet(rule: Extract<Rule, { id: 'not-set' }>, { current, previous }: Situation): RuleVerdict {
  const numbers = knownNumbers({ current: current?.value, previous: previous?.value });
  return { rule, status: 'ambition-not-set', numbers };
}
