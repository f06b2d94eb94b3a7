import { roundTo } from '../../model/decimal.ts';
import { capitalised } from '../../words/capital.ts';
import { JUDGED } from '../../words/page/first.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { changeText, periodsInARow } from '../change-text.ts';
import { type Context, contextOf, measureOf, toldDecimals } from '../context.ts';
import { statusInWords } from '../first/chips.ts';
import { WORTH_SAYING } from '../indicator-section.ts';
import { noteTexts } from '../notes.ts';
import type { PageIndicator, PageInput } from '../page-input.ts';
import { nextInShort } from '../told/coming.ts';
import { figureInWords } from '../told/figure.ts';
import { notMeasuredYet } from '../told/not-measured-yet.ts';
import { saidOf } from '../../model/plan/said-status.ts';

/** What the page says of an indicator in one language, as plain texts; `null` where it says nothing. */
export interface ReportWords {
  readonly title: string;
  readonly status: string;
  readonly value: string | null;
  readonly change: string | null;
  readonly in_a_row: string | null;
  readonly sentence: string;
  readonly reservation: string | null;
  readonly next: string | null;
  readonly source: string | null;
}

/** What the page says of each indicator, by its id: the same words, and the same rounding. */
export function reportWords(input: PageInput): ReadonlyMap<string, ReportWords> {
  const context = contextOf(input);
  return new Map(input.indicators.map((indicator) => [indicator.definition.id, wordsOf(context, indicator)]));
}

/** The latest value as the page tells it, and its unit; `null` for none. */
export function toldValue(
  input: PageInput,
  indicator: PageIndicator,
): { readonly rounded: number | null; readonly unit: string } {
  const { value } = indicator.assessment;
  const context = contextOf(input);
  const rounded = value === null ? null : roundTo(value, toldDecimals(context, indicator));
  return { rounded, unit: measureOf(context, indicator).unit };
}

/** The value of a period as the tables of the page round it, and its unit; `null` for none. */
export function roundedValue(
  input: PageInput,
  indicator: PageIndicator,
  value: number | null,
): { readonly rounded: number | null; readonly decimals: number; readonly unit: string } {
  const { decimals, unit } = measureOf(contextOf(input), indicator);
  return { rounded: value === null ? null : roundTo(value, decimals), decimals, unit };
}

function wordsOf(context: Context, indicator: PageIndicator): ReportWords {
  const { input, texts } = context;
  const { assessment, remarks, title } = indicator;
  const count = periodsInARow(indicator, input.plan.since);
  const isTold = JUDGED.includes(assessment.status) && count >= WORTH_SAYING;
  const { publication } = assessment.evidence;
  const reservations = [...noteTexts(context, indicator), ...remarks].map(asSentence);
  const next = nextInShort(context, indicator);
  return {
    title,
    status: statusInWords(context, indicator),
    value: figureInWords(context, indicator),
    change: changeText(context, indicator),
    in_a_row: isTold ? texts.inARow(input.wording.status(saidOf(assessment)), count) : null,
    sentence: notMeasuredYet(context, indicator) ?? indicator.sentence,
    reservation: reservations.length === 0 ? null : reservations.join(' '),
    next: next === '–' ? null : next,
    source:
      publication === null
        ? null
        : textsOf(input.language).source(publication.source, publication.table, assessment.flags.includes('corrected')),
  };
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? capitalised(text) : `${capitalised(text)}.`;
}
