import { CsvError, parse } from 'csv-parse/sync';
import type { Category, Cube, Dimension } from '../model/cube.ts';
import { buildCube, category } from './build-cube.ts';
import type { ImportedCell } from './build-cube.ts';
import { decodeCsv, separatorOf } from './csv-text.ts';
import { IMPORT_AGAIN, refusedContent, refusedFile } from './refusal.ts';
import { readSurveyColumns } from './survey-columns.ts';
import { readSurveyRow } from './survey-row.ts';
import type { SurveyRow } from './survey-row.ts';

export interface SurveyFile {
  readonly fileName: string;
  /** What the survey is called in texts. */
  readonly title: string;
  /** The indicators that the settings let the survey measure. */
  readonly indicators: readonly { readonly id: string; readonly title: string }[];
}

interface CsvRecord {
  readonly fields: readonly string[];
  /** Of its last line, when a quoted field spans several. */
  readonly line: number;
}

/**
 * Reads the municipality's survey: CSV with the columns `indicator`, `year`, `value` and optionally `respondents`,
 * separated by semicolons or commas, decimals with comma or point. The file is taken whole: one line per indicator and
 * year, and a year without a line is absent. Throws `file-refused`, listing every problem with its line.
 */
export function readSurvey(bytes: Uint8Array, file: SurveyFile): Cube {
  const text = decodeCsv(bytes, file.fileName);
  const rows = readRows(parseRecords(text, file.fileName), file);
  return buildCube({
    title: file.title,
    source: `${file.title} (fil «${file.fileName}»)`,
    dimensions: dimensions(file.indicators),
    cells: rows.flatMap(cellsOf),
  });
}

function parseRecords(text: string, fileName: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      delimiter: separatorOf(text, fileName),
      on_record: (fields: readonly string[], { lines }) => {
        records.push({ fields, line: lines });
        return null;
      },
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const sentence = `a quotation mark after line ${records.at(-1)?.line ?? 0} is not closed, or stands inside a field.`;
    throw refusedFile(fileName, sentence, IMPORT_AGAIN, error);
  }
  return records;
}

function readRows(records: readonly CsvRecord[], file: SurveyFile): readonly SurveyRow[] {
  const [header, ...lines] = records;
  const problems: string[] = [];
  const columns = readSurveyColumns(header?.fields ?? [], header?.line ?? 1, problems);
  if (problems.length > 0) throw refusedContent(file.fileName, problems);
  if (lines.length === 0)
    throw refusedFile(file.fileName, 'it has a first line with column names and no rows.', IMPORT_AGAIN);
  const ids = file.indicators.map(({ id }) => id);
  const width = header?.fields.length ?? 0;
  const firstLines = new Map<string, number>();
  const rows: SurveyRow[] = [];
  for (const { fields, line } of lines) {
    if (fields.length !== width) {
      problems.push(wrongWidth(line, fields.length, width));
      continue;
    }
    const row = readSurveyRow(fields, line, columns, ids, problems);
    if (row === null) continue;
    noteRepetition(row, firstLines, problems);
    rows.push(row);
  }
  if (problems.length > 0) throw refusedContent(file.fileName, problems);
  return rows;
}

function wrongWidth(line: number, found: number, expected: number): string {
  return (
    `Line ${line}: has ${found} ${found === 1 ? 'field' : 'fields'} where the first line has ${expected}; ` +
    'use the same separator on every line, and where that is a comma, put a decimal comma in quotes ("63,5").'
  );
}

function noteRepetition(row: SurveyRow, firstLines: Map<string, number>, problems: string[]): void {
  const key = `${row.indicator}|${row.year}`;
  const first = firstLines.get(key);
  if (first === undefined) firstLines.set(key, row.line);
  else
    problems.push(
      `Line ${row.line}: repeats «${row.indicator}» for ${row.year}, given on line ${first}; keep one of them.`,
    );
}

/** Codes in the order of the dimensions: contents, then indicator. */
function cellsOf({ indicator, year, value, respondents }: SurveyRow): readonly ImportedCell[] {
  const cells = [{ codes: ['value', indicator], year, value }];
  return respondents === null ? cells : [...cells, { codes: ['respondents', indicator], year, value: respondents }];
}

function dimensions(indicators: SurveyFile['indicators']): readonly Dimension[] {
  const contents: readonly Category[] = [
    { ...category('value', 'Indeks'), labelEn: 'Index', unit: 'poeng' },
    { ...category('respondents', 'Svar'), labelEn: 'Responses', unit: 'antall', decimals: 0 },
  ];
  return [
    { code: 'ContentsCode', label: 'statistikkvariabel', labelEn: 'contents', role: 'metric', categories: contents },
    {
      code: 'indicator',
      label: 'indikator',
      labelEn: 'indicator',
      role: 'classification',
      categories: indicators.map(({ id, title }) => category(id, title)),
    },
  ];
}
