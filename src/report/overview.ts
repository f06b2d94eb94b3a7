import { STATUSES, type Status } from '../model/plan/assessment.ts';
import { badge, symbol } from './badge.ts';
import { changeText, periodText, periodsInARow, lastKnownText, valueText } from './change-text.ts';
import { type Context, dateOf } from './context.ts';
import { html, type Markup } from './markup.ts';
import { adopted, notes } from './notes.ts';
import type { PageIndicator } from './page-input.ts';

/** Periods in a row from which it is worth saying, of a status that says something about the ambition. */
const WORTH_SAYING = 2;
const JUDGED: readonly Status[] = ['on-track', 'partly-met', 'stable', 'off-track'];

/** Every indicator with what is said of it, under the goals and subgoals of the plan in the order they come. */
export function overview(context: Context): Markup {
  const { texts, input } = context;
  const goals = groupBy(input.indicators, ({ definition }) => definition.goal);
  return html`${tally(context)}
  ${goals.map(
    ([goal, ofGoal]) =>
      html`<section class="goal">
        <h2><span class="overline">${texts.goal}</span> ${adopted(context, goal)}</h2>
        ${groupBy(ofGoal, ({ definition }) => definition.subgoal).map(
          ([subgoal, indicators]) =>
            html`<section class="subgoal">
              <h3><span class="overline">${texts.subgoal}</span> ${adopted(context, subgoal)}</h3>
              <ul class="items">
                ${indicators.map((indicator) => item(context, indicator))}
              </ul>
            </section> `,
        )}
      </section> `,
  )}`;
}

function tally({ texts, input }: Context): Markup {
  const counts = STATUSES.map((status) => ({
    status,
    count: input.indicators.filter(({ assessment }) => assessment.status === status).length,
  })).filter(({ count }) => count > 0);
  return html`<ul class="tally" aria-label="${texts.summary}">
    ${counts.map(
      ({ status, count }) =>
        html`<li class="${status}"><strong>${count}</strong> ${symbol(status)} ${input.wording.status(status)}</li> `,
    )}
  </ul> `;
}

function item(context: Context, indicator: PageIndicator): Markup {
  const { texts } = context;
  const { definition, assessment, title } = indicator;
  const change = changeText(context, indicator);
  const value = valueText(context, indicator);
  const lastKnown = lastKnownText(context, indicator);
  return html`<li class="item ${assessment.status}">
    <p class="item-status">${badge(context, assessment.status)}</p>
    <div class="item-text">
      <p class="item-title"><a href="#${definition.id}">${title}</a></p>
      <p class="ambition"><span class="label">${texts.ambition}:</span> ${adopted(context, definition.ambition)}</p>
      ${notes(context, indicator)}
    </div>
    <div class="item-figures">
      <p class="value">${value ?? texts.noValue}</p>
      ${assessment.period !== null && html`<p>${periodText(context, assessment.period)}</p>`}
      ${lastKnown !== null && html`<p>${lastKnown}</p>`} ${change !== null && html`<p>${change}</p>`}
      ${sinceText(context, indicator)}
    </div>
  </li> `;
}

/** How long it has been so: on how many periods, and since when it has been said. */
export function sinceText(context: Context, indicator: PageIndicator): Markup {
  const { texts, input } = context;
  const { assessment, since } = indicator;
  const count = periodsInARow(indicator);
  const row =
    JUDGED.includes(assessment.status) && count >= WORTH_SAYING
      ? texts.inARow(input.wording.status(assessment.status), count)
      : null;
  return html`${row !== null && html`<p class="quiet">${row}</p>`}
  ${since !== null && html`<p class="quiet">${texts.since(dateOf(context, since))}</p>`}`;
}

function groupBy(
  indicators: readonly PageIndicator[],
  keyOf: (indicator: PageIndicator) => string,
): readonly (readonly [string, readonly PageIndicator[]])[] {
  const groups = new Map<string, PageIndicator[]>();
  for (const indicator of indicators) {
    const group = groups.get(keyOf(indicator));
    if (group === undefined) groups.set(keyOf(indicator), [indicator]);
    else group.push(indicator);
  }
  return [...groups];
}
