import type { Evidence } from '../../model/plan/assessment.ts';
import { parseTimePeriod, periodOrdinal, type TimePeriod } from '../../model/time-period.ts';

const MONTHS_PER_STEP = { year: 12, interval: 12, 'half-year': 6, quarter: 3, month: 1, week: 0 } as const;

/**
 * The month in which figures of the period after the latest are expected, such as «februar 2027», told when the latest is new:
 * as long after it was published as its periods are apart. `null` for a file, for weeks, and where no period has gone
 * before.
 */
export function nextFiguresMonth(
  { latestPeriod, previousPeriod, publication }: Evidence,
  { locale, timeZone }: { readonly locale: string; readonly timeZone: string },
): string | null {
  if (publication === null || publication.table === null || publication.updatedAt === null) return null;
  const [latest, previous] = [periodOf(latestPeriod), periodOf(previousPeriod)];
  if (latest === null || previous === null || latest.frequency !== previous.frequency) return null;
  const months = MONTHS_PER_STEP[latest.frequency] * stepOf(latest, previous);
  if (months <= 0) return null;
  const at = new Date(publication.updatedAt);
  const due = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 15, 12));
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone }).format(due);
}

function periodOf(code: string | null): TimePeriod | null {
  return code === null ? null : parseTimePeriod(code);
}

/** A rule may look a year back in figures of each quarter; the next quarter is what is awaited then. */
function stepOf(latest: TimePeriod, previous: TimePeriod): number {
  const apart = periodOrdinal(latest) - periodOrdinal(previous);
  return latest.frequency === 'year' || latest.frequency === 'interval' ? apart : 1;
}
