import { listed } from '../words/list.ts';
import { type Context, dateOf, measureOf } from './context.ts';
import { html, type Markup } from './markup.ts';
import type { PageIndicator } from './page-input.ts';
import { tableMarkup } from './table.ts';

/** What the source has corrected of the figures used, with what stood there before. */
export function revisions(context: Context, indicator: PageIndicator): Markup | null {
  const { texts, input } = context;
  const { revisions: found, assessment } = indicator;
  if (assessment.evidence.publication === null) return null;
  const { decimals } = measureOf(context, indicator);
  const write = (value: number | null) => (value === null ? '–' : input.wording.number(value, decimals));
  const body =
    found === null
      ? html`<p>${texts.revisions.none}</p>`
      : html`<p>${texts.revisions.lead(dateOf(context, found.publishedAt))}</p>
          ${
            found.values.length > 0 &&
            tableMarkup({
              caption: texts.revisions.title,
              heading: [texts.period, texts.revisions.before, texts.revisions.after],
              rows: found.values.map(({ period, before, after }) => [
                input.wording.period(period),
                write(before),
                write(after),
              ]),
            })
          }
          ${found.peers.length > 0 && html`<p>${texts.revisions.peers(listed(found.peers, input.language))}</p>`}`;
  return html`<details ${found !== null && 'open'}>
    <summary>${texts.revisions.title}</summary>
    ${body}
  </details> `;
}
