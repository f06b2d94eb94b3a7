import { badge, symbol } from '../badge.ts';
import { changeText, lastKnownText, periodText } from '../change-text.ts';
import { type Context, dateOf } from '../context.ts';
import { figureInWords } from '../told/figure.ts';
import { nextInShort } from '../told/coming.ts';
import { html, type Markup } from '../markup.ts';
import { adopted } from '../notes.ts';
import type { PageIndicator } from '../page-input.ts';
import { chips, statusInWords } from './chips.ts';
import { isProxy } from './standing.ts';
import { capitalised } from '../../words/capital.ts';

/** Verdicts of earlier periods that there is room for. */
const LATEST = 6;

/** Every indicator in one table, under the goals of the plan in the order they come, with how many have which status. */
export function overview(context: Context): Markup {
  const { texts, input } = context;
  const { columns, table } = texts.first;
  const goals = groupByGoal(input.indicators);
  return html`<section class="overview" aria-labelledby="overview-title">
    <h2 id="overview-title" class="unseen">${table}</h2>
    ${chips(context)}
    <table class="rows" role="table" aria-labelledby="overview-title">
      <thead role="rowgroup">
        <tr role="row">
          ${[columns.indicator, columns.status, columns.value, columns.latest, columns.next, columns.changed].map(
            (title) => html`<th role="columnheader" scope="col">${title}</th>`,
          )}
        </tr>
      </thead>
      ${goals.map(
        ([goal, indicators]) =>
          html`<tbody role="rowgroup">
            <tr class="goal" role="row">
              <th role="columnheader" colspan="6" scope="rowgroup">${adopted(context, goal)}</th>
            </tr>
            ${indicators.map((indicator) => row(context, indicator))}
          </tbody> `,
      )}
    </table>
  </section> `;
}

function row(context: Context, indicator: PageIndicator): Markup {
  const { columns } = context.texts.first;
  const { definition, assessment, title } = indicator;
  const cell = (name: string, label: string, content: Markup) =>
    html`<td role="cell" class="${name}"><span class="cell-label">${label}</span> ${content}</td>`;
  return html`<tr class="row ${assessment.status}" id="row-${definition.id}" role="row">
    <th role="rowheader" scope="row" class="named">
      <a class="item-title" href="#${definition.id}">${title}</a>
      <span class="plan-words">${adopted(context, context.texts.quoted(definition.ambition))}</span>
    </th>
    ${cell('is', columns.status, html`${badge(context, assessment.status, statusInWords(context, indicator))}`)}
    ${cell('now', columns.value, figure(context, indicator))}
    ${cell('latest', columns.latest, latest(context, indicator))}
    ${cell('next', columns.next, html`${nextInShort(context, indicator)}`)}
    ${cell('changed', columns.changed, html`${lastChanged(context, indicator)}`)}
  </tr> `;
}

function figure(context: Context, indicator: PageIndicator): Markup {
  const { assessment } = indicator;
  const value = figureInWords(context, indicator);
  if (value === null) return html`${lastKnownText(context, indicator) ?? '–'}`;
  const change = changeText(context, indicator);
  const period = assessment.period === null ? '' : periodText(context, assessment.period);
  return html`<strong>${value}</strong>
    <span class="when">${period}${change !== null && `, ${change}`}</span> ${proxyNote(context, indicator)}`;
}

/** For whom it is measured, where that is not the municipality; or that it stands in for something else. */
function proxyNote({ input }: Context, indicator: PageIndicator): Markup | null {
  if (!isProxy(indicator)) return null;
  const { coverage } = indicator.assessment;
  const isElsewhere = coverage !== null && coverage !== 'municipality';
  const said = isElsewhere
    ? input.wording.proxy(coverage, input.municipality)
    : capitalised(input.wording.flag('proxy'));
  return html`<em>${said.replace(/\.$/, '')}</em>`;
}

/** The last verdicts, oldest first, as symbols that are read out as period and status. */
function latest({ texts, input }: Context, { past }: PageIndicator): Markup {
  if (past.length === 0) return html`${texts.first.noVerdicts}`;
  return html`<ol class="six">
    ${past.slice(-LATEST).map(({ period, status, said }) => {
      const verdict = texts.first.latestVerdict(input.wording.period(period), input.wording.status(said));
      return html`<li class="${status}" title="${verdict}">
        ${symbol(status)}<span class="unseen">${verdict}</span>
      </li> `;
    })}
  </ol>`;
}

function lastChanged(context: Context, { changed }: PageIndicator): string {
  const { texts, input } = context;
  if (changed !== null)
    return texts.first.changedFrom(input.wording.status(changed.before), dateOf(context, changed.at));
  return '–';
}

function groupByGoal(indicators: readonly PageIndicator[]): readonly (readonly [string, readonly PageIndicator[]])[] {
  const groups = new Map<string, PageIndicator[]>();
  for (const indicator of indicators) {
    const group = groups.get(indicator.definition.goal);
    if (group === undefined) groups.set(indicator.definition.goal, [indicator]);
    else group.push(indicator);
  }
  return [...groups];
}
