import { timeText } from '../../words/date-text.ts';
import { type Context, dateOf } from '../context.ts';
import { html, type Markup } from '../markup.ts';
import { adopted } from '../notes.ts';
import type { PageInput } from '../page-input.ts';
import { reach } from '../told/reach.ts';
import { standingOf } from './standing.ts';

/** Words by which a source says that its figures are made up. */
const MADE_UP = /oppdikt|made[- ]up/i;

/** Whose plan it is, where it stands in one sentence, and how to see whether the page is still looked after. */
export function header(context: Context): Markup {
  const { texts, input } = context;
  const { first } = texts;
  const standing = standingOf(context);
  const { checkedAt, contact } = input;
  return html`<header id="top">
    ${
      isMadeUp(input) &&
      html`<p class="banner"><strong>${first.madeUpTitle}</strong> ${first.madeUp(input.municipality)}</p>`
    }
    <div class="whose">
      <h1>${adopted(context, input.plan.title)}</h1>
      <p class="overline">${input.municipality}</p>
    </div>
    <p class="lead"><strong>${first.answer(standing)}</strong> ${first.rest(standing).join(' ')}</p>
    <p class="quiet checked">
      ${
        checkedAt === null
          ? first.neverChecked
          : html`<time datetime="${checkedAt}"
                >${first.checked(dateOf(context, checkedAt), timeText(checkedAt, input.language))}</time
              >
              ${first.ifOld(contact === null ? null : contact.name)}`
      }
    </p>
    ${reach(context)}
  </header> `;
}

/** Does any source of what is shown say that its figures are made up? */
export function isMadeUp({ indicators }: Pick<PageInput, 'indicators'>): boolean {
  return indicators.some(({ assessment: { evidence } }) => {
    const { publication } = evidence;
    return publication !== null && (MADE_UP.test(publication.source) || MADE_UP.test(publication.title));
  });
}
