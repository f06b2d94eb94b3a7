import { parseTimePeriod } from '../../model/time-period.ts';
import { JUDGED } from '../../words/page/first.ts';
import { answerList } from '../answer-list.ts';
import { periodText } from '../change-text.ts';
import { amountOf, type Context, measureOf } from '../context.ts';
import { html, type Markup, type Part } from '../markup.ts';
import type { PageIndicator } from '../page-input.ts';
import { comingText } from './coming.ts';
import { judgedText } from './judged.ts';
import { notMeasured } from './meaning.ts';
import { reach } from './reach.ts';
import { sincePlanText } from './since-plan.ts';

/** How it is judged, what is not measured, how it went since the plan began, when new figures come, and whom to ask. */
export function facts(context: Context, indicator: PageIndicator): Markup {
  const { told } = context.texts;
  const { past } = indicator;
  const corrections = correctionTexts(context, indicator);
  const coming = comingText(context, indicator);
  const rows: readonly (readonly [string, Part])[] = [
    [told.judgedTitle, judgedText(context, indicator)],
    [told.notMeasuredTitle, notMeasured(context, indicator)],
    [told.metTitle, past.some(({ status }) => JUDGED.includes(status)) ? sincePlanText(context, indicator) : null],
    [told.nextTitle, coming === '' ? null : coming],
    [told.correctedTitle, corrections.length === 0 ? null : corrections.map((one) => html`<p>${one}</p>`)],
    [told.askTitle, reach(context, true)],
  ];
  return answerList(rows, 'facts');
}

/** What the municipality has corrected of the figures used, newest first. */
function correctionTexts(context: Context, indicator: PageIndicator): readonly string[] {
  const { wording } = context.input;
  const { unit, decimals } = measureOf(context, indicator);
  const inUnit = indicator.definition.measure === 'level' ? unit : '';
  const write = (value: number) =>
    inUnit === '' ? wording.number(value, decimals) : amountOf(context, value, decimals, inUnit);
  const corrected = indicator.assessment.evidence.observations.filter(
    ({ correction, value }) => correction !== null && value !== null,
  );
  const newestFirst = corrected.toSorted((a, b) => yearOf(b.period) - yearOf(a.period));
  return newestFirst.flatMap(({ period, value, correction }) =>
    correction === null || value === null
      ? []
      : [
          context.texts.told.corrected({
            period: periodText(context, period),
            published: write(correction.published),
            corrected: write(value),
            ...{ reason: correction.reason, reference: correction.reference },
          }),
        ],
  );
}

function yearOf(period: string): number {
  return parseTimePeriod(period)?.year ?? 0;
}
