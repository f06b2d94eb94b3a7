import { SAID_STATUSES, saidOf } from '../../model/plan/said-status.ts';
import { capitalised } from '../../words/capital.ts';
import { listed } from '../../words/list.ts';
import { symbol } from '../badge.ts';
import type { Context } from '../context.ts';
import { html, type Markup } from '../markup.ts';
import type { PageIndicator } from '../page-input.ts';
import { isProxy } from './standing.ts';

/** How many indicators have each status, as it is said; each leads to the first of them. */
export function chips(context: Context): Markup {
  const { texts, input } = context;
  const groups = SAID_STATUSES.map((said) => input.indicators.filter(({ assessment }) => saidOf(assessment) === said));
  return html`<ul class="chips" aria-label="${texts.first.chips}">
    ${groups.map(([firstOf, ...others]) => {
      if (firstOf === undefined) return null;
      const { id } = firstOf.definition;
      const { status } = firstOf.assessment;
      const target = others.length === 0 ? id : `row-${id}`;
      return html`<li>
        <a class="chip ${status}" href="#${target}">
          <strong>${others.length + 1}</strong> ${symbol(status)}
          ${statusInWords(context, firstOf)}${proxyCount(context, [firstOf, ...others])}<span class="unseen"
            >${texts.first.chipLeadsTo(firstOf.title)}</span
          ></a
        >
      </li> `;
    })}
  </ul> `;
}

/** The status; where nothing has changed, also that the ambition is not met then. */
export function statusInWords({ texts, input }: Context, { assessment }: PageIndicator): string {
  const word = input.wording.status(saidOf(assessment));
  return assessment.status === 'stable' ? `${word} – ${texts.first.notMet}` : capitalised(word);
}

function proxyCount({ texts, input }: Context, those: readonly PageIndicator[]): string {
  const proxies = those.filter(isProxy);
  if (proxies.length === 0 || those[0]?.assessment.status === 'ambition-not-set') return '';
  const places = proxies.flatMap(({ assessment: { coverage } }) =>
    coverage === null || coverage === 'municipality' ? [] : [input.wording.place(coverage, input.municipality)],
  );
  if (places.length === 0) return '';
  return ` ${texts.first.ofThemProxy(proxies.length, listed([...new Set(places)], input.language))}`;
}
