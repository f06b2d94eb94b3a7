import type { RuleVerdict } from '../../model/assessment.ts';
import { difference } from '../../model/decimal.ts';
import type { IndicatorPoint, Rule } from '../../model/indicator.ts';
import type { ComparedFigures, PeriodPair } from '../verdict.ts';
import { inDirection, numberOf, positionOf, STATUS_OF_POSITION, toleranceOf } from '../verdict.ts';

type AnnualChange = Extract<Rule, { id: 'annual-change' }>;

/** The value of the measure now, and a step before. */
export function compareValues(current: IndicatorPoint, previous: IndicatorPoint | null): ComparedFigures {
  return { measured: current.value, reference: previous?.value ?? { missing: 'no-previous-period' } };
}

/** Has the value moved the way the ambition wants, by more than the tolerance? Within it, the ambition is not met. */
export function annualChange(rule: AnnualChange, { current, previous }: PeriodPair): RuleVerdict {
  const numbers = changeNumbers(rule, numberOf(current.value), numberOf(previous.value));
  const position = positionOf(inDirection(rule.direction, numbers.change), numbers.tolerance);
  return { rule, status: STATUS_OF_POSITION[position], numbers };
}

/** The figures of a change from one period to the next, in the unit of the measure. */
export function changeNumbers(rule: { tolerance: AnnualChange['tolerance'] }, current: number, previous: number) {
  const tolerance = toleranceOf(rule.tolerance, previous);
  return { current, previous, change: difference(current, previous), tolerance };
}
