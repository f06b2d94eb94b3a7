import { quoted } from '../words/list.ts';
import { nameKey } from './category-name.ts';
import type { FileTexts } from '../words/file/texts-en.ts';

/** The columns of Miljødirektoratet's sheet that are read; `Fylke` and any other column are not. */
const HEADERS = {
  municipality: 'Kommunenummer',
  municipalityName: 'Kommune',
  year: 'År',
  sector: 'Sektor',
  source: 'Utslippskilde',
  gas: 'Klimagass',
  emission: 'Utslipp (tonn CO2-ekvivalenter)',
} as const;
export type EmissionColumn = keyof typeof HEADERS;
const COLUMNS = Object.keys(HEADERS) as EmissionColumn[];

/** A cell as the reader gives it: text, number, truth value or date; `null` for an empty cell and for an Excel error. */
export type SheetCell = unknown;
export type SheetRow = readonly SheetCell[];

export interface EmissionHeader {
  /** Position of the header row in the sheet. */
  readonly rowIndex: number;
  /** Position of each column in a row. */
  readonly columns: Readonly<Record<EmissionColumn, number>>;
}

/** A title, a note and a date may stand above the table; a header further down is not looked for. */
const ROWS_SEARCHED = 20;

/**
 * Finds the header among the first rows: the row with most of the columns, in any order. Letter case, spaces and the
 * form of the 2 in CO₂ make no difference. Gives what is wrong with it in `problems`; `null` when something was.
 */
export function findEmissionHeader(
  rows: readonly SheetRow[],
  texts: FileTexts,
  problems: string[],
): EmissionHeader | null {
  const candidates = rows.slice(0, ROWS_SEARCHED).map((row, rowIndex) => ({ rowIndex, names: row.map(normalised) }));
  const found = candidates.reduce<(typeof candidates)[number] | null>(
    (best, row) => (best !== null && missing(best.names).length <= missing(row.names).length ? best : row),
    null,
  );
  const names = found?.names ?? [];
  const absent = missing(names);
  const place = found === null || absent.length === COLUMNS.length ? texts.sheet : texts.row(found.rowIndex + 1);
  if (absent.length > 0) {
    const missed = texts.emissions.missingColumns(quoted(absent.map(columnTitle)), absent.length);
    problems.push(`${place}: ${missed}; ${foundInstead(names, texts)}.`);
  }
  for (const column of COLUMNS) {
    if (names.filter((name) => name === normalised(HEADERS[column])).length > 1) {
      problems.push(`${place}: ${texts.emissions.repeatedColumn(HEADERS[column])}`);
    }
  }
  if (found === null || problems.length > 0) return null;
  const positions = COLUMNS.map((column) => [column, names.indexOf(normalised(HEADERS[column]))]);
  return { rowIndex: found.rowIndex, columns: Object.fromEntries(positions) as EmissionHeader['columns'] };
}

/** What a column is called in the workbook. */
export function columnTitle(column: EmissionColumn): string {
  return HEADERS[column];
}

function missing(names: readonly string[]): readonly EmissionColumn[] {
  return COLUMNS.filter((column) => !names.includes(normalised(HEADERS[column])));
}

function foundInstead(names: readonly string[], { emissions }: FileTexts): string {
  const named = names.filter((name) => name !== '');
  return named.length === 0 ? emissions.noColumns : emissions.columnsFound(quoted(named));
}

function normalised(cell: SheetCell): string {
  return typeof cell === 'string' ? nameKey(cell) : '';
}
