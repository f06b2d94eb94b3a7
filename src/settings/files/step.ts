import type { Step } from '../../model/plan/indicator.ts';

type CalendarUnit = Exclude<Step['unit'], 'previous-period'>;

/** How a step is written: `1 year`, `2 years`, `1 quarter`, `previous-period`. */
export const STEP_PATTERN = /^(?:previous-period|([1-9]\d?) (year|half-year|quarter|month|week)s?)$/;

/** Reads a step that has passed `STEP_PATTERN`. Throws `RangeError` for any other text. */
export function parseStep(written: string): Step {
  const match = STEP_PATTERN.exec(written);
  if (match === null) throw new RangeError(`'${written}' is not a step`);
  const [, count, unit] = match;
  return unit === undefined ? { unit: 'previous-period' } : { unit: unit as CalendarUnit, count: Number(count) };
}
