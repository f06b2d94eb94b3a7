import type { LastKnown } from '../../model/plan/assessment.ts';
import type { MissingPart } from '../../model/plan/indicator-series.ts';
import { periodFromKey } from '../../model/time-period.ts';
import { numberText } from '../number-text.ts';
import type { Situation } from '../../status/situation.ts';
import type { Texts } from './texts.ts';

/** What every part of a sentence is written from. */
export interface SentenceContext {
  readonly texts: Texts;
  readonly situation: Situation;
  /** Name of the own municipality. */
  readonly municipality: string;
  readonly unit: string;
  readonly decimals: number;
  /** The latest value with its period, as text; `null` when there is none. */
  readonly known: { readonly value: string; readonly period: string } | null;
  readonly missing: readonly MissingPart[];
  readonly lastKnown: LastKnown | null;
  /** The bounds of an index, as text; `null` where it is known, or they are not. */
  readonly range: string | null;
}

/** A number with its unit. */
export function amountText({ texts }: SentenceContext, value: number, decimals: number, unit: string): string {
  return texts.amount(numberText(value, decimals, texts), unit);
}

/** Unit of a difference: percentages differ by percentage points. */
export function changeUnit({ texts, unit }: SentenceContext): string {
  return unit === texts.percent || unit === '%' ? texts.percentagePoints : unit;
}

/** A period key in words; empty for none. */
export function periodText(texts: Texts, period: number | undefined): string {
  return period === undefined ? '' : texts.period(periodFromKey(period));
}

/** The place the figures are about: never the municipality's name for figures of its county or of the country. */
export function placeText({ texts, situation, municipality }: SentenceContext): string {
  return texts.place(situation.series.publication?.coverage ?? 'municipality', municipality);
}

/** The peer group, with the word for a proposal until it is confirmed; on counties these by name, as no region is compared. */
export function groupText({ texts, situation }: SentenceContext): string {
  const { peerGroup: group, publication } = situation.series;
  if (group === null) return '';
  if (publication?.coverage !== 'county') return texts.group(group.title, group.confirmed);
  return texts.counties(
    (situation.current?.peers ?? []).map(({ name }) => name),
    group.confirmed,
  );
}
