import type { RuleVerdict, Status } from '../../model/plan/assessment.ts';
import { exactOf } from '../../model/data/figure.ts';
import { compare, type Fraction, toNumber } from '../../model/fraction.ts';
import type { Bounds } from '../../model/data/figure.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Rule, Tolerance } from '../../model/plan/rule.ts';
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
 * Has the value moved the way the ambition wants, by more than the tolerance? Within it, the ambition is not met. Where a
 * change of at least so much is demanded, any less is `stable`, down to the tolerance on the wrong side. Where only bounds
 * are known the two ends must agree, else the rule cannot speak.
 */
export function annualChange(rule: AnnualChange, { current, previous }: PeriodPair): Outcome {
  const [now, before] = [rangeOf(current), rangeOf(previous)];
  const change = changeBetween(rule.tolerance, now, before);
  if (rule.atLeast !== undefined) return demandedChange(rule, rule.atLeast, change, before);
  const positions = change.ends.map((end) => positionOf(inDirection(rule.direction, end), change.tolerance));
  const [position] = positions;
  if (position === undefined || positions.some((other) => other !== position)) return OPEN;
  return { verdict: { rule, status: STATUS_OF_POSITION[position], numbers: change.numbers } satisfies RuleVerdict };
}

function demandedChange(rule: AnnualChange, atLeast: Tolerance, change: Change, before: Bounds): Outcome {
  // A growth cannot be demanded of what is nil or less.
  if ('percentOfPrevious' in atLeast && before.low.value <= 0) {
    return { stop: { guard: 'base-not-positive', missing: 'base-not-positive' } };
  }
  const [lowest, highest] = change.ends;
  const ends = [
    { moved: lowest, demand: toleranceOf(atLeast, exactOf(before.high)) },
    { moved: highest, demand: toleranceOf(atLeast, exactOf(before.low)) },
  ].map(({ moved, demand }) => ({ better: inDirection(rule.direction, moved), demand }));
  const [status, other] = ends.map(({ better, demand }): Status => {
    if (compare(better, demand) >= 0) return 'on-track';
    return positionOf(better, change.tolerance) === 'below' ? 'off-track' : 'stable';
  });
  if (status === undefined || status !== other) return OPEN;
  const demand = toNumber(toleranceOf(atLeast, exactOf(before.low)));
  return { verdict: { rule, status, numbers: { ...change.numbers, demand } } };
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
 * `…High`, and `tolerance`.
 */
export function changeBetween(tolerance: Tolerance, now: Bounds, before: Bounds): Change {
  const lowest = changeOf(now.low, before.high);
  const highest = changeOf(now.high, before.low);
  const margin = toleranceOf(tolerance, exactOf(before.low));
  const numbers = {
    ...namedEnds('current', now),
    ...namedEnds('previous', before),
    ...named('change', lowest.value, highest.value, isRange(now) || isRange(before)),
    tolerance: toNumber(margin),
  };
  return { ends: [lowest.exact, highest.exact], tolerance: margin, numbers };
}

/** A value by its name, or its two ends as `…Low` and `…High`. */
export function namedEnds(name: string, bounds: Bounds): Record<string, number> {
  return named(name, bounds.low.value, bounds.high.value, isRange(bounds));
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
  return point?.bounds !== undefined;
}
