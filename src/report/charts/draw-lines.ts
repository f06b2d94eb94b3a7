import { html, type Markup } from '../markup.ts';
import { labelEvery } from './axis.ts';
import type { ChartLine, ChartPoint, Drawing, LineChart, WriteNumber } from './chart.ts';
import { COLOURS, FONT_SIZE, px, textWidth } from './look.ts';
import { type Plot, plotOf } from './plot.ts';

/** A line chart, `width` wide over all. */
export function drawLines(chart: LineChart, width: number, write: WriteNumber): Drawing {
  const plot = plotOf(chart, width, write);
  const own = chart.lines[0]?.points ?? [];
  const marks = html`<g transform="translate(${plot.left},${plot.top})">
      ${valueAxis(plot)} ${periodAxis(own, plot)} ${chart.gap !== null && shade(chart, plot)}
      ${chart.lines.toReversed().map((one) => line(one, plot))} ${chart.gap !== null && gapMarks(chart, plot)}
      ${own.map((one) => point(one, chart.marks, plot))} ${plot.ends.map((end) => endLabel(end, plot))}
    </g>
    ${text({ x: 0, y: 12 }, chart.unit)} ${text({ x: width, y: 12, anchor: 'end' }, chart.direction)}`;
  return { marks, height: plot.fullHeight };
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A text at the height of its middle; nothing for none. */
function text(
  { x, y, anchor = 'start', fill = COLOURS.text, size = FONT_SIZE, bold = false }: TextPlace,
  words: string,
) {
  if (words === '') return null;
  return html`<text
    x="${px(x)}"
    y="${px(y)}"
    dy="0.35em"
    text-anchor="${anchor}"
    fill="${fill}"
    font-size="${size}"
    font-weight="${bold ? 700 : 400}"
    >${words}</text
  > `;
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

function periodAxis(own: readonly ChartPoint[], { width, height, x }: Plot): Markup {
  const widest = Math.max(...own.map(({ label }) => textWidth(label)));
  const every = labelEvery(own.length, widest + 14, width);
  // Counted from the last: the newest period is always named.
  const named = own.filter((_, index) => (own.length - 1 - index) % every === 0);
  return html`<line x2="${px(width)}" y1="${height}" y2="${height}" stroke="${COLOURS.axis}" /> ${named.map(
      ({ at, label }) =>
        html`<line x1="${px(x(at))}" x2="${px(x(at))}" y1="${height}" y2="${height + 4}" stroke="${COLOURS.axis}" />
          ${text({ x: x(at), y: height + 16, anchor: 'middle', size: FONT_SIZE - 1 }, label)}`,
    )}`;
}

/** The peers' line is dashed, so that it is told from the own without colour. */
function line({ role, points }: ChartLine, { x, y }: Plot): Markup {
  const path = runsOf(points, ({ value }) => value !== null)
    .map((run) => pathThrough(run.map(({ at, value }) => [x(at), y(value ?? 0)])))
    .join('');
  const isOwn = role === 'own';
  return html`<path
    class="line ${role}"
    d="${path}"
    fill="none"
    stroke="${isOwn ? COLOURS.own : COLOURS.peers}"
    stroke-width="${isOwn ? 2.5 : 2}"
    ${isOwn ? null : html`stroke-dasharray="6 4"`}
  /> `;
}

/** Filled where the ambition was met, hollow where it was not, a small dot where that cannot be said. */
function point({ at, value, met }: ChartPoint, isMarked: boolean, { x, y }: Plot): Markup | null {
  if (value === null) return null;
  const radius = !isMarked ? 3.1 : met === null ? 2.1 : 4.2;
  const fill = isMarked && met === false ? COLOURS.surface : COLOURS.own;
  return html`<circle
    class="point"
    cx="${px(x(at))}"
    cy="${px(y(value))}"
    r="${radius}"
    fill="${fill}"
    stroke="${COLOURS.own}"
    stroke-width="2"
  /> `;
}

/** The latest figure of a line, to the right of it. */
function endLabel({ role, text: words, y }: Plot['ends'][number], { width }: Plot): Markup | null {
  const isOwn = role === 'own';
  return text({ x: width + 12, y, fill: isOwn ? COLOURS.own : COLOURS.peersText, bold: isOwn }, words);
}

/** The space between the two lines. */
function shade({ lines }: LineChart, { x, y }: Plot): readonly Markup[] {
  const [own, peers] = lines;
  const both = (own?.points ?? []).map(({ at, value }, index) => ({
    at,
    value,
    other: peers?.points[index]?.value ?? null,
  }));
  return runsOf(both, ({ value, other }) => value !== null && other !== null).map((run) => {
    const there = run.map(({ at, value }): Position => [x(at), y(value ?? 0)]);
    const back = run.toReversed().map(({ at, other }): Position => [x(at), y(other ?? 0)]);
    return html`<path d="${pathThrough([...there, ...back])}Z" fill="${COLOURS.shade}" /> `;
  });
}

/** The latest distance between the two lines, with its figure. */
function gapMarks({ gap, lines }: LineChart, { width, y }: Plot): Markup {
  const [own = 0, peers = 0] = lines.map(({ points }) => y(points.at(-1)?.value ?? 0));
  return html`<line
      x1="${px(width)}"
      x2="${px(width)}"
      y1="${px(own)}"
      y2="${px(peers)}"
      stroke="${COLOURS.own}"
      stroke-width="1.5"
    />
    <g font-style="italic"
      >${text({ x: width - 8, y: (own + peers) / 2, anchor: 'end', fill: COLOURS.own }, gap ?? '')}</g
    >`;
}

type Position = readonly [x: number, y: number];

function pathThrough(positions: readonly Position[]): string {
  return positions.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)},${px(y)}`).join('');
}

/** The longest stretches of which every entry holds. */
function runsOf<Entry>(entries: readonly Entry[], holds: (entry: Entry) => boolean): readonly (readonly Entry[])[] {
  const runs: Entry[][] = [[]];
  for (const entry of entries) {
    if (holds(entry)) runs.at(-1)?.push(entry);
    else runs.push([]);
  }
  return runs.filter(({ length }) => length > 0);
}
