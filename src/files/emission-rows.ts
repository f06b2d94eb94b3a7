import { FIRST_YEAR, LAST_YEAR } from './build-cube.ts';
import type { ImportedCell } from './build-cube.ts';
import { columnTitle } from './emission-columns.ts';
import type { Cell, EmissionColumn, EmissionHeader, Row } from './emission-columns.ts';

export interface EmissionRows {
  /** Codes in the order gas, municipality, sector, source. */
  readonly cells: readonly ImportedCell[];
  /** Municipality code → name, as on its first row. */
  readonly names: ReadonlyMap<string, string>;
}

const LABEL = 'text without «|»';

type ReadCell = (column: EmissionColumn) => Cell;

/**
 * The rows of the municipalities asked for, each problem with its row number in `problems`. Rows of other
 * municipalities are not looked into; a row without year, sector and emission is a note and no figure. A figure given
 * twice is refused even when the two agree, because only the publisher can say whether one of them is too much.
 */
export function readEmissionRows(
  rows: readonly Row[],
  header: EmissionHeader,
  municipalities: readonly string[],
  problems: string[],
): EmissionRows {
  const cells: ImportedCell[] = [];
  const names = new Map<string, string>();
  const firstRows = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const cell: ReadCell = (column) => row[header.columns[column]] ?? null;
    if (index <= header.rowIndex || isNote(cell)) continue;
    const rowNumber = index + 1;
    const code = municipalityCode(cell('municipality'));
    if (code === null) problems.push(`Row ${rowNumber}: ${wrong('municipality', cell('municipality'), 'four digits')}`);
    if (code === null || !municipalities.includes(code)) continue;
    const figure = readFigure(cell, code, rowNumber, problems);
    if (figure === null) continue;
    noteRepetition(figure, rowNumber, firstRows, problems);
    cells.push(figure);
    if (!names.has(code)) names.set(code, text(cell('municipalityName')) ?? code);
  }
  return { cells, names };
}

function isNote(cell: ReadCell): boolean {
  return cell('year') === null && cell('sector') === null && cell('emission') === null;
}

function readFigure(cell: ReadCell, code: string, rowNumber: number, problems: string[]): ImportedCell | null {
  const year = yearCode(cell('year'));
  const sector = text(cell('sector'));
  const source = text(cell('source'));
  const gas = text(cell('gas'));
  const value = cell('emission');
  const refuse = (column: EmissionColumn, allowed: string) =>
    problems.push(`Row ${rowNumber}: ${wrong(column, cell(column), allowed)}`);
  if (year === null) refuse('year', `four digits from ${FIRST_YEAR} to ${LAST_YEAR}`);
  if (sector === null) refuse('sector', LABEL);
  if (source === null) refuse('source', LABEL);
  if (gas === null) refuse('gas', LABEL);
  if (!isNumber(value)) refuse('emission', 'a number, stored as one');
  if (year === null || sector === null || source === null || gas === null || !isNumber(value)) return null;
  return { codes: [gas, code, sector, source], year, value };
}

function noteRepetition(figure: ImportedCell, rowNumber: number, firstRows: Map<string, number>, problems: string[]) {
  const key = [...figure.codes, figure.year].join('|');
  const first = firstRows.get(key);
  if (first === undefined) {
    firstRows.set(key, rowNumber);
    return;
  }
  const [gas, code, sector, source] = figure.codes;
  const what = `«${sector ?? ''}», «${source ?? ''}», «${gas ?? ''}» for ${code ?? ''} in ${figure.year}`;
  problems.push(`Row ${rowNumber}: repeats ${what}, given on row ${first}; keep one of them.`);
}

/** Four digits; a workbook that stores the code as a number has lost the leading zero (301 is 0301). */
function municipalityCode(cell: Cell): string | null {
  const digits = typeof cell === 'number' ? String(cell) : (text(cell) ?? '');
  return /^\d{3,4}$/.test(digits) ? digits.padStart(4, '0') : null;
}

function yearCode(cell: Cell): string | null {
  const digits = typeof cell === 'number' ? String(cell) : (text(cell) ?? '');
  return /^\d{4}$/.test(digits) && Number(digits) >= FIRST_YEAR && Number(digits) <= LAST_YEAR ? digits : null;
}

/** Text that can stand as a category: not blank, and without the mark that separates codes in a series key. */
function text(cell: Cell): string | null {
  return typeof cell === 'string' && cell.trim() !== '' && !cell.includes('|') ? cell.trim() : null;
}

function isNumber(cell: Cell): cell is number {
  return typeof cell === 'number' && Number.isFinite(cell);
}

function wrong(column: EmissionColumn, cell: Cell, allowed: string): string {
  return `«${columnTitle(column)}» ${described(cell)}; it must be ${allowed}.`;
}

function described(cell: Cell): string {
  if (cell === null) return 'is empty or an Excel error such as #N/A';
  if (typeof cell === 'string') return `is the text «${cell}»`;
  if (cell instanceof Date) return `is the date ${Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)}`;
  return `is ${JSON.stringify(cell)}`;
}
