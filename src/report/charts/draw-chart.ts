import type { Spec } from 'vega';
import { html, Markup } from '../markup.ts';
import type { Chart } from './chart.ts';
import { lineSpec } from './line-spec.ts';
import { mixSpec } from './mix-spec.ts';

/** How a picture is written. */
export type WriteNumber = (value: number, decimals: number) => string;

/** The same picture twice, since text in a picture does not wrap: style sheets show the one that fits the screen. */
const WIDTHS = { wide: 760, narrow: 300 } as const;

/**
 * A picture as SVG in two widths. Vega draws it from numbers alone: no browser, no style attribute that a strict policy
 * would refuse, and the same bytes each time. It is loaded when the first picture is drawn.
 */
export async function drawChart(chart: Chart, write: WriteNumber): Promise<Markup> {
  const [wide, narrow] = [await draw(chart, 'wide', write), await draw(chart, 'narrow', write)];
  return html`${wide}${narrow}`;
}

async function draw(chart: Chart, shape: keyof typeof WIDTHS, write: WriteNumber): Promise<Markup> {
  const width = WIDTHS[shape];
  const spec = chart.kind === 'lines' ? lineSpec(chart, width, write) : mixSpec(chart, width);
  const { text, height } = await render({ ...spec, width });
  const svg = html`<svg
    class="chart ${shape}"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label="${chart.summary}"
  >
    ${new Markup(text)}
  </svg>`;
  return svg;
}

async function render(spec: Spec): Promise<{ readonly text: string; readonly height: number }> {
  const { Error: ERROR, parse, View } = await import('vega');
  const view = new View(parse(spec), { renderer: 'none', logLevel: ERROR });
  try {
    const svg = await view.toSVG();
    // The picture has one description as a whole, and none of its parts another.
    const plain = svg.replaceAll(/<[^>]+>/g, (tag) => tag.replaceAll(/ (role|aria-[a-z]+)="[^"]*"/g, ''));
    return { text: plain.replace(/^<svg[^>]*>|<\/svg>$/g, ''), height: view.height() };
  } finally {
    view.finalize();
  }
}
