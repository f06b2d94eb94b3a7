import type { Chart, LineChart, MixChart } from './charts/chart.ts';
import { drawChart } from './charts/draw-chart.ts';
import type { Context } from './context.ts';
import { html, type Markup } from './markup.ts';
import { tableMarkup } from './table.ts';

/** A picture with its title, a key to its lines and marks, and its figures as a table behind a fold. */
export function chartFigure(context: Context, chart: Chart): Markup {
  const picture = drawChart(chart, (value, decimals) => context.input.wording.number(value, decimals));
  return html`<figure>
    <figcaption>${chart.title}</figcaption>
    ${chart.kind === 'lines' ? lineKey(context, chart) : mixKey(chart)} ${picture}
    <details>
      <summary>${context.texts.charts.figures}</summary>
      ${tableMarkup(chart.table)}
    </details>
  </figure> `;
}

function lineKey({ texts }: Context, { lines, marks }: LineChart): Markup {
  const own = lines.flatMap(({ points }, index) => (index === 0 ? points : []));
  const has = (met: boolean | null) => own.some((point) => point.value !== null && point.met === met);
  const { charts } = texts;
  return html`<ul class="key">
    ${lines.map(({ role, name }) => html`<li><span class="swatch ${role}"></span> ${name}</li> `)}
    ${marks && has(true) && html`<li><span class="mark met"></span> ${charts.met}</li> `}
    ${marks && has(false) && html`<li><span class="mark not-met"></span> ${charts.notMet}</li> `}
    ${marks && has(null) && html`<li><span class="mark silent"></span> ${charts.notJudged}</li> `}
  </ul>`;
}

function mixKey({ period, previousPeriod }: MixChart): Markup {
  return html`<ul class="key">
    <li><span class="swatch bar"></span> ${period}</li>
    ${previousPeriod !== null && html`<li><span class="swatch tick"></span> ${previousPeriod}</li>`}
  </ul>`;
}
