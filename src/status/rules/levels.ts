import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { LevelRule } from '../../model/plan/rule.ts';
import { checkLevels } from '../guards-of-levels.ts';
import type { Situation } from '../situation.ts';
import type { Outcome } from '../verdict.ts';
import { valueOrBound } from '../verdict.ts';
import { against, compareWithPlace } from './against.ts';
import { noWorseThanMean } from './no-worse-than-mean.ts';
import { rank, rankedFigure } from './rank.ts';
import { findTargetBase, target } from './target.ts';
import { threshold } from './threshold.ts';

/** Lets the guards, then the rule, speak about the latest value. */
export function judgeLevel(rule: LevelRule, situation: Situation, current: IndicatorPoint): Outcome {
  const { definition } = situation;
  const isGap = definition.measure === 'gap';
  switch (rule.id) {
    case 'threshold': {
      const alone = { measured: valueOrBound(current), reference: null };
      const stop = checkLevels(situation, alone, { peers: isGap, earlier: [] });
      return stop === null ? threshold(rule, current) : { stop };
    }
    case 'target': {
      const base = findTargetBase(rule, situation);
      const reference = base?.point ? valueOrBound(base.point) : null;
      const figures = { measured: valueOrBound(current), reference };
      const stop = checkLevels(situation, figures, { peers: isGap, earlier: base === null ? [] : [base] });
      return stop === null ? target(rule, current, base) : { stop };
    }
    case 'rank': {
      const alone = { measured: rankedFigure(definition, current), reference: null };
      const stop = checkLevels(situation, alone, { peers: true, earlier: [] });
      return stop === null ? rank(rule, definition, current) : { stop };
    }
    case 'against': {
      const stop = checkLevels(situation, compareWithPlace(rule, current), { peers: true, earlier: [] });
      return stop === null ? { verdict: against(rule, current) } : { stop };
    }
    case 'no-worse-than-mean':
      return noWorseThanMean(rule, situation, current);
  }
}
