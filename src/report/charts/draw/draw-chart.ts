import { html, type Markup } from '../../markup.ts';
import type { Chart, WriteNumber } from '../chart.ts';
import { drawBars } from './draw-bars.ts';
import { drawTime } from './draw-time.ts';

/** The same picture twice, since text in a picture does not wrap: style sheets show the one that fits the screen. */
const WIDTHS = { wide: 760, narrow: 300 } as const;

/** A picture as SVG in two widths, with no style attribute that a strict policy would refuse. */
export function drawChart(chart: Chart, write: WriteNumber): Markup {
  return html`${draw(chart, 'wide', write)}${draw(chart, 'narrow', write)}`;
}

function draw(chart: Chart, shape: keyof typeof WIDTHS, write: WriteNumber): Markup {
  const width = WIDTHS[shape];
  const { marks, height } = chart.kind === 'bars' ? drawBars(chart, width) : drawTime(chart, width, write);
  return html`<svg class="chart ${shape}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${chart.summary}">
    ${marks}
  </svg>`;
}
