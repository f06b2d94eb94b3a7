import type { Measure } from './indicator.ts';
import type { Rule } from './rule.ts';

/** Which periods a rule reads besides the latest. */
export interface RuleReach {
  /** The one a step before. */
  readonly previous: boolean;
  readonly baseYears: readonly number[];
  /** How many in a row before the latest a mean is taken over. */
  readonly before: number;
}

/** Rules that judge the latest value alone. */
const ALONE: readonly Rule['id'][] = ['not-set', 'threshold', 'target', 'rank', 'against'];

/** Which periods must be there and comparable for a rule to be judged; of a compound rule, for all its parts. */
export function reachOf(rule: Rule, measure: Measure): RuleReach {
  if (rule.id === 'all-of') return joined(rule.parts.map((part) => reachOf(part, measure)));
  return {
    previous: judgesChange(rule) || (measure === 'growth' && rule.id !== 'not-set'),
    baseYears: baseYearsOf(rule),
    before: rule.id === 'no-worse-than-mean' ? rule.periods : 0,
  };
}

/** Does a rule set the latest value against an earlier one, or a part of it do so? */
export function judgesChange(rule: Rule): boolean {
  return rule.id === 'all-of' ? rule.parts.some(judgesChange) : !ALONE.includes(rule.id);
}

/** Does a target count from its base: by a path that begins there, or as a change since then? */
export function readsBase({ path, change }: Pick<Extract<Rule, { id: 'target' }>, 'path' | 'change'>): boolean {
  return path === 'straight' || change !== undefined;
}

function baseYearsOf(rule: Rule): readonly number[] {
  if (rule.id === 'stable-or-improved') return rule.base === undefined ? [] : [rule.base.year];
  return rule.id === 'target' && rule.base !== undefined && readsBase(rule) ? [rule.base] : [];
}

function joined(parts: readonly RuleReach[]): RuleReach {
  return {
    previous: parts.some(({ previous }) => previous),
    baseYears: parts.flatMap(({ baseYears }) => baseYears),
    before: Math.max(0, ...parts.map(({ before }) => before)),
  };
}

/** The codes of the places that a rule compares the own level with, each once. */
export function placesAgainst(rule: Rule): readonly string[] {
  if (rule.id === 'all-of') return [...new Set(rule.parts.flatMap(placesAgainst))];
  return rule.id === 'against' ? [rule.place] : [];
}
