import type { GuardReason, RuleVerdict, Status } from '../model/assessment.ts';
import { COMPUTED_DECIMALS, difference, roundTo } from '../model/decimal.ts';
import { PipelineError } from '../model/errors.ts';
import type { Direction, Figure, IndicatorPoint, MissingReason, Rule, Tolerance } from '../model/indicator.ts';

/** A guard's answer: the rule may not speak, and why. */
export interface GuardStop {
  readonly guard: GuardReason;
  /** Why the figure is missing, where the source or the computation says so. */
  readonly missing?: MissingReason;
  /** The period it is about, or the reason given for a declared break. */
  readonly detail?: string;
}

/** Either the rule spoke, or a guard stopped it. */
export type Outcome = { readonly verdict: RuleVerdict } | { readonly stop: GuardStop };

/** The two figures a rule sets against each other; a positive difference is a rise, or a lead. */
export interface ComparedFigures {
  readonly measured: Figure;
  readonly reference: Figure;
}

/** The latest period and the one a step before it, once the guards have let both through. */
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

/** Compares a difference, counted positive when better, with ± a tolerance; both as decimals. */
export function positionOf(better: number, tolerance: number): Position {
  if (difference(better, tolerance) > 0) return 'above';
  return difference(better, -tolerance) < 0 ? 'below' : 'within';
}

/** The difference counted positive when it goes the way the ambition wants. */
export function inDirection(direction: Direction, change: number): number {
  return direction === 'increase' ? change : difference(0, change);
}

/** The tolerance in the unit of the difference. */
export function toleranceOf(tolerance: Tolerance, previous: number): number {
  if ('absolute' in tolerance) return tolerance.absolute;
  return roundTo((tolerance.percentOfPrevious * Math.abs(previous)) / 100, COMPUTED_DECIMALS);
}

/** The tolerance of a lead in growth, which is in percentage points and has no previous value to be relative to. */
export function absoluteTolerance(rule: Rule['id'], tolerance: Tolerance): number {
  if ('absolute' in tolerance) return tolerance.absolute;
  throw new PipelineError('settings-invalid', `The rule ${rule} has a tolerance in per cent of a previous value.`, {
    hint: 'Write the tolerance as absolute, in percentage points.',
  });
}

/** The number of a figure the guards have let through. Throws `RangeError` for a missing one: a guard is wrong. */
export function numberOf(figure: Figure | undefined): number {
  if (figure !== undefined && 'value' in figure) return figure.value;
  throw new RangeError(`A rule was asked about a figure that is missing (${figure?.missing ?? 'not computed'})`);
}

/** The figures that are numbers, by name. */
export function knownNumbers(figures: Readonly<Record<string, Figure | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]) =>
      figure !== undefined && 'value' in figure ? [[name, figure.value]] : [],
    ),
  );
}
