import type { Rule } from '../../../model/plan/rule.ts';
import type { Context } from '../../context.ts';
import type { PageIndicator } from '../../page-input.ts';
import type { TimeChart } from '../chart.ts';
import { findingOf, trendOf } from './finding.ts';
import { frameOf, publishedDecimals } from './frame.ts';
import { guidesOf } from './guides.ts';
import { lineOf, numberIn } from './lines.ts';
import type { Slot } from './slots.ts';
import { timeChart } from './time-chart.ts';

const isShown = ({ point }: Slot) => point !== null && 'value' in point.own;

/** The own level, that of the place it is held against, and what is required; `null` while there is no own figure. */
export function placeChart(
  context: Context,
  indicator: PageIndicator,
  part: number,
  rule: Extract<Rule, { id: 'against' }>,
): TimeChart | null {
  const frame = frameOf(context, indicator, part, { isShown, withPeers: true });
  if (frame === null) return null;
  const { words, place, unit, decimals: most } = frame;
  const otherAt = ({ point }: Slot) => point?.places?.find(({ id }) => id === rule.place) ?? null;
  const other = frame.slots.map((slot) => otherAt(slot)?.name).find((name) => name !== undefined) ?? rule.place;
  const figureOf = ({ point }: Slot) => point?.own ?? null;
  const own = lineOf(frame, 'own', place, figureOf);
  const theirs = lineOf(frame, 'peers', other, (slot) => otherAt(slot)?.level ?? null);
  const decimals = publishedDecimals(
    [own, theirs].flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    most,
  );
  const write = (value: number | null) => (value === null ? null : context.input.wording.number(value, decimals));
  const trend = trendOf(frame, own.points, unit, decimals);
  return timeChart(frame, {
    ...{ kind: 'lines', lines: [own, theirs], bands: [], guides: guidesOf(frame), unit, decimals, figureOf, gap: null },
    title: findingOf(frame, other, trend),
    told: [trend],
    about: words.about.place(other),
    direction: words.direction[rule.direction],
    columns: [
      { name: unit === '' ? place : `${place}, ${unit}`, cell: (_, { value }) => write(value) },
      { name: other, cell: (slot) => write(numberIn(otherAt(slot)?.level)) },
    ],
  });
}
