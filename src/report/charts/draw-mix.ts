import { html, type Markup } from '../markup.ts';
import type { Bar, Drawing, MixChart } from './chart.ts';
import { COLOURS, FONT_SIZE, NARROW, px, fitted, textWidth } from './look.ts';

const LABELS_BESIDE = 330;
const ROW_BESIDE = 26;
const ROW_BELOW = 42;
const BAR = 14;

/** Bars `width` wide over all: labels beside the bars, or above them where that leaves no room. */
export function drawMix({ bars }: MixChart, width: number): Drawing {
  const isNarrow = width < NARROW;
  const row = isNarrow ? ROW_BELOW : ROW_BESIDE;
  const left = isNarrow ? 0 : LABELS_BESIDE;
  const right = Math.max(...bars.map(({ text }) => textWidth(text))) + 10;
  const highest = Math.max(...bars.flatMap(({ now, before }) => [now, before ?? 0]));
  const lengthOf = (share: number) => ((width - left - right) * share) / highest;
  const marks = bars.map((bar, index) => {
    const top = index * row + (isNarrow ? 20 : (row - BAR) / 2);
    const label = isNarrow
      ? html`<text x="0" y="${top - 10}" dy="0.35em" fill="${COLOURS.ink}" font-size="${FONT_SIZE}"
          >${fitted(bar.label, width)}</text
        >`
      : html`<text
          x="${left - 12}"
          y="${top + BAR / 2}"
          dy="0.35em"
          text-anchor="end"
          fill="${COLOURS.ink}"
          font-size="${FONT_SIZE}"
          >${fitted(bar.label, left - 12)}</text
        >`;
    return html`${label} ${barMarks(bar, { left, top, lengthOf })} `;
  });
  return { marks: html`${marks}`, height: bars.length * row };
}

interface BarPlace {
  readonly left: number;
  readonly top: number;
  readonly lengthOf: (share: number) => number;
}

/** The bar, where it ended in the period before, and its figure to the right of both. */
function barMarks({ now, before, text }: Bar, { left, top, lengthOf }: BarPlace): Markup {
  const earlier = before === null ? null : left + lengthOf(before);
  const end = Math.max(left + lengthOf(now), earlier ?? 0);
  return html`<rect x="${left}" y="${top}" width="${px(lengthOf(now))}" height="${BAR}" fill="${COLOURS.own}" />
    ${earlier !== null && html`<line x1="${px(earlier)}" x2="${px(earlier)}" y1="${top - 3}" y2="${top + BAR + 3}" stroke="${COLOURS.peersText}" stroke-width="2" />`}
    <text x="${px(end + 8)}" y="${top + BAR / 2}" dy="0.35em" fill="${COLOURS.text}" font-size="${FONT_SIZE}"
      >${text}</text
    >`;
}
