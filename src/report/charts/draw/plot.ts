import type { TimeChart, WriteNumber } from '../chart.ts';
import { type Scale, scaleOver } from './axis.ts';
import { type EndLabel, endsOf, isAtEnd, LABEL_ROOM, lastOf, type PlacedText } from './end-labels.ts';
import { NARROW, px, fitted, textWidth } from './look.ts';
import { rowsFor } from './rows.ts';

const HEAD = 34;
const FOOT = 30;
const ROW = 17;
const PILL = 18;

/** Where everything of a chart over time lies. Lengths are those of the picture; `x` and `y` are counted from the plot's corner. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the whole picture. */
  readonly fullHeight: number;
  /** Between two periods. */
  readonly slot: number;
  readonly scale: Scale;
  readonly tickTexts: readonly string[];
  readonly ends: readonly EndLabel[];
  readonly breaks: readonly (PlacedText & { readonly line: number })[];
  readonly notes: readonly PlacedText[];
  /** The unit and the direction stand above each other where one row has no room for both. */
  readonly directionRow: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** Makes room for the texts around, and lays the figures out in what is left of a width. */
export function plotOf(chart: TimeChart, fullWidth: number, write: WriteNumber): Plot {
  const scale = scaleOver(valuesOf(chart));
  const tickTexts = scale.ticks.map((tick) => write(tick, scale.decimals));
  const isNarrow = fullWidth < NARROW;
  const halfLabel = widest(chart.periods.map(({ label }) => label)) / 2;
  const left = Math.max(widest(tickTexts) + 12, halfLabel);
  const endTexts = chart.lines.map((line) => write(lastOf(line)?.value ?? 0, line.decimals ?? chart.decimals));
  const right = Math.max(chart.kind === 'columns' ? widest(endTexts) / 2 : widest(endTexts) + 18, halfLabel);
  const width = fullWidth - left - right;
  const height = isNarrow ? 186 : 226;
  const { x, slot } = periodScale(chart, width);
  const [low, high] = [scale.ticks[0] ?? 0, scale.ticks.at(-1) ?? 1];
  const y = (value: number) => height * (1 - (value - low) / (high - low));
  const isStacked = textWidth(chart.unit) + textWidth(chart.direction) + 16 > fullWidth;
  const labelRoom = chart.kind === 'columns' || chart.lines.some((line) => !isAtEnd(chart, line)) ? LABEL_ROOM : 0;
  const notes = noteRows(chart, x);
  const breaks = breakRows(chart, { x, from: -left, to: width + right }, notes.rows);
  const top = HEAD + (isStacked ? ROW : 0) + (notes.rows + breaks.rows) * ROW + labelRoom;
  const raised = (row: number) => -labelRoom - row * ROW - ROW / 2;
  return {
    ...{ left, top, width, height, slot, scale, tickTexts, x, y },
    fullHeight: top + height + FOOT,
    directionRow: isStacked ? 12 + ROW : 12,
    ends: chart.kind === 'columns' ? [] : endsOf(chart, endTexts, { x, y, width }),
    notes: notes.placed.map(({ row, ...one }) => ({ ...one, y: raised(row) })),
    breaks: breaks.placed.map(({ row, ...one }) => ({ ...one, y: raised(row) })),
  };
}

function valuesOf({ kind, lines, bands, guides }: TimeChart): readonly number[] {
  return [
    ...(kind === 'columns' ? [0] : []),
    ...lines.flatMap(({ points }) => points.flatMap(({ value, bounds }) => [value, bounds?.low, bounds?.high])),
    ...bands.flatMap(({ runs }) => runs.flat().flatMap(({ low, high }) => [low, high])),
    ...guides.flatMap(({ positions }) => positions.map(({ value }) => value)),
  ].filter((value) => value !== null && value !== undefined);
}

/** Columns stand within the plot, points reach its edges; a single period stands in the middle. */
function periodScale({ kind, periods, step }: TimeChart, width: number) {
  const [first, last] = [periods[0]?.at ?? 0, periods.at(-1)?.at ?? 1];
  const count = Math.round((last - first) / step);
  const isInset = kind === 'columns' || count === 0;
  const slot = isInset ? width / (count + 1) : width / count;
  const x = (at: number) => slot * ((at - first) / step + (isInset ? 0.5 : 0));
  return { x, slot };
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text)));
}

function noteRows({ notes }: TimeChart, x: Plot['x']) {
  const widths = notes.map(({ label }) => Math.max(PILL, textWidth(label) + 8));
  const rows = rowsFor(
    notes.map(({ at }, index) => [x(at) - (widths[index] ?? 0) / 2, x(at) + (widths[index] ?? 0) / 2] as const),
  );
  const placed = notes.map(({ at, label }, index) => ({
    ...{ x: px(x(at)), text: label, anchor: 'middle' as const },
    row: rows[index] ?? 0,
  }));
  return { placed, rows: rows.length === 0 ? 0 : Math.max(...rows) + 1 };
}

/** A reason stands to the right of its line, or where more room is, and is cut where it does not fit. */
function breakRows(
  { breaks }: TimeChart,
  { x, from, to }: { readonly x: Plot['x']; readonly from: number; readonly to: number },
  below: number,
) {
  const laid = breaks.map(({ at, label }) => {
    const line = px(x(at));
    const isRight = line + 5 + textWidth(label) <= to || to - line >= line - from;
    const text = fitted(label, (isRight ? to - line : line - from) - 5);
    const start = isRight ? line + 5 : line - 5 - textWidth(text);
    const anchor = isRight ? ('start' as const) : ('end' as const);
    const ends = [Math.min(start, line), Math.max(start + textWidth(text), line)] as const;
    return { line, text, anchor, x: isRight ? line + 5 : line - 5, ends };
  });
  const rows = rowsFor(laid.map(({ ends }) => ends));
  const placed = laid.map(({ line, text, anchor, x: place }, index) => ({
    ...{ line, text, anchor, x: place },
    row: below + (rows[index] ?? 0),
  }));
  return { placed, rows: rows.length === 0 ? 0 : Math.max(...rows) + 1 };
}
