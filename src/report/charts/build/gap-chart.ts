import { difference } from '../../../model/decimal.ts';
import { capitalised } from '../../../words/capital.ts';
import { type Context, amountOf, changeUnit, levelUnit, soleOf } from '../../context.ts';
import type { PageIndicator } from '../../page-input.ts';
import type { TimeChart } from '../chart.ts';
import { spreadBand, spreadOf } from './bands.ts';
import { findingOf } from './finding.ts';
import { type Frame, frameOf, publishedDecimals } from './frame.ts';
import { lineOf, numberIn } from './lines.ts';
import type { Slot } from './slots.ts';
import { timeChart } from './time-chart.ts';

const isShown = ({ point }: Slot) => point !== null && 'value' in point.own;

/** The own level and the mean of the group, with the group from lowest to highest; `null` while there is no own figure. */
export function gapChart(context: Context, indicator: PageIndicator, part: number): TimeChart | null {
  const frame = frameOf(context, indicator, part, { isShown, withPeers: true });
  if (frame === null) return null;
  const { words, group, place, rule, decimals: most } = frame;
  const ofPeers = meanOf(frame);
  const unit = levelUnit(context, frame.unit);
  const figureOf = ({ point }: Slot) => point?.own ?? null;
  const own = lineOf(frame, 'own', place, figureOf);
  // As many as the distance has, so that the three add up.
  const mean = {
    ...lineOf(frame, 'peers', capitalised(ofPeers), ({ point }) => point?.peerMean ?? null),
    decimals: most,
  };
  const decimals = publishedDecimals(
    own.points.flatMap(({ value }) => value ?? []),
    most,
  );
  const spread = (slot: Slot) => {
    const ends = spreadOf(slot);
    return ends === null ? null : range(frame, ends, decimals);
  };
  const write = (value: number | null, shown: number) =>
    value === null ? null : context.input.wording.number(value, shown);
  const [first, ...others] = toldGaps(frame);
  return timeChart(frame, {
    ...{ kind: 'lines', guides: [], unit, decimals, figureOf, lines: [own, mean] },
    bands: soleOf(indicator) === null ? [[spreadBand(frame), words.names.spread]] : [],
    title: findingOf(frame, ofPeers, first ?? ''),
    told: [first ?? '', ...others],
    about: words.about.gap(group),
    direction: 'direction' in rule ? words.direction[rule.direction] : '',
    gap: write(lastGap(frame), most),
    columns: [
      { name: `${place}, ${unit}`, cell: (_, { value }) => write(value, decimals) },
      { name: mean.name, cell: ({ point }) => write(numberIn(point?.peerMean), most) },
      {
        name: `${words.names.gap}, ${changeUnit(context, frame.unit)}`,
        cell: ({ point }) => write(gapIn(point), most),
      },
      { name: words.table.spread, cell: spread },
    ],
  });
}

/** What the distance is to: the mean of the group, or its only place. */
function meanOf({ indicator, group, words }: Frame): string {
  return soleOf(indicator) === null ? words.names.meanOf(group) : group;
}

function range({ context }: Frame, ends: { low: number; high: number }, decimals: number): string {
  const { wording } = context.input;
  return wording.between(wording.number(ends.low, decimals), wording.number(ends.high, decimals));
}

function gapIn(point: Slot['point']): number | null {
  const [own, mean] = [numberIn(point?.own), numberIn(point?.peerMean)];
  return own === null || mean === null ? null : difference(own, mean);
}

function lastGap({ slots }: Frame): number | null {
  return gapIn(slots.findLast(({ point }) => point !== null)?.point ?? null);
}

/** The distance now and, for the trend, in the first comparable period. */
function toldGaps(frame: Frame): readonly string[] {
  const { slots, words, context, unit, decimals } = frame;
  const since = Math.max(
    0,
    slots.findLastIndex(({ breaks }) => breaks.length > 0),
  );
  const known = slots.slice(since).filter(({ point }) => gapIn(point) !== null);
  const ends = [...new Set([known.at(-1), known[0]])].filter((slot) => slot !== undefined);
  return ends.map(({ point, label }) => {
    const gap = gapIn(point) ?? 0;
    const amount = amountOf(context, Math.abs(gap), decimals, changeUnit(context, unit));
    return words.latestGap(label, amount, gap >= 0, meanOf(frame));
  });
}
