import type { Status } from '../../model/plan/assessment.ts';
import { exactOf } from '../../model/data/figure.ts';
import { compare, fractionOf } from '../../model/fraction.ts';
import type { Known } from '../../model/data/figure.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import type { Outcome } from '../verdict.ts';
import { rangeOf } from '../verdict.ts';
import { namedEnds, OPEN } from './annual-change.ts';

type Threshold = Extract<Rule, { id: 'threshold' }>;

/** Where a value stands: inside the limits, outside one of them but not the outer one, or outside that too. */
type Zone = 'far-below' | 'below' | 'inside' | 'above' | 'far-above';

const STATUS_OF_ZONE: Readonly<Record<Zone, Status>> = {
  'far-below': 'off-track',
  below: 'partly-met',
  inside: 'on-track',
  above: 'partly-met',
  'far-above': 'off-track',
};

/**
 * Does the latest value keep within its limits, all of them inclusive? A limit without an outer one has nothing partly met
 * beyond it. Where only bounds are known both ends must stand in the same place, else the rule cannot speak.
 */
export function threshold(rule: Threshold, current: IndicatorPoint): Outcome {
  const range = rangeOf(current);
  const zone = zoneOf(rule, range.low);
  if (zone !== zoneOf(rule, range.high)) return OPEN;
  const limits = { min: rule.min, max: rule.max, outerMin: rule.outer?.min, outerMax: rule.outer?.max };
  const written = Object.entries(limits).flatMap(([name, limit]) => (limit === undefined ? [] : [[name, limit]]));
  const numbers = { ...namedEnds('current', range), ...(Object.fromEntries(written) as Record<string, number>) };
  return { verdict: { rule, status: STATUS_OF_ZONE[zone], numbers } };
}

function zoneOf({ min, max, outer = {} }: Threshold, value: Known): Zone {
  const isBelow = (limit: number) => compare(exactOf(value), fractionOf(limit)) < 0;
  const isAbove = (limit: number) => compare(exactOf(value), fractionOf(limit)) > 0;
  if (min !== undefined && isBelow(min)) return isBelow(outer.min ?? min) ? 'far-below' : 'below';
  if (max !== undefined && isAbove(max)) return isAbove(outer.max ?? max) ? 'far-above' : 'above';
  return 'inside';
}
