import type { RuleVerdict } from '../../model/assessment.ts';
import { exactOf } from '../../model/figure.ts';
import { type Fraction, toNumber } from '../../model/fraction.ts';
import type { Bounds, IndicatorPoint, Rule, Tolerance } from '../../model/indicator.ts';
import type { ComparedFigures, Outcome, PeriodPair } from '../verdict.ts';
import {
  changeOf,
  inDirection,
  positionOf,
  rangeOf,
  STATUS_OF_POSITION,
  toleranceOf,
  valueOrBound,
} from '../verdict.ts';

type AnnualChange = Extract<Rule, { id: 'annual-change' }>;

/** The value of the measure now, and a step before. */
export function compareValues(current: IndicatorPoint, previous: IndicatorPoint | null): ComparedFigures {
  const missing = { missing: 'no-previous-period' } as const;
  return { measured: valueOrBound(current), reference: previous === null ? missing : valueOrBound(previous) };
}

/**
 * Has the value moved the way the ambition wants, by more than the tolerance? Within it, the ambition is not met. Where
 * only bounds are known the two ends must agree, else the rule cannot speak.
 */
export function annualChange(rule: AnnualChange, { current, previous }: PeriodPair): Outcome {
  const change = changeBetween(rule.tolerance, rangeOf(current), rangeOf(previous));
  const positions = change.ends.map((end) => positionOf(inDirection(rule.direction, end), change.tolerance));
  const [position] = positions;
  if (position === undefined || positions.some((other) => other !== position)) return OPEN;
  return { verdict: { rule, status: STATUS_OF_POSITION[position], numbers: change.numbers } satisfies RuleVerdict };
}

/** The ends of an interval judge differently: what is withheld decides. */
export const OPEN: Outcome = { stop: { guard: 'own-figure-missing', missing: 'confidential' } };

/** A change from one period to another, in the unit of the measure. */
export interface Change {
  /** The lowest and the highest it can be; the same where both values are known. */
  readonly ends: readonly [lowest: Fraction, highest: Fraction];
  readonly tolerance: Fraction;
  readonly numbers: Readonly<Record<string, number>>;
}

/**
 * The change between two values, either of which may be known by its bounds only: the lowest is the lowest now less the
 * highest before, and the reverse. The numbers are `current`, `previous` and `change`, or their two ends as `…Low` and
 * `…High`, and `tolerance`. Throws `RangeError` for a missing value: a guard has a bug.
 */
export function changeBetween(tolerance: Tolerance, now: Bounds | null, before: Bounds | null): Change {
  if (now === null || before === null) throw new RangeError('A rule was asked about a value that is missing');
  const lowest = changeOf(now.low, before.high);
  const highest = changeOf(now.high, before.low);
  const margin = toleranceOf(tolerance, exactOf(before.low));
  const numbers = {
    ...named('current', now.low.value, now.high.value, isRange(now)),
    ...named('previous', before.low.value, before.high.value, isRange(before)),
    ...named('change', lowest.value, highest.value, isRange(now) || isRange(before)),
    tolerance: toNumber(margin),
  };
  return { ends: [lowest.exact, highest.exact], tolerance: margin, numbers };
}

/** A single withheld group makes both ends the same, and still they are bounds. */
function isRange({ low, high }: Bounds): boolean {
  return low !== high;
}

function named(name: string, low: number, high: number, isOpen: boolean): Record<string, number> {
  return isOpen ? { [`${name}Low`]: low, [`${name}High`]: high } : { [name]: low };
}

/** Is the value known by its bounds only? */
export function isBounded(point: IndicatorPoint | null): boolean {
  return point !== null && 'missing' in point.value && point.bounds !== undefined;
}
