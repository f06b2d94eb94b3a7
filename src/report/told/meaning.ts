import { meaningOf } from '../../model/plan/indicator.ts';
import { findText } from '../../model/plan/worded.ts';
import type { Context } from '../context.ts';
import { html, type Markup } from '../markup.ts';
import type { PageIndicator } from '../page-input.ts';
import { ownWords } from './own-words.ts';

/** What the number is, under the figure; `null` where the settings do not say. */
export function meaning(context: Context, { definition, assessment }: PageIndicator): Markup | null {
  const dataset = assessment.evidence.publication?.datasetId ?? null;
  const found = meaningOf(definition, dataset, context.input.language);
  return found === null ? null : html`<p class="meaning">${ownWords(context, found)}</p>`;
}

/** What the ambition covers that the figures do not; `null` where the settings do not say. */
export function notMeasured(context: Context, { definition }: PageIndicator): Markup | null {
  const found = findText(definition, 'notMeasured', context.input.language);
  return found === null ? null : ownWords(context, found);
}
