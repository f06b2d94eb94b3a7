import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import { isLevelRule, type LevelRule, type Rule } from '../../model/plan/rule.ts';
import { type Base, checkGuards, isMeasured } from '../guards.ts';
import type { Situation } from '../situation.ts';
import type { ComparedFigures, Outcome, PeriodPair } from '../verdict.ts';
import { valueOrBound } from '../verdict.ts';
import { allOf } from './all-of.ts';
import { annualChange, compareValues } from './annual-change.ts';
import { compareGrowths, growthLead } from './growth-lead.ts';
import { judgeLevel } from './levels.ts';
import { notSet } from './not-set.ts';
import { compareGaps, relativePosition } from './relative-position.ts';
import { findBase, stableOrImproved } from './stable-or-improved.ts';

type ComparingRule = Exclude<Rule, LevelRule | { id: 'all-of' | 'not-set' }>;

/** Lets the guards, then the rule, speak about the current period. This is the closed list of rules. */
export function judge(rule: Rule, situation: Situation): Outcome {
  const { current } = situation;
  if (current?.unsettled !== undefined) return { stop: { guard: 'unsettled-category' } };
  if (current === null || !isMeasured(situation)) return { stop: { guard: 'no-value' } };
  if (rule.id === 'all-of') {
    return allOf(
      rule,
      rule.parts.map((part) => judge(part, situation)),
    );
  }
  if (rule.id === 'not-set') {
    const { measure } = situation.definition;
    const alone = { measured: measure === 'growth' ? current.own : valueOrBound(current), reference: null };
    const stop = checkGuards(situation, alone, { previous: false, peers: false, base: null });
    return stop === null ? { verdict: notSet(rule, situation) } : { stop };
  }
  if (isLevelRule(rule)) return judgeLevel(rule, situation, current);
  return compareWithPrevious(rule, situation, current);
}

function compareWithPrevious(rule: ComparingRule, situation: Situation, current: IndicatorPoint): Outcome {
  const { previous, definition } = situation;
  const base = rule.id === 'stable-or-improved' ? findBase(rule, situation) : null;
  const peers = definition.measure === 'gap' || rule.id === 'growth-lead' || rule.id === 'relative-position';
  const stop = checkGuards(situation, compared(rule, situation, current), { previous: true, peers, base });
  if (stop !== null) return { stop };
  if (previous === null) return { stop: { guard: 'periods-not-adjacent' } };
  return verdictOf(rule, situation, { current, previous }, base);
}

function compared(rule: ComparingRule, situation: Situation, current: PeriodPair['current']): ComparedFigures {
  switch (rule.id) {
    case 'annual-change':
    case 'stable-or-improved':
      return compareValues(current, situation.previous);
    case 'growth-lead':
      return compareGrowths(rule, current);
    case 'relative-position':
      return compareGaps(situation.definition, current, situation.previous);
  }
}

function verdictOf(rule: ComparingRule, { definition }: Situation, pair: PeriodPair, base: Base | null): Outcome {
  switch (rule.id) {
    case 'annual-change':
      return annualChange(rule, pair);
    case 'stable-or-improved':
      return stableOrImproved(rule, pair, base);
    case 'growth-lead':
      return { verdict: growthLead(rule, pair) };
    case 'relative-position':
      return { verdict: relativePosition(rule, definition, pair) };
  }
}
