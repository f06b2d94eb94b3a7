import { planLanguageOf } from '../../model/language.ts';
import type { FoundText } from '../../model/plan/worded.ts';
import type { Context } from '../context.ts';
import { html, type Markup } from '../markup.ts';

/** A text of the settings, marked with its language where that is not the page's own. */
export function ownWords({ input }: Context, { text, language: own }: FoundText): Markup {
  const language = own ?? planLanguageOf(input.language);
  return language === input.language ? html`${text}` : html`<span lang="${language}">${text}</span>`;
}
