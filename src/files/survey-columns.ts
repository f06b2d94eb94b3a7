import { byNearness } from '../platform/nearest-word.ts';
import { nameKey } from './category-name.ts';
import type { FileTexts } from '../words/file/texts-en.ts';

const REQUIRED = ['indicator', 'year', 'value'] as const;
export type SurveyColumn = (typeof REQUIRED)[number] | 'respondents';

/** What a column may be called. */
const NAMES: Readonly<Record<SurveyColumn, readonly string[]>> = {
  indicator: ['indicator', 'indikator'],
  year: ['year', 'år', 'aar'],
  value: ['value', 'verdi', 'indeks'],
  respondents: ['respondents', 'svar', 'antall svar', 'respondenter', 'antall respondenter'],
};
const COLUMN_OF = new Map(
  (Object.keys(NAMES) as SurveyColumn[]).flatMap((column) => NAMES[column].map((name) => [name, column] as const)),
);

/** Position of each column in the file; `respondents` is -1 when the file has no such column. */
export type SurveyColumns = Readonly<Record<SurveyColumn, number>>;

/**
 * Finds the columns by name, in English or Norwegian, letter case and blanks ignored, in any order. Every unknown,
 * repeated or missing column is added to `problems`; the positions mean nothing when one was.
 */
export function readSurveyColumns(
  header: readonly string[],
  line: number,
  texts: FileTexts,
  problems: string[],
): SurveyColumns {
  const { survey } = texts;
  const names = header.map(nameKey);
  const columns = names.map((name) => COLUMN_OF.get(name) ?? null);
  const note = (problem: string) => problems.push(`${texts.line(line)}: ${problem}`);
  for (const [index, name] of names.entries()) {
    const column = columns[index] ?? null;
    if (name === '') note(`${survey.namelessColumn(index + 1)} ${survey.allowedColumns}`);
    else if (column === null) {
      const nearest = byNearness(name, [...COLUMN_OF.keys()])[0] ?? '';
      note(`${survey.unknownColumn(name, nearest)} ${survey.allowedColumns}`);
    } else if (columns.indexOf(column) !== index) note(survey.repeatedColumn(column));
  }
  for (const column of REQUIRED) {
    if (!columns.includes(column)) note(`${survey.missingColumn(column)} ${survey.allowedColumns}`);
  }
  return {
    indicator: columns.indexOf('indicator'),
    year: columns.indexOf('year'),
    value: columns.indexOf('value'),
    respondents: columns.indexOf('respondents'),
  };
}
