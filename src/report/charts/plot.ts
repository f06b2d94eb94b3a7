import { type Scale, scaleOver } from './axis.ts';
import type { ChartLine, LineChart, WriteNumber } from './chart.ts';
import { NARROW, textWidth } from './look.ts';

const TOP = 34;
const BOTTOM = 30;
const GAP_BETWEEN_LABELS = 16;

/** The latest figure of a line, as it is written beside it; `y` is where. */
export interface EndLabel {
  readonly role: ChartLine['role'];
  readonly text: string;
  readonly y: number;
}

/** Where everything of a line chart lies. Lengths are those of the picture; `x` and `y` are counted from the plot's corner. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the whole picture. */
  readonly fullHeight: number;
  readonly scale: Scale;
  readonly tickTexts: readonly string[];
  readonly ends: readonly EndLabel[];
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** Makes room for the texts at both sides, and lays the figures out in what is left of a width. */
export function plotOf(chart: LineChart, fullWidth: number, write: WriteNumber): Plot {
  const fullHeight = fullWidth < NARROW ? 250 : 290;
  const known = chart.lines.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const scale = scaleOver(known);
  const tickTexts = scale.ticks.map((tick) => write(tick, scale.decimals));
  const ends = chart.lines.map((line) => endOf(line, chart, write));
  const left = widest(tickTexts) + 12;
  const width = fullWidth - left - widest([...ends.map(({ text }) => text), chart.gap ?? '']) - 18;
  const height = fullHeight - TOP - BOTTOM;
  const [low, high] = [scale.ticks[0] ?? 0, scale.ticks.at(-1) ?? 1];
  const own = chart.lines[0]?.points ?? [];
  const [first, last] = [own[0]?.at ?? 0, own.at(-1)?.at ?? 1];
  // A single period stands in the middle.
  const x = (at: number) => (last > first ? (width * (at - first)) / (last - first) : width / 2);
  const y = (value: number) => height * (1 - (value - low) / (high - low));
  return {
    ...{ left, top: TOP, width, height, fullHeight, scale, tickTexts, x, y },
    ends: apart(ends.map(({ role, text, value }) => ({ role, text, y: y(value) }))),
  };
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => textWidth(text)));
}

function endOf({ role, points }: ChartLine, { decimals }: LineChart, write: WriteNumber) {
  const value = points.findLast((point) => point.value !== null)?.value ?? 0;
  return { role, value, text: write(value, decimals) };
}

/** Moves two labels that would lie on each other apart, the upper up and the lower down. */
function apart(ends: readonly EndLabel[]): readonly EndLabel[] {
  const [one, other] = ends;
  if (one === undefined || other === undefined) return ends;
  const missing = Math.max(0, GAP_BETWEEN_LABELS - Math.abs(one.y - other.y)) / 2;
  const up = one.y <= other.y ? -1 : 1;
  return [
    { ...one, y: one.y + up * missing },
    { ...other, y: other.y - up * missing },
  ];
}
