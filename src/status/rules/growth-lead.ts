import type { RuleVerdict } from '../../model/assessment.ts';
import { difference } from '../../model/decimal.ts';
import type { Against, Figure, IndicatorDefinition, IndicatorPoint, Rule } from '../../model/indicator.ts';
import { requiredPeerCount } from '../../model/indicator.ts';
import type { ComparedFigures, PeriodPair } from '../verdict.ts';
import { absoluteTolerance, knownNumbers, numberOf, positionOf, STATUS_OF_POSITION } from '../verdict.ts';

type GrowthLead = Extract<Rule, { id: 'growth-lead' }>;

/** Own growth, and the peers' growth that must be beaten. */
export function compareGrowths(
  rule: GrowthLead,
  definition: IndicatorDefinition,
  current: IndicatorPoint,
): ComparedFigures {
  const missing: Figure = { missing: 'no-previous-period' };
  if (current.growth === undefined) return { measured: missing, reference: missing };
  return { measured: current.growth.own, reference: peersGrowth(rule.against, definition, current) };
}

/** Is own growth above the peers' by more than the tolerance (percentage points)? The other comparisons are kept too. */
export function growthLead(
  rule: GrowthLead,
  definition: IndicatorDefinition,
  { current, previous }: PeriodPair,
): RuleVerdict {
  const { measured, reference } = compareGrowths(rule, definition, current);
  const lead = difference(numberOf(measured), numberOf(reference));
  const tolerance = absoluteTolerance(rule.id, rule.tolerance);
  const numbers = {
    ...knownNumbers({ current: current.own, previous: previous.own, ownGrowth: measured }),
    ...knownNumbers({
      pooledGrowth: current.growth?.pooled,
      meanGrowth: current.growth?.mean,
      medianGrowth: current.growth?.median,
      highestGrowth: highestGrowth(definition, current),
    }),
    beaten: current.growth?.beaten ?? 0,
    compared: current.growth?.compared ?? 0,
    peersGrowth: numberOf(reference),
    lead,
    tolerance,
  };
  return { rule, status: STATUS_OF_POSITION[positionOf(lead, tolerance)], numbers };
}

function peersGrowth(against: Against, definition: IndicatorDefinition, current: IndicatorPoint): Figure {
  const withFigures = current.peers.filter(({ level }) => 'value' in level).length;
  if (withFigures < requiredPeerCount(definition, current.peers.length)) return { missing: 'peer-missing' };
  if (against === 'each') return highestGrowth(definition, current);
  return current.growth?.[against] ?? { missing: 'peer-missing' };
}

/** Growth of the fastest region: to beat each is to beat that one. */
function highestGrowth(definition: IndicatorDefinition, { peers, growth }: IndicatorPoint): Figure {
  const required = requiredPeerCount(definition, peers.length);
  const growths = peers.flatMap((peer) => (peer.growth && 'value' in peer.growth ? [peer.growth.value] : []));
  if (growths.length >= required) return { value: Math.max(...growths) };
  return growth !== undefined && 'missing' in growth.mean ? growth.mean : { missing: 'peer-missing' };
}
