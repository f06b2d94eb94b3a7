import { FLAGS } from '../model/plan/assessment.ts';
import { SAID_STATUSES, statusOfSaid } from '../model/plan/said-status.ts';
import { badge } from './badge.ts';
import { capitalised } from '../words/capital.ts';
import type { Context } from './context.ts';
import { html, type Markup } from './markup.ts';

/** What every status, term and note means. */
export function guide(context: Context): Markup {
  const { texts, input } = context;
  return html`<section class="guide" aria-labelledby="guide-title">
    <h2 id="guide-title">${texts.guide.title}</h2>
    <dl>
      ${SAID_STATUSES.map(
        (said) =>
          html`<div>
            <dt>${badge(context, statusOfSaid(said), input.wording.status(said))}</dt>
            <dd>${texts.guide.statuses[said]}</dd>
          </div> `,
      )}
    </dl>
    <dl>
      ${texts.guide.terms.map(
        ([term, meaning]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${meaning}</dd>
          </div> `,
      )}
    </dl>
    <h3>${texts.guide.flagsTitle}</h3>
    <dl>
      ${FLAGS.map(
        (flag) =>
          html`<div>
            <dt>${capitalised(input.wording.flag(flag))}</dt>
            <dd>${texts.guide.flags[flag]}</dd>
          </div> `,
      )}
      <div>
        <dt>${capitalised(texts.proposedGroup)}</dt>
        <dd>${texts.guide.proposed}</dd>
      </div>
    </dl>
  </section> `;
}
