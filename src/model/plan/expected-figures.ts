import { periodFromKey, periodOrdinal, type TimePeriod } from '../time-period.ts';
import type { IndicatorSeries } from './indicator-series.ts';

/** When figures of the next period are to be expected; `isLate` once that month is over without them. */
export interface ExpectedFigures {
  /** ISO 8601; good to the month. */
  readonly at: string;
  readonly isLate: boolean;
}

const MONTHS_PER_STEP = { year: 12, interval: 12, 'half-year': 6, quarter: 3, month: 1, week: 0 } as const;

/**
 * When the period after the latest is to be expected at an instant: as long after the latest was first published as its
 * periods are apart, since a table comes at the same time of the year. `null` without figures, and for weeks.
 */
export function expectedFigures(
  { points, latestPeriodSince }: Pick<IndicatorSeries, 'points' | 'latestPeriodSince'>,
  now: Date,
): ExpectedFigures | null {
  const latest = points.at(-1);
  if (latest === undefined || latestPeriodSince === null) return null;
  const period = periodFromKey(latest.period);
  const before = points.at(-2);
  const apart = before === undefined ? 1 : periodOrdinal(period) - periodOrdinal(periodFromKey(before.period));
  const due = dueAfter(latestPeriodSince, period.frequency, apart);
  if (due === null) return null;
  const monthAfter = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 1));
  return { at: due.toISOString(), isLate: now >= monthAfter };
}

/**
 * The middle of the month in which the period after one is due that came at an instant (ISO 8601), with so many steps
 * between its table's periods. `null` for weeks, which no month tells apart, and for steps that do not go forward.
 */
export function dueAfter(cameAt: string, frequency: TimePeriod['frequency'], steps: number): Date | null {
  const months = MONTHS_PER_STEP[frequency] * steps;
  if (months <= 0) return null;
  const at = new Date(cameAt);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 15, 12));
}
