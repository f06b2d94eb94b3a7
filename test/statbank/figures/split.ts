/**
 * Splits a whole number into whole parts that are proportional to the weights and add up to it exactly: each part is the
 * difference between two rounded running shares.
 */
export function split(total: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let running = 0;
  let given = 0;
  return weights.map((weight) => {
    running += weight;
    const upTo = all === 0 ? 0 : Math.round((total * running) / all);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** One axis of a block: what splits a count further. */
export interface Axis {
  /** Codes of the parts, in a fixed order. */
  readonly codes: readonly string[];
  /** Code of their sum. */
  readonly total: string;
}

/**
 * A small fixed irregularity in -1..1 for a place and a year, so that made-up series are not straight lines. Pure
 * arithmetic on the digits: the same on every machine.
 */
export function irregularity(code: string, year: number): number {
  const digits = Array.from(code).reduce((sum, digit, position) => sum + digit.charCodeAt(0) * (position + 3), 0);
  return (((digits * 31 + year * 17) % 21) - 10) / 10;
}

/** The value of a yearly series, carried on past its end by half of its last two years' change per year. */
export function carriedOn(series: readonly number[], firstYear: number, year: number): number {
  const known = series[year - firstYear];
  if (known !== undefined) return known;
  const last = series.at(-1) ?? 0;
  if (year < firstYear) return series[0] ?? 0;
  const step = (last - (series.at(-3) ?? last)) / 2;
  return Math.max(0, Math.round(last + step * (year - firstYear - series.length + 1)));
}
