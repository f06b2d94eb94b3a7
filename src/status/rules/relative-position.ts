import type { RuleVerdict } from '../../model/assessment.ts';
import { COMPUTED_DECIMALS, difference, roundTo, sum } from '../../model/decimal.ts';
import type { Figure, IndicatorDefinition, IndicatorPoint, PeerFigure, Rule } from '../../model/indicator.ts';
import { requiredPeerCount } from '../../model/indicator.ts';
import type { ComparedFigures, PeriodPair } from '../verdict.ts';
import { inDirection, knownNumbers, numberOf, positionOf, STATUS_OF_POSITION } from '../verdict.ts';
import { changeNumbers } from './annual-change.ts';

type RelativePosition = Extract<Rule, { id: 'relative-position' }>;

/**
 * The gap to the peers now and a step before, over the peers that have figures in both: a peer that drops out must not
 * move the mean. Where every peer is required these are the gaps of the points themselves.
 */
export function compareGaps(
  definition: IndicatorDefinition,
  current: IndicatorPoint,
  previous: IndicatorPoint | null,
): ComparedFigures {
  const before = previous === null ? null : new Set(idsWithFigures(previous.peers));
  const ids = idsWithFigures(current.peers).filter((id) => before === null || before.has(id));
  const enough = ids.length >= requiredPeerCount(definition, current.peers.length);
  const missing: Figure = { missing: 'no-previous-period' };
  return {
    measured: gapOver(ids, enough, current),
    reference: previous === null ? missing : gapOver(ids, enough, previous),
  };
}

/** Has the own position among the peers moved the way the ambition wants, by more than the tolerance? */
export function relativePosition(
  rule: RelativePosition,
  definition: IndicatorDefinition,
  { current, previous }: PeriodPair,
): RuleVerdict {
  const { measured, reference } = compareGaps(definition, current, previous);
  const gaps = changeNumbers(rule, numberOf(measured), numberOf(reference));
  const position = positionOf(inDirection(rule.direction, gaps.change), gaps.tolerance);
  const levels = knownNumbers({ ownLevel: current.own, previousOwnLevel: previous.own });
  const numbers = { ...gaps, ...levels, ...peerMeans(gaps, levels) };
  return { rule, status: STATUS_OF_POSITION[position], numbers };
}

function idsWithFigures(peers: readonly PeerFigure[]): readonly string[] {
  return peers.filter(({ level }) => 'value' in level).map(({ id }) => id);
}

function gapOver(ids: readonly string[], enough: boolean, { own, peers }: IndicatorPoint): Figure {
  if ('missing' in own) return own;
  if (!enough) return { missing: 'peer-missing' };
  const levels = peers.filter(({ id }) => ids.includes(id)).map(({ level }) => numberOf(level));
  return { value: difference(own.value, roundTo(sum(levels) / levels.length, COMPUTED_DECIMALS)) };
}

function peerMeans(gaps: { current: number; previous: number }, levels: Record<string, number>) {
  return {
    peerMean: difference(levels['ownLevel'] ?? 0, gaps.current),
    previousPeerMean: difference(levels['previousOwnLevel'] ?? 0, gaps.previous),
  };
}
