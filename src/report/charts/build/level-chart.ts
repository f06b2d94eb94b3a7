import { type Context, changeUnit } from '../../context.ts';
import type { PageIndicator } from '../../page-input.ts';
import type { Band, ChartPoint, TimeChart } from '../chart.ts';
import { marginBand, meanBand, ordinaryBand } from './bands.ts';
import { decimalsOf } from '../draw/axis.ts';
import { findingOf, trendOf } from './finding.ts';
import { type Frame, frameOf, publishedDecimals } from './frame.ts';
import { guidesOf } from './guides.ts';
import { lineOf } from './lines.ts';
import type { Slot } from './slots.ts';
import { timeChart } from './time-chart.ts';

const isShown = ({ point }: Slot) => point !== null && ('value' in point.value || point.bounds !== undefined);

/**
 * The value over time with what its rule asks: the margin around the value before, the ordinary changes, the limits, the
 * base or the path to a target. `null` while there is no figure.
 */
export function levelChart(context: Context, indicator: PageIndicator, part: number): TimeChart | null {
  const frame = frameOf(context, indicator, part, { isShown, withPeers: false });
  if (frame === null) return null;
  const { rule, words, place, unit } = frame;
  const figureOf = ({ point }: Slot) => point?.value ?? null;
  // Of a distance the name says that it is one.
  const name = indicator.definition.measure === 'gap' ? words.names.gapOf(place) : place;
  const own = lineOf(frame, 'own', name, figureOf);
  const values = own.points.flatMap(({ value }) => value ?? []);
  const decimals = publishedDecimals(values, frame.decimals);
  const trend = trendOf(frame, own.points, unit, decimals);
  return timeChart(frame, {
    ...{ kind: 'lines', lines: [own], guides: guidesOf(frame), unit, decimals, figureOf, gap: null },
    bands: bandsOf(frame),
    title: findingOf(frame, '', trend),
    told: [trend],
    about: words.about.level,
    direction: 'direction' in rule ? words.direction[rule.direction] : '',
    columns: [{ name: unit === '' ? name : `${name}, ${unit}`, cell: (_, point) => cellOf(frame, point, decimals) }],
  });
}

/** A figure, or the two ends it lies between; `null` for none. */
function cellOf({ context, decimals: most }: Frame, { value, bounds }: ChartPoint, decimals: number): string | null {
  const { wording } = context.input;
  if (bounds !== null) return wording.between(wording.number(bounds.low, most), wording.number(bounds.high, most));
  return value === null ? null : wording.number(value, decimals);
}

function bandsOf(frame: Frame): readonly (readonly [Band | null, string])[] {
  const { rule, words, indicator } = frame;
  const { names } = words;
  const ordinary = indicator.facts.limits?.isProvisional === true ? names.ordinaryProvisional : names.ordinary;
  if (rule.id === 'annual-change' || rule.id === 'stable-or-improved') {
    const margin = names.marginAround(marginText(frame, rule.tolerance));
    return [
      [ordinaryBand(frame), ordinary],
      [marginBand(frame, rule.tolerance), margin],
    ];
  }
  if (rule.id !== 'no-worse-than-mean') return [];
  return [[meanBand(frame, rule.periods, rule.tolerance), names.meanBefore(rule.periods)]];
}

function marginText({ context, unit }: Frame, tolerance: Parameters<typeof marginBand>[1]): string {
  const { wording } = context.input;
  const [margin, ofUnit] =
    'absolute' in tolerance
      ? [tolerance.absolute, changeUnit(context, unit)]
      : [tolerance.percentOfPrevious, wording.percent];
  return wording.amount(wording.number(margin, decimalsOf(margin)), ofUnit);
}
