import type { Rule } from '../../../model/plan/rule.ts';
import { type Context, amountOf } from '../../context.ts';
import type { PageIndicator } from '../../page-input.ts';
import type { BarChart } from '../chart.ts';
import { annotationsOf, remarksOf } from './events.ts';
import { findingOf } from './finding.ts';
import { frameOf, publishedDecimals } from './frame.ts';
import { lineOf, numberIn } from './lines.ts';
import type { Slot } from './slots.ts';

/** The own place among the others in the latest period with a figure, best first; `null` while it has none, or they have. */
export function rankChart(
  context: Context,
  indicator: PageIndicator,
  part: number,
  rule: Extract<Rule, { id: 'rank' }>,
): BarChart | null {
  const isGrowth = indicator.definition.measure === 'growth';
  const ownOf = ({ point }: Slot) => (isGrowth ? point?.value : point?.own) ?? null;
  const isShown = (slot: Slot) => numberIn(ownOf(slot)) !== null;
  const frame = frameOf(context, indicator, part, { isShown, withPeers: true });
  const latest = frame?.slots.findLast(isShown);
  if (frame === null || latest === undefined) return null;
  const { words, place, unit, decimals: most } = frame;
  const peers = (latest.point?.peers ?? []).map((peer) => ({
    label: peer.name,
    value: numberIn(isGrowth ? peer.growth : peer.level),
    isOwn: false,
  }));
  const all = [{ label: place, value: numberIn(ownOf(latest)), isOwn: true }, ...peers];
  const known = all.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]));
  if (known.length < 2) return null;
  const decimals = publishedDecimals(
    known.map(({ value }) => value),
    most,
  );
  const better = rule.direction === 'increase' ? -1 : 1;
  const bars = known
    .toSorted((a, b) => better * (a.value - b.value))
    .map(({ label, value, isOwn }) => ({
      ...{ label, isOwn, now: value, before: null },
      text: amountOf(context, value, decimals, unit),
    }));
  const own = known[0]?.value ?? 0;
  const rank = 1 + bars.filter(({ now }) => better * (now - own) < 0).length;
  const standing = words.latestRank(place, rank, bars.length, latest.label);
  const title = findingOf(frame, String(rule.within), standing);
  const line = lineOf(frame, 'own', place, ownOf);
  const remarks = remarksOf(frame, line.points);
  const absent = all.filter(({ value }) => value === null).map(({ label }) => [label, '–']);
  const about = frame.parts > 1 ? words.about.part(part + 1, words.about.rank) : words.about.rank;
  return {
    ...{ kind: 'bars', title, bars, remarks, annotations: annotationsOf(frame).annotations },
    cut: rule.within < bars.length ? rule.within : null,
    summary: [words.kinds.bars, title, ...(standing === title ? [] : [standing])].map((one) => `${one}.`).join(' '),
    key: [
      { sign: 'bar', text: place },
      { sign: 'bar-other', text: words.key.others },
      ...(rule.within < bars.length ? [{ sign: 'cut', text: words.names.cut(rule.within) } as const] : []),
    ],
    table: {
      caption: title,
      heading: [words.table.place, latest.label],
      rows: [...bars.map(({ label, text }) => [label, text]), ...absent],
    },
    tableName: words.figuresOf(about),
  };
}
