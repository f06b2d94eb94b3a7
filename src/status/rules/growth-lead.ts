import type { RuleVerdict, Status } from '../../model/plan/assessment.ts';
import { subtract, toNumber } from '../../model/fraction.ts';
import type { Figure } from '../../model/data/figure.ts';
import type { GrowthComparison, IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Against, Rule } from '../../model/plan/rule.ts';
import type { ComparedFigures, PeriodPair } from '../verdict.ts';
import {
  absoluteTolerance,
  exactNumber,
  inDirection,
  knownNumbers,
  positionOf,
  STATUS_OF_POSITION,
} from '../verdict.ts';

type GrowthLead = Extract<Rule, { id: 'growth-lead' }>;

const READINGS: readonly Against[] = ['pooled', 'mean', 'median', 'each'];

/** Own growth, and the peers' growth that must be beaten. */
export function compareGrowths(rule: GrowthLead, current: IndicatorPoint): ComparedFigures {
  const growth = growthOf(current);
  return { measured: growth.own, reference: growth[rule.against] };
}

/**
 * Is own growth better than the peers' by more than the tolerance (percentage points)? All four readings of the peers are
 * kept, with the status each would give.
 */
export function growthLead(rule: GrowthLead, { current, previous }: PeriodPair): RuleVerdict {
  const { measured, reference } = compareGrowths(rule, current);
  const growth = growthOf(current);
  const tolerance = absoluteTolerance(rule.id, rule.tolerance);
  const lead = subtract(exactNumber(measured), exactNumber(reference ?? undefined));
  const statusOf = (peers: Figure): Status | null => {
    if ('missing' in peers) return null;
    const better = inDirection(rule.direction ?? 'increase', subtract(exactNumber(measured), exactNumber(peers)));
    return STATUS_OF_POSITION[positionOf(better, tolerance)];
  };
  const numbers = {
    ...knownNumbers({ current: current.own, previous: previous.own, ownGrowth: measured }),
    ...knownNumbers({
      pooledGrowth: growth.pooled,
      meanGrowth: growth.mean,
      medianGrowth: growth.median,
      eachGrowth: growth.each,
    }),
    ...knownNumbers({ peersGrowth: reference ?? undefined }),
    beaten: growth.beaten,
    compared: growth.compared,
    lead: toNumber(lead),
    tolerance: toNumber(tolerance),
  };
  const status = STATUS_OF_POSITION[positionOf(inDirection(rule.direction ?? 'increase', lead), tolerance)];
  return { rule, status, numbers, readings: readingsOf(growth, statusOf) };
}

/** The growth that is compared wherever a rule asks for a lead. Throws `RangeError` where it was not: the measure has a bug. */
function growthOf({ growth }: IndicatorPoint): GrowthComparison {
  if (growth === undefined) throw new RangeError('A rule was asked about a growth that was not compared');
  return growth;
}

function readingsOf(growth: GrowthComparison, statusOf: (peers: Figure) => Status | null) {
  return Object.fromEntries(
    READINGS.flatMap((reading) => {
      const status = statusOf(growth[reading]);
      return status === null ? [] : [[reading, status]];
    }),
  );
}
