import { html, type Markup } from '../../markup.ts';
import type { Band, Drawing, Guide, TimeChart, WriteNumber } from '../chart.ts';
import { labelEvery } from './axis.ts';
import { columnMarks } from './draw-columns.ts';
import { lineMarks } from './draw-lines.ts';
import { COLOURS, FONT_SIZE, px, textWidth } from './look.ts';
import { DASHES, noteFrame } from './marks.ts';
import { pathThrough, type Position } from './path.ts';
import { type Plot, plotOf } from './plot.ts';
import { text } from './text.ts';

/** Narrowest and widest half of a box around the value before. */
const BOX = { least: 3, most: 11, share: 0.34 } as const;

/** A chart over time, `width` wide over all. */
export function drawTime(chart: TimeChart, width: number, write: WriteNumber): Drawing {
  const plot = plotOf(chart, width, write);
  const figures = chart.kind === 'columns' ? columnMarks(chart, plot, write) : lineMarks(chart, plot);
  const marks = html`<g transform="translate(${plot.left},${plot.top})">
      ${chart.bands.map((one) => band(one, plot))} ${valueAxis(plot)} ${periodAxis(chart, plot)}
      ${chart.guides.map((one) => guide(one, plot))} ${eventMarks(plot)} ${figures}
    </g>
    ${text({ x: 0, y: 12 }, chart.unit)} ${text({ x: width, y: plot.directionRow, anchor: 'end' }, chart.direction)}`;
  return { marks, height: plot.fullHeight };
}

/** Lines at the marked values, a heavier one at nil where values lie on both sides of it. */
function valueAxis({ scale, tickTexts, width, y }: Plot): readonly Markup[] {
  const hasBothSides = (scale.ticks[0] ?? 0) < 0 && (scale.ticks.at(-1) ?? 0) > 0;
  return scale.ticks.map((tick, index) => {
    const isNil = hasBothSides && tick === 0;
    const look = isNil ? { stroke: COLOURS.axis, width: 1.5 } : { stroke: COLOURS.grid, width: 1 };
    return html`<line
        x2="${px(width)}"
        y1="${px(y(tick))}"
        y2="${px(y(tick))}"
        stroke="${look.stroke}"
        stroke-width="${look.width}"
      />
      ${text({ x: -8, y: y(tick), anchor: 'end', size: FONT_SIZE - 1 }, tickTexts[index] ?? '')}`;
  });
}

function periodAxis({ periods }: TimeChart, { width, height, x }: Plot): Markup {
  const widest = Math.max(...periods.map(({ label }) => textWidth(label)));
  const every = labelEvery(periods.length, widest + 14, width);
  // Counted from the last: the newest period is always named.
  const isNamed = (index: number) => (periods.length - 1 - index) % every === 0;
  return html`<line x2="${px(width)}" y1="${height}" y2="${height}" stroke="${COLOURS.axis}" /> ${periods.map(
      ({ at, label }, index) =>
        html`<line
            x1="${px(x(at))}"
            x2="${px(x(at))}"
            y1="${height}"
            y2="${height + (isNamed(index) ? 5 : 3)}"
            stroke="${COLOURS.axis}"
          />
          ${isNamed(index) && text({ x: x(at), y: height + 17, anchor: 'middle', size: FONT_SIZE - 1 }, label)}`,
    )}`;
}

function band({ kind, shape, runs }: Band, plot: Plot): readonly Markup[] {
  return runs.map((run) => (shape === 'boxes' ? run.map((span) => box(span, plot)) : [ribbon(kind, run, plot)])).flat();
}

type Span = Band['runs'][number][number];

function box({ at, low, high }: Span, { x, y, slot }: Plot): Markup {
  const half = Math.min(BOX.most, Math.max(BOX.least, slot * BOX.share));
  const height = Math.max(1.5, y(low) - y(high));
  return html`<rect
    class="band margin"
    x="${px(x(at) - half)}"
    y="${px((y(low) + y(high) - height) / 2)}"
    width="${px(2 * half)}"
    height="${px(height)}"
    fill="${COLOURS.margin}"
    stroke="${COLOURS.edge}"
    stroke-width="0.8"
  /> `;
}

/** Through all spans of a run; a single one as wide as half a period to each side. */
function ribbon(kind: Band['kind'], run: readonly Span[], { x, y, slot, width }: Plot): Markup {
  const within = (place: number) => Math.min(width, Math.max(0, place));
  const [only] = run;
  const ends: readonly Position[] =
    run.length === 1 && only !== undefined
      ? [
          [within(x(only.at) - slot / 3), only.at],
          [within(x(only.at) + slot / 3), only.at],
        ]
      : run.map(({ at }): Position => [within(x(at)), at]);
  const spanAt = new Map(run.map((span) => [span.at, span]));
  const edge = (side: 'low' | 'high') => ends.map(([place, at]): Position => [place, y(spanAt.get(at)?.[side] ?? 0)]);
  const [upper, lower] = [edge('high'), edge('low')];
  return html`<path
      class="band ${kind}"
      d="${pathThrough([...upper, ...lower.toReversed()])}Z"
      fill="${kind === 'margin' ? COLOURS.margin : COLOURS.shade}"
    />
    <path
      d="${pathThrough(upper)}${pathThrough(lower)}"
      fill="none"
      stroke="${COLOURS.edge}"
      stroke-width="1"
      ${kind === 'ordinary' ? html`stroke-dasharray="1 3"` : null}
    /> `;
}

function guide({ kind, positions }: Guide, { x, y }: Plot): Markup {
  const path = pathThrough(positions.map(({ at, value }): Position => [x(at), y(value)]));
  return html`<path
    class="guide ${kind}"
    d="${path}"
    fill="none"
    stroke="${COLOURS.ink}"
    stroke-width="${kind === 'path' ? 2.4 : 1.5}"
    stroke-linecap="${kind === 'path' ? 'round' : 'butt'}"
    stroke-dasharray="${DASHES[kind]}"
  /> `;
}

/** Breaks with their reasons, and the numbers of notes. */
function eventMarks({ breaks, notes, height }: Plot): Markup {
  const drop = (x: number, from: number, kind: 'break' | 'annotation') =>
    html`<line
      class="${kind}"
      x1="${px(x)}"
      x2="${px(x)}"
      y1="${px(from)}"
      y2="${height}"
      stroke="${COLOURS.ink}"
      stroke-width="${kind === 'break' ? 1.6 : 1}"
      stroke-dasharray="${kind === 'break' ? DASHES.break : '1 4'}"
    /> `;
  return html`${breaks.map(
    ({ line, x, y, anchor, text: words }) =>
      html`${drop(line, y - 8, 'break')} ${text({ x, y, anchor, fill: COLOURS.ink }, words)}`,
  )}
  ${notes.map(
    ({ x, y, text: words }) =>
      html`${drop(x, y + 8, 'annotation')} ${noteFrame(x, y, Math.max(16, textWidth(words) + 6))}
      ${text({ x, y, anchor: 'middle', size: FONT_SIZE - 2, fill: COLOURS.ink, bold: true }, words)}`,
  )}`;
}
