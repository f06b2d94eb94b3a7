import { listed } from '../words/list.ts';
import { amountOf, type Context, dateOf, levelUnit, measureOf } from './context.ts';
import { html, type Markup } from './markup.ts';
import type { PageIndicator, RevisedValue } from './page-input.ts';
import { tableMarkup } from './table.ts';

/** What the source has corrected of the figures used, with what stood there before. */
export function revisions(context: Context, indicator: PageIndicator): Markup | null {
  const { texts, input } = context;
  const { revisions: found, assessment } = indicator;
  if (assessment.evidence.publication === null) return null;
  const { unit, decimals } = measureOf(context, indicator);
  const isLevel = indicator.definition.measure === 'level';
  const write = (value: number | null, inUnit: string) =>
    value === null ? '–' : amountOf(context, value, decimals, inUnit);
  const published = (value: number | null) => {
    if (value === null) return '–';
    const ofGap = indicator.definition.measure === 'gap' ? levelUnit(context, unit) : '';
    const shown = (String(value).split('.')[1] ?? '').length;
    return ofGap === '' ? input.wording.number(value, shown) : amountOf(context, value, shown, ofGap);
  };
  const table = (caption: string, values: readonly RevisedValue[], say: (value: number | null) => string) =>
    values.length > 0 &&
    tableMarkup({
      caption,
      heading: [texts.period, texts.revisions.before, texts.revisions.after],
      rows: values.map(({ period, before, after }) => [input.wording.period(period), say(before), say(after)]),
    });
  const body =
    found === null
      ? html`<p>${texts.revisions.none}</p>`
      : html`<p>${texts.revisions.lead(dateOf(context, found.publishedAt))}</p>
          ${table(texts.revisions.published, found.levels, published)}
          ${table(isLevel ? texts.revisions.published : texts.revisions.calculated, found.values, (value) =>
            write(value, unit),
          )}
          ${found.peers.length > 0 && html`<p>${texts.revisions.peers(listed(found.peers, input.language))}</p>`}`;
  return html`<details ${found !== null && 'open'}>
    <summary>${texts.revisions.title}</summary>
    ${body}
  </details> `;
}
