import { difference, roundTo } from '../../../model/decimal.ts';
import type { Rule } from '../../../model/plan/rule.ts';
import { type Context, amountOf } from '../../context.ts';
import type { PageIndicator } from '../../page-input.ts';
import type { Band, TimeChart } from '../chart.ts';
import { decimalsOf } from '../draw/axis.ts';
import { findingOf } from './finding.ts';
import { type Frame, frameOf } from './frame.ts';
import { lineOf, numberIn } from './lines.ts';
import type { Slot } from './slots.ts';
import { timeChart } from './time-chart.ts';

/** Fewest decimals of a growth, and most that are tried to make a row add up. */
const GROWTH_DECIMALS = [1, 4] as const;

type LeadRule = Extract<Rule, { id: 'growth-lead' }>;

/** Columns of the lead in growth over the group, in percentage points, with the margin; `null` while there is none. */
export function leadChart(context: Context, indicator: PageIndicator, part: number, rule: LeadRule): TimeChart | null {
  const growthOf = ({ point, breaks }: Slot) => {
    const [own, peers] = [numberIn(point?.growth?.own), numberIn(point?.growth?.[rule.against])];
    // Growth over a break compares what cannot be compared.
    return own === null || peers === null || breaks.length > 0 ? null : { own, peers, lead: difference(own, peers) };
  };
  const frame = frameOf(context, indicator, part, { isShown: (slot) => growthOf(slot) !== null, withPeers: true });
  if (frame === null) return null;
  const { words, place, group } = frame;
  const { percent, percentagePoints } = context.input.wording;
  const margin = 'absolute' in rule.tolerance ? rule.tolerance.absolute : 0;
  const figureOf = (slot: Slot) => {
    const growth = growthOf(slot);
    return growth === null ? (slot.point?.growth?.own ?? null) : { value: growth.lead };
  };
  const lead = lineOf(frame, 'own', words.names.lead, (slot) => {
    const growth = growthOf(slot);
    return growth === null ? null : { value: growth.lead };
  });
  const row = (slot: Slot) => {
    const growth = growthOf(slot);
    return growth === null ? null : written(context, growth, margin);
  };
  const latest = frame.slots.findLast((slot) => row(slot) !== null);
  const told = latest === undefined ? null : row(latest);
  const unit = (text: string) => context.input.wording.amount(text, percent);
  return timeChart(frame, {
    ...{ kind: 'columns', lines: [lead], guides: [], unit: percentagePoints, figureOf, gap: null },
    decimals: told?.alone ?? GROWTH_DECIMALS[0],
    bands: [[marginBand(frame, margin), words.names.margin(marginText(frame, margin))]],
    title: findingOf(frame, group, words.about.growth(group)),
    told:
      told === null || latest === undefined
        ? []
        : [
            words.latestLead(
              latest.label,
              `${place} ${unit(told.own)}`,
              `${group} ${unit(told.peers)}`,
              context.input.wording.amount(told.lead, percentagePoints),
            ),
          ],
    about: words.about.growth(group),
    direction: words.direction[rule.direction ?? 'increase'],
    columns: [
      { name: `${words.names.ownGrowth(place)}, ${percent}`, cell: (slot) => row(slot)?.own ?? null },
      { name: `${words.names.peersGrowth[rule.against](group)}, ${percent}`, cell: (slot) => row(slot)?.peers ?? null },
      { name: `${words.names.lead}, ${percentagePoints}`, cell: (slot) => row(slot)?.lead ?? null },
    ],
  });
}

interface Growths {
  readonly own: number;
  readonly peers: number;
  readonly lead: number;
}

/**
 * Three numbers with the fewest decimals with which they add up and stand to the margin as they do; `alone` are those that
 * the lead needs where it stands by itself.
 */
function written({ input: { wording } }: Context, { own, peers, lead }: Growths, margin: number) {
  const [fewest, most] = GROWTH_DECIMALS;
  const from = Math.max(fewest, decimalsOf(margin), wording.changeDecimals(lead, margin, fewest));
  const all = Array.from({ length: Math.max(1, most - from + 1) }, (_, index) => from + index);
  const addsUp = (shown: number) => difference(roundTo(own, shown), roundTo(peers, shown)) === roundTo(lead, shown);
  const decimals = all.find(addsUp) ?? from;
  const [a, b, c] = [own, peers, lead].map((value) => wording.number(value, decimals));
  return { own: a ?? '', peers: b ?? '', lead: c ?? '', alone: from };
}

/** The margin on both sides of nil, over all periods. */
function marginBand({ slots, step }: Frame, margin: number): Band | null {
  const [first, last] = [slots[0]?.at, slots.at(-1)?.at];
  if (margin === 0 || first === undefined || last === undefined) return null;
  const ends = [first - step / 2, last + step / 2];
  return { kind: 'margin', shape: 'ribbon', runs: [ends.map((at) => ({ at, low: -margin, high: margin }))] };
}

function marginText({ context }: Frame, margin: number): string {
  return amountOf(context, margin, decimalsOf(margin), context.input.wording.percentagePoints);
}
