import { exactOf } from '../model/data/figure.ts';
import { add, compare, divide, type Fraction, fractionOf, multiply, subtract, toNumber } from '../model/fraction.ts';
import type { IndicatorPoint } from '../model/plan/indicator-series.ts';
import type { SurveyRange } from '../model/data/survey.ts';
import type { Situation } from './situation.ts';

/** Two standard errors either way hold about 95 of 100 samples; compared are squares. */
const SQUARED_STANDARD_ERRORS = fractionOf(4);
const ZERO = fractionOf(0);

/** How far the change between two surveys may be chance. */
export interface ChangeUncertainty {
  /** The change is no larger than two standard errors of it. */
  readonly isWithin: boolean;
  /** Two standard errors of the change, in points. */
  readonly width: number;
  /** Answers of the earlier survey and of the later. */
  readonly respondents: readonly [number, number];
}

/**
 * Is the latest change of an index within two standard errors of the change? Assumed: the index is a mean over answers
 * within its range, the two samples are random and independent, and answers are spread as widely as their mean allows, all
 * at one end or the other. The standard error of an index m by n answers is then √((m − low)·(high − m)/n), that of the
 * change √(SE₁² + SE₂²). Real answers lie closer together, so a change beyond this is beyond chance. Exact, but for the
 * width, which is to be shown. `null` where either number of answers is not known to be 1 or more, an index lies outside
 * its range, or the measure is not the index itself.
 */
export function uncertaintyOf(
  { definition, current, previous }: Pick<Situation, 'definition' | 'current' | 'previous'>,
  range: SurveyRange,
): ChangeUncertainty | null {
  if (definition.measure !== 'level' || current === null || previous === null) return null;
  const [before, after] = [sampleOf(previous, range), sampleOf(current, range)];
  if (before === null || after === null) return null;
  const change = subtract(after.index, before.index);
  const squaredWidth = multiply(SQUARED_STANDARD_ERRORS, add(before.variance, after.variance));
  return {
    isWithin: compare(multiply(change, change), squaredWidth) <= 0,
    width: Math.sqrt(toNumber(squaredWidth)),
    respondents: [before.respondents, after.respondents],
  };
}

interface Sample {
  readonly index: Fraction;
  readonly variance: Fraction;
  readonly respondents: number;
}

function sampleOf({ value, respondents = 0 }: IndicatorPoint, [low, high]: SurveyRange): Sample | null {
  if ('missing' in value || respondents < 1) return null;
  const index = exactOf(value);
  const [above, below] = [subtract(index, fractionOf(low)), subtract(fractionOf(high), index)];
  if (compare(above, ZERO) < 0 || compare(below, ZERO) < 0) return null;
  return { index, variance: divide(multiply(above, below), fractionOf(respondents)), respondents };
}
