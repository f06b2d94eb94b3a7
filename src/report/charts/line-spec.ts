import type { Axis, Spec } from 'vega';
import { labelEvery, scaleOver } from './axis.ts';
import type { ChartLine, LineChart } from './chart.ts';
import { endLabels, gapMarks, headings, line, points, shade, zeroLine } from './line-marks.ts';
import { CONFIG, NARROW, textWidth } from './look.ts';

type WriteNumber = (value: number, decimals: number) => string;

const TOP = 34;
const BOTTOM = 30;
const GAP_BETWEEN_LABELS = 16;

/** A line chart as Vega reads it, `width` wide over all. */
export function lineSpec(chart: LineChart, width: number, write: WriteNumber): Spec {
  const height = width < NARROW ? 250 : 290;
  const known = chart.lines.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const scale = scaleOver(known);
  const tickTexts = scale.ticks.map((tick) => write(tick, scale.decimals));
  const ends = chart.lines.map((line) => endOf(line, chart, write));
  const left = Math.max(...tickTexts.map((text) => textWidth(text))) + 12;
  const right =
    Math.max(...ends.map(({ text }) => textWidth(text)), chart.gap === null ? 0 : textWidth(chart.gap)) + 18;
  const plot = { width: width - left - right, height: height - TOP - BOTTOM };
  const [low, high] = [scale.ticks[0] ?? 0, scale.ticks.at(-1) ?? 1];
  const toY = (value: number) => plot.height * (1 - (value - low) / (high - low));
  const own = chart.lines[0]?.points ?? [];
  return {
    config: CONFIG,
    height,
    padding: 0,
    autosize: 'none',
    data: [
      ...chart.lines.map(({ role, points }) => ({ name: role, values: points.map((point) => ({ ...point })) })),
      { name: 'both', values: bothLines(chart) },
      { name: 'ends', values: apart(ends.map((end) => ({ ...end, y: toY(end.value) }))) },
    ],
    scales: [
      {
        name: 'x',
        type: 'linear',
        domain: [own[0]?.at ?? 0, own.at(-1)?.at ?? 1],
        range: [0, plot.width],
        zero: false,
      },
      { name: 'y', type: 'linear', domain: [low, high], range: [plot.height, 0], zero: false },
      { name: 'tick', type: 'ordinal', domain: [...scale.ticks], range: tickTexts },
      { name: 'period', type: 'ordinal', domain: own.map(({ at }) => at), range: own.map(({ label }) => label) },
    ],
    marks: [
      {
        type: 'group',
        encode: {
          enter: {
            x: { value: left },
            y: { value: TOP },
            width: { value: plot.width },
            height: { value: plot.height },
          },
        },
        axes: [valueAxis(scale.ticks), periodAxis(own, plot.width)],
        marks: [
          ...(low < 0 && high > 0 ? [zeroLine(plot.width)] : []),
          ...(chart.gap === null ? [] : [shade()]),
          ...chart.lines.toReversed().map(({ role }) => line(role)),
          ...(chart.gap === null ? [] : gapMarks(chart, toY, plot.width)),
          points(chart.marks),
          endLabels(plot.width),
        ],
      },
      ...headings(chart, width),
    ],
  };
}

interface End {
  readonly role: ChartLine['role'];
  readonly text: string;
  readonly value: number;
}

function endOf({ role, points }: ChartLine, { decimals }: LineChart, write: WriteNumber): End {
  const value = points.findLast((point) => point.value !== null)?.value ?? 0;
  return { role, value, text: write(value, decimals) };
}

/** Moves two labels that would lie on each other apart, the upper up and the lower down. */
function apart(ends: readonly (End & { readonly y: number })[]): (End & { readonly y: number })[] {
  const [one, other] = ends;
  if (one === undefined || other === undefined) return [...ends];
  const missing = Math.max(0, GAP_BETWEEN_LABELS - Math.abs(one.y - other.y)) / 2;
  const up = one.y <= other.y ? -1 : 1;
  return [
    { ...one, y: one.y + up * missing },
    { ...other, y: other.y - up * missing },
  ];
}

function bothLines({ lines }: LineChart) {
  const [own, peers] = lines;
  return (own?.points ?? []).map(({ at, value }, index) => ({ at, value, other: peers?.points[index]?.value ?? null }));
}

function valueAxis(ticks: readonly number[]): Axis {
  return {
    ...{
      orient: 'left',
      scale: 'y',
      values: [...ticks],
      grid: true,
      gridScale: 'x',
      domain: false,
      ticks: false,
      labelPadding: 8,
    },
    encode: { labels: { update: { text: { scale: 'tick', field: 'value' } } } },
  };
}

function periodAxis(own: LineChart['lines'][number]['points'], length: number): Axis {
  const widest = Math.max(...own.map(({ label }) => textWidth(label)));
  const every = labelEvery(own.length, widest + 14, length);
  // Counted from the last: the newest period is always named.
  const named = own.filter((_, index) => (own.length - 1 - index) % every === 0);
  return {
    ...{ orient: 'bottom', scale: 'x', values: named.map(({ at }) => at), domain: true, tickSize: 4, labelPadding: 6 },
    encode: { labels: { update: { text: { scale: 'period', field: 'value' } } } },
  };
}
