import { levelOf } from '../../model/data/place.ts';
import type { Rule, Tolerance } from '../../model/plan/rule.ts';
import type { JudgedFacts } from '../../words/page/told.ts';
import { amountOf, changeUnit, type Context, groupOf, measureOf } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';

/** How the indicator is judged, in one sentence, and that nobody has adopted the way or the margin. */
export function judgedText(context: Context, indicator: PageIndicator): string {
  const { judged } = context.texts.told;
  const { rule } = indicator.definition;
  if (rule.id === 'not-set') return judged.notSet;
  const hasMargin = marginsOf(rule).some((one) => amountIn(one) > 0);
  const sentence = judged.metWhen(clauseOf(context, indicator, rule));
  return `${sentence} ${hasMargin ? judged.marginNotAdopted : judged.measureNotAdopted}`;
}

function clauseOf(context: Context, indicator: PageIndicator, rule: Rule): string {
  const { judged } = context.texts.told;
  const { input } = context;
  const { unit } = measureOf(context, indicator);
  const amount = (value: number, inUnit: string) => amountOf(context, value, decimalsIn(value), inUnit);
  const level = (value: number) => amount(value, unit);
  const points = input.wording.percentagePoints;
  const margin = (tolerance: Tolerance, inUnit = changeUnit(context, unit)) => {
    if (amountIn(tolerance) === 0) return null;
    return 'absolute' in tolerance
      ? amount(tolerance.absolute, inUnit)
      : amount(tolerance.percentOfPrevious, input.wording.percent);
  };
  const facts = (direction: JudgedFacts['direction'], tolerance: Tolerance | null, inUnit?: string): JudgedFacts => ({
    direction,
    margin: tolerance === null ? null : margin(tolerance, inUnit),
    group: groupOf(context, indicator) || context.texts.proposedGroup,
    municipality: input.municipality,
  });
  switch (rule.id) {
    case 'annual-change': {
      const atLeast = rule.atLeast === undefined ? null : margin(rule.atLeast);
      return judged.change({ ...facts(rule.direction, rule.tolerance), atLeast });
    }
    case 'stable-or-improved': {
      const own = judged.stable(facts(rule.direction, rule.tolerance));
      if (rule.base === undefined) return own;
      return own + judged.base(rule.base.year, margin(rule.base.tolerance), rule.direction);
    }
    case 'growth-lead':
      return judged.lead({ ...facts(rule.direction ?? 'increase', rule.tolerance, points), against: rule.against });
    case 'relative-position':
      return judged.position(facts(rule.direction, rule.tolerance));
    case 'threshold': {
      const shown = (limit: number | undefined) => (limit === undefined ? null : level(limit));
      const inner = judged.threshold({ min: shown(rule.min), max: shown(rule.max) });
      const { outer } = rule;
      return outer === undefined ? inner : inner + judged.outer({ min: shown(outer.min), max: shown(outer.max) });
    }
    case 'target':
      return judged.target({
        goal: goalText(context, indicator, rule, level),
        year: rule.year,
        isStraight: rule.path === 'straight',
      });
    case 'rank':
      return judged.rank(rule.within, facts(rule.direction, null));
    case 'against': {
      const isShare = rule.as === 'share';
      const limit = amount(rule.min, isShare ? input.wording.percent : changeUnit(context, unit));
      return judged.against(limit, placeName(context, indicator, rule.place), {
        ...facts(rule.direction, null),
        isShare,
      });
    }
    case 'no-worse-than-mean':
      return judged.mean(rule.periods, facts(rule.direction, rule.tolerance));
    case 'all-of':
      return judged.allOf(rule.parts.map((part) => clauseOf(context, indicator, part)));
    case 'not-set':
      return '';
  }
}

function goalText(
  context: Context,
  { facts }: PageIndicator,
  rule: Extract<Rule, { id: 'target' }>,
  level: (value: number) => string,
): string {
  const goal = rule.value ?? facts.parts.find((part) => part.rule.id === 'target')?.goal ?? null;
  return goal === null ? context.texts.told.judged.goalOfRule : level(goal);
}

function placeName({ texts, input }: Context, { series, assessment }: PageIndicator, code: string): string {
  const level = levelOf(code);
  if (level === 'country') return texts.told.judged.country;
  const name = series.points.at(-1)?.places?.find(({ id }) => id === code)?.name ?? code;
  return level === 'county' && assessment.coverage !== 'county' ? input.wording.counties([name], true) : name;
}

function marginsOf(rule: Rule): readonly Tolerance[] {
  if (rule.id === 'all-of') return rule.parts.flatMap(marginsOf);
  const own = 'tolerance' in rule ? [rule.tolerance] : [];
  return rule.id === 'stable-or-improved' && rule.base !== undefined ? [...own, rule.base.tolerance] : own;
}

function amountIn(tolerance: Tolerance): number {
  return 'absolute' in tolerance ? tolerance.absolute : tolerance.percentOfPrevious;
}

function decimalsIn(value: number): number {
  return (String(value).split('.')[1] ?? '').length;
}
