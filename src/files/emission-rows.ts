import { FIRST_YEAR, LAST_YEAR } from './build-cube.ts';
import type { ImportedCell } from './build-cube.ts';
import { nameKey } from './category-name.ts';
import { columnTitle } from './emission-columns.ts';
import type { EmissionColumn, EmissionHeader, SheetCell, SheetRow } from './emission-columns.ts';
import type { FileTexts } from '../words/file/texts-en.ts';

export interface EmissionRows {
  /** Codes in the order gas, municipality, sector, source. */
  readonly cells: readonly ImportedCell[];
  /** Figures of the other municipalities that can be read, of which nothing but what they are about is asked. */
  readonly elsewhere: readonly ImportedCell[];
  /** Municipality code → name, as on its first row. */
  readonly names: ReadonlyMap<string, string>;
}

type ReadCell = (column: EmissionColumn) => SheetCell;

/**
 * The rows of the municipalities asked for, each problem with its row number in `problems`. Rows of other municipalities
 * are not judged; a row without year, sector and emission is a note and no figure. A figure given twice, in whatever
 * spelling, is refused even when the two agree, because only the publisher can say whether one of them is too much.
 */
export function readEmissionRows(
  rows: readonly SheetRow[],
  header: EmissionHeader,
  municipalities: readonly string[],
  texts: FileTexts,
  problems: string[],
): EmissionRows {
  const cells: ImportedCell[] = [];
  const elsewhere: ImportedCell[] = [];
  const names = new Map<string, string>();
  const firstRows = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const cell: ReadCell = (column) => row[header.columns[column]] ?? null;
    if (index <= header.rowIndex || isNote(cell)) continue;
    const note = (problem: string) => problems.push(`${texts.row(index + 1)}: ${problem}`);
    const code = municipalityCode(cell('municipality'));
    if (code === null) note(wrong('municipality', cell('municipality'), texts.emissions.fourDigits, texts));
    if (code === null) continue;
    const figure = readFigure(cell, code);
    if (!municipalities.includes(code)) {
      if (figure !== null) elsewhere.push(figure);
      continue;
    }
    if (figure === null) {
      for (const problem of problemsOf(cell, texts)) note(problem);
      continue;
    }
    const key = [...figure.codes.map(nameKey), figure.year].join('|');
    const first = firstRows.get(key);
    if (first === undefined) firstRows.set(key, index + 1);
    else note(texts.emissions.repeats(described(figure, texts), first));
    cells.push(figure);
    if (!names.has(code)) names.set(code, text(cell('municipalityName')) ?? code);
  }
  return { cells, elsewhere, names };
}

function isNote(cell: ReadCell): boolean {
  return cell('year') === null && cell('sector') === null && cell('emission') === null;
}

function readFigure(cell: ReadCell, code: string): ImportedCell | null {
  const year = yearCode(cell('year'));
  const sector = text(cell('sector'));
  const source = text(cell('source'));
  const gas = text(cell('gas'));
  const value = cell('emission');
  if (year === null || sector === null || source === null || gas === null || !isNumber(value)) return null;
  return { codes: [gas, code, sector, source], year, value };
}

function problemsOf(cell: ReadCell, texts: FileTexts): readonly string[] {
  const { year, label, number } = texts.emissions;
  const allowed: readonly (readonly [EmissionColumn, string, boolean])[] = [
    ['year', year(FIRST_YEAR, LAST_YEAR), yearCode(cell('year')) !== null],
    ['sector', label, text(cell('sector')) !== null],
    ['source', label, text(cell('source')) !== null],
    ['gas', label, text(cell('gas')) !== null],
    ['emission', number, isNumber(cell('emission'))],
  ];
  return allowed.flatMap(([column, what, isRight]) => (isRight ? [] : [wrong(column, cell(column), what, texts)]));
}

function described({ codes: [gas, code, sector, source], year }: ImportedCell, { emissions }: FileTexts): string {
  return emissions.figureOf(`«${sector ?? ''}», «${source ?? ''}», «${gas ?? ''}»`, code ?? '', year);
}

/** Four digits; a workbook that stores the code as a number has lost the leading zero (301 is 0301). */
export function municipalityCode(cell: SheetCell): string | null {
  const digits = typeof cell === 'number' ? String(cell) : (text(cell) ?? '');
  return /^\d{3,4}$/.test(digits) ? digits.padStart(4, '0') : null;
}

/** Four digits, of a year that can be one; `null` for anything else. */
export function yearCode(cell: SheetCell): string | null {
  const digits = typeof cell === 'number' ? String(cell) : (text(cell) ?? '');
  return /^\d{4}$/.test(digits) && Number(digits) >= FIRST_YEAR && Number(digits) <= LAST_YEAR ? digits : null;
}

/** Text that can stand as a category: not blank, and without the mark that separates codes in a series key. */
function text(cell: SheetCell): string | null {
  return typeof cell === 'string' && nameKey(cell) !== '' && !/[|｜]/.test(cell) ? cell.trim() : null;
}

function isNumber(cell: SheetCell): cell is number {
  return typeof cell === 'number' && Number.isFinite(cell);
}

function wrong(column: EmissionColumn, cell: SheetCell, allowed: string, { emissions }: FileTexts): string {
  return emissions.wrong(columnTitle(column), found(cell, emissions), allowed);
}

function found(cell: SheetCell, { isEmpty, isText, isDate, isOther }: FileTexts['emissions']): string {
  if (cell === null) return isEmpty;
  if (typeof cell === 'string') return isText(cell);
  if (cell instanceof Date) return isDate(Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10));
  return isOther(JSON.stringify(cell));
}
