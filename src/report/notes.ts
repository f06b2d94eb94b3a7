import { planLanguageOf } from '../model/language.ts';
import { capitalised } from '../words/capital.ts';
import type { Context } from './context.ts';
import { html, type Markup } from './markup.ts';
import type { PageIndicator } from './page-input.ts';

/** The plan's own words, which are in Norwegian whatever the language of the page. */
export function adopted({ input }: Context, text: string): Markup {
  const language = planLanguageOf(input.language);
  return input.language === language ? html`${text}` : html`<span lang="${language}">${text}</span>`;
}

/** What a reader must know beside the status: flags, for whom a proxy was measured, and a group not yet adopted. */
export function noteTexts({ input, texts }: Context, indicator: PageIndicator): readonly string[] {
  const { assessment, group } = indicator;
  const flags = assessment.flags.map((flag) =>
    flag === 'proxy'
      ? input.wording.proxy(assessment.coverage ?? 'municipality', input.municipality).replace(/\.$/, '')
      : input.wording.flag(flag),
  );
  const proposed = group === null || group.confirmed ? [] : [texts.proposedGroup];
  return [...flags, ...proposed].map(capitalised);
}

/** The same as a list; `null` where there is nothing to say. */
export function notes(context: Context, indicator: PageIndicator): Markup | null {
  const all = noteTexts(context, indicator);
  if (all.length === 0) return null;
  return html`<ul class="notes">
    ${all.map((note) => html`<li>${note}</li> `)}
  </ul>`;
}
