import type { Status } from '../model/plan/assessment.ts';
import { badge } from './badge.ts';
import type { Context } from './context.ts';
import { html, type Markup } from './markup.ts';
import type { PageIndicator } from './page-input.ts';
import { notMeasured } from './told/meaning.ts';
import { notMeasuredYet } from './told/not-measured-yet.ts';

/** Statuses that say nothing about the ambition. */
const SILENT: readonly Status[] = ['ambition-not-set', 'not-measured', 'insufficient', 'break'];

/** What the plan speaks of and no figure answers, or only one that stands in for it, and why. */
export function unmeasured(context: Context): Markup {
  const { texts, input } = context;
  const entries = input.indicators.map((indicator) => ({ indicator, reasons: reasonsOf(context, indicator) }));
  const told = entries.filter(({ reasons }) => reasons.length > 0);
  return html`<section class="unmeasured" aria-labelledby="unmeasured-title">
    <h2 id="unmeasured-title">${texts.unmeasured.title}</h2>
    ${
      told.length === 0
        ? html`<p>${texts.unmeasured.none}</p>`
        : html`<p>${texts.unmeasured.lead}</p>
            <dl>
              ${told.map(
                ({ indicator, reasons }) =>
                  html`<div>
                    <dt><a href="#${indicator.definition.id}">${indicator.title}</a></dt>
                    ${reasons.map((reason) => html`<dd>${reason}</dd> `)}
                  </div> `,
              )}
            </dl>`
    }
  </section> `;
}

function reasonsOf(context: Context, indicator: PageIndicator): readonly Markup[] {
  const { assessment, sentence } = indicator;
  const missed = notMeasured(context, indicator);
  const { wording, municipality } = context.input;
  const silent = SILENT.includes(assessment.status);
  const proxy = assessment.flags.includes('proxy');
  return [
    ...(silent
      ? [
          html`<p>${badge(context, assessment.status)}</p>
            <p>${notMeasuredYet(context, indicator) ?? sentence}</p>`,
        ]
      : []),
    ...(proxy && !silent ? [html`${wording.proxy(assessment.coverage ?? 'municipality', municipality)}`] : []),
    ...(missed === null ? [] : [missed]),
  ];
}
