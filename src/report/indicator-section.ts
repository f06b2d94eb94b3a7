import { badge, symbol } from './badge.ts';
import { lastKnownText, periodsInARow, periodText } from './change-text.ts';
import { chartFigure } from './chart-figure.ts';
import { chartTextsOf } from '../words/page/chart-language.ts';
import { chooseCharts } from './charts/build/choose-charts.ts';
import { type Context, dateOf, measureOf } from './context.ts';
import { evidence } from './evidence.ts';
import { html, type Markup } from './markup.ts';
import { adopted, notes } from './notes.ts';
import type { PageIndicator } from './page-input.ts';
import { revisions } from './revisions.ts';
import { source } from './source.ts';
import { tableMarkup } from './table.ts';
import { annotationList } from './told/annotation-list.ts';
import { figuresFile } from './told/downloads.ts';
import { facts } from './told/facts.ts';
import { figureInWords } from './told/figure.ts';
import { meaning } from './told/meaning.ts';
import { notMeasuredYet } from './told/not-measured-yet.ts';
import { JUDGED } from '../words/page/first.ts';
import { statusInWords } from './first/chips.ts';
import { saidOf } from '../model/plan/said-status.ts';

/** Periods in a row from which it is worth saying. */
export const WORTH_SAYING = 2;

/** Everything about one indicator, with the id that links and messages point to. */
export function indicatorSection(context: Context, indicator: PageIndicator): Markup {
  const { texts } = context;
  const { definition, assessment, title, cause, remarks } = indicator;
  const lastKnown = lastKnownText(context, indicator);
  const value = figureInWords(context, indicator);
  const charts = chooseCharts(context, indicator);
  const figures = charts.map((chart) => chartFigure(context, chart, title));
  const isNoted = charts.some(({ annotations }) => annotations.length > 0);
  return html`<section class="indicator" id="${definition.id}" aria-labelledby="${definition.id}-title">
    <p class="where">${adopted(context, `${definition.goal} › ${definition.subgoal}`)}</p>
    <h2 id="${definition.id}-title">${title}</h2>
    <p class="ambition"><span class="label">${texts.ambition}:</span> ${adopted(context, definition.ambition)}</p>
    <div class="verdict">
      <p>${badge(context, assessment.status, statusInWords(context, indicator))}</p>
      ${value !== null && html`<p class="value">${value}</p>`} ${lastKnown !== null && html`<p>${lastKnown}</p>`}
      ${assessment.period !== null && html`<p>${periodText(context, assessment.period)}</p>`}
      ${howLong(context, indicator)}
    </div>
    ${meaning(context, indicator)}
    <p class="sentence">${notMeasuredYet(context, indicator) ?? indicator.sentence}</p>
    ${cause !== null && html`<p class="quiet">${texts.cause}: ${cause}.</p>`} ${notes(context, indicator)}
    ${
      remarks.length > 0 &&
      html`<ul class="notes">
        ${remarks.map((remark) => html`<li>${remark}</li> `)}
      </ul>`
    }
    ${facts(context, indicator)} ${!isNoted && annotationList(context, indicator)}
    ${
      assessment.status === 'not-measured'
        ? null
        : figures.length === 0
          ? html`<p class="empty">${chartTextsOf(context.input.language).empty}</p>`
          : html`<div class="figures">${figures}</div>`
    }
    ${earlier(context, indicator)} ${evidence(context, indicator)} ${revisions(context, indicator)}
    ${source(context, indicator)} ${figuresFile(context, indicator)}
    <p class="to-top"><a href="#top">${texts.toTop}</a></p>
  </section> `;
}

/** On how many periods it has been so, and what it was before. */
function howLong(context: Context, indicator: PageIndicator): Markup {
  const { texts, input } = context;
  const { assessment, changed } = indicator;
  const count = periodsInARow(indicator, input.plan.since);
  const row =
    JUDGED.includes(assessment.status) && count >= WORTH_SAYING
      ? texts.inARow(input.wording.status(saidOf(assessment)), count)
      : null;
  return html`${row !== null && html`<p class="quiet">${row}</p>`}
  ${
    changed !== null &&
    html`<p class="quiet">
      ${texts.told.changedFrom(input.wording.status(changed.before), dateOf(context, changed.at))}
    </p>`
  }`;
}

/** The status of every period so far: a row of symbols, and a table behind a fold. */
function earlier(context: Context, indicator: PageIndicator): Markup | null {
  const { texts, input } = context;
  const { past, series, title } = indicator;
  if (past.length === 0) return null;
  const { decimals } = measureOf(context, indicator);
  const values = new Map(series.points.map(({ period, value }) => [period, value]));
  const valueOf = (period: number) => {
    const figure = values.get(period);
    if (figure === undefined) return '–';
    return 'value' in figure ? input.wording.number(figure.value, decimals) : input.wording.missing(figure.missing);
  };
  const rows = past.map(({ period, status, said }) => [
    input.wording.period(period),
    valueOf(period),
    badge(context, status, input.wording.status(said)),
  ]);
  return html`<section class="past" aria-label="${texts.past.title}: ${title}">
    <h3>${texts.past.title}</h3>
    <ol class="years">
      ${past.map(
        ({ period, status, said }) =>
          html`<li class="${status}">
            ${symbol(status)}<span class="unseen">${input.wording.status(said)}</span> ${input.wording.period(period)}
          </li> `,
      )}
    </ol>
    <details>
      <summary>${texts.past.all}</summary>
      <p class="quiet">${texts.past.lead}</p>
      ${tableMarkup({
        caption: texts.past.title,
        heading: [texts.period, texts.value, texts.past.status],
        rows: rows.toReversed(),
      })}
    </details>
  </section> `;
}
