import type { Against, Direction, Rule, RuleId, Tolerance } from './indicator.ts';
import { type Guard, hasShape, isEither, isExactly, isListOf, isNumber, isOneOf, orNothing } from './shape.ts';

const isDirection = isOneOf<Direction>(['increase', 'decrease']);
const isAgainst = isOneOf<Against>(['pooled', 'mean', 'median', 'each']);
const isTolerance: Guard<Tolerance> = isEither(
  hasShape({ absolute: isNumber }),
  hasShape({ percentOfPrevious: isNumber }),
);
const isBase = hasShape({ year: isNumber, tolerance: isTolerance });

type RuleOf<Id extends RuleId> = Extract<Rule, { readonly id: Id }>;

const RULES: { readonly [Id in RuleId]: Guard<RuleOf<Id>> } = {
  'annual-change': hasShape<RuleOf<'annual-change'>>({
    ...{ id: isExactly('annual-change'), direction: isDirection, tolerance: isTolerance },
  }),
  'stable-or-improved': hasShape<RuleOf<'stable-or-improved'>>({
    ...{ id: isExactly('stable-or-improved'), direction: isDirection, tolerance: isTolerance, base: orNothing(isBase) },
  }),
  'growth-lead': hasShape<RuleOf<'growth-lead'>>({
    ...{ id: isExactly('growth-lead'), against: isAgainst, tolerance: isTolerance, direction: orNothing(isDirection) },
  }),
  'relative-position': hasShape<RuleOf<'relative-position'>>({
    ...{ id: isExactly('relative-position'), direction: isDirection, tolerance: isTolerance },
  }),
  'all-of': hasShape<RuleOf<'all-of'>>({ id: isExactly('all-of'), parts: isListOf(isRule) }),
  'not-set': hasShape<RuleOf<'not-set'>>({ id: isExactly('not-set') }),
};

/** Is a value read from outside a rule that this program can judge by? */
export function isRule(value: unknown): value is Rule {
  return Object.values(RULES).some((isOne) => isOne(value));
}
