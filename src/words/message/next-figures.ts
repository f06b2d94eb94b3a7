import type { Evidence } from '../../model/plan/assessment.ts';
import { dueAfter } from '../../model/plan/expected-figures.ts';
import { parseTimePeriod, periodOrdinal, type TimePeriod } from '../../model/time-period.ts';

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
  const due = dueAfter(publication.updatedAt, latest.frequency, stepOf(latest, previous));
  return due && new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone }).format(due);
}

function periodOf(code: string | null): TimePeriod | null {
  return code === null ? null : parseTimePeriod(code);
}

/** A rule may look a year back in figures of each quarter; the next quarter is what is awaited then. */
function stepOf(latest: TimePeriod, previous: TimePeriod): number {
  const apart = periodOrdinal(latest) - periodOrdinal(previous);
  return latest.frequency === 'year' || latest.frequency === 'interval' ? apart : 1;
}
