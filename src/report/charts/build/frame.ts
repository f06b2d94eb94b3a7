import type { Frequency } from '../../../model/time-period.ts';
import { periodFromKey } from '../../../model/time-period.ts';
import type { Rule } from '../../../model/plan/rule.ts';
import type { ChartTexts } from '../../../words/page/chart-texts.ts';
import { chartTextsOf } from '../../../words/page/chart-language.ts';
import { type Context, groupOf, measureOf, placeOf } from '../../context.ts';
import type { PageIndicator } from '../../page-input.ts';
import { decimalsOf } from '../draw/axis.ts';
import { slotsOf, type Slot } from './slots.ts';

/** What a chart of one demand over time is built with. */
export interface Frame {
  readonly context: Context;
  readonly indicator: PageIndicator;
  readonly words: ChartTexts;
  readonly rule: Rule;
  /** Its place among the demands, from 0, and how many there are. */
  readonly part: number;
  readonly parts: number;
  readonly place: string;
  readonly group: string;
  readonly unit: string;
  /** Of what is calculated, such as a mean or a growth. */
  readonly decimals: number;
  readonly slots: readonly Slot[];
  readonly step: number;
  readonly frequency: Frequency;
}

/** The frame of a chart from its first period with a figure on; `null` while there is none. */
export function frameOf(
  context: Context,
  indicator: PageIndicator,
  part: number,
  { isShown, withPeers }: { readonly isShown: (slot: Slot) => boolean; readonly withPeers: boolean },
): Frame | null {
  const { facts } = indicator;
  const rule = facts.parts[part]?.rule ?? indicator.definition.rule;
  const { slots: all, step } = slotsOf(context, indicator, { part, withPeers, rule });
  const first = all.findIndex(isShown);
  const slots = first === -1 ? [] : all.slice(first);
  const [start] = slots;
  if (start === undefined) return null;
  return {
    ...{ context, indicator, rule, part, parts: facts.parts.length, slots, step },
    ...measureOf(context, indicator),
    words: chartTextsOf(context.input.language),
    place: placeOf(context, indicator),
    group: groupOf(context, indicator),
    frequency: periodFromKey(start.period).frequency,
  };
}

/** Decimals of figures as they are published, at most those that calculated ones are shown with. */
export function publishedDecimals(values: readonly number[], most: number): number {
  return Math.min(most, Math.max(0, ...values.map(decimalsOf)));
}
