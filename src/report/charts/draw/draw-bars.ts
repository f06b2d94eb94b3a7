import { html, type Markup } from '../../markup.ts';
import type { Bar, BarChart, Drawing } from '../chart.ts';
import { COLOURS, NARROW, px, fitted, textWidth } from './look.ts';
import { DASHES } from './marks.ts';
import { text } from './text.ts';

const WIDEST_LABELS = 330;
const ROW_BESIDE = 26;
const ROW_BELOW = 42;
const BAR = 14;
const CUT_ROOM = 4;
/** A name in bold letters is so much wider. */
const BOLD = 1.3;

/** Bars `width` wide over all: labels beside the bars, or above them where that leaves no room. */
export function drawBars({ bars, cut }: BarChart, width: number): Drawing {
  const isNarrow = width < NARROW;
  const row = isNarrow ? ROW_BELOW : ROW_BESIDE;
  const labels = Math.min(WIDEST_LABELS, Math.max(...bars.map(({ label }) => BOLD * textWidth(label))) + 12);
  const left = isNarrow ? 0 : labels;
  const right = Math.max(...bars.map((bar) => textWidth(bar.text))) + 10;
  const values = bars.flatMap(({ now, before }) => [now, before ?? 0]);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = highest - lowest || 1;
  const x = (value: number) => left + ((width - left - right) * (value - lowest)) / span;
  const marks = bars.map((bar, index) => {
    const top = index * row + (isNarrow ? 20 : (row - BAR) / 2);
    const label = isNarrow
      ? text({ x: 0, y: top - 10, fill: COLOURS.ink, bold: isSingledOut(bar, bars) }, fitted(bar.label, width))
      : text(
          { x: left - 12, y: top + BAR / 2, anchor: 'end', fill: COLOURS.ink, bold: isSingledOut(bar, bars) },
          fitted(bar.label, left - 12),
        );
    return html`${label} ${barMarks(bar, { top, x })} `;
  });
  return {
    marks: html`${marks} ${cut !== null && cutLine(cut * row - CUT_ROOM / 2, width)}`,
    height: bars.length * row,
  };
}

/** The own place stands out among others; in a mix of the own groups nothing does. */
function isSingledOut({ isOwn }: Bar, bars: readonly Bar[]): boolean {
  return isOwn && bars.some((bar) => !bar.isOwn);
}

/** The bar, where it ended in the period before, and its figure to the right of both. Another's is hollow. */
function barMarks(
  { now, before, text: figure, isOwn }: Bar,
  place: { top: number; x: (value: number) => number },
): Markup {
  const { top, x } = place;
  const [from, to] = [Math.min(x(0), x(now)), Math.max(x(0), x(now))];
  const earlier = before === null ? null : x(before);
  const look = isOwn ? html`fill="${COLOURS.own}"` : html`fill="${COLOURS.surface}" stroke="${COLOURS.peers}"`;
  return html`<rect class="bar" x="${px(from)}" y="${top}" width="${px(to - from)}" height="${BAR}" ${look} /> ${
      earlier !== null &&
      html`<line
        x1="${px(earlier)}"
        x2="${px(earlier)}"
        y1="${top - 3}"
        y2="${top + BAR + 3}"
        stroke="${COLOURS.ink}"
        stroke-width="2"
      />`
    }
    ${text({ x: Math.max(to, earlier ?? to) + 8, y: top + BAR / 2, bold: false }, figure)}`;
}

function cutLine(y: number, width: number): Markup {
  return html`<line
    class="cut"
    x1="0"
    x2="${width}"
    y1="${px(y)}"
    y2="${px(y)}"
    stroke="${COLOURS.ink}"
    stroke-width="1.5"
    stroke-dasharray="${DASHES.limit}"
  /> `;
}
