import { formIn } from '../model/language.ts';
import { periodFromKey, periodOrdinal } from '../model/time-period.ts';
import type { PageIndicator, PageInput } from './page-input.ts';
import { dateText } from '../words/date-text.ts';
import { capitalised } from '../words/capital.ts';
import { differenceUnit, publishedDecimals } from '../words/finding/value-words.ts';
import { pageTextsOf } from '../words/page/language.ts';
import type { PageTexts } from '../words/page/texts.ts';

/** What every part of the page is written with. */
export interface Context {
  readonly input: PageInput;
  readonly texts: PageTexts;
}

/** The input with the texts of its language. */
export function contextOf(input: PageInput): Context {
  return { input, texts: pageTextsOf(input.language) };
}

/** An instant as its civil date. */
export function dateOf({ input }: Context, instant: string): string {
  return dateText(instant, input.language);
}

/** The place the figures are about: never the municipality's name for figures of its county or of the country. */
export function placeOf({ input }: Context, { assessment }: PageIndicator): string {
  const place = input.wording.place(assessment.coverage ?? 'municipality', input.municipality);
  return capitalised(place);
}

/** The place compared with, where it is the only one of its group; `null` for a group of several, and for none. */
export function soleOf({ assessment }: PageIndicator): string | null {
  const [name, ...others] = assessment.evidence.finding?.group?.regions ?? [];
  return name === undefined || others.length > 0 ? null : name;
}

/**
 * The group compared with, or the only place of it, marked as a proposal until it is adopted; on counties these by name.
 * Empty for none.
 */
export function groupOf({ texts, input }: Context, indicator: PageIndicator): string {
  const { group, assessment } = indicator;
  if (group === null) return '';
  if (assessment.coverage === 'county') {
    return input.wording.counties(
      assessment.evidence.peers.map(({ name }) => name),
      group.confirmed,
    );
  }
  const name = soleOf(indicator) ?? texts.quoted(group.title);
  return group.confirmed ? name : `${name} (${texts.proposedGroup})`;
}

/** Unit of the measure, and decimals it is shown with. */
export function measureOf({ input }: Context, { series, unit }: PageIndicator) {
  const own = formIn(input.language, {
    norwegian: series.input?.unit,
    nynorsk: series.input?.unitNn,
    english: series.input?.unitEn,
  });
  return { unit: own ?? unit ?? '', decimals: series.input?.decimals ?? 0 };
}

/** Decimals that the measure has in a sentence: never more than are published. */
export function toldDecimals(context: Context, indicator: PageIndicator): number {
  const { definition, assessment } = indicator;
  const facts = { measure: definition.measure, decimals: measureOf(context, indicator).decimals };
  return publishedDecimals({ evidence: assessment.evidence, facts });
}

/** Unit of a difference: percentages differ by percentage points. */
export function changeUnit({ input: { wording } }: Context, unit: string): string {
  return differenceUnit(wording, unit);
}

/** Unit of the figures that a measure is the difference of. */
export function levelUnit({ input: { wording } }: Context, unit: string): string {
  return unit === wording.percentagePoints ? wording.percent : unit;
}

/** A number with its unit. */
export function amountOf({ input: { wording } }: Context, value: number, decimals: number, unit: string): string {
  return wording.amount(wording.number(value, decimals), unit);
}

/** Where a period stands on a time axis. */
export function ordinalOf(period: number): number {
  return periodOrdinal(periodFromKey(period));
}
