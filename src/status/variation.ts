import type { IndicatorPoint } from '../model/indicator.ts';
import type { DeclaredBreak } from '../model/settings.ts';
import { separates } from './guards.ts';
import type { Situation } from './situation.ts';

/** Fewest points for which limits are drawn. */
const FEWEST_POINTS = 8;
/** 3 / 1.128: three standard deviations, estimated from moving ranges of two. */
const LIMIT_FACTOR = 2.66;
/** D4 for ranges of two: a moving range above this many means is an event of its own. */
const RANGE_FACTOR = 3.267;

/**
 * Does the latest value lie within the ordinary variation of its own series? XmR chart: mean ± 2.66 × mean moving
 * range over all values, the latest included; moving ranges above 3.267 times their mean are screened out first
 * (W. A. Shewhart, D. J. Wheeler; NHS England, Making Data Count, "plot the dots"). False below 8 values.
 */
export function isWithinVariation(values: readonly number[]): boolean {
  const latest = values.at(-1);
  if (latest === undefined || values.length < FEWEST_POINTS) return false;
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const highest = RANGE_FACTOR * average(ranges);
  const limit = LIMIT_FACTOR * average(ranges.filter((range) => range <= highest));
  return Math.abs(latest - average(values)) <= limit;
}

/** The values that lead up to the latest without a gap, a declared break or a change of borders, oldest first. */
export function unbrokenValues({ series, breaks, current }: Situation): readonly number[] {
  const values: number[] = [];
  const points = new Map(series.points.map((point) => [point.period, point]));
  const own = breaks.filter(({ dataset }) => dataset === series.publication?.datasetId);
  for (let point = current ?? undefined; point !== undefined; point = before(point, points, own)) {
    if ('missing' in point.value) break;
    values.unshift(point.value.value);
  }
  return values;
}

function before(
  { period, previousPeriod }: IndicatorPoint,
  points: ReadonlyMap<number, IndicatorPoint>,
  breaks: readonly DeclaredBreak[],
): IndicatorPoint | undefined {
  if (previousPeriod === null) return undefined;
  return breaks.some((declared) => separates(declared, previousPeriod, period))
    ? undefined
    : points.get(previousPeriod);
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
