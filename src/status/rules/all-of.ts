import { GUARD_REASONS, type RuleVerdict, type Status } from '../../model/plan/assessment.ts';
import type { Rule } from '../../model/plan/rule.ts';
import { statusOfGuard } from '../guards.ts';
import type { GuardStop, Outcome } from '../verdict.ts';

type AllOf = Extract<Rule, { id: 'all-of' }>;

/**
 * On track when every part is, stable when every part is, partly met when some part is met or partly so, off track
 * otherwise. A part that is insufficient silences the whole, and so does one at a break where none is insufficient, with
 * the reason of the guard that comes first.
 */
export function allOf(rule: AllOf, outcomes: readonly Outcome[]): Outcome {
  const stops = outcomes.flatMap((outcome) => ('stop' in outcome ? [outcome.stop] : []));
  const [first] = stops.sort(byWeight);
  if (first !== undefined) return { stop: first };
  const parts = outcomes.flatMap((outcome) => ('verdict' in outcome ? [outcome.verdict] : []));
  return { verdict: { rule, status: statusOf(parts), numbers: countOf(parts), parts } };
}

function statusOf(parts: readonly RuleVerdict[]): Status {
  if (parts.every(({ status }) => status === 'on-track')) return 'on-track';
  if (parts.every(({ status }) => status === 'stable')) return 'stable';
  return parts.some(({ status }) => status === 'on-track' || status === 'partly-met') ? 'partly-met' : 'off-track';
}

function countOf(parts: readonly RuleVerdict[]) {
  return { met: parts.filter(({ status }) => status === 'on-track').length, parts: parts.length };
}

/** Insufficient before break; among alike, in the order in which guards are asked. */
function byWeight(a: GuardStop, b: GuardStop): number {
  const breaksLast = Number(statusOfGuard(a.guard) === 'break') - Number(statusOfGuard(b.guard) === 'break');
  return breaksLast || GUARD_REASONS.indexOf(a.guard) - GUARD_REASONS.indexOf(b.guard);
}
