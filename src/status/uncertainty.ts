/** So many standard errors either way hold about 95 of 100 samples. */
const STANDARD_ERRORS = 2;
const PERCENT = 100;

/** One survey: an index from 0 to 100, and how many answered. */
export interface SurveyResult {
  readonly index: number;
  readonly respondents: number;
}

/**
 * Is the change between two surveys within two standard errors of the change? Assumed: the index is a mean over answers
 * of 0 to 100, the two samples are random and independent, and answers are spread as widely as their mean allows, all at
 * 0 or 100. The standard error of an index is then √(m·(100 − m)/n), that of the change √(SE₁² + SE₂²). Real answers lie
 * closer together, so a change that is beyond this is beyond chance. False where the number of answers is not known to
 * be 1 or more, or an index lies outside 0 to 100.
 */
export function isWithinUncertainty(before: SurveyResult, after: SurveyResult): boolean {
  const width = changeUncertainty(before, after);
  return width !== null && Math.abs(after.index - before.index) <= width;
}

/** Half the width of the interval that the change is compared with, in points; `null` where it is not known. */
export function changeUncertainty(before: SurveyResult, after: SurveyResult): number | null {
  const [first, second] = [varianceOf(before), varianceOf(after)];
  return first === null || second === null ? null : STANDARD_ERRORS * Math.sqrt(first + second);
}

function varianceOf({ index, respondents }: SurveyResult): number | null {
  if (respondents < 1 || index < 0 || index > PERCENT) return null;
  return (index * (PERCENT - index)) / respondents;
}
