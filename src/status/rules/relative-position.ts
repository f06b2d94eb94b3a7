import type { RuleVerdict } from '../../model/plan/assessment.ts';
import { calculated, exactOf } from '../../model/data/figure.ts';
import { divide, fractionOf, subtract, total } from '../../model/fraction.ts';
import type { Figure } from '../../model/data/figure.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import type { IndicatorPoint, PeerFigure } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import { requiredPeerCount } from '../../model/plan/indicator.ts';
import type { ComparedFigures, PeriodPair } from '../verdict.ts';
import { exactly, exactNumber, inDirection, knownNumbers, positionOf, STATUS_OF_POSITION } from '../verdict.ts';
import { changeBetween } from './annual-change.ts';

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
  const gaps = gapsOver(definition, current, previous);
  const missing: Figure = { missing: 'no-previous-period' };
  return { measured: gaps.current, reference: previous === null ? missing : gaps.previous };
}

/** Has the own position among the peers moved the way the ambition wants, by more than the tolerance? */
export function relativePosition(
  rule: RelativePosition,
  definition: IndicatorDefinition,
  { current, previous }: PeriodPair,
): RuleVerdict {
  const gaps = gapsOver(definition, current, previous);
  const change = changeBetween(rule.tolerance, exactly(gaps.current), exactly(gaps.previous));
  const position = positionOf(inDirection(rule.direction, change.ends[0]), change.tolerance);
  const levels = knownNumbers({
    ownLevel: current.own,
    previousOwnLevel: previous.own,
    peerMean: gaps.mean,
    previousPeerMean: gaps.previousMean,
  });
  return { rule, status: STATUS_OF_POSITION[position], numbers: { ...change.numbers, ...levels } };
}

/** Gaps and means in both periods, over the peers that have figures in both. */
function gapsOver(definition: IndicatorDefinition, current: IndicatorPoint, previous: IndicatorPoint | null) {
  const before = previous === null ? null : new Set(idsWithFigures(previous.peers));
  const ids = idsWithFigures(current.peers).filter((id) => before === null || before.has(id));
  const enough = ids.length >= requiredPeerCount(definition, current.peers.length);
  const mean = meanOver(ids, enough, current.peers);
  const previousMean = meanOver(ids, enough, previous?.peers ?? []);
  return {
    mean,
    previousMean,
    current: gapTo(current.own, mean),
    previous: previous === null ? mean : gapTo(previous.own, previousMean),
  };
}

function idsWithFigures(peers: readonly PeerFigure[]): readonly string[] {
  return peers.filter(({ level }) => 'value' in level).map(({ id }) => id);
}

function meanOver(ids: readonly string[], enough: boolean, peers: readonly PeerFigure[]): Figure {
  const levels = peers.filter(({ id }) => ids.includes(id)).map(({ level }) => exactNumber(level));
  if (!enough || levels.length === 0) return { missing: 'peer-missing' };
  return calculated(divide(total(levels), fractionOf(levels.length)));
}

function gapTo(own: Figure, mean: Figure): Figure {
  if ('missing' in own) return own;
  return 'missing' in mean ? mean : calculated(subtract(exactOf(own), exactOf(mean)));
}
