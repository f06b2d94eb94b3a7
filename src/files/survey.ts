import { CsvError, parse } from 'csv-parse/sync';
import type { Category, Cube, Dimension } from '../model/data/cube.ts';
import { buildCube, category } from './build-cube.ts';
import type { ImportedCell } from './build-cube.ts';
import { type CsvText, decodeCsv } from './csv-text.ts';
import { createRefuser, type Refuser } from './refusal.ts';
import { readSurveyColumns } from './survey-columns.ts';
import { readSurveyRow } from './survey-row.ts';
import type { SurveyRow } from './survey-row.ts';
import type { Language } from '../model/language.ts';

export interface SurveyFile {
  readonly fileName: string;
  /** What the survey is called in texts. */
  readonly title: string;
  /** Of the refusals. */
  readonly language: Language;
  /** The indicators that the settings let the survey measure. */
  readonly indicators: readonly { readonly id: string; readonly title: string }[];
}

interface CsvRecord {
  readonly fields: readonly string[];
  /** Of its last line, when a quoted field spans several. */
  readonly line: number;
}

/** Between commas, so few respondents are rather the decimals of the value before them. */
const FEW_RESPONDENTS = 10;

/**
 * Reads the municipality's survey: CSV with the columns `indicator`, `year`, `value` and optionally `respondents`, or
 * their Norwegian names, separated by semicolons, tabs or commas, decimals with comma or point. The file is taken
 * whole: one line per indicator and year, and a year without a line is absent. Codes stand in the order contents,
 * indicator. Throws `file-refused`, listing every problem with its line, and where a decimal comma may have been taken
 * for a separator. A file that was imported before is `known`: it is read as it was then, whatever the settings say
 * now.
 */
export function readSurveyCells(bytes: Uint8Array, file: SurveyFile, known = false): readonly ImportedCell[] {
  const refuse = createRefuser(file.fileName, file.language);
  const csv = decodeCsv(bytes, refuse);
  const ids = known ? null : file.indicators.map(({ id }) => id);
  const rows = readRows(withoutEmptyColumns(parseRecords(csv, refuse)), ids, refuse);
  if (csv.separator === ',' && !known) refuseCutDecimals(rows, refuse);
  return rows.flatMap(cellsOf);
}

/** The cube of a survey's figures; indicators that the settings no longer name are called by their ids. */
export function surveyCube(cells: readonly ImportedCell[], file: Omit<SurveyFile, 'language'>): Cube {
  const named = file.indicators.map(({ id }) => id);
  const others = [...new Set(cells.map(({ codes }) => codes[1] ?? ''))].filter((id) => !named.includes(id)).sort();
  return buildCube({
    title: file.title,
    source: `${file.title} (fil «${file.fileName}»)`,
    dimensions: dimensions([...file.indicators, ...others.map((id) => ({ id, title: id }))]),
    cells,
  });
}

/** As `readSurveyCells` and `surveyCube`, of one file alone. */
export function readSurvey(bytes: Uint8Array, file: SurveyFile): Cube {
  return surveyCube(readSurveyCells(bytes, file), file);
}

function parseRecords({ text, separator }: CsvText, refuse: Refuser): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      delimiter: separator,
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
    const { shape, remedy } = refuse.texts;
    throw refuse.file(shape.unclosedQuote(records.at(-1)?.line ?? 0), remedy.importAgain, error);
  }
  return records;
}

/** Spreadsheets write separators for empty columns to the right. */
function withoutEmptyColumns(records: readonly CsvRecord[]): readonly CsvRecord[] {
  const width = (records[0]?.fields ?? []).findLastIndex((name) => name !== '') + 1;
  const isEmptyBeyond = records.every(({ fields }) => fields.slice(width).every((field) => field === ''));
  return isEmptyBeyond ? records.map(({ fields, line }) => ({ fields: fields.slice(0, width), line })) : records;
}

function readRows(
  records: readonly CsvRecord[],
  indicatorIds: readonly string[] | null,
  refuse: Refuser,
): readonly SurveyRow[] {
  const { texts } = refuse;
  const [header, ...lines] = records;
  const problems: string[] = [];
  const columns = readSurveyColumns(header?.fields ?? [], header?.line ?? 1, texts, problems);
  if (problems.length > 0) throw refuse.content(problems);
  if (lines.length === 0) throw refuse.file(texts.shape.headerOnly, texts.remedy.importAgain);
  const reading = { columns, indicatorIds, texts };
  const width = header?.fields.length ?? 0;
  const firstLines = new Map<string, number>();
  const rows: SurveyRow[] = [];
  for (const { fields, line } of lines) {
    if (fields.length !== width) {
      problems.push(`${texts.line(line)}: ${texts.survey.wrongWidth(fields.length, width)}`);
      continue;
    }
    const row = readSurveyRow(fields, line, reading, problems);
    if (row === null) continue;
    const key = `${row.indicator}|${row.year}`;
    const first = firstLines.get(key);
    if (first === undefined) firstLines.set(key, line);
    else problems.push(`${texts.line(line)}: ${texts.survey.repeats(row.indicator, row.year, first)}`);
    rows.push(row);
  }
  if (problems.length > 0) throw refuse.content(problems);
  return rows;
}

/**
 * Between commas, 63,9 reads as the value 63 and 9 respondents. They cannot be distinguished where no value of the file
 * shows decimals of its own, or where the respondents are very few.
 */
function refuseCutDecimals(rows: readonly SurveyRow[], refuse: Refuser): void {
  const showsDecimals = rows.some(({ written }) => /[.,]/.test(written));
  const cut = rows.find(({ written, respondents }) => {
    if (respondents === null || /[.,]/.test(written)) return false;
    return !showsDecimals || respondents < FEW_RESPONDENTS;
  });
  if (cut === undefined) return;
  const { shape, remedy } = refuse.texts;
  throw refuse.file(shape.decimalComma(cut.line, cut.written, String(cut.respondents)), remedy.decimals);
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
    {
      code: 'ContentsCode',
      label: 'statistikkvariabel',
      labelEn: 'contents',
      role: 'metric',
      note: null,
      categories: contents,
    },
    {
      code: 'indicator',
      label: 'indikator',
      note: null,
      labelEn: 'indicator',
      role: 'classification',
      categories: indicators.map(({ id, title }) => category(id, title)),
    },
  ];
}
