import type { Step } from '../model/plan/indicator.ts';
import type { TimePeriod } from '../model/time-period.ts';
import { periodFromKey, periodOrdinal } from '../model/time-period.ts';

/**
 * Which of the periods lies exactly one step before `current`? Keys in and out; `null` when none does.
 * A step of years keeps the sub-period (the same quarter a year before, an interval of the same length by its last
 * year); other steps need periods of that frequency. `previous-period` takes the nearest earlier one of the same kind.
 */
export function previousPeriod(current: number, periods: readonly number[], step: Step): number | null {
  const period = periodFromKey(current);
  const earlier = periods.filter((key) => key < current && periodFromKey(key).frequency === period.frequency);
  if (step.unit === 'previous-period') return earlier.length === 0 ? null : Math.max(...earlier);
  return earlier.find((key) => isOneStepBefore(periodFromKey(key), period, step)) ?? null;
}

function isOneStepBefore(
  earlier: TimePeriod,
  later: TimePeriod,
  step: Exclude<Step, { unit: 'previous-period' }>,
): boolean {
  if (step.unit === 'year') {
    return earlier.year === later.year - step.count && earlier.subPeriod === later.subPeriod;
  }
  return later.frequency === step.unit && periodOrdinal(earlier) === periodOrdinal(later) - step.count;
}
