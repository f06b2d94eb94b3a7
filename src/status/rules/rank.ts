import type { RuleVerdict } from '../../model/plan/assessment.ts';
import { compare, fractionOf, subtract } from '../../model/fraction.ts';
import type { Figure } from '../../model/data/figure.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import type { Outcome } from '../verdict.ts';
import { exactNumber, inDirection, knownNumbers } from '../verdict.ts';

type Rank = Extract<Rule, { id: 'rank' }>;

const ZERO = fractionOf(0);

/** The own figure that is ranked: the growth where that is the measure, else the level. */
export function rankedFigure({ measure }: IndicatorDefinition, current: IndicatorPoint): Figure {
  return measure === 'growth' ? current.value : current.own;
}

/**
 * Is the own place among the best so many of the group, itself counted in? Its rank is one more than the places that are
 * strictly better. Where some have no figure the rule speaks if the answer is the same whatever they have, or if the
 * settings say that so many places suffice; else, and with nobody to compare with, it cannot.
 */
export function rank(rule: Rank, definition: IndicatorDefinition, current: IndicatorPoint): Outcome {
  const figures = current.peers.map(({ level, growth }) =>
    definition.measure === 'growth' ? (growth ?? { missing: 'no-previous-period' as const }) : level,
  );
  const own = exactNumber(rankedFigure(definition, current));
  const known = figures.filter((figure) => 'value' in figure);
  const isBetter = (figure: Figure) =>
    compare(inDirection(rule.direction, subtract(exactNumber(figure), own)), ZERO) > 0;
  const best = 1 + known.filter(isBetter).length;
  const worst = best + figures.length - known.length;
  const isSettled = best > rule.within || worst <= rule.within;
  const isEnough = definition.requiredPeers !== undefined && known.length >= definition.requiredPeers;
  if (figures.length === 0 || (!isSettled && !isEnough)) {
    return { stop: { guard: 'peer-missing', missing: 'peer-missing' } };
  }
  const numbers = {
    ...knownNumbers({ current: rankedFigure(definition, current) }),
    ...{ rank: best, ranked: known.length + 1, within: rule.within },
    ...(worst === best ? {} : { worstRank: worst }),
  };
  const status = best <= rule.within ? 'on-track' : 'off-track';
  return { verdict: { rule, status, numbers } satisfies RuleVerdict };
}
