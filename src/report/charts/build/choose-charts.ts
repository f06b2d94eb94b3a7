import { isLevelRule, type Rule } from '../../../model/plan/rule.ts';
import type { Context } from '../../context.ts';
import type { PageIndicator } from '../../page-input.ts';
import type { Chart } from '../chart.ts';
import { gapChart } from './gap-chart.ts';
import { leadChart } from './lead-chart.ts';
import { levelChart } from './level-chart.ts';
import { mixChart } from './mix-chart.ts';
import { placeChart } from './place-chart.ts';
import { rankChart } from './rank-chart.ts';

/**
 * The pictures that answer an indicator's question: one for each part of its rule, and the groups behind an index over
 * groups. What is drawn follows from rule and measure alone. A picture without figures is left out.
 */
export function chooseCharts(context: Context, indicator: PageIndicator): readonly Chart[] {
  const { facts, mix } = indicator;
  const ofRules = facts.parts.map(({ rule }, part) => chartOf(context, indicator, part, rule));
  return [...ofRules, mix === null ? null : mixChart(context, mix)].filter((chart) => chart !== null);
}

function chartOf(context: Context, indicator: PageIndicator, part: number, rule: Rule): Chart | null {
  if (rule.id === 'growth-lead') return leadChart(context, indicator, part, rule);
  if (rule.id === 'rank') return rankChart(context, indicator, part, rule);
  if (rule.id === 'against') return placeChart(context, indicator, part, rule);
  // A limit, a path and a mean are of the distance itself, and are drawn beside it.
  const isGap = indicator.definition.measure === 'gap' && !isLevelRule(rule);
  return isGap ? gapChart(context, indicator, part) : levelChart(context, indicator, part);
}
