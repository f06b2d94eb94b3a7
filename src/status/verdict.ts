import type { GuardReason, RuleVerdict, Status } from '../model/plan/assessment.ts';
import { PipelineError } from '../model/errors.ts';
import { exactOf } from '../model/data/figure.ts';
import { compare, divide, type Fraction, fractionOf, multiply, subtract, toNumber } from '../model/fraction.ts';
import type { Bounds, Figure, Known, MissingReason } from '../model/data/figure.ts';
import type { IndicatorPoint } from '../model/plan/indicator-series.ts';
import type { Direction, Rule, Tolerance } from '../model/plan/rule.ts';

/** A guard's answer: the rule may not speak, and why. */
export interface GuardStop {
  readonly guard: GuardReason;
  /** Why the figure is missing, where the source or the computation says so. */
  readonly missing?: MissingReason;
  /** The period it is about, the reason given for a declared break, or the place of a marked one. */
  readonly detail?: string;
}

/** Either the rule spoke, or a guard stopped it. */
export type Outcome = { readonly verdict: RuleVerdict } | { readonly stop: GuardStop };

/** The two figures a rule sets against each other; a positive difference is a rise, or a lead. `null`: it reads one. */
export interface ComparedFigures {
  readonly measured: Figure;
  readonly reference: Figure | null;
}

/** The period judged and the one a step before it, once the guards have let both through. */
export interface PeriodPair {
  readonly current: IndicatorPoint;
  readonly previous: IndicatorPoint;
}

/** Where a difference stands against a tolerance. A difference of exactly the tolerance is `within`. */
export type Position = 'above' | 'within' | 'below';

/** Status of a rule that asks for more than no change. */
export const STATUS_OF_POSITION: Readonly<Record<Position, Status>> = {
  above: 'on-track',
  within: 'stable',
  below: 'off-track',
};

const ZERO = fractionOf(0);
const HUNDRED = fractionOf(100);

/** Compares a difference, counted positive when better, with ± a tolerance, exactly. */
export function positionOf(better: Fraction, tolerance: Fraction): Position {
  if (compare(better, tolerance) > 0) return 'above';
  return compare(better, subtract(ZERO, tolerance)) < 0 ? 'below' : 'within';
}

/** The difference counted positive when it goes the way the ambition wants. */
export function inDirection(direction: Direction, change: Fraction): Fraction {
  return direction === 'increase' ? change : subtract(ZERO, change);
}

/** The tolerance in the unit of the difference. */
export function toleranceOf(tolerance: Tolerance, previous: Fraction): Fraction {
  if ('absolute' in tolerance) return fractionOf(tolerance.absolute);
  const size = compare(previous, ZERO) < 0 ? subtract(ZERO, previous) : previous;
  return divide(multiply(fractionOf(tolerance.percentOfPrevious), size), HUNDRED);
}

/** The tolerance of a lead in growth, which is in percentage points and has no previous value to be relative to. */
export function absoluteTolerance(rule: Rule['id'], tolerance: Tolerance): Fraction {
  if ('absolute' in tolerance) return fractionOf(tolerance.absolute);
  throw new PipelineError('settings-invalid', `The rule ${rule} has a tolerance in per cent of a previous value.`, {
    hint: 'Write the tolerance as absolute, in percentage points.',
  });
}

/** The exact number of a figure the guards have let through. Throws `RangeError` for a missing one: a guard has a bug. */
export function exactNumber(figure: Figure | undefined): Fraction {
  if (figure !== undefined && 'value' in figure) return exactOf(figure);
  throw new RangeError(`A rule was asked about a figure that is missing (${figure?.missing ?? 'not computed'})`);
}

/**
 * Between which values the value of a point that the guards have let through lies: both the same where it is known.
 * Throws `RangeError` for a missing one: a guard has a bug.
 */
export function rangeOf({ value, bounds }: IndicatorPoint): Bounds {
  return bounds ?? exactly(value);
}

/** A known figure as the range of itself. Throws `RangeError` for a missing one: a guard has a bug. */
export function exactly(figure: Figure): Bounds {
  if ('value' in figure) return { low: figure, high: figure };
  throw new RangeError(`A rule was asked about a value that is missing (${figure.missing})`);
}

/** The value of a point as guards look at it: one that lies within known bounds is there. */
export function valueOrBound({ value, bounds }: IndicatorPoint): Figure {
  return 'value' in value ? value : (bounds?.low ?? value);
}

/** The figures that are numbers, by name. */
export function knownNumbers(figures: Readonly<Record<string, Figure | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]) =>
      figure !== undefined && 'value' in figure ? [[name, figure.value]] : [],
    ),
  );
}

/** `a − b` of two known figures, and as it is stored. */
export function changeOf(a: Known, b: Known): { readonly exact: Fraction; readonly value: number } {
  const exact = subtract(exactOf(a), exactOf(b));
  return { exact, value: toNumber(exact) };
}
