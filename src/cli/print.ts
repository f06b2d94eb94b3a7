import Table from 'cli-table3';

/** Where a command writes: results on `out`, everything about the way there on `err`. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Characters per line of a terminal; `undefined` when the output goes to a file or a pipe. */
  readonly columns: number | undefined;
}

/** One JSON document and nothing else. */
export function printJson(output: Output, document: unknown): void {
  output.out(`${JSON.stringify(document, null, 2)}\n`);
}

/** A plain table with a heading; cells are wrapped to the width of a terminal and left whole elsewhere. */
export function renderTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number | undefined,
): string {
  const table = new Table({
    head: [...heading],
    style: { head: [], border: [], compact: true },
    wordWrap: columns !== undefined,
    ...(columns === undefined ? {} : { colWidths: columnWidths(heading, rows, columns) }),
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/** A column is not made narrower than this, whatever the terminal. */
const NARROWEST = 12;

/** Natural widths when they fit; otherwise the widest columns give way, a character at a time. */
function columnWidths(heading: readonly string[], rows: readonly (readonly string[])[], columns: number): number[] {
  const padding = 2;
  const widths = heading.map(
    (_, index) => Math.max(...[heading, ...rows].map((row) => longestLine(row[index] ?? ''))) + padding,
  );
  const borders = widths.length + 1;
  let excess = widths.reduce((total, width) => total + width, borders) - columns;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= NARROWEST) break;
    widths[widest] = width - 1;
    excess -= 1;
  }
  return widths;
}

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}
