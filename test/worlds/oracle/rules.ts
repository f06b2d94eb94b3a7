import type { Fraction } from './fraction.ts';
import {
  compare,
  fraction,
  HUNDRED,
  mean,
  median,
  minus,
  negative,
  ONE,
  over,
  plus,
  size,
  sum,
  times,
} from './fraction.ts';
import { decimal } from './fraction.ts';
import type { Direction, Rule, Tolerance } from './facts.ts';

export type Verdict = 'on-track' | 'partly-met' | 'stable' | 'off-track' | 'ambition-not-set';

/** A number, or both ends of where it lies. */
export interface Span {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** The figures a rule compares. */
export interface Compared {
  readonly current: Span;
  readonly previous: Span | null;
  readonly base: Span | null;
  /** Levels of the regions compared with: latest and one step before. */
  readonly regions: readonly { readonly current: Fraction; readonly previous: Fraction }[];
}

export type Numbers = Readonly<Record<string, Fraction>>;

export type Spoken =
  | { readonly status: Verdict; readonly numbers: Numbers }
  | { readonly status: null; readonly why: 'bounds' | 'base-not-positive'; readonly numbers: Numbers };

/** The margin in the unit of what is compared. */
export function marginOf(tolerance: Tolerance, previous: Fraction): Fraction {
  if ('absolute' in tolerance) return decimal(tolerance.absolute);
  return over(times(decimal(tolerance.percentOfPrevious), size(previous)), HUNDRED);
}

/** Per cent from the first to the second; `null` from 0 or less. */
export function growth(previous: Fraction, current: Fraction): Fraction | null {
  return previous.top <= 0n ? null : times(HUNDRED, minus(over(current, previous), ONE));
}

function towards(direction: Direction, change: Fraction): Fraction {
  return direction === 'increase' ? change : negative(change);
}

function isExact({ low, high }: Span): boolean {
  return compare(low, high) === 0;
}

/** Later less earlier: lowest against highest, and the reverse. */
export function change(later: Span, earlier: Span): Span {
  return { low: minus(later.low, earlier.high), high: minus(later.high, earlier.low) };
}

/** Beyond the margin the right way, within it, or the wrong way. */
function three(ahead: Fraction, margin: Fraction): Verdict {
  if (compare(ahead, margin) > 0) return 'on-track';
  return compare(ahead, negative(margin)) < 0 ? 'off-track' : 'stable';
}

/** What a rule says of figures that are all there. A rule that reads a previous figure must be given one. */
export function speak(rule: Rule, compared: Compared): Spoken {
  switch (rule.id) {
    case 'not-set':
      return { status: 'ambition-not-set', numbers: { current: compared.current.low } };
    case 'annual-change':
      return annualChange(rule, compared.current, required(compared.previous));
    case 'stable-or-improved':
      return stableOrImproved(rule, compared, required(compared.previous));
    case 'growth-lead':
      return growthLead(rule, compared, required(compared.previous));
    case 'relative-position':
      return relativePosition(rule, compared, required(compared.previous));
    case 'all-of':
      return allOf(rule.parts, compared);
  }
}

function required(span: Span | null): Span {
  if (span === null) throw new Error('The rule reads a previous figure and has none.');
  return span;
}

function annualChange(
  { direction, tolerance }: Extract<Rule, { id: 'annual-change' }>,
  current: Span,
  previous: Span,
): Spoken {
  const moved = change(current, previous);
  const margin = marginOf(tolerance, previous.low);
  const numbers = { current: current.low, previous: previous.low, change: moved.low, tolerance: margin };
  return { status: three(towards(direction, moved.low), margin), numbers };
}

function stableOrImproved(
  { direction, tolerance, base: declared }: Extract<Rule, { id: 'stable-or-improved' }>,
  { current, base }: Compared,
  previous: Span,
): Spoken {
  const moved = change(current, previous);
  const margin = marginOf(tolerance, previous.low);
  const conditions: Condition[] = [{ moved, margin }];
  let numbers: Record<string, Fraction> = { tolerance: margin };
  if (base !== null && declared !== undefined) {
    const baseTolerance = marginOf(declared.tolerance, base.low);
    const baseMoved = change(current, base);
    conditions.push({ moved: baseMoved, margin: baseTolerance });
    numbers = { ...numbers, baseTolerance, ...ends('base', base), ...ends('baseChange', baseMoved) };
  }
  numbers = { ...numbers, ...ends('current', current), ...ends('previous', previous), ...ends('change', moved) };
  const worst = conditions.every((one) => holds(one, direction, 'worst'));
  const best = conditions.every((one) => holds(one, direction, 'best'));
  if (worst !== best) return { status: null, why: 'bounds', numbers };
  return { status: worst ? 'on-track' : 'off-track', numbers };
}

interface Condition {
  readonly moved: Span;
  readonly margin: Fraction;
}

function holds({ moved, margin }: Condition, direction: Direction, end: 'worst' | 'best'): boolean {
  const isLow = (direction === 'increase') === (end === 'worst');
  return compare(towards(direction, isLow ? moved.low : moved.high), negative(margin)) >= 0;
}

function ends(name: string, span: Span): Numbers {
  return isExact(span) ? { [name]: span.low } : { [`${name}Low`]: span.low, [`${name}High`]: span.high };
}

function growthLead(
  { against, tolerance }: Extract<Rule, { id: 'growth-lead' }>,
  { current, regions }: Compared,
  previous: Span,
): Spoken {
  const ownGrowth = growth(previous.low, current.low);
  const each = regions.map((region) => growth(region.previous, region.current));
  const grown = each.filter((one) => one !== null);
  if (ownGrowth === null || grown.length < regions.length || regions.length === 0) {
    return { status: null, why: 'base-not-positive', numbers: {} };
  }
  const pooled = growth(sum(regions.map((one) => one.previous)), sum(regions.map((one) => one.current)));
  if (pooled === null) return { status: null, why: 'base-not-positive', numbers: {} };
  const highest = grown.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  const readings = { pooled, mean: mean(grown), median: median(grown), each: highest };
  const margin = marginOf(tolerance, previous.low);
  const lead = minus(ownGrowth, readings[against]);
  const beaten = grown.filter((one) => compare(minus(ownGrowth, one), margin) > 0).length;
  const numbers = {
    ...{ current: current.low, previous: previous.low, ownGrowth, tolerance: margin, lead },
    ...{ pooledGrowth: pooled, meanGrowth: readings.mean, medianGrowth: readings.median, eachGrowth: highest },
    peersGrowth: readings[against],
    beaten: fraction(BigInt(beaten)),
    compared: fraction(BigInt(grown.length)),
  };
  return { status: three(lead, margin), numbers };
}

function relativePosition(
  { direction, tolerance }: Extract<Rule, { id: 'relative-position' }>,
  { current, regions }: Compared,
  previous: Span,
): Spoken {
  const peerMean = mean(regions.map((one) => one.current));
  const previousPeerMean = mean(regions.map((one) => one.previous));
  const gap = minus(current.low, peerMean);
  const previousGap = minus(previous.low, previousPeerMean);
  const margin = marginOf(tolerance, previousGap);
  const moved = minus(gap, previousGap);
  const numbers = {
    ...{ current: gap, previous: previousGap, change: moved, tolerance: margin },
    ...{ ownLevel: current.low, previousOwnLevel: previous.low, peerMean, previousPeerMean },
  };
  return { status: three(towards(direction, moved), margin), numbers };
}

function allOf(parts: readonly Rule[], compared: Compared): Spoken {
  const spoken = parts.map((part) => speak(part, compared));
  const numbers = Object.fromEntries(
    spoken.flatMap((one, position) =>
      Object.entries(one.numbers).map(
        ([name, number]) => [`${position + 1}-${parts[position]?.id ?? ''}.${name}`, number] as const,
      ),
    ),
  );
  const silent = spoken.find((one) => one.status === null);
  if (silent?.status === null) return { ...silent, numbers };
  const said = spoken.map(({ status }) => status);
  if (said.every((status) => status === 'on-track')) return { status: 'on-track', numbers };
  if (said.some((status) => status === 'on-track' || status === 'partly-met')) return { status: 'partly-met', numbers };
  return { status: said.every((status) => status === 'stable') ? 'stable' : 'off-track', numbers };
}

/** The mean of the others, added up: a helper of whoever shows a gap. */
export function gapTo(own: Fraction, others: readonly Fraction[]): Fraction {
  return plus(own, negative(mean(others)));
}
