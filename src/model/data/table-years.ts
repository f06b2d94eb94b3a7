import type { TableYears } from './job.ts';
import { parseTimePeriod, periodKey } from '../time-period.ts';

/** Does a dataset take a period, by its key, from a table? Every period where nothing is written. */
export function takesPeriod({ from, to }: TableYears, period: number): boolean {
  return (keyOf(from) ?? -Infinity) <= period && period <= (keyOf(to) ?? Infinity);
}

function keyOf(code: string | undefined): number | null {
  const period = code === undefined ? null : parseTimePeriod(code);
  return period === null ? null : periodKey(period);
}
