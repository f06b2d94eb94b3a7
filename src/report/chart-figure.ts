import type { Chart, KeyEntry } from './charts/chart.ts';
import { drawChart } from './charts/draw/draw-chart.ts';
import { signMarkup } from './charts/draw/signs.ts';
import { chartTextsOf } from '../words/page/chart-language.ts';
import type { Context } from './context.ts';
import { html, type Markup } from './markup.ts';
import { tableMarkup } from './table.ts';

/** More bars than these are printed as their table: drawn small enough for the sheet they could not be read. */
const MOST_PRINTED_BARS = 12;

/**
 * A picture with its finding as title, a key to its marks, what is said of it and noted on it, and its figures as a table
 * behind a fold. The fold is named by chart and indicator, so that one is told from another by its name alone.
 */
export function chartFigure(context: Context, chart: Chart, indicatorTitle: string): Markup {
  const picture = drawChart(chart, (value, decimals) => context.input.wording.number(value, decimals));
  const isLong = chart.kind === 'bars' && chart.bars.length > MOST_PRINTED_BARS;
  return html`<figure class="${isLong ? 'picture long' : 'picture'}">
    <figcaption>${chart.title}</figcaption>
    <ul class="key">
      ${chart.key.map((entry) => html`<li>${sign(context, entry)} ${entry.text}</li> `)}
    </ul>
    ${picture} ${remarks(chart)} ${annotations(context, chart)}
    <details>
      <summary>${chart.tableName}<span class="unseen"> (${indicatorTitle})</span></summary>
      ${tableMarkup(chart.table)}
    </details>
  </figure> `;
}

/** A letter that stands above a figure is its own sign. */
function sign({ input }: Context, { sign: kind }: KeyEntry): Markup {
  if (kind !== 'corrected' && kind !== 'revised') return signMarkup(kind);
  return html`<b class="letter">${chartTextsOf(input.language).letters[kind]}</b>`;
}

function remarks({ remarks: sentences }: Chart): Markup | null {
  if (sentences.length === 0) return null;
  return html`<ul class="remarks">
    ${sentences.map((sentence) => html`<li>${sentence}</li> `)}
  </ul>`;
}

function annotations({ input }: Context, { annotations: notes }: Chart): Markup | null {
  if (notes.length === 0) return null;
  return html`<p class="annotations-title">${chartTextsOf(input.language).annotations}:</p>
    <ol class="annotations">
      ${notes.map((note) => html`<li>${note}</li> `)}
    </ol>`;
}
