import { leastWidths, widthOf, wrapText } from './wrap.ts';

/** Words in a column are not divided to make it narrower than this. */
const NARROWEST = 10;
/** A space on either side of a cell. */
const PADDING = 2;

/** Colours a line of a cell, by where it stands. */
type Paint = (text: string, column: number, row: number) => string;

/**
 * A table with a heading that fits a terminal of so many columns: cells are broken between words, and numbers never.
 * `undefined` columns leave every cell whole. `paint` colours what a cell says, once it is laid out.
 */
export function renderTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number | undefined,
  paint: Paint = (text) => text,
): string {
  const widths = columnWidths(heading, rows, columns ?? Infinity);
  const laidOut = (row: readonly string[]) => widths.map((width, column) => wrapText(row[column] ?? '', width));
  const body = rows.map(laidOut);
  // Rows of one line each need nothing between them.
  const between = body.every((row) => row.every((lines) => lines.length < 2)) ? [] : [ruler(widths, '├┼┤')];
  return [
    ruler(widths, '┌┬┐'),
    ...linesOf(laidOut(heading), widths, (text) => text),
    ruler(widths, '├┼┤'),
    ...body.flatMap((row, at) => [
      ...(at === 0 ? [] : between),
      ...linesOf(row, widths, (text, column) => paint(text, column, at)),
    ]),
    ruler(widths, '└┴┘'),
  ].join('\n');
}

function ruler(widths: readonly number[], [left = '', middle = '', right = '']: string): string {
  return `${left}${widths.map((width) => '─'.repeat(width + PADDING)).join(middle)}${right}`;
}

function linesOf(
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  paint: (text: string, column: number) => string,
): readonly string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const parts = widths.map((width, column) => {
      const text = cells[column]?.[at] ?? '';
      return ` ${paint(text, column)}${' '.repeat(Math.max(0, width - widthOf(text)))} `;
    });
    return `│${parts.join('│')}│`;
  });
}

/** Natural widths where they fit; otherwise the widest columns give way, a character at a time, words before ids. */
function columnWidths(heading: readonly string[], rows: readonly (readonly string[])[], columns: number): number[] {
  const all = [heading, ...rows];
  const cellsOf = (column: number) => all.map((row) => row[column] ?? '');
  const longestOf = (column: number, size: (cell: string) => number) => Math.max(1, ...cellsOf(column).map(size));
  const naturals = heading.map((_, column) => longestOf(column, longestLine));
  const least = (kind: keyof ReturnType<typeof leastWidths>) =>
    heading.map((_, column) => longestOf(column, (cell) => leastWidths(cell)[kind]));
  const room = columns - (heading.length + 1) - heading.length * PADDING;
  const readable = (widths: readonly number[]) => widths.map((width) => Math.max(width, NARROWEST));
  // Words stay whole before amounts stay on one line, and numbers are never divided.
  const steps = [least('word'), readable(least('amount')), readable(least('number')), least('number')];
  return [...steps.reduce<readonly number[]>((widths, atLeast) => giveWay(widths, atLeast, room), naturals)];
}

/** The widest of the columns that are wider than they must be give way until all of them have room. */
function giveWay(widths: readonly number[], least: readonly number[], room: number): number[] {
  const given = [...widths];
  let excess = given.reduce((total, width) => total + width, 0) - room;
  while (excess > 0) {
    const mayGive = given.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const widest = Math.max(...mayGive);
    if (widest === 0) break;
    given[mayGive.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return given;
}

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map(widthOf));
}
