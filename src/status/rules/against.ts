import type { RuleVerdict } from '../../model/plan/assessment.ts';
import { calculated, exactOf } from '../../model/data/figure.ts';
import { compare, divide, type Fraction, fractionOf, multiply, subtract, toNumber } from '../../model/fraction.ts';
import type { Figure } from '../../model/data/figure.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import type { ComparedFigures } from '../verdict.ts';
import { exactNumber, inDirection, knownNumbers, positionOf } from '../verdict.ts';

type AgainstPlace = Extract<Rule, { id: 'against' }>;

const ZERO = fractionOf(0);
const HUNDRED = fractionOf(100);

/** The own level against that of the other place: in per cent of it, or less it. */
export function compareWithPlace(rule: AgainstPlace, current: IndicatorPoint): ComparedFigures {
  const other = levelOf(rule, current);
  if (other === undefined || 'missing' in other) return { measured: { missing: 'peer-missing' }, reference: null };
  if ('missing' in current.own) return { measured: current.own, reference: null };
  if (rule.as === 'share' && other.value <= 0) {
    return { measured: { missing: 'denominator-not-positive' }, reference: null };
  }
  return { measured: calculated(comparedBy(rule, exactOf(current.own), exactOf(other))), reference: null };
}

/** Is the own level no worse than so much of the other place's, or than so far from it? Short of it by no more than the
 * tolerance is `stable`. */
export function against(rule: AgainstPlace, current: IndicatorPoint): RuleVerdict {
  const compared = exactNumber(compareWithPlace(rule, current).measured);
  const tolerance = fractionOf(rule.tolerance.absolute);
  const ahead = inDirection(rule.direction, subtract(compared, fractionOf(rule.min)));
  const short = positionOf(ahead, tolerance) === 'below' ? 'off-track' : 'stable';
  const numbers = {
    ...knownNumbers({ current: current.own, placeLevel: levelOf(rule, current) }),
    ...{ against: toNumber(compared), required: rule.min, tolerance: rule.tolerance.absolute },
  };
  return { rule, status: compare(ahead, ZERO) >= 0 ? 'on-track' : short, numbers };
}

function levelOf({ place }: AgainstPlace, { places = [] }: IndicatorPoint): Figure | undefined {
  return places.find(({ id }) => id === place)?.level;
}

function comparedBy({ as }: AgainstPlace, own: Fraction, other: Fraction): Fraction {
  return as === 'difference' ? subtract(own, other) : divide(multiply(HUNDRED, own), other);
}
