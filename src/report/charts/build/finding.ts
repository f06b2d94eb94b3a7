import type { Rule } from '../../../model/plan/rule.ts';
import type { RulePhrase } from '../../../words/page/chart-texts.ts';
import { amountOf, changeUnit } from '../../context.ts';
import type { ChartPoint } from '../chart.ts';
import { type Frame, publishedDecimals } from './frame.ts';
import { decimalsOf } from '../draw/axis.ts';

/**
 * What the picture shows, as its title: in how many of the periods judged the demand was met. Of one demand of several it
 * says so, and speaks of that one alone. Without a demand, or before it could be judged, it is the trend.
 */
export function findingOf(frame: Frame, other: string, trend: string): string {
  const judged = frame.slots.filter(({ met }) => met !== null);
  const phrase = phraseOf(frame.rule, frame);
  if (judged.length === 0 || phrase === null) return trend;
  const { words, part, parts, frequency, place } = frame;
  const met = judged.filter((slot) => slot.met === true).length;
  const tally = words.tally({ met, judged: judged.length, frequency });
  const compared = demandOf(frame) ?? other;
  if (parts > 1) return words.part(part + 1, parts, phrase.demand(compared), tally);
  return phrase.finding(place, compared, tally);
}

/** From the first to the last known figure since the last break, as one clause. */
export function trendOf(frame: Frame, points: readonly ChartPoint[], unit: string, decimals: number): string {
  const { context, words, place } = frame;
  const since = Math.max(
    0,
    points.findLastIndex(({ startsAnew }) => startsAnew),
  );
  const known = points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  const comparable = known.filter(({ at }) => at >= (points[since]?.at ?? -Infinity));
  const [first, last] = [comparable[0] ?? known.at(-1), known.at(-1)];
  if (first === undefined || last === undefined) return '';
  const shown = publishedDecimals([first.value, last.value], decimals);
  const write = (value: number) => amountOf(context, value, shown, unit);
  const [start, end] = [write(first.value), write(last.value)];
  if (first.at >= last.at) return words.onlyFigure(place, end, last.label);
  const moved = start === end ? 'same' : first.value < last.value ? 'up' : 'down';
  return words.trend(place, { moved, first: start, from: first.label, last: end, to: last.label });
}

function phraseOf(rule: Rule, { words: { rules }, indicator }: Frame): RulePhrase | null {
  switch (rule.id) {
    case 'annual-change':
      if (rule.atLeast !== undefined) return rules.demanded[rule.direction];
      if (indicator.definition.measure === 'gap') return rules.position;
      return (hasMargin(rule) ? rules.clearChange : rules.change)[rule.direction];
    case 'stable-or-improved':
      return rules.held;
    case 'growth-lead':
      return rules.lead[rule.direction ?? 'increase'];
    case 'relative-position':
      return rules.position;
    case 'threshold':
      return rules.within;
    case 'target':
      return rules.path;
    case 'rank':
      return rules.ranked;
    case 'against':
      return rules.against;
    case 'no-worse-than-mean':
      return rules.mean;
    case 'all-of':
    case 'not-set':
      return null;
  }
}

function hasMargin({ tolerance }: Extract<Rule, { id: 'annual-change' }>): boolean {
  return 'absolute' in tolerance ? tolerance.absolute > 0 : tolerance.percentOfPrevious > 0;
}

/** The change that is demanded, written out; `null` for other rules. */
function demandOf({ rule, context, unit }: Frame): string | null {
  if (rule.id === 'rank') return String(rule.within);
  if (rule.id !== 'annual-change' || rule.atLeast === undefined) return null;
  const { atLeast } = rule;
  const percent = context.input.wording.percent;
  const [value, ofUnit] =
    'absolute' in atLeast ? [atLeast.absolute, changeUnit(context, unit)] : [atLeast.percentOfPrevious, percent];
  return amountOf(context, value, decimalsOf(value), ofUnit);
}
