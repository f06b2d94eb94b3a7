import type { Status } from '../../model/plan/assessment.ts';
import type { Figure } from '../../model/data/figure.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Rule } from '../../model/plan/rule.ts';
import { type Context, groupOf, levelUnit, measureOf, placeOf } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';
import type { Chart } from './chart.ts';
import { buildLineChart, type LineSource } from './line-chart.ts';
import { buildMixChart } from './mix-chart.ts';

/** Growth is shown with two decimals, as tolerances are written. */
const GROWTH_DECIMALS = 2;

/**
 * The pictures that answer an indicator's question: one for each part of its rule, and the groups behind an index over
 * groups. What is drawn follows from rule and measure alone. A picture without figures is left out.
 */
export function chooseCharts(context: Context, indicator: PageIndicator): readonly Chart[] {
  const { definition, mix } = indicator;
  const lines = partsOf(definition.rule).map((rule, part) =>
    buildLineChart(context, indicator, { ...sourceOf(context, indicator, rule), met: metBy(indicator, part) }),
  );
  return [...lines, mix === null ? null : buildMixChart(context, mix)].filter((chart) => chart !== null);
}

function partsOf(rule: Rule): readonly Rule[] {
  return rule.id === 'all-of' ? rule.parts.flatMap(partsOf) : [rule];
}

type Source = Omit<LineSource, 'met'>;

function sourceOf(context: Context, indicator: PageIndicator, rule: Rule): Source {
  const { texts } = context;
  const place = placeOf(context, indicator);
  const group = groupOf(context, indicator);
  const { unit, decimals } = measureOf(context, indicator);
  const isGap = indicator.definition.measure === 'gap';
  const direction = 'direction' in rule && rule.id !== 'growth-lead' ? texts.charts.direction[rule.direction] : '';
  if (rule.id === 'growth-lead') {
    const peers = { name: texts.charts.peersGrowth[rule.against](group), figure: peersGrowth(rule.against) };
    return {
      title: texts.charts.growth(place, group),
      own: { name: place, figure: ({ growth }) => growth?.own },
      peers,
      ...{ unit: context.input.wording.percent, decimals: GROWTH_DECIMALS, direction, gap: false },
    };
  }
  if (rule.id === 'relative-position' || isGap) {
    return {
      title: texts.charts.gap(place, group),
      own: { name: place, figure: ({ own }) => own },
      peers: { name: texts.charts.peersMean(group), figure: ({ peerMean }) => peerMean },
      ...{ unit: levelUnit(context, unit), decimals, direction, gap: true },
    };
  }
  const title = texts.charts.value;
  return {
    title,
    own: { name: place, figure: ({ value }) => value },
    peers: null,
    unit,
    decimals,
    direction,
    gap: false,
  };
}

function peersGrowth(against: 'pooled' | 'mean' | 'median' | 'each') {
  return ({ growth }: IndicatorPoint): Figure | undefined => growth?.[against];
}

/** Whether a part of the rule was met, by period key; silent where it could not speak. */
function metBy({ past }: PageIndicator, part: number): ReadonlyMap<number, boolean> {
  return new Map(
    past.flatMap(({ period, parts }) => {
      const met = isMet(parts[part]);
      return met === null ? [] : [[period, met] as const];
    }),
  );
}

function isMet(status: Status | undefined): boolean | null {
  if (status === 'on-track') return true;
  return status === 'stable' || status === 'off-track' || status === 'partly-met' ? false : null;
}
