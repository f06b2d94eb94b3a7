import { byNearness } from '../platform/nearest-name.ts';
import { FIRST_YEAR, LAST_YEAR } from './build-cube.ts';
import type { SurveyColumns } from './survey-columns.ts';

/** One line of a survey: an indicator's index in a year. */
export interface SurveyRow {
  readonly line: number;
  readonly indicator: string;
  readonly year: string;
  readonly value: number;
  /** `null` when the file does not say. */
  readonly respondents: number | null;
}

/** Reads one line, or adds every problem it has to `problems` and gives `null`. */
export function readSurveyRow(
  fields: readonly string[],
  line: number,
  columns: SurveyColumns,
  indicatorIds: readonly string[],
  problems: string[],
): SurveyRow | null {
  const field = (position: number) => (fields[position] ?? '').trim();
  const indicator = field(columns.indicator);
  const year = field(columns.year);
  const value = field(columns.value);
  const respondents = field(columns.respondents);
  const found = [
    indicatorProblem(indicator, indicatorIds),
    yearProblem(year),
    valueProblem(value),
    respondents === '' ? null : respondentsProblem(respondents),
  ].filter((problem) => problem !== null);
  problems.push(...found.map((problem) => `Line ${line}: ${problem}`));
  if (found.length > 0) return null;
  const answers = respondents === '' ? null : Number(respondents);
  return { line, indicator, year, value: decimalNumber(value), respondents: answers };
}

function indicatorProblem(indicator: string, ids: readonly string[]): string | null {
  if (ids.includes(indicator)) return null;
  const listed = ids.map((id) => `«${id}»`).join(', ');
  const allowed = ids.length === 0 ? 'The settings name no indicator that it measures.' : `Allowed are ${listed}.`;
  if (indicator === '') return `the indicator is blank. ${allowed}`;
  const nearest = byNearness(indicator, ids)[0];
  const suggestion = nearest === undefined ? '' : `; the nearest is «${nearest}»`;
  return `the indicator «${indicator}» is not one the survey measures${suggestion}. ${allowed}`;
}

function yearProblem(year: string): string | null {
  if (/^\d{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR) return null;
  const found = year === '' ? 'the year is blank' : `the year «${year}» is not a year`;
  return `${found}; write four digits from ${FIRST_YEAR} to ${LAST_YEAR}, such as 2025.`;
}

function valueProblem(value: string): string | null {
  if (value === '') return 'the value is blank; leave the whole line out when there is no figure.';
  if (hasThousandsSeparator(value)) {
    return `the value «${value}» has a thousands separator; write the digits together, such as 1234,5.`;
  }
  if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(value) || !Number.isFinite(decimalNumber(value))) {
    return `the value «${value}» is not a number; write digits with a decimal comma or point, such as 63,5 or 63.5.`;
  }
  return decimalNumber(value) < 0 ? `the value «${value}» is negative; an index is 0 or more.` : null;
}

function respondentsProblem(respondents: string): string | null {
  if (/^\d+$/.test(respondents) && Number.isSafeInteger(Number(respondents))) return null;
  return `the number of respondents, «${respondents}», is not a whole number; write digits alone, such as 1234, or leave it blank when it is not known.`;
}

/** Groups of three digits after a space, an apostrophe, or both kinds of mark: 1 234, 1'234, 1.234,5, 1,234,567. */
function hasThousandsSeparator(value: string): boolean {
  return /^[+-]?\d{1,3}(?:(?:[\s'’]\d{3})+(?:[.,]\d+)?|(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/.test(
    value,
  );
}

function decimalNumber(text: string): number {
  return Number(text.replace(',', '.'));
}
