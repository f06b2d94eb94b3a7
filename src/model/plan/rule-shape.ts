import type { AbsoluteTolerance, Against, Direction, Rule, RuleId, TargetChange, Tolerance } from './rule.ts';
import { type Guard, hasShape, isEither, isExactly, isListOf, isNumber, isOneOf, isText, orNothing } from '../shape.ts';

const isDirection = isOneOf<Direction>(['increase', 'decrease']);
const isAgainst = isOneOf<Against>(['pooled', 'mean', 'median', 'each']);
const isAbsolute = hasShape<AbsoluteTolerance>({ absolute: isNumber });
const isTolerance: Guard<Tolerance> = isEither(isAbsolute, hasShape({ percentOfPrevious: isNumber }));
const isChange: Guard<TargetChange> = isEither(isAbsolute, hasShape({ percentOfBase: isNumber }));
const isLimits = hasShape<{ readonly min?: number; readonly max?: number }>({
  min: orNothing(isNumber),
  max: orNothing(isNumber),
});
const isBase = hasShape({ year: isNumber, tolerance: isTolerance });

type RuleOf<Id extends RuleId> = Extract<Rule, { readonly id: Id }>;

const RULES: { readonly [Id in RuleId]: Guard<RuleOf<Id>> } = {
  'annual-change': hasShape<RuleOf<'annual-change'>>({
    id: isExactly('annual-change'),
    direction: isDirection,
    tolerance: isTolerance,
    atLeast: orNothing(isTolerance),
  }),
  'stable-or-improved': hasShape<RuleOf<'stable-or-improved'>>({
    id: isExactly('stable-or-improved'),
    direction: isDirection,
    tolerance: isTolerance,
    base: orNothing(isBase),
  }),
  'growth-lead': hasShape<RuleOf<'growth-lead'>>({
    id: isExactly('growth-lead'),
    against: isAgainst,
    tolerance: isTolerance,
    direction: orNothing(isDirection),
  }),
  'relative-position': hasShape<RuleOf<'relative-position'>>({
    id: isExactly('relative-position'),
    direction: isDirection,
    tolerance: isTolerance,
  }),
  threshold: hasShape<RuleOf<'threshold'>>({
    id: isExactly('threshold'),
    min: orNothing(isNumber),
    max: orNothing(isNumber),
    outer: orNothing(isLimits),
  }),
  target: hasShape<RuleOf<'target'>>({
    id: isExactly('target'),
    direction: isDirection,
    value: orNothing(isNumber),
    change: orNothing(isChange),
    base: orNothing(isNumber),
    year: isNumber,
    path: isOneOf(['straight', 'at-end']),
    tolerance: isAbsolute,
  }),
  rank: hasShape<RuleOf<'rank'>>({ id: isExactly('rank'), direction: isDirection, within: isNumber }),
  against: hasShape<RuleOf<'against'>>({
    id: isExactly('against'),
    place: isText,
    as: isOneOf(['share', 'difference']),
    min: isNumber,
    direction: isDirection,
    tolerance: isAbsolute,
  }),
  'no-worse-than-mean': hasShape<RuleOf<'no-worse-than-mean'>>({
    id: isExactly('no-worse-than-mean'),
    direction: isDirection,
    periods: isNumber,
    tolerance: isTolerance,
  }),
  'all-of': hasShape<RuleOf<'all-of'>>({ id: isExactly('all-of'), parts: isListOf(isRule) }),
  'not-set': hasShape<RuleOf<'not-set'>>({ id: isExactly('not-set') }),
};

/** Is a value read from outside a rule that this program can judge by? */
export function isRule(value: unknown): value is Rule {
  return Object.values(RULES).some((isOne) => isOne(value));
}
