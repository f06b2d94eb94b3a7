import type { Step } from '../model/plan/indicator.ts';
import type { IndicatorSeries } from '../model/plan/indicator-series.ts';
import { periodFromKey, type TimePeriod } from '../model/time-period.ts';

const MS_PER_DAY = 86_400_000;

/**
 * Are the figures old? Either the publication is older than its dataset may be; or the latest period has been the latest
 * for longer than that, counted from the first publication that has it; or it ended more than a step and that age ago.
 * `allowedDays` is the age the dataset may have, none when left out; `at` is an instant (ISO 8601).
 */
export function isStale(series: IndicatorSeries, step: Step, allowedDays: number | undefined, at: string): boolean {
  const { publication, latestPeriodSince, points } = series;
  if (publication === null || allowedDays === undefined) return false;
  const now = Date.parse(at);
  const isOlder = (instant: string) => now - Date.parse(instant) > allowedDays * MS_PER_DAY;
  if (isOlder(publication.updatedAt ?? publication.retrievedAt)) return true;
  if (latestPeriodSince !== null && isOlder(latestPeriodSince)) return true;
  const latest = points.at(-1);
  if (latest === undefined) return false;
  const period = periodFromKey(latest.period);
  const before = latest.previousPeriod === null ? null : periodFromKey(latest.previousPeriod);
  return now > endOf(later(period, before, step)) + allowedDays * MS_PER_DAY;
}

/** The period a step later: for a table's own steps, as far on as the latest is from the one before it, else a year. */
function later(period: TimePeriod, before: TimePeriod | null, step: Step): TimePeriod {
  if (step.unit === 'previous-period') {
    const years = before === null ? 1 : Math.max(1, period.year - before.year);
    return before !== null && before.year === period.year
      ? { ...period, subPeriod: 2 * period.subPeriod - before.subPeriod }
      : { ...period, year: period.year + years };
  }
  if (step.unit === 'year') return { ...period, year: period.year + step.count };
  return { ...period, subPeriod: period.subPeriod + step.count };
}

const PER_YEAR = { 'half-year': 2, quarter: 4, month: 12, week: 53 } as const;

/** When a period is over, in milliseconds since 1970; sub-periods beyond the last of the year run on into the next. */
function endOf({ frequency, year, subPeriod }: TimePeriod): number {
  if (frequency === 'year' || frequency === 'interval') return Date.UTC(year + 1, 0, 1);
  if (frequency === 'week') return Date.UTC(year, 0, 1 + 7 * subPeriod);
  return Date.UTC(year, (12 / PER_YEAR[frequency]) * subPeriod, 1);
}
