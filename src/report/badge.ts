import type { Status } from '../model/plan/assessment.ts';
import type { Context } from './context.ts';
import { html, Markup } from './markup.ts';

/** A symbol of its own for each status, told apart by shape alone. Drawn in a square of 16. */
const SHAPES: Readonly<Record<Status, string>> = {
  'on-track': '<path d="M3.5 8.5l3 3 6-7"/>',
  'partly-met': '<circle cx="8" cy="8" r="5"/><path class="solid" d="M8 3a5 5 0 0 1 0 10z"/>',
  stable: '<path d="M3.5 6h9M3.5 10h9"/>',
  'off-track': '<path d="M4 4l8 8M12 4l-8 8"/>',
  'ambition-not-set': '<circle cx="8" cy="8" r="5"/><path d="M8 6v4"/>',
  'not-measured': '<circle class="dotted" cx="8" cy="8" r="5"/>',
  insufficient: '<path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.4v.1"/>',
  break: '<path d="M3 13l4-10M9 13l4-10"/>',
};

/** The symbol of a status, for the eye only: a word stands beside it. */
export function symbol(status: Status): Markup {
  return html`<svg class="symbol" viewBox="0 0 16 16" aria-hidden="true">${new Markup(SHAPES[status])}</svg>`;
}

/** A status in word, symbol and colour; `word` where more must be said than its name. */
export function badge({ input }: Context, status: Status, word = input.wording.status(status)): Markup {
  return html`<span class="badge ${status}">${symbol(status)}<span>${word}</span></span>`;
}
