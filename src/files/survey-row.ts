import { byNearness } from '../platform/nearest-word.ts';
import { FIRST_YEAR, LAST_YEAR } from './build-cube.ts';
import { nameKey } from './category-name.ts';
import type { SurveyColumns } from './survey-columns.ts';
import type { FileTexts } from '../words/file/texts-en.ts';

/** One line of a survey: an indicator's index in a year. */
export interface SurveyRow {
  readonly line: number;
  readonly indicator: string;
  readonly year: string;
  readonly value: number;
  /** The value as it is written in the file. */
  readonly written: string;
  /** `null` when the file does not say. */
  readonly respondents: number | null;
}

/** What a line is read with. */
export interface SurveyReading {
  readonly columns: SurveyColumns;
  /** `null` when any will do. */
  readonly indicatorIds: readonly string[] | null;
  readonly texts: FileTexts;
}

/** Reads one line, or adds every problem it has to `problems` and gives `null`. */
export function readSurveyRow(
  fields: readonly string[],
  line: number,
  { columns, indicatorIds, texts }: SurveyReading,
  problems: string[],
): SurveyRow | null {
  const field = (position: number) => (fields[position] ?? '').trim();
  const named = field(columns.indicator);
  const indicator = indicatorIds?.find((id) => nameKey(id) === nameKey(named)) ?? named;
  const year = field(columns.year);
  const value = field(columns.value);
  const respondents = field(columns.respondents);
  const found = [
    indicatorProblem(indicator, indicatorIds, texts),
    yearProblem(year, texts),
    valueProblem(value, texts),
    respondents === '' ? null : respondentsProblem(respondents, texts),
  ].filter((problem) => problem !== null);
  problems.push(...found.map((problem) => `${texts.line(line)}: ${problem}`));
  if (found.length > 0) return null;
  const answers = respondents === '' ? null : Number(respondents);
  return { line, indicator, year, value: decimalNumber(value), written: value, respondents: answers };
}

function indicatorProblem(indicator: string, ids: readonly string[] | null, { survey }: FileTexts): string | null {
  if (ids === null || ids.includes(indicator)) return null;
  const allowed = ids.length === 0 ? survey.noIndicators : survey.allowed(ids.map((id) => `«${id}»`).join(', '));
  if (indicator === '') return `${survey.blankIndicator} ${allowed}`;
  return `${survey.unknownIndicator(indicator, byNearness(indicator, ids)[0])} ${allowed}`;
}

function yearProblem(year: string, { survey }: FileTexts): string | null {
  if (/^\d{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR) return null;
  return `${year === '' ? survey.blankYear : survey.wrongYear(year)}; ${survey.writeYear(FIRST_YEAR, LAST_YEAR)}`;
}

function valueProblem(value: string, { survey }: FileTexts): string | null {
  if (value === '') return survey.blankValue;
  if (hasThousandsSeparator(value)) return survey.thousands(value);
  if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(value) || !Number.isFinite(decimalNumber(value))) return survey.notNumber(value);
  return decimalNumber(value) < 0 ? survey.negative(value) : null;
}

function respondentsProblem(respondents: string, { survey }: FileTexts): string | null {
  if (/^\d+$/.test(respondents) && Number.isSafeInteger(Number(respondents))) return null;
  return survey.respondents(respondents);
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
