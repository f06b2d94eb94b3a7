import { periodText } from '../change-text.ts';
import type { Context } from '../context.ts';
import { html, type Markup } from '../markup.ts';
import type { PageIndicator } from '../page-input.ts';
import { ownWords } from './own-words.ts';

/** What the municipality has noted beside the figures, by period, where no chart lists it; `null` where nothing is noted. */
export function annotationList(context: Context, { annotations }: PageIndicator): Markup | null {
  if (annotations.length === 0) return null;
  return html`<section class="noted">
    <h3>${context.texts.annotations}</h3>
    <ul>
      ${annotations.map((one) => html`<li>${periodText(context, one.period)}: ${ownWords(context, one)}</li> `)}
    </ul>
  </section> `;
}
