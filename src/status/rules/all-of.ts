import type { RuleVerdict, Status } from '../../model/assessment.ts';
import type { Rule } from '../../model/indicator.ts';
import { GUARD_ORDER } from '../guards.ts';
import type { GuardStop, Outcome } from '../verdict.ts';

type AllOf = Extract<Rule, { id: 'all-of' }>;

/**
 * On track when every part is, off track when none is, partly met otherwise. A part that cannot speak silences the
 * whole, with the reason of the guard that comes first.
 */
export function allOf(rule: AllOf, outcomes: readonly Outcome[]): Outcome {
  const stops = outcomes.flatMap((outcome) => ('stop' in outcome ? [outcome.stop] : []));
  const [first] = stops.sort(byGuard);
  if (first !== undefined) return { stop: first };
  const parts = outcomes.flatMap((outcome) => ('verdict' in outcome ? [outcome.verdict] : []));
  return { verdict: { rule, status: statusOf(parts), numbers: countOf(parts), parts } };
}

function statusOf(parts: readonly RuleVerdict[]): Status {
  if (parts.every(({ status }) => status === 'on-track')) return 'on-track';
  return parts.some(({ status }) => status === 'on-track' || status === 'partly-met') ? 'partly-met' : 'off-track';
}

function countOf(parts: readonly RuleVerdict[]) {
  return { met: parts.filter(({ status }) => status === 'on-track').length, parts: parts.length };
}

function byGuard(a: GuardStop, b: GuardStop): number {
  return GUARD_ORDER.indexOf(a.guard) - GUARD_ORDER.indexOf(b.guard);
}
